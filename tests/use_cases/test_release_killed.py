"""Killed, out of space or read-only at any step: what was before, or the new release, is there whole."""

import shutil

import pytest

from scheduler.reading import read_forum
from tests.interrupting import COMMAND, REASONS, RUN, interruptions, is_sentence
from tests.uncounted import uncounted
from tests.use_cases.releasing import files, plan, released, unreleased

pytestmark = uncounted

PREPARE = """
from pathlib import Path
from datetime import UTC, datetime
from scheduler.publishing.release_json import release_document
from scheduler.reading.releases import digest_of
from scheduler.use_cases.release_store import keep
from scheduler.domain.facts import facts_of
from scheduler.reading import read_forum
folder = Path(sys.argv[2])
forum = read_forum(folder).forum
facts = facts_of(forum)
facts["title"] = "Another title"
last = forum.release
made = last.replace(number=2, note="new", facts=digest_of(facts), follows="")
document = release_document(made, forum.forum, forum.clock.timezone)
"""
WORK = "keep(folder, document, facts)"
TAKEN_AWAY = 2
"""Steps that take away what was put aside, for the facts and for the release: interrupted, they leave it."""


def whole(folder):
    """Return what counts: the leftovers of a killed run do not."""
    return {name: text for name, text in files(folder).items() if not name.startswith("releases/.release-")}


@pytest.mark.parametrize("how", ["killed", "interrupted", "full", "read-only"])
def test_at_every_step_releases_are_whole(tmp_path, how):
    folder = unreleased(tmp_path)
    released(folder, 2, file=plan(tmp_path))
    old = files(folder)
    shutil.copytree(folder, tmp_path / "old")
    seen, left = [], []
    for step in interruptions(how, PREPARE, WORK, str(folder)):
        found = whole(folder)
        more = sorted(found.keys() - old.keys())
        assert {name: found[name] for name in old} == old, step
        assert len(more) in {0, 1, 2}
        assert all("facts-" in name for name in more[:1]), step
        history = read_forum(folder).forum.history
        assert [one.number for one in history] == ([1, 2] if len(more) == 2 else [1]), step
        left += [step] if found != files(folder) else []
        seen.append(len(more))
        shutil.rmtree(folder)
        shutil.copytree(tmp_path / "old", folder)
    assert [one.note for one in read_forum(folder).forum.history] == ["", "new"]
    assert len(seen) > 5
    assert {0, 1} <= {*seen}
    assert how in {"killed", "read-only"} or len(left) <= TAKEN_AWAY


ORDER = ("--status", "draft", "--released", "2020-01-03T12:00:00Z")


@pytest.mark.parametrize("how", list(REASONS))
def test_a_disk_that_takes_nothing_is_said_in_one_sentence(tmp_path, how):
    folder, file, said = unreleased(tmp_path), plan(tmp_path), tmp_path / "said"
    more = ("--timetable", file, "--output", tmp_path / "out")
    before, endings = files(folder), set()
    for step in interruptions(how, COMMAND, RUN, *map(str, (said, "release", folder, *ORDER, *more))):
        found, text = whole(folder), " ".join(said.read_text(encoding="utf-8").split())
        assert text.startswith("0 ") or is_sentence(text, how), text
        made = "releases/release-1.json" in found
        assert ("Release 1 (draft) is made" in text) == made, step
        assert {name: found[name] for name in before} == before
        assert [one.number for one in read_forum(folder).forum.history] == ([1] if made else [])
        endings.add((made, text[0]))
        if (True, "2") in endings:
            break
        shutil.rmtree(tmp_path / "out", ignore_errors=True)
        shutil.rmtree(folder / "releases")
        (folder / "releases").mkdir()
    assert {(False, "2"), (True, "2")} <= endings
