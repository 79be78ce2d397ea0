"""An older release is made the current one by a new release; nothing is rewritten."""

import pytest

from scheduler.use_cases.release import NoSuchRelease, Order, RoomGone, restore
from tests.use_cases.releasing import (
    at,
    change,
    files,
    kept,
    later,
    out,
    plan,
    released,
    unreleased,
    without_workshop,
)


def test_restoring_makes_a_new_release_of_the_old_timetable(tmp_path):
    folder = unreleased(tmp_path)
    released(folder, 2, "published", plan(tmp_path))
    released(folder, 3, "published", plan(tmp_path, "annex", of="workshop"))
    before = files(folder)
    answer = restore(folder, 1, Order("published", "as before", at(4)), out(folder))
    assert answer.path == folder / "releases/release-3.json"
    assert {name: text for name, text in files(folder).items() if name in before} == before
    assert kept(folder, 3)["meetings"] == kept(folder, 1)["meetings"] != kept(folder, 2)["meetings"]
    assert kept(folder, 3)["segments"] == kept(folder, 1)["segments"]
    assert answer.scheduled.programme.release == 3


def test_restoring_after_the_forum_has_moved_keeps_to_the_names_of_its_days(tmp_path):
    folder = unreleased(tmp_path)
    released(folder, 2, "published", plan(tmp_path))
    later(folder)
    answer = restore(folder, 1, Order("published", at=at(4)), out(folder))
    assert answer.breaches == ()
    starts = {one["id"]: (one["day"], one["start"]) for one in kept(folder, 2)["meetings"]}
    assert starts["talk"] == ("day-1", "2030-03-18T15:00:00-04:00")


def test_restoring_leaves_out_what_the_forum_does_not_have_any_more(tmp_path):
    folder = unreleased(tmp_path)
    released(folder, 2, file=plan(tmp_path))
    (folder / "sessions.yaml").write_text(without_workshop(), encoding="utf-8")
    answer = restore(folder, 1, Order("published", at=at(4)), out(folder))
    assert answer.path is not None
    assert "workshop" not in {one["id"] for one in kept(folder, 2)["meetings"]}
    assert "workshop" in kept(folder, 2)["uids"]


def test_restoring_what_breaks_a_clause_now_is_not_published(tmp_path):
    folder = unreleased(tmp_path)
    released(folder, 2, file=plan(tmp_path))
    change(tmp_path / "mandates/charter.yaml", "rooms: [hall]", "rooms: [annex]")
    answer = restore(folder, 1, Order("published", at=at(4)), out(folder))
    assert answer.path is None
    assert answer.breaches
    assert restore(folder, 1, Order("draft", at=at(4)), out(folder)).path


def test_what_was_in_a_room_that_is_not_open_any_more_cannot_be_restored(tmp_path):
    folder = unreleased(tmp_path)
    released(folder, 2, file=plan(tmp_path))
    (folder / "rooms.yaml").write_text("open: [hall]\n", encoding="utf-8")
    with pytest.raises(RoomGone) as refused:
        restore(folder, 1, Order("draft", at=at(4)), out(folder))
    said = (
        "release 1 holds meetings in annex, not open to the forum any more. Maybe open it again in rooms.yaml"
    )
    assert str(refused.value) == said


def test_no_other_release_than_those_there_are_can_be_restored(tmp_path):
    folder = unreleased(tmp_path)
    with pytest.raises(NoSuchRelease) as refused:
        restore(folder, 1, Order("draft"), out(folder))
    assert str(refused.value) == "there is no release 1 of small-2030."
    released(folder, 2, file=plan(tmp_path))
    with pytest.raises(NoSuchRelease) as refused:
        restore(folder, 7, Order("draft"), out(folder))
    assert str(refused.value) == "there is no release 7 of small-2030. Maybe 1"
