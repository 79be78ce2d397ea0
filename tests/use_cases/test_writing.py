"""Outputs on the disk: whole or not at all, unchanged files untouched, others' files left alone."""

import errno
import os
import shutil

import pytest

from scheduler.publishing.milestones_csv import HEAD
from scheduler.publishing.notice_text import MARK
from scheduler.use_cases.writing import write


def tree(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_files_are_written_in_folders_that_are_made(tmp_path):
    files = {"timetable.json": b"{}", "calendars/all.ics": b"BEGIN"}
    assert write(tmp_path / "a" / "b", files) == tuple(tmp_path / "a" / "b" / path for path in files)
    assert tree(tmp_path / "a" / "b") == files


def test_what_did_not_change_is_not_touched(tmp_path):
    write(tmp_path, {"one": b"1", "two": b"2"})
    for name in ("one", "two"):
        os.utime(tmp_path / name, (1, 1))
    write(tmp_path, {"one": b"1", "two": b"3"})
    assert (tmp_path / "one").stat().st_mtime == 1
    assert (tmp_path / "two").stat().st_mtime > 1
    assert tree(tmp_path) == {"one": b"1", "two": b"3"}


def test_calendars_without_an_owner_go(tmp_path):
    ours = b"BEGIN:VCALENDAR\r\nPRODID:-//hemicycle//hemicycle//EN\r\n"
    write(tmp_path, {"calendars/parties/egypt.ics": ours, "calendars/parties/germany.ics": ours})
    write(tmp_path, {"calendars/parties/egypt.ics": ours})
    assert tree(tmp_path) == {"calendars/parties/egypt.ics": ours}


def test_cancellations_go_when_nothing_is_cancelled_any_more(tmp_path):
    ours = b"BEGIN:VCALENDAR\r\nPRODID:-//hemicycle//hemicycle//EN\r\n"
    both = {"calendars/all.ics": ours, "calendars/cancellations.ics": ours}
    write(tmp_path, both)
    write(tmp_path, {"timetable.json": b"{}"})
    assert tree(tmp_path) == {**both, "timetable.json": b"{}"}
    write(tmp_path, {"calendars/all.ics": ours})
    assert sorted(tree(tmp_path)) == ["calendars/all.ics", "timetable.json"]


def test_notices_of_those_who_are_touched_no_more_go(tmp_path):
    ours = b"BEGIN:VCALENDAR\r\nPRODID:-//hemicycle//hemicycle//EN\r\n"
    egypt = {"notices/egypt.ics": ours, "notices/egypt.txt": f"{MARK}\n".encode()}
    write(tmp_path, {**egypt, "notices/malta.ics": ours, "notices/malta.txt": f"{MARK}\n".encode()})
    (tmp_path / "notices" / "mine.txt").write_bytes(b"mine")
    (tmp_path / "notices" / "list.csv").write_bytes(b"mine")
    others = {"notices/mine.txt": b"mine", "notices/list.csv": b"mine"}
    write(tmp_path, egypt)
    assert tree(tmp_path) == egypt | others
    write(tmp_path, {}, ["json"])
    assert tree(tmp_path) == egypt | others
    write(tmp_path, {}, ["json", "notices"])
    assert tree(tmp_path) == others


def test_milestones_go_when_there_are_none_any_more(tmp_path):
    calendar, table = "calendars/milestones.ics", "milestones.csv"
    ours = {calendar: b"BEGIN:VCALENDAR\r\nPRODID:-//hemicycle//hemicycle//EN\r\n", table: HEAD.encode()}
    write(tmp_path, ours, ["milestones"])
    write(tmp_path, {"timetable.json": b"{}"}, ["json"])
    assert tree(tmp_path) == {**ours, "timetable.json": b"{}"}
    write(tmp_path, {}, ["ics"])
    assert sorted(tree(tmp_path)) == [table, "timetable.json"]
    write(tmp_path, {calendar: ours[calendar]}, ["ics"])
    write(tmp_path, {}, ["milestones"])
    assert sorted(tree(tmp_path)) == ["timetable.json"]


def test_a_table_of_milestones_that_somebody_else_made_stays(tmp_path):
    (tmp_path / "milestones.csv").write_bytes(b"what;when\n")
    write(tmp_path, {}, ["milestones"])
    assert tree(tmp_path) == {"milestones.csv": b"what;when\n"}


def test_calendars_of_others_stay(tmp_path):
    write(tmp_path, {"calendars/parties/egypt.ics": b"1"})
    (tmp_path / "calendars/parties/mine.ics").write_bytes(b"BEGIN:VCALENDAR\r\nPRODID:-//mine//EN\r\n")
    write(tmp_path, {"calendars/parties/egypt.ics": b"2"})
    assert sorted(tree(tmp_path)) == ["calendars/parties/egypt.ics", "calendars/parties/mine.ics"]


def test_files_of_others_and_formats_not_asked_for_stay(tmp_path):
    write(tmp_path, {"calendars/rooms/hall.ics": b"1", "timetable.csv": b"2"})
    (tmp_path / "calendars" / "rooms" / "notes.txt").write_bytes(b"mine")
    (tmp_path / "calendars" / "mine.ics").write_bytes(b"mine")
    write(tmp_path, {"timetable.json": b"{}"})
    assert sorted(tree(tmp_path)) == [
        "calendars/mine.ics",
        "calendars/rooms/hall.ics",
        "calendars/rooms/notes.txt",
        "timetable.csv",
        "timetable.json",
    ]


@pytest.mark.parametrize("when", ["write_bytes", "mkdir"])
def test_an_interruption_leaves_the_old_files(tmp_path, monkeypatch, when):
    write(tmp_path, {"one": b"1", "two": b"2"})
    calls = []

    def interrupted(*_arguments, **_more):
        calls.append(1)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(f"pathlib.Path.{when}", interrupted)
        with pytest.raises(KeyboardInterrupt):
            write(tmp_path, {"one": b"11", "two": b"22", "more/three": b"3"})
    assert calls
    assert tree(tmp_path) == {"one": b"1", "two": b"2"}


def test_a_file_where_a_folder_is_needed_is_an_error(tmp_path):
    (tmp_path / "out").write_bytes(b"a file")
    with pytest.raises(FileExistsError):
        write(tmp_path / "out", {"one": b"1"})
    assert (tmp_path / "out").read_bytes() == b"a file"


def test_the_first_error_of_a_copy_ends_it_and_says_where(tmp_path, monkeypatch):
    write(tmp_path / "out", {"more/one": b"1", "more/two": b"2"})

    def full(source, target, **_more):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(target))

    with monkeypatch.context() as patched:
        patched.setattr(os, "link", full)
        patched.setattr(shutil, "copy2", full)
        with pytest.raises(OSError, match="No space left on device") as refused:
            write(tmp_path / "out", {"three": b"3"})
    assert refused.value.filename.endswith("out/more/one")
    assert tree(tmp_path) == {"out/more/one": b"1", "out/more/two": b"2"}


def test_what_leads_elsewhere_stays_as_it_is(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "mine").write_bytes(b"mine")
    write(tmp_path / "out", {"one": b"1"})
    (tmp_path / "out" / "folder").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "out" / "nowhere").symlink_to("nothing")
    write(tmp_path / "out", {"one": b"2"})
    assert (tmp_path / "out" / "folder").readlink() == tmp_path / "elsewhere"
    assert (tmp_path / "out" / "nowhere").is_symlink()
    assert (tmp_path / "out" / "one").read_bytes() == b"2"
