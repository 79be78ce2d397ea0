"""Write a way out into the files of a forum: all of them or none, with everything else as it stands there."""

import shutil
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from scheduler.domain.facts import facts_of
from scheduler.domain.forum import Forum
from scheduler.reading import BadData, read_forum
from scheduler.reading.editing.edited_files import edited_files
from scheduler.solving.relaxing.relaxations import Relaxation, relaxed
from scheduler.use_cases.diff import write_whole
from scheduler.use_cases.writing import write

_SHARED = ("mandates", "venues")
"""What lies beside a forum's folder and is read with it."""


class CannotApply(ValueError):
    """The changed files would not be read as the forum that was solved; nothing was written.

    Parameters
    ----------
    folder
        The forum's folder.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"the files of {folder.as_posix()} cannot be changed by themselves, or somebody has changed them "
            "meanwhile. Nothing was written. Maybe make the changes by hand"
        )


def apply_relaxations(folder: Path, forum: Forum, relaxations: Iterable[Relaxation]) -> tuple[Path, ...]:
    """Write relaxations into a forum's files.

    Parameters
    ----------
    folder
        The forum's folder.
    forum
        As it was read from there.
    relaxations
        Those of one way out.

    Returns
    -------
    tuple of Path
        The files that were changed; they are read as the forum that was solved.

    Raises
    ------
    CannotApply
        They would not be; nothing was written.
    OSError
        A file cannot be written; all are as they were.
    """
    some = tuple(relaxations)
    try:
        files = edited_files(folder, forum, (edit for one in some for edit in one.edits))
    except (LookupError, ValueError, StopIteration):
        raise CannotApply(folder) from None
    if not _is_read_as(relaxed(forum, some)[0], folder, files):
        raise CannotApply(folder)
    if len(files) != 1:
        return write(folder, files)
    [(name, content)] = files.items()
    write_whole(folder / name, content)
    return (folder / name,)


def _is_read_as(wanted: Forum, folder: Path, files: dict[str, bytes]) -> bool:
    """Read a copy of the folder with the changed files in it."""
    whole = folder.resolve()
    with TemporaryDirectory() as scratch:
        copy = Path(scratch) / wanted.forum
        shutil.copytree(whole, copy)
        for name in _SHARED:
            if (whole.parent / name).is_dir():
                (Path(scratch) / name).symlink_to(whole.parent / name)
        for name, content in files.items():
            (copy / name).write_bytes(content)
        try:
            return facts_of(read_forum(copy).forum) == facts_of(wanted)
        except BadData:
            return False
