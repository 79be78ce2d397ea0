"""A forum's files as they were when a sweep began, for workers in other processes and on other machines."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from scheduler.reading.desk import bundled
from scheduler.reading.layouts_file import NAME

_SHARED = ("mandates", "venues")
_PREFIX = "hemicycle-"
_MARK = ".digest"
_FIRST_DATE = (1980, 1, 1, 0, 0, 0)
"""What stands in the archive for the time of a file, so that the same files are the same bytes."""


_COPIES: dict[str, TemporaryDirectory[str]] = {}
"""What this process has unpacked, by digest."""

_MOST_COPIES = 4


@dataclass(frozen=True)
class Source:
    """An archive of a forum's folder, with the mandates and venues beside it; ``digest`` is its SHA-256.

    ``place`` is a folder of the machine that packed it, in which it lies unpacked for all workers there.
    """

    forum: str
    content: bytes
    digest: str
    place: str = ""


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
    whole, packed = folder if folder.name not in ("", "..") else folder.resolve(), io.BytesIO()
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
        if path.is_file() and path != folder / NAME:  # what varies is no part of what it varies
            yield f"{folder.name}/{path.relative_to(folder).as_posix()}", path


@contextmanager
def unpacked(source: Source) -> Iterator[Source]:
    """Unpack a forum's files for the workers of this machine, who may be ended before they can tidy up.

    Parameters
    ----------
    source
        What was packed.

    Yields
    ------
    Source
        The same with its place, which is taken away afterwards.
    """
    with TemporaryDirectory(prefix=_PREFIX) as scratch:
        _unpack(source, scratch)
        (Path(scratch) / _MARK).write_text(source.digest, encoding="ascii")
        yield replace(source, place=scratch)


def _unpack(source: Source, scratch: str) -> None:
    with zipfile.ZipFile(io.BytesIO(source.content)) as archive:
        archive.extractall(scratch)


def _own_copy(source: Source) -> TemporaryDirectory[str]:
    """Unpack a forum's files in this process; of several forums only the last few stay."""
    if source.digest not in _COPIES:
        while len(_COPIES) >= _MOST_COPIES:
            _COPIES.pop(next(iter(_COPIES))).cleanup()
        scratch = TemporaryDirectory(prefix=_PREFIX)
        _unpack(source, scratch.name)
        _COPIES[source.digest] = scratch
    return _COPIES[source.digest]


def _lies_at(source: Source) -> bool:
    """Tell whether the place of a source is one on this machine."""
    try:
        return (Path(source.place) / _MARK).read_text(encoding="ascii") == source.digest
    except (OSError, ValueError):
        return False


def folder_of(source: Source) -> Path:
    """Find a forum's files; on another machine a process unpacks them once, until it ends.

    Parameters
    ----------
    source
        What was packed.

    Returns
    -------
    pathlib.Path
        The forum's folder.
    """
    scratch = source.place if _lies_at(source) else _own_copy(source).name
    return Path(scratch) / source.forum
