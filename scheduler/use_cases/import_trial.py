"""An import tried out in a folder that is not there for long, so that only what can be read is written."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from scheduler.reading import BadData, Reading, read_forum
from scheduler.use_cases.forum_names import DATA

_MANDATES = "mandates"


@dataclass(frozen=True)
class Trial:
    """A forum as it is read from its new files.

    Parameters
    ----------
    reading
        The forum.
    files
        All of its files that are to be written, by path below the folder of forums.
    """

    reading: Reading
    files: Mapping[str, bytes]


def tried(name: str, files: Mapping[str, bytes], finish: Callable[[Path, Reading], None]) -> Trial:
    """Read a forum with new files in the place of its own, and write nothing.

    Parameters
    ----------
    name
        Of the forum.
    files
        New contents by path below the folder of forums.
    finish
        Told the folder and the forum as it was read; may keep a release there.

    Returns
    -------
    Trial
        With the files, and with the releases that were kept.

    Raises
    ------
    BadData
        The new files do not go together with what a planner has in the folder.
    """
    with TemporaryDirectory() as scratch:
        root = Path(scratch)
        _lay_out(root, name, files)
        try:
            finish(root / name, read_forum(root / name))
            reading = read_forum(root / name)
        except BadData as error:
            raise _of_the_forum(error, root) from None
        releases = sorted((root / name / "releases").glob("*.json"))
        more = {path.relative_to(root).as_posix(): path.read_bytes() for path in releases}
        return Trial(reading, {**files, **more})


def _lay_out(root: Path, name: str, files: Mapping[str, bytes]) -> None:
    """Copy a forum and its venue, and put the new files in their place."""
    if (DATA / name).is_dir():
        shutil.copytree(DATA / name, root / name)
    if (DATA / _MANDATES).is_dir():
        (root / _MANDATES).symlink_to((DATA / _MANDATES).resolve())
    venue = Path("venues") / f"{name}.yaml"
    (root / "venues").mkdir()
    if (DATA / venue).is_file():
        shutil.copy(DATA / venue, root / venue)
    for path, content in files.items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_bytes(content)


def _of_the_forum(error: BadData, root: Path) -> BadData:
    """Say of a problem where the planner finds the file."""
    here, there = root.as_posix(), DATA.as_posix()
    return BadData(tuple(replace(one, file=one.file.replace(here, there, 1)) for one in error.problems))
