"""Outputs onto the disk: every file whole or not at all, and none that did not change."""

import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

_FAMILIES = ("calendars/rooms", "calendars/sessions", "calendars/parties")
"""Folders with a file for each room, session or party; what has no owner any more goes."""


def write(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write files below a folder.

    They are first written aside, all of them, and then put in their places: whatever interrupts
    the first part leaves the old files as they were. Files that are not ours are left alone.

    Parameters
    ----------
    folder
        Made when it does not exist.
    files
        Contents by path below the folder.

    Returns
    -------
    tuple of Path
        All files, changed or not, in the order given.

    Raises
    ------
    OSError
        The folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    changed = {path: content for path, content in files.items() if not _same(folder / path, content)}
    if changed:
        _replace(folder, changed)
    for path in _orphans(folder, files):
        path.unlink()
    return tuple(folder / path for path in files)


def _same(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except FileNotFoundError:
        return False


def _replace(folder: Path, files: Mapping[str, bytes]) -> None:
    aside = Path(tempfile.mkdtemp(prefix=".writing-", dir=folder))
    try:
        for number, content in enumerate(files.values()):
            (aside / str(number)).write_bytes(content)
        for parent in dict.fromkeys((folder / path).parent for path in files):
            parent.mkdir(parents=True, exist_ok=True)
        for number, path in enumerate(files):
            (aside / str(number)).replace(folder / path)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _orphans(folder: Path, files: Iterable[str]) -> list[Path]:
    """List calendars of earlier runs whose room, session or party is no more."""
    now = {folder / path for path in files}
    families = {family for family in _FAMILIES for path in files if path.startswith(f"{family}/")}
    return [
        path
        for family in sorted(families)
        for path in sorted((folder / family).glob("*.ics"))
        if path not in now
    ]
