"""Texts of a file as a forum takes them over: on one line or a few, and not longer than anybody reads."""

from collections.abc import Sequence
from typing import Protocol

TITLE = 200
"""The most characters of a title or a name."""

DESCRIPTION = 600
"""The most characters of a description."""

_NAMED = 5


class Titled(Protocol):
    """What has a title."""

    @property
    def title(self) -> str:
        """As people know it."""


def shortened(text: str, most: int) -> str:
    """Put a text on one line, and cut what is too long.

    Parameters
    ----------
    text
        Any text; markup in it is text like any other.
    most
        So many characters at most.

    Returns
    -------
    str
        Its words with one space between them.
    """
    words = " ".join(text.split())
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def counted(found: Sequence[Titled]) -> str:
    """Say how many there are of something, and name the first of them.

    Parameters
    ----------
    found
        Such as events.

    Returns
    -------
    str
        Such as ``2 (Opening; Closing)``.
    """
    names = "; ".join(shortened(one.title, TITLE) for one in found[:_NAMED])
    return f"{len(found)} ({names}{'; …' if len(found) > _NAMED else ''})"
