"""Two folders change places, on every system."""

import ctypes
import os
import sys
from fcntl import LOCK_EX, flock
from pathlib import Path

import pytest

from scheduler.use_cases.exchange import exchange
from scheduler.use_cases.writing import write


@pytest.fixture
def folders(tmp_path):
    """Return two folders, each with a file that bears its name."""
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "name").write_text(name)
    return tmp_path / "one", tmp_path / "other"


class Without:
    """A system's library in which folders cannot be exchanged."""


class MacOs:
    """A system's library that exchanges folders as macOS does."""

    def __init__(self):
        self.asked = []

    def renamex_np(self, *arguments):
        self.asked.append(arguments)
        return 0


@pytest.mark.parametrize("library", [None, Without()])
def test_they_change_places(folders, monkeypatch, library):
    if library:
        monkeypatch.setattr(ctypes, "CDLL", lambda _: library)
    exchange(*folders)
    assert [(folder / "name").read_text() for folder in folders] == ["other", "one"]
    assert len(list(folders[0].parent.iterdir())) == 2


def test_on_macos_its_own_call_is_used(folders, monkeypatch):
    library = MacOs()
    monkeypatch.setattr(ctypes, "CDLL", lambda _: library)
    monkeypatch.setattr(sys, "platform", "darwin")
    exchange(*folders)
    assert library.asked == [(*map(os.fsencode, folders), 2)]


def test_what_fails_half_way_is_put_back(folders, monkeypatch):
    monkeypatch.setattr(ctypes, "CDLL", lambda _: Without())
    rename = Path.rename

    def failing(path, target):
        if path == folders[0]:
            raise OSError("no")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(OSError, match="no"):
        exchange(*folders)
    assert [(folder / "name").read_text() for folder in folders] == ["one", "other"]


def test_what_a_killed_run_has_left_goes_and_what_a_living_one_needs_stays(tmp_path):
    left, needed, file = (tmp_path / f".hemicycle-{name}" for name in ("left", "needed", "vanished"))
    left.mkdir()
    needed.mkdir()
    file.symlink_to(tmp_path / "nowhere")
    held = os.open(needed, os.O_RDONLY)
    flock(held, LOCK_EX)
    write(tmp_path / "forum", {"one": b"1"})
    os.close(held)
    assert not left.exists()
    assert needed.is_dir()


def test_where_files_cannot_have_two_names_they_are_copied(tmp_path, monkeypatch):
    def refusing(*_arguments, **_more):
        raise OSError("no links here")

    write(tmp_path / "forum", {"one": b"1", "two": b"2"})
    monkeypatch.setattr(os, "link", refusing)
    write(tmp_path / "forum", {"one": b"11", "two": b"2"})
    assert (tmp_path / "forum/two").read_bytes() == b"2"
