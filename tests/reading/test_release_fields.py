"""Every field of a release is checked; what is wrong is said with its line."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.reading.small import MEETINGS, SEGMENTS, problems_of, release, write

DIGEST = "0123456789abcdef" * 4
DAYS = {"day-1": "2030-03-11", "day-2": "2030-03-12"}


ANSWERED = {"clause": "custom/weekdays", "subject": "talk", "sentence": "On a Sunday.", "because": "we must"}
HEAD: dict[str, Any] = {"days": DAYS, "facts": DIGEST, "inputs": {"a": "b"}, "acknowledged": [ANSWERED]}
_LATE = "9999-12-31T23:59:00-12:00"
_FIELDS: dict[str, tuple[tuple[str | int, ...], Any, str]] = {
    "no number": (("number",), "one", "'one' is no whole number"),
    "number 0": (("number",), 0, "'0' is too small: 1 is the least"),
    "number missing": (("number",), ..., "is missing"),
    "status missing": (("status",), ..., "is missing"),
    "time missing": (("released",), ..., "is missing"),
    "time": (("released",), "yesterday", "'yesterday' is no date and time with an offset"),
    "a time of no use": (
        ("released",),
        "0001-01-01T00:00:00+14:00",
        "is not of our time. Maybe a year such as",
    ),
    "note": (("note",), ["a"], "is no text"),
    "follows": (("follows",), "abc", "'abc' "),
    "facts": (("facts",), DIGEST.upper(), "cannot stand here"),
    "facts of no text": (("facts",), [], "is no text"),
    "inputs": (("inputs",), ["a"], "is no map of keys and values"),
    "an input": (("inputs", "a"), ["b"], "is no text"),
    "acknowledged": (("acknowledged",), {"a": 1}, "is no list"),
    "a clause missing": (("acknowledged", 0, "clause"), ..., "is missing"),
    "a subject missing": (("acknowledged", 0, "subject"), ..., "is missing"),
    "a sentence missing": (("acknowledged", 0, "sentence"), ..., "is missing"),
    "no reason": (("acknowledged", 0, "because"), "", "is empty. Maybe put something in"),
    "an unknown key there": (("acknowledged", 0, "why"), "x", "there is no field 'why' here"),
    "uids": (("uids",), "x", "is no map of keys and values"),
    "a uid": (("uids", "talk"), "", "cannot stand here"),
    "a long uid": (("uids", "talk"), "x" * 256, "has more than 255 characters"),
    "a uid of no meeting": (("uids", "A talk"), "x", "'A talk' is no id"),
    "days": (("days",), ["day-1"], "is no map of keys and values"),
    "a date": (("days", "day-1"), "2030-02-30", "'2030-02-30' is no date. Maybe a day from 2030-02-01"),
    "the name of a day": (("days", "Day 1"), "2030-03-11", "'Day 1' is no id"),
    "forum": (("forum",), "large-2030", "'large-2030' is not this forum. Maybe small-2030"),
    "forum missing": (("forum",), ..., "is missing"),
    "zone": (("timezone",), "New York", "'New York' is no IANA time zone name. Maybe America/New_York"),
    "zone missing": (("timezone",), ..., "is missing"),
    "a zone above": (("timezone",), "../etc", "'../etc' is no IANA time zone name. Maybe America/New_York"),
    "meetings": (("meetings",), "all", "is no list"),
    "meetings missing": (("meetings",), ..., "is missing"),
    "an id": (("meetings", 0, "id"), "A talk", "'A talk' is no id"),
    "id missing": (("meetings", 0, "id"), ..., "is missing"),
    "a room": (("meetings", 0, "room"), "Great Hall", "'Great Hall' is no id"),
    "a meeting's key": (("meetings", 0, "rooms"), "hall", "there is no field 'rooms' here. Maybe room"),
    "a title": (("meetings", 0, "title"), ["A"], "is no text"),
    "words": (("meetings", 0, "words"), ["A"], "is no text"),
    "a start": (("meetings", 0, "start"), "10:00", "'10:00' is no date and time with an offset"),
    "a start of no use": (("meetings", 0, "end"), _LATE, "is not of our time"),
    "an end": (
        ("meetings", 0, "end"),
        "2030-03-11T14:00:00-04:00",
        "'talk' ends before it begins. Maybe the times are exchanged",
    ),
    "an end at the start": (
        ("meetings", 0, "end"),
        "2030-03-11T15:00:00-04:00",
        "'talk' ends before it begins",
    ),
    "a meeting twice": (
        ("meetings", 3, "id"),
        "plenary-1",
        "'plenary-1' is placed here again. Maybe delete one of them",
    ),
    "a day": (
        ("meetings", 0, "day"),
        "day-3",
        "there is no day 'day-3' in this release. Maybe one of day-1, day-2",
    ),
    "another day": (
        ("meetings", 0, "day"),
        "day-2",
        "day-2 is 2030-03-12 here, and 'talk' is on 2030-03-11. Maybe day-1",
    ),
    "segments": (("segments",), "all", "is no list"),
    "a segment's meeting": (
        ("segments", 0, "meeting"),
        "plenary-3",
        "there is no meeting 'plenary-3' in this release. Maybe",
    ),
    "a segment's end": (
        ("segments", 0, "end"),
        "2030-03-12T09:00:00-04:00",
        "'plenary/opening' ends before it begins",
    ),
    "a segment twice": (
        ("segments", 1, "id"),
        "plenary/opening",
        "'plenary/opening' stands here again for one meeting. Maybe delete one of them",
    ),
    "a segment's time": (("segments", 0, "start"), "10:00", "'10:00' is no date and time with an offset"),
    "a segment's key": (("segments", 0, "room"), "hall", "there is no field 'room' here"),
}


def changed(path: tuple[str | int, ...], value: Any) -> str:
    """Return a release with one thing changed, or left out."""
    document = json.loads(release(**HEAD))
    *outer, last = path
    inner = document
    for step in outer:
        inner = inner[step]
    if value is ...:
        del inner[last]
    else:
        inner[last] = value
    return json.dumps(document, indent=1)


def lines_with(text: str, key: str | int, value: Any) -> Iterator[int]:
    begins = f'"{key}": {json.dumps(value, indent=1).splitlines()[0]}'
    return (number for number, line in enumerate(text.splitlines(), 1) if line.strip().startswith(begins))


@pytest.mark.parametrize("case", _FIELDS)
def test_every_field_is_checked(case: str, tmp_path: Path) -> None:
    path, value, sentence = _FIELDS[case]
    text = changed(path, value)
    found = problems_of(write(tmp_path, **{"small-2030/releases/release-1.json": text}))
    assert len(found) == 1, found
    assert found[0].sentence.startswith(sentence) or sentence in found[0].sentence
    assert found[0].file.endswith("small-2030/releases/release-1.json")
    assert found[0].line is not None
    if value is not ...:
        assert found[0].line in lines_with(text, path[-1], value)
    assert found[0].field == path[-1]


def test_a_meeting_on_no_day_of_the_release_names_none(tmp_path: Path) -> None:
    text = release(days={"day-2": "2030-03-12"}, meetings=[{**MEETINGS[0], "day": "day-2"}], segments=[])
    found = problems_of(write(tmp_path, **{"small-2030/releases/release-1.json": text}))
    said = "day-2 is 2030-03-12 here, and 'talk' is on 2030-03-11. Maybe another start"
    assert [one.sentence for one in found] == [said]


def test_what_was_outside_the_days_may_be_released(tmp_path: Path) -> None:
    text = release(
        days={"day-2": "2030-03-12"}, meetings=[{**MEETINGS[0], "day": ""}, MEETINGS[1]], segments=[]
    )
    assert problems_of(write(tmp_path, **{"small-2030/releases/release-1.json": text})) == ()
    without = release(meetings=[{**MEETINGS[0], "day": "day-7"}], segments=[])
    assert problems_of(write(tmp_path, **{"small-2030/releases/release-1.json": without})) == ()


def test_a_segment_may_last_no_minute(tmp_path: Path) -> None:
    empty = {**SEGMENTS[0], "end": SEGMENTS[0]["start"]}
    text = release(segments=[empty, *SEGMENTS[1:]])
    assert problems_of(write(tmp_path, **{"small-2030/releases/release-1.json": text})) == ()
