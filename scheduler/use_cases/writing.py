"""Outputs onto the disk: a folder's files all together or not at all, and none that did not change."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path

from scheduler.publishing.milestones_csv import HEAD as MILESTONES
from scheduler.publishing.milestones_ics import PATH as LAST_DAYS
from scheduler.publishing.notice_text import MARK as NOTICE
from scheduler.publishing.side_event_files import CALENDAR, HEAD, MARK, PAGE, TABLE
from scheduler.use_cases.exchange import exchange

_FAMILIES = ("calendars/rooms", "calendars/sessions", "calendars/parties", "notices")
"""Folders with files for each room, session or party; what has no owner any more goes."""
_SINGLES = {"calendars/cancellations.ics": "calendars/all.ics"}
"""Files that are not always there; each goes when the other is written without it."""
_OF_FORMATS = {
    "ics": (LAST_DAYS, CALENDAR),
    "milestones": (LAST_DAYS, "milestones.csv"),
    "side-events": (PAGE, TABLE, CALENDAR),
}
"""Files that a format does not always have; they go when it is written without them."""
_MARKS = {
    ".ics": (b"\nPRODID:-//hemicycle//",),
    ".txt": (f"{NOTICE}\n".encode(),),
    ".csv": (MILESTONES.encode(), HEAD.encode()),
    ".html": (f'content="{MARK}"'.encode(),),
}
"""What stands in a calendar, a notice, a table and a page that is ours."""
_ASIDE = ".hemicycle-"


def write(folder: Path, files: Mapping[str, bytes], formats: Iterable[str] = ()) -> tuple[Path, ...]:
    """Write files below a folder.

    A copy of the folder with the new files is made beside it, and then the two change places:
    whatever interrupts the work, the folder holds either all of the old files or all of the new.
    Files that are not ours are left alone.

    Parameters
    ----------
    folder
        Made when it is not there.
    files
        Contents by path below the folder.
    formats
        Names of the formats that were written: of one with files of its own, such as ``notices``, what
        was there before goes even when nothing is in it now.

    Returns
    -------
    tuple of Path
        All files, in the order given, those that were left as they were among them.

    Raises
    ------
    OSError
        The disk is full or the folder cannot be written; the old files are as they were.
    """
    folder.mkdir(parents=True, exist_ok=True)
    changed = {path: content for path, content in files.items() if not _same(folder / path, content)}
    gone = _orphans(folder, files, formats)
    if changed or gone:
        _replace(folder.resolve(), changed, {str(path.relative_to(folder)) for path in gone})
    return tuple(folder / path for path in files)


def _same(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except FileNotFoundError:
        return False


def _replace(folder: Path, changed: Mapping[str, bytes], gone: set[str]) -> None:
    with _aside(folder.parent) as aside:
        new = aside / folder.name
        _copy(folder, new, {folder / path for path in (*changed, *gone)})
        for path, content in changed.items():
            (new / path).parent.mkdir(parents=True, exist_ok=True)
            (new / path).write_bytes(content)
        exchange(new, folder)


@contextmanager
def _aside(parent: Path) -> Iterator[Path]:
    """Lend a folder for work that is not finished; what killed runs have left there goes first."""
    for left in sorted(parent.glob(f"{_ASIDE}*")):
        _sweep(left)
    aside = Path(tempfile.mkdtemp(prefix=_ASIDE, dir=parent))
    held = os.open(aside, os.O_RDONLY)
    try:
        flock(held, LOCK_EX)
        yield aside
    finally:
        os.close(held)
        shutil.rmtree(aside, ignore_errors=True)


def _sweep(left: Path) -> None:
    """Take away what a killed run has left; a run that still lives holds its folder."""
    try:
        held = os.open(left, os.O_RDONLY)
    except OSError:
        return
    try:
        flock(held, LOCK_EX | LOCK_NB)
        shutil.rmtree(left, ignore_errors=True)
    except BlockingIOError:
        pass
    finally:
        os.close(held)


def _copy(folder: Path, new: Path, passed_over: set[Path]) -> None:
    """Copy a folder without some of its files; the first error ends it; copytree lists them all."""
    new.mkdir()
    for path in sorted({*folder.iterdir()} - passed_over):
        if path.is_dir() and not path.is_symlink():
            _copy(path, new / path.name, passed_over)
        else:
            _link(path, new / path.name)
    shutil.copystat(folder, new)


def _link(source: Path, target: Path) -> None:
    """Give a file a second name, so that it stays the same file; copy it where that cannot be."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _orphans(folder: Path, files: Iterable[str], formats: Iterable[str]) -> list[Path]:
    """List files of earlier runs whose room, session or party is no more, and old cancellations."""
    now = {folder / path for path in files}
    families = {family for family in _FAMILIES for path in files if path.startswith(f"{family}/")}
    families.update(family for family in _FAMILIES if family in formats)
    found = [path for family in sorted(families) for path in sorted((folder / family).glob("*.*"))]
    found += [folder / path for path, with_it in _SINGLES.items() if folder / with_it in now]
    alone = {path for name, paths in _OF_FORMATS.items() if name in formats for path in paths}
    found += [folder / path for path in sorted(alone)]
    return [path for path in found if path not in now and path.is_file() and _is_ours(path)]


def _is_ours(path: Path) -> bool:
    marks = _MARKS.get(path.suffix, ())
    return any(mark in path.read_bytes() for mark in marks)
