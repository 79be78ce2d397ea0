"""Bookings of other bodies close rooms, on the days of the forum and on no other."""

from pathlib import Path

import pytest

from scheduler.reading import read_forum
from tests.reading.small import problems_of, write
from tests.reading.test_calendars import calendar, event

HEAD = "room,start,end,because,source,certainty\n"


def folder_with(tmp_path: Path, table: str = "", ics: str = "") -> Path:
    folder = write(tmp_path)
    for name, text in (("bookings.csv", table), ("bookings.ics", ics)):
        if text:
            (folder / name).write_text(text, encoding="utf-8")
    return folder


def booked(folder: Path) -> list[str]:
    closures = [one for one in read_forum(folder).forum.closures if one.booked]
    return [f"{one.room} {one.window.words} ({one.because})" for one in closures]


def faults(folder: Path) -> list[str]:
    return [str(one).replace(f"{folder}/", "") for one in problems_of(folder)]


@pytest.mark.parametrize(
    ("row", "closures"),
    [
        ("hall,2030-03-11 10:00,2030-03-11 13:00,A conference", ["hall day-1 10:00-13:00 (A conference)"]),
        ("Great Hall,2030-03-11 18:00,2030-03-12 00:00,", ["hall day-1 18:00-24:00 (taken by another body)"]),
        ("hall,2030-03-11T14:00:00Z,2030-03-11T17:00:00Z,UTC", ["hall day-1 10:00-13:00 (UTC)"]),
        ("hall,2030-03-12,2030-03-12,A day", ["hall day-2 (A day)"]),
        (
            "hall,2030-03-01,2030-03-31,A month",
            [f"hall {day} (A month)" for day in ("hearing-day", "day-1", "day-2")],
        ),
        (
            "hall,2030-03-09 08:00,2030-03-11 08:00,From Saturday on",
            ["hall day-1 00:00-08:00 (From Saturday on)"],
        ),
        ("hall,2026-05-05,2026-05-06,Years before", []),
        ("hall,2030-03-13,2030-03-14,After it", []),
    ],
)
def test_rows_of_a_table(tmp_path, row, closures):
    assert booked(folder_with(tmp_path, f"{HEAD}{row},,\n")) == closures


def test_those_of_the_forum_itself_stay(tmp_path):
    folder = folder_with(tmp_path, f"{HEAD}hall,2030-03-12,2030-03-12,A day,,\n")
    forum = read_forum(folder).forum
    words = [f"{one.room} {one.window.words} {one.booked}" for one in forum.closures]
    assert words == ["annex day-1 10:00-11:00 False", "annex day-2 afternoon False", "hall day-2 True"]


def test_a_table_without_rows_and_one_row_twice(tmp_path):
    assert booked(folder_with(tmp_path / "a", HEAD)) == []
    row = "hall,2030-03-12,2030-03-12,A day,,\n"
    assert booked(folder_with(tmp_path / "b", HEAD + 2 * row)) == ["hall day-2 (A day)"]


def test_the_files_are_among_the_inputs(tmp_path):
    reading = read_forum(folder_with(tmp_path, HEAD, calendar(event())))
    assert {"small-2030/bookings.csv", "small-2030/bookings.ics"} <= {*reading.inputs}


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        (
            f"{HEAD}hell,2030-03-12,2030-03-12,,,\n",
            "bookings.csv:2: field 'room': there is no room 'hell' at The house. Maybe hall",
        ),
        (
            f"{HEAD},2030-03-12,2030-03-12,,,\n",
            "bookings.csv:2: field 'room': is missing",
        ),
        (
            f"{HEAD}hall,12 March 2030,2030-03-12,,,\n",
            "bookings.csv:2: field 'start': '12 March 2030' is no date and time. "
            "Maybe add the time, such as 2030-03-12 10:00",
        ),
        (
            f"{HEAD}hall,2030-02-30,2030-03-12,,,\n",
            "bookings.csv:2: field 'start': '2030-02-30' is no date. Maybe 2026-05-05",
        ),
        (
            f"{HEAD}hall,2030-03-12 10:00,2030-03-12 10:00:30,,,\n",
            "bookings.csv:2: field 'end': '2030-03-12 10:00:30' is not a whole minute. "
            "Maybe 2030-03-12 10:00",
        ),
        (
            f"{HEAD}hall,2030-03-12 13:00,2030-03-12 10:00,,,\n",
            "bookings.csv:2: field 'end': it ends at 2030-03-12 10:00 and begins at 2030-03-12 13:00, "
            "not after its start. Maybe the two are exchanged",
        ),
        (
            f"{HEAD}hall,2030-03-12,2030-03-12,,,sure\n",
            "bookings.csv:2: field 'certainty': ",
        ),
        (
            "room,begin,end\n",
            "bookings.csv:1: field 'begin': there is no column 'begin'.",
        ),
    ],
)
def test_faults_of_a_table(tmp_path, table, sentence):
    assert any(one.startswith(sentence) for one in faults(folder_with(tmp_path, table)))


def test_events_of_a_calendar(tmp_path):
    whole = "BEGIN:VEVENT\nSUMMARY:Whole\nLOCATION:hall\nDTSTART;VALUE=DATE:20300312\n{}END:VEVENT"
    parts = [
        event("Morning", "Great Hall", ";TZID=America/New_York:20300311T100000"),
        event("Floating", "Annex 2", ":20300311T150000"),
        event("", "hall", ":20300312T190000Z", end=":20300312T220000Z"),
        event("Gone", "hall", ":20300311T100000", "STATUS:CANCELLED"),
        event("Free", "nowhere", ":20300311T100000", "TRANSP:TRANSPARENT"),
        event("Next year", "hall", ":20310311T100000", end=":20310311T130000"),
        whole.format(""),
        whole.replace("Whole", "Two days").replace("20300312", "20300311").format("DURATION:P2D\n"),
    ]
    assert booked(folder_with(tmp_path, ics=calendar(*parts))) == [
        "annex day-1 15:00-18:00 (Floating)",
        "hall day-1 (Two days)",
        "hall day-1 10:00-13:00 (Morning)",
        "hall day-2 (Two days)",
        "hall day-2 (Whole)",
        "hall day-2 15:00-18:00 (taken by another body)",
    ]


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        (
            event("A", "hall", ":20300311T100000", "RRULE:FREQ=DAILY"),
            "bookings.ics:4: field 'RRULE': the event is repeated (RRULE). "
            "Maybe enter each booking by itself",
        ),
        (
            event("A", "", ":20300311T100000"),
            "bookings.ics:4: field 'LOCATION': is missing. Maybe the id of a room",
        ),
        (
            event("A", "hall", ":20300311T100000", end="none"),
            "bookings.ics:4: field 'DTEND': the event has neither DTEND nor DURATION. Maybe add DTEND",
        ),
        (
            event("A", "hall", ":20300311T130000", end=":20300311T100000"),
            "bookings.ics:4: field 'DTEND': it ends at 2030-03-11 10:00 and begins at 2030-03-11 13:00, "
            "not after its start. Maybe the two are exchanged",
        ),
        (
            "BEGIN:VEVENT\nLOCATION:hall\nDTSTART;VALUE=DATE:20300312\nDURATION:soon\nEND:VEVENT",
            "bookings.ics:4: field 'DTEND': 'soon' is no length of a meeting. Maybe PT3H",
        ),
    ],
)
def test_faults_of_a_calendar(tmp_path, part, sentence):
    assert faults(folder_with(tmp_path, ics=calendar(part))) == [sentence]


def test_what_is_no_calendar_or_empty(tmp_path):
    assert "is no calendar" in faults(folder_with(tmp_path / "a", ics="hello"))[0]
    assert faults(folder_with(tmp_path / "b", " \n", " \n")) == [
        "bookings.csv: is empty",
        "bookings.ics: is empty",
    ]


def test_an_hour_that_comes_twice(tmp_path):
    folder = write(tmp_path)
    path = folder / "forum.yaml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("2030-03-08", "2030-11-01").replace("2030-03-11", "2030-11-03")
    path.write_text(text.replace("2030-03-12", "2030-11-04"), encoding="utf-8")
    (folder / "bookings.csv").write_text(
        f"{HEAD}hall,2030-11-03T05:30:00Z,2030-11-03T17:00:00Z,,,\n", encoding="utf-8"
    )
    found = [one for one in faults(folder) if "bookings" in one]
    assert len(found) == 1
    assert "01:30 comes twice on 2030-11-03" in found[0]


def test_a_name_that_is_nearly_right(tmp_path):
    folder = write(tmp_path)
    (folder / "booking.csv").write_text(HEAD, encoding="utf-8")
    assert faults(folder) == ["booking.csv: is no file of a forum. Maybe rename it to bookings.csv"]


def test_bookings_are_passed_over_while_the_venue_is_not_known(tmp_path):
    folder = folder_with(tmp_path, "nonsense\n")
    path = folder / "forum.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("venue: house", "venue: nowhere"), encoding="utf-8"
    )
    assert not any("bookings" in one for one in faults(folder))


def test_rooms_that_cannot_be_read(tmp_path):
    folder = folder_with(tmp_path, f"{HEAD}hall,2030-03-12,2030-03-12,,,\n")
    (folder / "rooms.yaml").write_text("open: hall\n", encoding="utf-8")
    assert len(faults(folder)) == 1
