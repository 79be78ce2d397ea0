"""Texts of a file as a forum takes them over: on one line or a few, and not longer than anybody reads."""

import re
from collections.abc import Sequence
from typing import Protocol

TITLE = 200
"""The most characters of a title or a name."""

DESCRIPTION, DESCRIPTIONS = 600, 300_000
"""The most characters of a description, and of all of them: files of a forum are not larger than is read."""

_NAMED = 5
_UNSEEN = re.compile("[\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")
"""What nobody sees, and what turns the direction of the rest of a line."""


def plain(text: str) -> str:
    """Put a text on one line.

    Parameters
    ----------
    text
        Any text; markup in it is text like any other.

    Returns
    -------
    str
        Its words with one space between them, without what nobody sees.
    """
    return " ".join(_UNSEEN.sub("", text).split())


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
        Any text.
    most
        So many characters at most.

    Returns
    -------
    str
        With an ellipsis where it was cut.
    """
    words = plain(text)
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
