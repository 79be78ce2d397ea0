"""Timetables from JSON: what is read, derived and refused."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from scheduler.domain.forum import Forum
from scheduler.reading import read_timetable
from tests.reading.sheets import DERIVED, put, refused
from tests.reading.small import DOCUMENT, MEETINGS, SEGMENTS, meeting, segment


def _json(tmp_path: Path, **changes: Any) -> Path:
    kept = {key: value for key, value in (DOCUMENT | changes).items() if value != "left out"}
    return put(tmp_path, "timetable.json", json.dumps(kept, indent=1))


def test_json_is_read_with_its_segments(forum: Forum, tmp_path: Path) -> None:
    read = read_timetable(_json(tmp_path), forum)
    assert forum.release is not None
    assert read.timetable.placements == forum.release.timetable.placements
    assert read.timetable.segments == forum.release.timetable.segments
    assert read.timetable.unjudged == ("workshop",)
    assert read.matches == ()
    assert read.not_judged == DERIVED[1:]


@pytest.mark.parametrize("segments", ["left out", None, []])
def test_json_without_segments_has_them_derived(forum: Forum, segments: object, tmp_path: Path) -> None:
    read = read_timetable(_json(tmp_path, segments=segments), forum)
    assert [one.segment for one in read.timetable.segments or ()] == [
        "opening",
        "debate",
        "debate",
        "closing",
    ]
    assert read.not_judged == DERIVED


_UNJUDGED = {
    "not placed": (MEETINGS[:2], "plenary-2 is not placed"),
    "too long": (
        [MEETINGS[1], MEETINGS[2] | {"end": "2030-03-12T18:00:00-04:00"}],
        "plenary-2 does not last 120 minutes",
    ),
    "exchanged": (
        [
            meeting("plenary-1", "hall", "2030-03-12T15:00:00-04:00", "2030-03-12T18:00:00-04:00"),
            meeting("plenary-2", "hall", "2030-03-12T10:00:00-04:00", "2030-03-12T12:00:00-04:00"),
        ],
        "its meetings are not held one after the other",
    ),
}


@pytest.mark.parametrize("case", _UNJUDGED)
def test_an_agenda_that_cannot_be_derived_is_not_judged(case: str, forum: Forum, tmp_path: Path) -> None:
    meetings, why = _UNJUDGED[case]
    read = read_timetable(_json(tmp_path, meetings=meetings, segments=None), forum)
    assert read.timetable.unjudged == ("plenary", "workshop")
    assert read.not_judged[0] == f"the agenda of plenary is not judged: the file has none, and {why}"


def test_keys_that_are_not_read_are_named(forum: Forum, tmp_path: Path) -> None:
    meetings = [*MEETINGS[:3], MEETINGS[3] | {"price": "3"}]
    segments = [SEGMENTS[0] | {"colour": "red"}, *SEGMENTS[1:]]
    read = read_timetable(_json(tmp_path, meetings=meetings, segments=segments, by="hand"), forum)
    ignored = ("not read in the file: by", "not read in meetings: price", "not read in segments: colour")
    assert read.not_judged == (*ignored, DERIVED[1])


def test_instants_count_and_not_their_offsets(forum: Forum, tmp_path: Path) -> None:
    there = [
        meeting("talk", "annex", "2030-03-11T20:00:00+01:00", "2030-03-11T22:00:00Z"),
        meeting("workshop", "cellar", "2030-03-11 10:00", "2030-03-11T11:00:00.000"),
    ]
    assert read_timetable(_json(tmp_path, meetings=there[:1], timezone="UTC"), forum).timetable.placements
    read = read_timetable(_json(tmp_path, meetings=there, segments=None), forum)
    places = {one.meeting: one for one in read.timetable.placements}
    assert forum.clock.words(places["talk"].start) == "15:00 on day-1"
    assert forum.clock.words(places["workshop"].start) == "10:00 on day-1"
    assert places["workshop"].room == "cellar"
    assert read.timetable.segments is None
    assert read.timetable.unjudged == ("plenary", "workshop")


def test_days_near_the_forum_are_left_to_the_judge(forum: Forum, tmp_path: Path) -> None:
    moved = [meeting("talk", "annex", "2030-02-01T10:00:00-05:00", "2030-02-01T13:00:00-05:00")]
    placement = read_timetable(_json(tmp_path, meetings=moved, segments=None), forum).timetable.placements[0]
    assert forum.clock.words(placement.start) == "10:00 on 2030-02-01"


_ENTRIES = {
    "meeting": ({"id": "tlak"}, 8, "id", "there is no meeting 'tlak'. Maybe talk"),
    "room": ({"room": "hal"}, 9, "room", "there is no room 'hal'. Maybe hall"),
    "number": ({"room": 4}, 9, "room", "there is no room '4'. Maybe one of annex, cellar, hall"),
    "list": ({"room": ["hall"]}, 9, "room", "there is no room 'a list'. Maybe one of annex, cellar, hall"),
    "nothing": (
        {"start": None},
        10,
        "start",
        "is missing. Maybe 2030-03-11 15:00, 180 minutes before its end",
    ),
    "map": (
        {"start": {}},
        10,
        "start",
        "'a map' is no date and time. Maybe a date and time such as 2030-03-08 10:00",
    ),
    "words": (
        {"start": "soon"},
        10,
        "start",
        "'soon' is no date and time. Maybe a date and time such as 2030-03-08 10:00",
    ),
    "no day": (
        {"start": "2030-02-30T10:00"},
        10,
        "start",
        "'2030-02-30T10:00' is no date and time. Maybe a date and time such as 2030-03-08 10:00",
    ),
    "seconds": (
        {"start": "2030-03-11T15:00:30-04:00"},
        10,
        "start",
        "'2030-03-11T15:00:30-04:00' is not a whole minute. Maybe 2030-03-11 15:00",
    ),
    "skipped": (
        {"start": "2030-03-10T02:30"},
        10,
        "start",
        "02:30 does not exist on 2030-03-10 in America/New_York: clocks are put forward. Maybe 03:30",
    ),
    "twice": (
        {"start": "2029-11-04T01:30"},
        10,
        "start",
        "01:30 comes twice on 2029-11-04 in America/New_York: clocks are put back. "
        "Maybe a time outside that hour",
    ),
    "far": (
        {"start": "0001-01-01T00:00:00+14:00"},
        10,
        "start",
        "0001-01-01 is more than a year away from the forum. Maybe a date near 2030-03-08",
    ),
    "days later": (
        {"start": "2030-03-11T15:00-04:00", "end": "2030-03-13T18:00-04:00"},
        11,
        "end",
        "its end, 18:00 on 2030-03-13, is more than a day after its start, 15:00 on day-1. "
        "Maybe one of the dates is wrong",
    ),
    "later": (
        {"end": "9999-12-31T23:59:00-14:00"},
        11,
        "end",
        "9999-12-31 is more than a year away from the forum. Maybe a date near 2030-03-08",
    ),
    "order": (
        {"end": "2030-03-11T15:00:00-04:00"},
        11,
        "end",
        "its end, 15:00 on day-1, is not after its start, 15:00 on day-1. Maybe the two are exchanged",
    ),
}


@pytest.mark.parametrize("case", _ENTRIES)
def test_a_faulty_meeting_isrefused(case: str, forum: Forum, tmp_path: Path) -> None:
    changes, line, field, sentence = _ENTRIES[case]
    path = _json(tmp_path, meetings=[MEETINGS[0] | changes])
    assert refused(path, forum)[0] == (line, field, sentence)


_SEGMENTS = {
    "unknown": (
        {"id": "plenary/opning"},
        "id",
        "there is no segment 'plenary/opning'. Maybe plenary/opening",
    ),
    "elsewhere": (
        {"meeting": "talk"},
        "meeting",
        "there is no meeting of plenary 'talk'. Maybe one of plenary-1, plenary-2",
    ),
    "time": (
        {"start": "x"},
        "start",
        "'x' is no date and time. Maybe a date and time such as 2030-03-08 10:00",
    ),
}


@pytest.mark.parametrize("case", _SEGMENTS)
def test_a_faulty_segment_isrefused(case: str, forum: Forum, tmp_path: Path) -> None:
    changes, field, sentence = _SEGMENTS[case]
    path = _json(tmp_path, segments=[SEGMENTS[0] | changes])
    assert [one[1:] for one in refused(path, forum)] == [(field, sentence)]


_DOCUMENTS: dict[str, tuple[dict[str, Any], int, str, str]] = {
    "other forum": ({"forum": "other"}, 2, "forum", "'other' is not this forum. Maybe small-2030"),
    "no forum": ({"forum": "left out"}, 1, "forum", "is missing. Maybe add small-2030"),
    "other zone": (
        {"timezone": "Europe/Paris", "meetings": [MEETINGS[0] | {"end": "2030-03-11T18:00"}]},
        3,
        "timezone",
        "'Europe/Paris' is not the forum's time zone, and there are times without an offset. "
        "Maybe America/New_York",
    ),
    "no meetings": ({"meetings": "left out"}, 1, "meetings", "is missing. Maybe add an empty list"),
    "meetings are text": ({"meetings": "all"}, 6, "meetings", "is no list"),
    "an entry is text": ({"meetings": ["talk"]}, 7, "meetings", "an entry is no map of keys and values"),
    "no id": (
        {"meetings": [{"room": "hall", **dict(list(MEETINGS[0].items())[2:])}]},
        7,
        "id",
        "is missing. Maybe add the id of a meeting",
    ),
    "twice": (
        {"meetings": [MEETINGS[0], MEETINGS[0]]},
        14,
        "id",
        "talk stands here again, first in line 7. Maybe delete one of them",
    ),
    "segment twice": (
        {"meetings": [], "segments": [SEGMENTS[0], segment("opening", "plenary-1", "11:00", "12:00")]},
        16,
        "id",
        "'plenary/opening' stands here again for one meeting, first in line 8. Maybe delete one of them",
    ),
}


@pytest.mark.parametrize("case", _DOCUMENTS)
def test_a_faulty_document_isrefused(case: str, forum: Forum, tmp_path: Path) -> None:
    changes, line, field, sentence = _DOCUMENTS[case]
    assert refused(_json(tmp_path, **changes), forum) == [(line, field, sentence)]


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ("{", 1, "a key in quotes is expected here. Maybe a comma stands too much"),
        ('{"a": 1,}', 1, "a key in quotes is expected here. Maybe a comma stands too much"),
        ('{"a": [1,\n2,]}', 2, "a value is expected here. Maybe a comma stands too much"),
        ('{"a"\n 1}', 2, "a colon is expected here"),
        ('{"a": 1 "b"}', 1, "a comma or '}' is expected here"),
        ("[1 2]", 1, "a comma or ']' is expected here"),
        ('{"a": NaN}', 1, "a value is expected here. Maybe a comma stands too much"),
        ('{"a": "b', 1, "unterminated string starting at"),
        ('{"a": "b\nc"}', 1, "invalid control character at"),
        ("{} {}", 1, "something stands after the end"),
        ("[" * 100_000, 1, "lists and maps stand more than 30 deep in one another"),
        ('{"a": "\\ud800"}', 1, "a text holds the control character U+D800. Maybe delete it"),
        ('{"a": "\\u0007"}', 1, "a text holds the control character U+0007. Maybe delete it"),
    ],
)
def test_broken_json_isrefused(text: str, line: int, sentence: str, forum: Forum, tmp_path: Path) -> None:
    path = put(tmp_path, "a.json", text)
    assert refused(path, forum) == [(line, "", f"is no JSON: {sentence}")]


def test_json_of_another_shape_isrefused(forum: Forum, tmp_path: Path) -> None:
    said = "is no map of keys and values. Maybe begin with {"
    assert refused(put(tmp_path, "a.json", " [true, false, null, -1.5e3, {}]"), forum) == [(1, "", said)]
    twice = '{"forum": "small-2030",\n"forum": "x", "meetings": []}'
    said = "'forum' stands here again, first in line 1. Maybe delete one of them"
    assert refused(put(tmp_path, "a.json", twice), forum) == [(2, "forum", said)]


@pytest.mark.parametrize("name", ["a.pdf", "a", "a.xls"])
def test_other_forms_arerefused(name: str, forum: Forum, tmp_path: Path) -> None:
    said = f"'{Path(name).suffix}' is no form of a timetable. Maybe one of .json, .csv, .xlsx, .ics"
    assert refused(put(tmp_path, name, "x"), forum) == [(None, "", said)]


@pytest.mark.parametrize("suffix", ["json", "csv", "xlsx", "ics"])
def test_missing_files_are_named(suffix: str, forum: Forum, tmp_path: Path) -> None:
    put(tmp_path, f"timetables.{suffix}", "x")
    said = f"there is no such file. Maybe timetables.{suffix}"
    assert refused(tmp_path / f"timetable.{suffix}", forum) == [(None, "", said)]


def test_reading_json_and_forums_imports_no_heavy_library() -> None:
    heavy = {"pandas", "icalendar", "ortools", "openpyxl"}
    code = f"import sys, scheduler.reading; print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
