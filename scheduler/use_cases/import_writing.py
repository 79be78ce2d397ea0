"""The files of an import onto the disk: venue and forum together, or none of them."""

from collections.abc import Mapping
from pathlib import Path

from scheduler.use_cases.forum_names import DATA
from scheduler.use_cases.writing import write


def write_import(name: str, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write the venue, then the forum; where the second fails, the first is as it was.

    Parameters
    ----------
    name
        Of the forum, and of its venue.
    files
        Contents by path below the folder of forums.

    Returns
    -------
    tuple of Path
        All files, those that were as they are among them.

    Raises
    ------
    OSError
        The disk is full or a folder cannot be written; then nothing has changed.
    """
    path = DATA / "venues" / f"{name}.yaml"
    before = path.read_bytes() if path.is_file() else None
    written = _below("venues", files)
    try:
        return (*written, *_below(name, files))
    except BaseException:
        _put_back(path, before)
        raise


def _below(folder: str, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    start = f"{folder}/"
    mine = {path.removeprefix(start): one for path, one in files.items() if path.startswith(start)}
    return write(DATA / folder, mine) if mine else ()


def _put_back(path: Path, before: bytes | None) -> None:
    if before is None:
        path.unlink(missing_ok=True)
    else:
        write(path.parent, {path.name: before})
