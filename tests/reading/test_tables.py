"""Timetables from CSV: columns, titles and names, and what is refused."""

from pathlib import Path

import pytest

from scheduler.domain.forum import Forum
from scheduler.reading import read_timetable
from scheduler.reading.timetable_csv import MOST_ROWS
from tests.reading.sheets import DERIVED, put, refused
from tests.reading.small import small

TABLE = """\
meeting,room,start,end
talk,annex,2030-03-11 15:00,2030-03-11 18:00
plenary-1,hall,2030-03-12T10:00-04:00,2030-03-12T13:00:00-04:00
plenary-2,hall,2030-03-12 15:00:00,2030-03-12T21:00:00Z
workshop,hall,2030-03-11 10:00,2030-03-11 11:00
"""


def test_csv_is_read_by_ids(forum: Forum, tmp_path: Path) -> None:
    read = read_timetable(put(tmp_path, "a.CSV", TABLE), forum)
    assert forum.release is not None
    assert read.timetable.placements == forum.release.timetable.placements
    assert (read.matches, read.not_judged) == ((), DERIVED)


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_csv_as_spreadsheets_write_it(mark: str, forum: Forum, tmp_path: Path) -> None:
    text = TABLE.replace(",", mark).replace("\n", "\r\n").replace("meeting", "Meeting ", 1)
    text = text.replace("workshop", '"Work\r\nshop"').replace("talk", "\r\ntalk")
    read = read_timetable(put(tmp_path, "a.csv", b"\xef\xbb\xbf\r\n" + text.encode()), forum)
    assert forum.release is not None
    assert read.timetable.placements == forum.release.timetable.placements
    assert read.matches == ('"Work shop" was taken for workshop (Workshop)',)


def test_titles_and_names_are_matched_and_shown(forum: Forum, tmp_path: Path) -> None:
    text = (
        "Notes,meeting,room,start,end\n"
        "x,a TALK,annex 2,2030-03-11 15:00,2030-03-11 18:00\n"
        "x,Plenary - afternoon,Great Hall,2030-03-12 15:00,2030-03-12 17:00\n"
        "x,Plenary - morning,'+Great Hall,2030-03-12 10:00,2030-03-12 13:00\n"
        "x,Workshops,Great Hall,2030-03-11 10:00,2030-03-11 11:00\n"
    ).replace("'+Great", "Great")
    read = read_timetable(put(tmp_path, "a.csv", text), forum)
    assert forum.release is not None
    assert read.timetable.placements == forum.release.timetable.placements
    assert read.matches == (
        '"Workshops" was taken for workshop (Workshop)',
        '"a TALK" was taken for talk (A talk)',
        '"Plenary - morning" was taken for plenary-1 (1st plenary meeting)',
        '"Plenary - afternoon" was taken for plenary-2 (2nd plenary meeting)',
    )
    assert read.not_judged == ("not read in the table: notes", *DERIVED)


_ROWS = {
    "meeting": ("tlak,hall,{0},{1}", 2, "meeting", "there is no meeting 'tlak'. Maybe talk"),
    "no meeting": (",hall,{0},{1}", 2, "meeting", "is missing. Maybe fill in the cell"),
    "room": ("talk,Annex 3,{0},{1}", 2, "room", "there is no room 'Annex 3'. Maybe annex"),
    "number": (
        "3rd plenary meeting,hall,{0},{1}",
        2,
        "meeting",
        "there is no meeting '3rd plenary meeting'. Maybe one of plenary-1, plenary-2, talk, workshop",
    ),
    "time": (
        "talk,hall,17/05/2030,{1}",
        2,
        "start",
        "'17/05/2030' is no date and time. Maybe add the time, such as 2030-05-17 10:00",
    ),
    "no end": ("talk,hall,{0}", 2, "end", "is missing. Maybe 2030-03-11 18:00, 180 minutes after its start"),
    "twice": (
        "talk,hall,{0},{1}\nA talk,hall,{0},{1}",
        3,
        "meeting",
        "talk stands here again, first in line 2. Maybe delete one of them",
    ),
    "too many": (
        "Plenary,hall,{0},{1}\nPlenary,annex,{0},{1}\nPlenary,cellar,{0},{1}",
        4,
        "meeting",
        "plenary-2 stands here again, first in line 3. Maybe delete one of them",
    ),
    "behind lines": (
        'talk,"hall\n\n",{0},{1}\nx,hall,{0},{1}',
        5,
        "meeting",
        "there is no meeting 'x'. Maybe one",
    ),
}


@pytest.mark.parametrize("case", _ROWS)
def test_a_faulty_row_isrefused(case: str, forum: Forum, tmp_path: Path) -> None:
    rows, line, field, sentence = _ROWS[case]
    text = "meeting,room,start,end\n" + rows.format("2030-03-11 15:00", "2030-03-11 18:00")
    found = refused(put(tmp_path, "a.csv", text), forum)
    assert [one[:2] for one in found] == [(line, field)]
    assert found[0][2].startswith(sentence)


_TABLES: dict[str, tuple[str, int | None, str, str]] = {
    "missing": ("meeting,rooms,start,end\n", 1, "room", "column 'room' is missing. Maybe rooms"),
    "no names": (
        "talk,hall,2030-03-11 15:00,2030-03-11 18:00\n",
        1,
        "meeting",
        "column 'meeting' is missing. Maybe name the columns meeting, room, start, end in one row",
    ),
    "one is missing": ("meeting,where,start,end\n", 1, "room", "column 'room' is missing. Maybe add it"),
    "twice": ("meeting,room,room,start,end\n", 1, "room", "column 'room' stands twice. Maybe delete one"),
    "open quote": (
        'meeting,room,start,end\n"talk,hall\n',
        None,
        "",
        "is no table: a quotation mark is never closed",
    ),
    "long": (
        ",\n" * (MOST_ROWS + 1),
        None,
        "",
        "has more than 5,000 rows or 200 columns: that is no timetable",
    ),
    "wide": ("," * 300, None, "", "has more than 5,000 rows or 200 columns: that is no timetable"),
}


@pytest.mark.parametrize("case", _TABLES)
def test_a_table_without_form_is_refused(case: str, forum: Forum, tmp_path: Path) -> None:
    text, *said = _TABLES[case]
    assert tuple(said) in refused(put(tmp_path, "a.csv", text), forum)


def test_a_name_of_several_rooms_is_refused(tmp_path: Path) -> None:
    forum = small(tmp_path)
    rooms = tuple(room.replace(name="Annex") for room in forum.venue.rooms)
    alike = forum.replace(venue=forum.venue.replace(rooms=rooms))
    path = put(tmp_path, "a.csv", TABLE.replace("talk,annex", "talk,ANNEX."))
    said = "'ANNEX.' may be any room of annex, cellar, hall. Maybe write one of these ids"
    assert refused(path, alike) == [(2, "room", said)]


def test_an_apostrophe_against_formulas_is_taken_off(tmp_path: Path) -> None:
    forum = small(tmp_path)
    session = forum.session_by_id["workshop"].replace(title="=1+1")
    sessions = tuple(session if one.session == "workshop" else one for one in forum.sessions)
    text = TABLE.replace("workshop", "'=1+1")
    read = read_timetable(put(tmp_path, "a.csv", text), forum.replace(sessions=sessions))
    assert read.matches == ('"=1+1" was taken for workshop (=1+1)',)


_DOUBLES = ("day", "date", "from", "to", "minutes", "room name")
_OURS = (
    "meeting,room,start,end,day,date,from,to,minutes,room name\ntalk,annex,2030-03-11 15:00,2030-03-11 18:00,"
)


@pytest.mark.parametrize(
    "cells",
    [
        "Day 1,2030-03-11,15:00,18:00,180,Annex 2",
        "day-1,2030-03-11 00:00:00,15:00:00,18:00:00,180,annex",
        ",,,,,",
        "Tuesday,12 March,3 pm,late,3 hours,next door",
    ],
)
def test_what_a_table_says_twice_may_agree_or_be_for_people(cells: str, forum: Forum, tmp_path: Path) -> None:
    read = read_timetable(put(tmp_path, "a.csv", _OURS + cells), forum)
    assert len(read.timetable.placements) == 1
    assert read.not_judged[0] == f"not read in the table: {', '.join(_DOUBLES)}"


@pytest.mark.parametrize(
    ("cells", "field", "beside"),
    [
        ("Day 2,2030-03-11,15:00,18:00,180,Annex 2", "day", "start"),
        ("Day 1,2030-03-12,15:00,18:00,180,Annex 2", "date", "start"),
        ("Day 1,2030-03-11,9:30,18:00,180,Annex 2", "from", "start"),
        ("Day 1,2030-03-11,15:00,24:00,180,Annex 2", "to", "end"),
        ("Day 1,2030-03-11,15:00,18:00,90,Annex 2", "minutes", "end"),
        ("Day 1,2030-03-11,15:00,18:00,180,Great Hall", "room name", "room"),
    ],
)
def test_a_row_that_contradicts_itself_is_refused(
    cells: str, field: str, beside: str, forum: Forum, tmp_path: Path
) -> None:
    said = dict(zip(_DOUBLES, cells.split(","), strict=True))[field]
    read = {"start": "2030-03-11 15:00", "end": "2030-03-11 18:00", "room": "annex"}[beside]
    sentence = (
        f"'{said}' does not agree with '{beside}', which is {read} and is what counts. "
        f"Maybe change '{beside}', or delete the column '{field}'"
    )
    assert refused(put(tmp_path, "a.csv", _OURS + cells), forum) == [(2, field, sentence)]


def test_a_day_of_the_forum_contradicts_a_start_outside_its_days(forum: Forum, tmp_path: Path) -> None:
    cells = "talk,annex,2030-03-10 15:00,2030-03-10 18:00,Day 1,,,,,"
    table = _OURS.partition("\n")[0] + "\n" + cells
    assert [one[:2] for one in refused(put(tmp_path, "a.csv", table), forum)] == [(2, "day")]
