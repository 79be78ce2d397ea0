"""``releases/`` on the disk: a release is there whole, or not at all, and never twice."""

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from scheduler.domain.facts import Facts
from scheduler.domain.release import Release
from scheduler.publishing.release_json import facts_bytes, release_bytes
from scheduler.reading.releases import digest_of, facts_name

_ASIDE = ".release-"
_LONG_AGO = 3600
"""Seconds after which a file that was left aside belongs to no run that still lives."""


class NoLongerLast(ValueError):
    """Somebody else has made a release of that number.

    Parameters
    ----------
    number
        Of the release that is there already.
    """

    def __init__(self, number: int) -> None:
        super().__init__(
            f"release {number} has been made by somebody else meanwhile, and yours is based on the one "
            "before it. Maybe schedule the forum again and look at the difference"
        )


def release_path(folder: Path, number: int) -> Path:
    """Return where a release is kept.

    Parameters
    ----------
    folder
        The forum's folder.
    number
        Of the release.

    Returns
    -------
    Path
        Its file.
    """
    return folder / "releases" / f"release-{number}.json"


def digest_of_release(folder: Path, release: Release) -> str:
    """Return the digest by which the next release names this one.

    Parameters
    ----------
    folder
        The forum's folder.
    release
        One that is kept there.

    Returns
    -------
    str
        SHA-256 of what its file says.
    """
    return digest_of(json.loads(release_path(folder, release.number).read_text(encoding="utf-8-sig")))


def keep(folder: Path, document: dict[str, Any], facts: Facts) -> Path:
    """Keep a release for ever.

    The facts go first: without a release that names them they are nothing. A file of the same facts
    that somebody has changed is put right.

    Parameters
    ----------
    folder
        The forum's folder.
    document
        The release as its file has it.
    facts
        What it was solved from.

    Returns
    -------
    Path
        The release's file.

    Raises
    ------
    NoLongerLast
        There is a release of that number already.
    OSError
        It cannot be written; then nothing has been made.
    """
    document = document | {"seal": digest_of(document)}
    path = release_path(folder, document["number"])
    path.parent.mkdir(exist_ok=True)
    if os.path.lexists(path):
        raise NoLongerLast(document["number"])
    named = path.parent / facts_name(document["facts"])
    if not _says(named, document["facts"]):
        _put(named, facts_bytes(facts), once=False)
    try:
        _put(path, release_bytes(document), once=True)
    except FileExistsError:
        raise NoLongerLast(document["number"]) from None
    return path


def _says(path: Path, digest: str) -> bool:
    """Tell whether a file of JSON is there and says what a digest stands for."""
    try:
        return digest_of(json.loads(path.read_text(encoding="utf-8"))) == digest
    except (FileNotFoundError, ValueError):
        return False


def _put(path: Path, content: bytes, *, once: bool) -> None:
    """Write a file aside, down to the disk, and give it its name; ``once`` only where that is free."""
    with _naming(path.parent):
        handle, name = tempfile.mkstemp(prefix=_ASIDE, dir=path.parent)
    aside = Path(name)
    try:
        with _naming(path):
            with os.fdopen(handle, "wb") as file:
                _sweep(aside)
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            aside.chmod(0o644)
            if once:
                os.link(aside, path)
            else:
                aside.replace(path)
    finally:
        with suppress(OSError):  # what stays is swept later; the release is made
            aside.unlink(missing_ok=True)
    _down_to_the_disk(path.parent)


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Let an error name what a planner knows, and not the file that was written aside."""
    try:
        yield
    except OSError as error:
        error.filename, error.filename2 = str(path), None
        raise


def _sweep(aside: Path) -> None:
    """Take away what runs that were killed have left, long before a file that has just been made."""
    now = aside.stat().st_mtime
    for left in aside.parent.glob(f"{_ASIDE}*"):
        with suppress(OSError):
            if now - left.stat().st_mtime > _LONG_AGO:
                left.unlink()


def _down_to_the_disk(folder: Path) -> None:
    """Let a folder keep the names in it, whatever becomes of the machine; some systems have no way to."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
