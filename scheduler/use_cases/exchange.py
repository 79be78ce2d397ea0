"""Two folders change places, at once."""

import ctypes
import os
import sys
from pathlib import Path

_HERE = -100
"""AT_FDCWD of Linux: paths are taken from the folder in which the program runs."""
_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS."""


def exchange(one: Path, other: Path) -> None:
    """Let two folders of one file system change places, so that nobody ever sees only half of it.

    Where the system cannot do it in one step, one of them is put aside first; an interruption of
    the second step puts it back.

    Parameters
    ----------
    one, other
        Folders that are there.

    Raises
    ------
    OSError
        They cannot be moved; then both are where they were.
    """
    if not _at_once(os.fsencode(one), os.fsencode(other)):
        _one_after_the_other(one, other)


def _at_once(one: bytes, other: bytes) -> bool:
    """Ask the system for it; the answer is whether it has been done."""
    library = ctypes.CDLL(None)
    name = "renamex_np" if sys.platform == "darwin" else "renameat2"
    call = getattr(library, name, None)
    if call is None:
        return False
    return bool(call(*_arguments(name, one, other)) == 0)


def _arguments(name: str, one: bytes, other: bytes) -> tuple[int | bytes, ...]:
    if name == "renamex_np":
        return one, other, _EXCHANGE
    return _HERE, one, _HERE, other, _EXCHANGE


def _one_after_the_other(one: Path, other: Path) -> None:
    aside = one.with_name(f"{one.name}.aside")
    other.rename(aside)
    try:
        one.rename(other)
    except BaseException:
        aside.rename(other)
        raise
    aside.rename(one)
