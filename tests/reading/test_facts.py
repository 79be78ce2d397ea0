"""What a release was solved from, read back; a file that is not what it was is refused where it is needed."""

import json
from pathlib import Path

import pytest

from scheduler.domain.facts import Facts, facts_of
from scheduler.domain.forum import Forum
from scheduler.domain.release import Release
from scheduler.publishing.release_json import facts_bytes
from scheduler.reading import BadData, read_forum
from scheduler.reading.facts import read_earlier, read_facts
from scheduler.reading.releases import digest_of, facts_name
from tests.reading.small import problems_of, release, write


def kept(root: Path, facts: Facts | None = None) -> tuple[Path, Forum, Release]:
    """Return a forum with a release that says what it was solved from."""
    found = facts if facts is not None else facts_of(read_forum(write(root)).forum)
    digest = digest_of(found)
    folder = write(root, **{"small-2030/releases/release-1.json": release(facts=digest)})
    (folder / "releases" / facts_name(digest)).write_bytes(facts_bytes(found))
    forum = read_forum(folder).forum
    assert forum.release is not None
    return folder, forum, forum.release


def test_the_forum_of_then_is_that_of_now_without_changes(tmp_path: Path) -> None:
    folder, forum, last = kept(tmp_path)
    assert read_facts(folder, last) == facts_of(forum)
    earlier = read_earlier(folder, forum, last)
    assert earlier is not None
    assert facts_of(earlier) == facts_of(forum)
    assert (earlier.release, earlier.history, earlier.levels) == (last, (last,), forum.levels)


def test_the_forum_of_then_has_what_is_gone_now(tmp_path: Path) -> None:
    folder, _, last = kept(tmp_path)
    rooms = folder / "rooms.yaml"
    rooms.write_text(rooms.read_text(encoding="utf-8").replace("  - annex\n", ""), encoding="utf-8")
    now = read_forum(folder).forum
    earlier = read_earlier(folder, now, last)
    assert earlier is not None
    assert [one.room for one in now.rooms] == ["hall"]
    assert [one.room for one in earlier.rooms] == ["annex", "hall"]


def test_a_release_need_not_say_what_it_was_solved_from(tmp_path: Path) -> None:
    forum = read_forum(write(tmp_path)).forum
    assert forum.release is not None
    assert read_facts(tmp_path / "small-2030", forum.release) is None
    assert read_earlier(tmp_path / "small-2030", forum, forum.release) is None


def test_how_facts_are_laid_out_does_not_count(tmp_path: Path) -> None:
    folder, forum, last = kept(tmp_path)
    (path,) = (folder / "releases").glob("facts-*.json")
    path.write_text(json.dumps(json.loads(path.read_bytes()), indent=7, sort_keys=True), encoding="utf-8")
    assert read_facts(folder, last) == facts_of(forum)


def changed(text: str) -> str:
    return text.replace("Great Hall", "Small Hall")


def test_facts_that_are_gone_are_missed_at_once(tmp_path: Path) -> None:
    folder, _, _ = kept(tmp_path)
    (path,) = (folder / "releases").glob("facts-*.json")
    path.unlink()
    (problem,) = problems_of(folder)
    assert problem.field == "facts"
    assert problem.sentence == f"what it was solved from is not there. Maybe put {path.name} back"


def test_a_release_that_was_changed_by_hand_is_refused(tmp_path: Path) -> None:
    folder, _, _ = kept(tmp_path)
    (path,) = (folder / "releases").glob("release-1.json")
    document = json.loads(path.read_text(encoding="utf-8"))
    sealed = {**document, "seal": digest_of(document)}
    path.write_text(json.dumps(sealed), encoding="utf-8")
    assert problems_of(folder) == ()
    path.write_text(json.dumps({**sealed, "note": "another"}), encoding="utf-8")
    (problem,) = problems_of(folder)
    assert problem.field == "seal"
    assert "A release never changes. Maybe put it back" in problem.sentence


@pytest.mark.parametrize("how", [changed, lambda _: "{", lambda _: "null", lambda _: "\x00"])
def test_facts_that_are_not_what_they_were_are_refused(how, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    folder, forum, last = kept(tmp_path)
    (path,) = (folder / "releases").glob("facts-*.json")
    path.write_text(how(path.read_text(encoding="utf-8")), encoding="utf-8")
    assert problems_of(folder) == ()
    for read in (lambda: read_facts(folder, last), lambda: read_earlier(folder, forum, last)):
        with pytest.raises(BadData) as refused:
            read()
        (problem,) = refused.value.problems
        assert problem.file == path.as_posix()
        assert problem.sentence == "is not what release 1 was solved from. Maybe put the earlier file back"


@pytest.mark.parametrize("facts", [{"clock": {}}, {"title": "x"}, {"clock": {"timezone": "Mars/Here"}}])
def test_facts_that_nobody_understands_any_more_are_passed_over(facts: Facts, tmp_path: Path) -> None:
    folder, forum, last = kept(tmp_path, facts)
    assert read_facts(folder, last) == facts
    assert read_earlier(folder, forum, last) is None
