"""Killed, out of space or read-only at any step of writing, the folder is whole: old or new."""

import shutil

import pytest

from tests.interrupting import interruptions

PREPARE = """
from pathlib import Path
from scheduler.use_cases.writing import write
NEW = {"one": b"11", "calendars/parties/egypt.ics": b"22", "calendars/all.ics": b"33", "two": b"2"}
"""
WORK = "write(Path(sys.argv[2]), NEW)"
OLD = {
    "one": b"1",
    "two": b"2",
    "calendars/parties/germany.ics": b"\nPRODID:-//hemicycle//",
    "calendars/parties/mine.ics": b"mine",
}
NEW = {
    "one": b"11",
    "two": b"2",
    "calendars/all.ics": b"33",
    "calendars/parties/egypt.ics": b"22",
    "calendars/parties/mine.ics": b"mine",
}


def tree(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def old(folder):
    shutil.rmtree(folder, ignore_errors=True)
    for path, content in OLD.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


@pytest.mark.parametrize("how", ["killed", "interrupted", "full", "read-only"])
def test_at_every_step_the_folder_is_whole(tmp_path, how):
    outputs = tmp_path / "outputs"
    folder = outputs / "forum"
    old(folder)
    seen, steps = [], 0
    for step in interruptions(how, PREPARE, WORK, str(folder)):
        steps = step + 1
        found = tree(folder)
        assert found in (OLD, NEW), step
        seen.append(found == OLD)
        left = [path.name for path in outputs.iterdir() if path.name != "forum"]
        assert how in {"killed", "read-only"} or not left or found == NEW
        old(folder)
    assert tree(folder) == NEW
    assert sorted(path.name for path in outputs.iterdir()) == ["forum"]
    assert steps > 5
    assert True in seen
