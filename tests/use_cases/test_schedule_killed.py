"""Killed, out of space or read-only at any step of a schedule: its outputs are whole, old or new."""

import shutil

import pytest

from scheduler.use_cases.schedule import schedule
from tests.interrupting import COMMAND, RUN, interruptions, is_sentence
from tests.uncounted import uncounted
from tests.use_cases.releasing import files, later, out, unreleased

pytestmark = uncounted

FORMATS = ("json", "txt")


@pytest.fixture
def folder(tmp_path):
    """Return the small forum, moved by a week since it was scheduled, with its outputs beside it."""
    folder = unreleased(tmp_path)
    schedule(folder, out(folder), FORMATS)
    later(folder)
    shutil.copytree(out(folder), tmp_path / "old")
    return folder


@pytest.mark.parametrize("how", ["killed", "read-only"])
def test_at_every_step_the_outputs_are_whole(folder, tmp_path, how):
    said, old, data = tmp_path / "said", files(out(folder)), files(folder)
    arguments = (said, "schedule", folder, "--output", out(folder), "--formats", ",".join(FORMATS))
    seen = []
    for step in interruptions(how, COMMAND, RUN, *map(str, arguments)):
        text = " ".join(said.read_text(encoding="utf-8").split()) if said.exists() else ""
        seen.append((files(out(folder)), text))
        assert files(folder) == data, step
        said.unlink(missing_ok=True)
        for made in (out(folder), *tmp_path.glob(".hemicycle-*")):
            shutil.rmtree(made)
        shutil.copytree(tmp_path / "old", out(folder))
    new = files(out(folder))
    assert new.keys() == old.keys()
    assert all(new[name] != old[name] for name in new)
    assert len(seen) > 5
    assert any(found == old for found, _ in seen)
    for found, text in seen:
        assert found in (old, new)
        assert is_ending(text, how, done=found == new)


def is_ending(text, how, *, done):
    """Tell whether a run has said what there is to say; one that was killed has said nothing."""
    if how == "killed":
        return not text
    return text.startswith("0 ") if done else is_sentence(text, how)
