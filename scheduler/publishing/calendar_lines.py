"""Lines of a calendar as RFC 5545 wants them: escaped, folded, ended by CRLF."""

from scheduler.publishing.plain_words import clean

_OCTETS = 75
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def text_line(name: str, text: str) -> bytes:
    """Write a property of type TEXT.

    Parameters
    ----------
    name
        The property's name, with parameters if it has any.
    text
        Any text; control characters are dropped.

    Returns
    -------
    bytes
        Escaped (RFC 5545, 3.3.11) and folded.
    """
    return folded(f"{name}:{escaped(clean(text))}")


def escaped(text: str) -> str:
    """Escape a text without control characters.

    Parameters
    ----------
    text
        One or more lines.

    Returns
    -------
    str
        One line, with backslash, semicolon, comma and line end escaped (RFC 5545, 3.3.11).
    """
    return text.translate(_ESCAPES)


def folded(line: str) -> bytes:
    """Fold a line so that no part of it is longer than 75 octets.

    Parameters
    ----------
    line
        One line without its end.

    Returns
    -------
    bytes
        UTF-8 with CRLF at the end; no character is cut (RFC 5545, 3.1).
    """
    whole = line.encode()
    if len(whole) <= _OCTETS:
        return whole + b"\r\n"
    parts = [b""]
    for character in line:
        octets = character.encode()
        if len(parts[-1]) + len(octets) > _OCTETS:
            parts.append(b" ")
        parts[-1] += octets
    return b"\r\n".join(parts) + b"\r\n"
