"""Releases of a forum: the last one counts, and faulty ones are refused."""

import json
from pathlib import Path

import pytest

from scheduler.domain.release import Acknowledgement
from scheduler.reading import read_forum
from scheduler.reading.releases import digest_of, facts_name
from tests.reading.small import MEETINGS, problems_of, release, write

DIGEST = "0123456789abcdef" * 4
DAYS = {"day-1": "2030-03-11", "day-2": "2030-03-12"}


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
    assert [one.number for one in found.forum.history] == [1, 10]
    assert "small-2030/releases/release-1.json" in found.inputs


def test_a_release_has_all_that_its_file_says(tmp_path: Path) -> None:
    answered = {
        "clause": "custom/weekdays",
        "subject": "talk",
        "sentence": "On a Sunday.",
        "because": "we must",
    }
    meetings = [{**one, "day": "day-1", "session": "talk", "title": "Old"} for one in MEETINGS[:1]]
    text = release(
        facts=DIGEST, acknowledged=[answered], inputs={"a": "b"}, days=DAYS, meetings=meetings, segments=[]
    )
    facts = f"small-2030/releases/facts-{DIGEST[:16]}.json"
    files = {"small-2030/releases/release-1.json": text, facts: "{}"}
    found = read_forum(write(tmp_path, **files)).forum.release
    assert found is not None
    assert found.acknowledged == (Acknowledgement.model_validate(answered),)
    assert (found.facts, found.follows, found.inputs, found.timezone) == (
        DIGEST,
        "",
        {"a": "b"},
        "America/New_York",
    )
    assert {name: on.isoformat() for name, on in found.days.items()} == DAYS
    assert [(one.id, one.day, one.title) for one in found.meetings] == [("talk", "day-1", "Old")]


def test_days_are_the_same_by_their_names(tmp_path: Path) -> None:
    forum = (write(tmp_path) / "forum.yaml").read_text(encoding="utf-8")
    later = forum.replace("2030-03-11", "2030-03-18").replace("2030-03-12", "2030-03-19")
    text = release(days=DAYS)
    folder = write(tmp_path, **{"small-2030/releases/release-1.json": text, "small-2030/forum.yaml": later})
    found = read_forum(folder).forum
    assert found.release is not None
    place = found.release.timetable.by_meeting["talk"]
    assert found.clock.instant(place.start).isoformat() == "2030-03-18T15:00:00-04:00"
    assert found.release.meetings[0].start.isoformat() == "2030-03-11T15:00:00-04:00"


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


def succession(count: int) -> dict[str, str]:
    """Return releases of which each follows the one before."""
    found, before = dict[str, str](), ""
    for number in range(1, count + 1):
        text = release(number, follows=before)
        before = digest_of(json.loads(text))
        found[f"small-2030/releases/release-{number}.json"] = text
    return found


def test_each_release_follows_the_one_before(tmp_path: Path) -> None:
    history = read_forum(write(tmp_path, **succession(3))).forum.history
    assert [one.number for one in history] == [1, 2, 3]
    assert history[0].follows == ""
    assert all(one.follows for one in history[1:])


def test_how_a_release_is_laid_out_does_not_count(tmp_path: Path) -> None:
    files = succession(2)
    files["small-2030/releases/release-1.json"] = json.dumps(
        json.loads(files["small-2030/releases/release-1.json"]), sort_keys=True
    )
    assert problems_of(write(tmp_path, **files)) == ()


def test_a_release_that_was_changed_is_refused(tmp_path: Path) -> None:
    files = succession(3)
    first = files["small-2030/releases/release-1.json"]
    files["small-2030/releases/release-1.json"] = first.replace("given out", "never given out")
    found = problems_of(write(tmp_path, **files))
    assert [(one.file.rpartition("/")[2], one.line, one.field, one.sentence) for one in found] == [
        (
            "release-2.json",
            67,
            "follows",
            "release 1 is not what it was when this one was made. A release never changes. "
            "Maybe put the earlier release-1.json back",
        )
    ]


@pytest.mark.parametrize("lost", [1, 2])
def test_a_release_that_is_lost_is_missed(lost: int, tmp_path: Path) -> None:
    files = {name: text for name, text in succession(3).items() if f"-{lost}.json" not in name}
    folder = write(tmp_path, **files)
    (folder / f"releases/release-{lost}.json").unlink(missing_ok=True)
    said = f"release {lost}, which comes before it, is not there. Maybe put release-{lost}.json back"
    assert [one.sentence for one in problems_of(folder)] == [said]


def test_a_faulty_release_is_no_lost_one(tmp_path: Path) -> None:
    files = {**succession(2), "small-2030/releases/release-1.json": release(status="final")}
    assert [one.field for one in problems_of(write(tmp_path, **files))] == ["status"]


def test_leftovers_and_facts_are_no_releases(tmp_path: Path) -> None:
    names = (".release-x1", ".release-1.json", facts_name(DIGEST), "notes.txt")
    folder = write(tmp_path, **{f"small-2030/releases/{name}": "{" for name in names})
    assert problems_of(folder) == ()
    found = problems_of(write(tmp_path, **{"small-2030/releases/facts-1.json": "{}"}))
    assert [one.value for one in found] == ["facts-1.json"]


def test_a_release_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / "releases/release-2.json").mkdir()
    assert [one.file.rpartition("/")[2] for one in problems_of(folder)] == ["release-2.json"]


def test_no_release_is_older_than_the_one_before(tmp_path: Path) -> None:
    early = release(2, released="2030-01-31T12:00:00Z")
    (problem,) = problems_of(write(tmp_path, **{"small-2030/releases/release-2.json": early}))
    assert (problem.field, problem.sentence) == (
        "released",
        "release 1 was given out later, at 2030-02-01T12:00:00+00:00. Maybe a later time",
    )
