"""Words from planners' files, made safe for Markdown."""

import re

from scheduler.publishing.plain_words import one_line

_INLINE = re.compile(r"([\\`*\[\]<>|~&$]|(?<![^\W_])_|_(?![^\W_]))")
_AT_START = re.compile(r"^([#+=:-]|[0-9]+(?=[.)]))")


def markdown(text: str) -> str:
    """Escape a text so that it is shown as it stands, at the start of a line or within one.

    Parameters
    ----------
    text
        Any text; it is put on one line.

    Returns
    -------
    str
        CommonMark, in which no character of the text is taken for markup.
    """
    inline = _INLINE.sub(r"\\\1", one_line(text))
    return _AT_START.sub(_escape_start, inline)


def _escape_start(found: re.Match[str]) -> str:
    """Escape a sign before it, and a number behind it, where the dot or bracket of a list stands."""
    return f"{found[0]}\\" if found[0].isdecimal() else f"\\{found[0]}"
