"""Tables of sessions from CSV and from workbooks."""

from datetime import date, datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.importing.files import ZONE, read, refused, table, workbook

OPENING = "a1,Opening,plenary,Main,Hall,2026-05-01,09:00,10:00,Ada Example; Ben Sample;"
LUNCH = 'a2,"Lunch",,,Hall,2026-05-01,12:00,13:00,'


def test_rows_are_sessions():
    found = read(table(OPENING, "", LUNCH), timezone=ZONE, title="Ours")
    assert found.title == "Ours"
    assert [(one.session, one.kind, one.minutes, one.track) for one in found.sessions] == [
        ("a1", "plenary", 60, "main"),
        ("a2", "break", 60, None),
    ]
    assert [one.start for one in found.placements] == [
        datetime(2026, 5, 1, 9),  # noqa: DTZ001 - wall clocks
        datetime(2026, 5, 1, 12),  # noqa: DTZ001
    ]
    assert [one.name for one in found.people] == ["Ada Example", "Ben Sample"]
    assert found.noted == ()


def test_columns_may_have_other_names_and_stand_under_a_title():
    rows = ("x,T1,Opening,2026-05-01 9.00,45,,Hall,90", "y,T2,Closing,2026-05-01T16:00:00+02:00,30,,Hall,")
    content = b"Our sessions\n\n" + table(*rows, head="notes,ID,Titel,Begin,duration,,location,capacity")
    found = read(content.replace(b" 9.00", b" 09:00"), timezone=ZONE)
    assert [(one.session, one.minutes, one.seats) for one in found.sessions] == [
        ("t1", 45, 90),
        ("t2", 30, None),
    ]
    assert found.noted == (
        "Not read in the table: notes.",
        "Read in the table: id as session, titel as title, begin as start, duration as minutes, "
        "location as room, capacity as seats.",
    )


def test_where_a_column_stands_itself_nothing_else_is_taken_for_it():
    rows = table("One,day-1,2026-05-01,09:00,30,Hall", head="title,day,date,start,minutes,room")
    assert read(rows, timezone=ZONE).noted == ("Not read in the table: day.",)


def test_semicolons_are_understood_and_apostrophes_before_formulas_taken_off():
    found = read(
        table("'=SUM(1);09:00;2026-05-01;30;Hall", head="title;start;date;minutes;room"), timezone=ZONE
    )
    assert (found.sessions[0].title, found.sessions[0].session) == ("=SUM(1)", "sum-1")


def test_a_session_without_a_start_has_no_place():
    found = read(
        table(
            OPENING, "a3,Later,,,,,,,", head="session,title,kind,track,room,date,start,end,speakers,minutes"
        ).replace(b"Later,,,,,,,", b"Later,,,,,,,,20"),
        timezone=ZONE,
    )
    assert (len(found.sessions), len(found.placements)) == (2, 1)


def test_an_end_may_be_a_moment_of_its_own():
    row = "Night,2026-05-01 22:00,2026-05-02 01:00,Hall"
    assert read(table(row, head="title,start,end,room"), timezone=ZONE).sessions[0].minutes == 180


def test_what_is_cancelled_is_left_out():
    rows = ("One,2026-05-01 09:00,30,Hall,", "Two,2026-05-01 09:00,30,Hall,canceled")
    found = read(table(*rows, head="title,start,minutes,room,state"), timezone=ZONE)
    assert found.noted == ("Left out, as they are cancelled or not accepted: 1 (Two).",)


@pytest.mark.parametrize(
    ("content", "line", "field", "said"),
    [
        (b"BEGIN:VCALENDAR", 1, "", "is neither a schedule nor a table of sessions."),
        (table("x", head="room"), 1, "start", "column 'start' is missing. Maybe add it"),
        (table("x,y", head="title,commence"), 1, "start", "column 'start' is missing. Maybe commence"),
        (table("x", head="title,begin,start time"), 1, "start", "columns begin and start time both say the"),
        (table("x", head="title,start,start"), 1, "start", "columns start and start both say the start."),
        (table(OPENING.replace("Opening", "")), 2, "title", "is missing. Maybe give the session a title"),
        (table(OPENING.replace("2026-05-01", "")), 2, "date", "is missing. Maybe a date such as 2026-05-17"),
        (table(OPENING.replace("09:00", "soon")), 2, "start", "'soon' is no time of day."),
        (table(OPENING.replace("10:00", "08:00")), 2, "end", "08:00 is not after the start at 09:00."),
        (table(OPENING.replace("10:00", "late")), 2, "end", "'late' is no time of day."),
        (table(OPENING.replace("10:00", "")), 2, "minutes", "is missing. Maybe 00:30"),
        (
            table(OPENING.replace("10:00", "2026-05-01 25:00")),
            2,
            "end",
            "'2026-05-01 25:00' is no point in time.",
        ),
        (table('a,"b'), 2, "", "is no row of a table: unexpected end of data."),
        (b"", None, "", "is empty"),
    ],
)
def test_what_cannot_be_understood_is_refused_with_its_line(content, line, field, said):
    found = refused(content, timezone=ZONE)
    assert any(one[:2] == (line, field) and one[2].startswith(said) for one in found), found


def test_seats_are_a_number():
    wrong = table("One,2026-05-01 09:00,30,many", head="title,start,minutes,seats")
    assert (2, "seats", "'many' is no whole number. Maybe write it in digits") in refused(
        wrong, timezone=ZONE
    )


def test_no_more_is_read_after_many_problems():
    assert len(refused(table(*[OPENING.replace("Opening", "")] * 40), timezone=ZONE)) == 21


def test_a_table_needs_a_zone():
    assert [one[1] for one in refused(table(OPENING))] == ["timezone"]


def test_a_workbook_is_read_from_the_sheet_with_the_columns():
    head = ["Title", "Date", "Start", "End", "Minutes", "Room", "Speakers"]
    rows = [
        ["Opening", datetime(2026, 5, 1), time(9, 30), time(10, 0), None, "Hall", "Ada Example"],  # noqa: DTZ001
        ["Closing", date(2026, 5, 1), datetime(2026, 5, 1, 16, 0), None, 30, "Hall", None],  # noqa: DTZ001
    ]
    found = read(workbook(head, [], *rows), timezone=ZONE)
    assert [(one.session, one.minutes) for one in found.sessions] == [("opening", 30), ("closing", 30)]
    assert [f"{one.start:%H:%M}" for one in found.placements] == ["09:30", "16:00"]


def test_workbooks_that_are_none_are_refused(monkeypatch):
    good = workbook(["Title", "Start"], cover=False)
    broken = "is no workbook that can be read (BadZipFile). Maybe save it as .xlsx again"
    assert refused(good[:-200]) == [(None, "", broken)]
    packed = BytesIO()
    with ZipFile(BytesIO(good)) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, b"<!DOCTYPE x>" if part.endswith("sheet1.xml") else old.read(part))
    assert refused(packed.getvalue())[0][2].startswith("holds a document type, which no spreadsheet writes.")
    monkeypatch.setattr("scheduler.reading.timetable_xlsx.MOST_UNPACKED", 1000)
    assert refused(good) == [(None, "", "unpacks to more than 1,000 bytes: that is no timetable")]
