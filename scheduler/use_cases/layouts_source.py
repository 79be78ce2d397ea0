"""A forum's files as they were when a sweep began, for workers in other processes and on other machines."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from scheduler.reading.desk import bundled

_SHARED = ("mandates", "venues")
_FIRST_DATE = (1980, 1, 1, 0, 0, 0)
"""What stands in the archive for the time of a file, so that the same files are the same bytes."""


@dataclass(frozen=True)
class Source:
    """An archive of a forum's folder, with the mandates and venues beside it; ``digest`` is its SHA-256."""

    forum: str
    content: bytes
    digest: str


def source_of(folder: Path) -> Source:
    """Pack a forum's files.

    Parameters
    ----------
    folder
        The forum's folder.

    Returns
    -------
    Source
        The same for the same files.

    Raises
    ------
    OSError
        A file cannot be read.
    """
    whole, packed = folder.resolve(), io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, path in sorted(_files(whole)):
            info = zipfile.ZipInfo(name, _FIRST_DATE)
            archive.writestr(info, path.read_bytes(), zipfile.ZIP_DEFLATED)
    content = packed.getvalue()
    return Source(whole.name, content, sha256(content).hexdigest())


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files that a reading may come to, by their names in the archive.

    Those that come with the program are among them, as workers may have another version of it.
    """
    found: dict[str, Path] = {}
    for name in _SHARED:
        for parent in (bundled(), folder.parent):
            found |= {f"{name}/{path.name}": path for path in (parent / name).glob("*.yaml")}
    yield from found.items()
    for path in folder.rglob("*"):
        if path.is_file():
            yield f"{folder.name}/{path.relative_to(folder).as_posix()}", path


@lru_cache(maxsize=4)
def _unpacked(source: Source) -> TemporaryDirectory[str]:
    scratch = TemporaryDirectory(prefix="hemicycle-")
    with zipfile.ZipFile(io.BytesIO(source.content)) as archive:
        archive.extractall(scratch.name)
    return scratch


def folder_of(source: Source) -> Path:
    """Unpack a forum's files; a process does so once, and takes them away when it ends.

    Parameters
    ----------
    source
        What was packed.

    Returns
    -------
    pathlib.Path
        The forum's folder.
    """
    return Path(_unpacked(source).name) / source.forum
