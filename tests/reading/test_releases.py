"""Releases of a forum: the last one counts, and faulty ones are refused."""

from pathlib import Path

import pytest

from scheduler.reading import read_forum
from tests.reading.small import problems_of, release, write


def test_the_last_release_counts(tmp_path: Path) -> None:
    later = release(10, status="draft", uids=None, segments="left out")
    folder = write(
        tmp_path, **{"small-2030/releases/release-10.json": later, "small-2030/releases/README": "x"}
    )
    found = read_forum(folder)
    assert found.forum.release is not None
    assert (found.forum.release.number, found.forum.release.status) == (10, "draft")
    assert found.forum.release.timetable.segments is None
    assert found.forum.release.uids == {}
    assert "small-2030/releases/release-1.json" in found.inputs


_RELEASES = {
    "number": (release(2), 2, "number", "2 is not the number in the name of the file. Maybe release-2.json"),
    "status": (
        release(status="final"),
        3,
        "status",
        "'final' is not known here. Maybe one of draft, published, tentative",
    ),
    "instant": (
        release(released="2030-02-01T12:00"),
        4,
        "released",
        "'2030-02-01T12:00' is no date and time with an offset. "
        "Maybe add the offset, such as 2030-02-01T12:00:00-05:00",
    ),
    "key": (release(notes="x"), None, "notes", "there is no field 'notes' here. Maybe note"),
    "uid twice": (
        release(uids={"talk": "x", "workshop": "x"}),
        8,
        "workshop",
        "'x' is the id of talk already. Maybe delete this line",
    ),
    "uid with a space": (
        release(uids={"talk": "x y"}),
        7,
        "talk",
        "'x y' holds characters that cannot stand here",
    ),
    "no map": ("[]", 1, "", "is no map of keys and values. Maybe begin with {"),
    "no json": ("{", 1, "", "is no JSON: a key in quotes is expected here. Maybe a comma stands too much"),
}


@pytest.mark.parametrize("case", _RELEASES)
def test_a_faulty_release_is_refused(case: str, tmp_path: Path) -> None:
    text, line, field, sentence = _RELEASES[case]
    found = problems_of(write(tmp_path, **{"small-2030/releases/release-1.json": text}))
    assert [(one.field, one.sentence) for one in found] == [(field, sentence)]
    assert line in (None, found[0].line)


def test_a_release_by_another_name_is_refused(tmp_path: Path) -> None:
    found = problems_of(write(tmp_path, **{"small-2030/releases/release-one.json": release()}))
    assert [one.sentence for one in found] == [
        "is no name of a release. Maybe rename it to release-2.json, or take it out of this folder"
    ]


def test_a_release_that_is_a_copy_wants_its_own_number(tmp_path: Path) -> None:
    found = problems_of(write(tmp_path, **{"small-2030/releases/release-2.json": release()}))
    said = "1 is not the number in the name of the file. Maybe number 2"
    assert [(one.line, one.field, one.sentence) for one in found] == [(2, "number", said)]


def test_a_release_may_hold_what_has_been_cancelled_since(tmp_path: Path) -> None:
    gone = release().replace('"id": "talk"', '"id": "old-talk"')
    found = read_forum(write(tmp_path, **{"small-2030/releases/release-1.json": gone})).forum
    assert found.release is not None
    assert "old-talk" in found.release.timetable.by_meeting
    assert "talk" not in found.release.timetable.by_meeting


def test_what_was_cancelled_is_well_formed_too(tmp_path: Path) -> None:
    text = release().replace('"id": "talk"', '"id": "Old talk"')
    found = problems_of(write(tmp_path, **{"small-2030/releases/release-1.json": text}))
    assert "'Old talk' is no id" in found[0].sentence


def test_a_cancelled_meeting_has_times_too(tmp_path: Path) -> None:
    text = release().replace('"id": "talk"', '"id": "old-talk"').replace('"start": "2030', '"start": "20x30')
    assert problems_of(write(tmp_path, **{"small-2030/releases/release-1.json": text}))
