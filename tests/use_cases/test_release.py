"""Releasing: what was scheduled is frozen, numbered and kept; a gate stands before what is published."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from scheduler.reading import BadData, read_forum
from scheduler.reading.releases import digest_of, facts_name
from scheduler.use_cases.current_timetable import current_timetable
from scheduler.use_cases.release import Order, release, restore
from scheduler.use_cases.release_time import NotYet, TooEarly
from scheduler.use_cases.releases import releases
from scheduler.use_cases.schedule import schedule
from tests.reading.small import MEETINGS, SESSIONS
from tests.use_cases.releasing import (
    at,
    change,
    files,
    kept,
    out,
    plan,
    problem,
    released,
    unreleased,
    unsealed,
    without_workshop,
)


def test_the_first_release_of_a_forum_is_what_was_scheduled(tmp_path):
    folder = unreleased(tmp_path)
    before = schedule(folder, out(folder)).programme
    answer = released(folder, 2, "published", note="for the bureau")
    assert answer.path == folder / "releases/release-1.json"
    assert (answer.breaches, answer.unwritten) == ((), "")
    now = read_forum(folder).forum
    assert now.release.timetable.placements == before.timetable.placements
    assert (now.release.number, now.release.status, now.release.note) == (1, "published", "for the bureau")
    assert now.release.released == at(2)
    assert now.release.days == {day.name: day.date for day in now.clock.days}
    assert {*now.release.uids} == {one["id"] for one in MEETINGS}
    assert [(one.day, one.title) for one in now.release.meetings if one.id == "talk"] == [("day-1", "A talk")]
    assert answer.scheduled.programme.release == 1
    assert json.loads((out(folder) / "timetable.json").read_bytes())["release"] == 1


def test_the_release_is_of_what_is_on_the_disk_and_names_it(tmp_path):
    folder = unreleased(tmp_path)
    schedule(folder, out(folder))
    inputs = read_forum(folder).inputs
    released(folder, 2)
    document = kept(folder, 1)
    assert document["inputs"] == inputs
    assert "follows" not in document
    facts = json.loads((folder / "releases" / facts_name(document["facts"])).read_bytes())
    assert digest_of(facts) == document["facts"]


def test_the_second_follows_the_first(tmp_path):
    folder = unreleased(tmp_path)
    released(folder, 2, file=plan(tmp_path))
    first = (folder / "releases/release-1.json").read_bytes()
    released(folder, 3, "tentative")
    assert (folder / "releases/release-1.json").read_bytes() == first
    assert kept(folder, 2)["follows"] == digest_of(json.loads(first))
    assert kept(folder, 2)["uids"] == kept(folder, 1)["uids"]
    assert kept(folder, 2)["facts"] == kept(folder, 1)["facts"]
    assert len([*(folder / "releases").iterdir()]) == 3
    history = releases(folder).history
    assert [(one.number, one.status) for one in history] == [(1, "draft"), (2, "tentative")]


def test_scheduling_again_after_a_release_changes_no_byte(tmp_path):
    folder = unreleased(tmp_path)
    schedule(folder, out(folder))
    released(folder, 2, "published")
    before = files(tmp_path)
    schedule(folder, out(folder))
    assert files(tmp_path) == before


def test_what_was_scheduled_before_the_data_changed_is_refused(tmp_path):
    folder = unreleased(tmp_path)
    schedule(folder, out(folder))
    change(folder / "rooms.yaml", "because: taken", "because: painted")
    with pytest.raises(BadData) as refused:
        released(folder, 2)
    said = "was made before small-2030/rooms.yaml changed. Maybe schedule the forum again first"
    assert problem(refused) == said
    schedule(folder, out(folder))
    assert released(folder, 2).path


def test_what_was_scheduled_before_another_release_is_refused(tmp_path):
    folder = unreleased(tmp_path)
    schedule(folder, out(folder))
    release(folder, Order("draft", at=at(2)), plan(tmp_path), tmp_path / "elsewhere")
    with pytest.raises(BadData) as refused:
        released(folder, 3)
    assert "small-2030/releases/release-1.json" in problem(refused)
    assert "mandates/releases.yaml" in problem(refused)


@pytest.mark.parametrize("text", [None, "", "[]", "{}", '{"inputs": 3}', '{"inputs": [1]}', "\x00"])
def test_without_outputs_there_is_nothing_to_release(text, tmp_path):
    folder = unreleased(tmp_path)
    out(folder).mkdir()
    if text is not None:
        (out(folder) / "run.json").write_text(text)
    with pytest.raises(BadData) as refused:
        released(folder, 2)
    said = "there is no timetable here that was just scheduled. Maybe schedule the forum first"
    assert problem(refused) == said


def test_outputs_lie_in_a_folder_of_the_forum_s_name(tmp_path, monkeypatch):
    folder = unreleased(tmp_path)
    monkeypatch.chdir(tmp_path)
    schedule(folder)
    assert release(folder, Order("draft", at=at(2))).path
    reading = read_forum(folder)
    current = current_timetable(reading, None, Path("outputs/small-2030"))
    assert current.placements == reading.forum.release.timetable.placements
    restore(folder, 1, Order("draft", at=at(3)))
    assert json.loads(Path("outputs/small-2030/timetable.json").read_bytes())["release"] == 2


@pytest.mark.parametrize("moment", [at(2), at(1), at(2) + timedelta(microseconds=1)])
def test_no_release_is_older_than_the_one_before_it(moment, tmp_path):
    folder = unreleased(tmp_path)
    released(folder, 2, file=plan(tmp_path))
    with pytest.raises(TooEarly) as refused:
        release(folder, Order("draft", at=moment), plan(tmp_path), out(folder))
    assert str(refused.value).endswith(
        "is not after release 1, which was given out at 2020-01-02T12:00:00+00:00. "
        "Maybe 2020-01-02T12:01:00+00:00"
    )
    assert release(folder, Order("draft", at=at(2, 1)), plan(tmp_path), out(folder)).path


@pytest.mark.parametrize(("hours", "fine"), [(23, True), (25, False)])
def test_no_release_is_given_out_in_the_future(hours, fine, tmp_path):
    folder, now = unreleased(tmp_path), at(2)
    order = Order("draft", at=now + timedelta(hours=hours))
    if fine:
        assert release(folder, order, plan(tmp_path), out(folder), now=lambda: now).path
        return
    with pytest.raises(NotYet) as refused:
        release(folder, order, plan(tmp_path), out(folder), now=lambda: now)
    assert str(refused.value) == (
        "2020-01-03T13:00:00+00:00 is in the future: it is 2020-01-02T07:00:00-05:00 now. "
        "Maybe leave --released out"
    )
    assert not [*(folder / "releases").iterdir()]


def test_without_a_time_it_is_now_in_the_forum_s_zone_and_asked_once(tmp_path):
    folder, asked = unreleased(tmp_path), []

    def now():
        asked.append(1)
        return datetime(2020, 1, 2, 12, 0, 7, 999, tzinfo=UTC)

    release(folder, Order("draft"), plan(tmp_path), out(folder), now=now)
    assert kept(folder, 1)["released"] == "2020-01-02T07:00:07-05:00"
    assert asked == [1]


def test_the_clock_tells_the_time_of_both_verbs(tmp_path):
    folder = unreleased(tmp_path)
    first = release(folder, Order("draft"), plan(tmp_path), out(folder))
    second = restore(
        folder, 1, Order("draft"), out(folder), now=lambda: datetime.now(UTC) + timedelta(hours=1)
    )
    assert datetime.now(UTC) - first.release.released < timedelta(minutes=5)
    assert second.release.released > first.release.released
    with pytest.raises(TooEarly):
        restore(folder, 1, Order("draft"), out(folder))


def test_a_meeting_that_is_gone_keeps_its_id_and_has_it_when_it_comes_back(tmp_path):
    folder = unreleased(tmp_path)
    released(folder, 2, file=plan(tmp_path))
    first = kept(folder, 1)
    (folder / "sessions.yaml").write_text(without_workshop(), encoding="utf-8")
    schedule(folder, out(folder))
    released(folder, 3)
    second = kept(folder, 2)
    assert "workshop" not in {one["id"] for one in second["meetings"]}
    assert second["uids"] == first["uids"]
    assert second["facts"] != first["facts"]
    (folder / "sessions.yaml").write_text(SESSIONS, encoding="utf-8")
    schedule(folder, out(folder))
    released(folder, 4)
    third = kept(folder, 3)
    assert "workshop" in {one["id"] for one in third["meetings"]}
    assert (third["uids"], third["facts"]) == (first["uids"], first["facts"])


def test_ids_that_were_given_by_hand_stay(tmp_path):
    folder = unreleased(tmp_path)
    released(folder, 2, file=plan(tmp_path))
    change(folder / "releases/release-1.json", kept(folder, 1)["uids"]["talk"], "talk@example.org")
    unsealed(folder / "releases/release-1.json")
    released(folder, 3, file=plan(tmp_path))
    assert kept(folder, 2)["uids"]["talk"] == "talk@example.org"


def test_no_release_is_made_on_one_that_was_changed(tmp_path):
    folder = unreleased(tmp_path)
    for day in (2, 3):
        released(folder, day, file=plan(tmp_path))
    change(folder / "releases/release-1.json", "A talk", "The talk")
    with pytest.raises(BadData) as refused:
        released(folder, 4, file=plan(tmp_path))
    assert problem(refused).startswith("this release is not what it was when it was made.")
    assert not (folder / "releases/release-3.json").exists()


def test_a_release_is_made_whatever_becomes_of_its_outputs(tmp_path):
    folder, told = unreleased(tmp_path), []
    out(folder).write_text("a file")
    answer = released(folder, 2, file=plan(tmp_path), on_made=told.append)
    assert answer.path == folder / "releases/release-1.json"
    assert answer.scheduled is None
    assert answer.unwritten.startswith(str(out(folder)))
    assert [one.path for one in told] == [answer.path]
    (tmp_path / "nothing").mkdir()
    second = restore(folder, 1, Order("draft", at=at(3)), out(folder), on_made=told.append)
    assert [one.path for one in told] == [answer.path, second.path]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(28, "No space left on device", "a/b"), "a/b: No space left on device"),
        (OSError(28, "No space left on device"), "No space left on device"),
        (OSError("broken"), "broken"),
    ],
)
def test_why_there_are_no_outputs_is_said(error, said, tmp_path, monkeypatch):
    def failing(*_arguments, **_more):
        raise error

    monkeypatch.setattr("scheduler.use_cases.release.schedule", failing)
    assert released(unreleased(tmp_path), 2, file=plan(tmp_path)).unwritten == said


def test_facts_that_are_missing_for_the_outputs_are_said_too(tmp_path):
    folder = unreleased(tmp_path)
    released(folder, 2, "published", plan(tmp_path))
    released(folder, 3, "published", plan(tmp_path, "annex", of="workshop"))
    (folder / "sessions.yaml").write_text(without_workshop(), encoding="utf-8")
    for path in (folder / "releases").glob("facts-*.json"):
        path.write_text("{}")
    answer = restore(folder, 1, Order("published", at=at(4)), out(folder))
    assert answer.path is not None
    assert "is not what release" in answer.unwritten
