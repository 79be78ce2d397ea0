"""Text in columns, measured as a terminal shows it."""

from unicodedata import category, east_asian_width

_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})


def width(text: str) -> int:
    """Measure a text on a terminal.

    Parameters
    ----------
    text
        One line.

    Returns
    -------
    int
        Columns: two for wide characters, none for combining ones (Unicode Annex 11).
    """
    return len(text) if text.isascii() else sum(map(_character_width, text))


def _character_width(character: str) -> int:
    if category(character) in _NO_WIDTH:
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def padded(text: str, columns: int) -> str:
    """Fill a text up with spaces.

    Parameters
    ----------
    text
        One line.
    columns
        Columns wanted.

    Returns
    -------
    str
        At least that wide.
    """
    return text + " " * (columns - width(text))


def wrapped(text: str, columns: int) -> list[str]:
    """Break a text into lines.

    Parameters
    ----------
    text
        Words with one space between them.
    columns
        The most a line may take; at least 2.

    Returns
    -------
    list of str
        Words that are longer than a line are broken; an empty text gives no line.
    """
    lines: list[str] = []
    for word in text.split():
        if lines and width(lines[-1]) + 1 + width(word) <= columns:
            lines[-1] += f" {word}"
        else:
            lines += _pieces(word, columns)
    return lines


def _pieces(word: str, columns: int) -> list[str]:
    """Break a word that is longer than a line."""
    pieces = [""]
    for character in word:
        if width(pieces[-1]) + width(character) > columns:
            pieces.append("")
        pieces[-1] += character
    return pieces
