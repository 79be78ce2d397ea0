"""Words from planners' files, made safe for every output: no control characters, no odd line ends."""

import re

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
_HYPHEN = re.compile("(?<!^co)(?<!^vice)-")


def clean(text: str) -> str:
    r"""Take out what no output may carry.

    Control characters, byte order marks and marks that turn the direction of the rest of a line
    are dropped; everything that some reader takes for the end of a line becomes ``\n``.

    Parameters
    ----------
    text
        Any text, with one or more lines.

    Returns
    -------
    str
        The same lines; tabs and line ends are the only control characters in them.
    """
    return _UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    """Put a text on one line.

    Parameters
    ----------
    text
        Any text.

    Returns
    -------
    str
        Its words with one space between them, without control characters.
    """
    return " ".join(clean(text).split())


def named(title: str, identifier: str) -> str:
    """Return a title on one line, or the id when nothing printable is in the title.

    Parameters
    ----------
    title
        As a planner wrote it.
    identifier
        The id of the same thing.

    Returns
    -------
    str
        Never empty.
    """
    return one_line(title) or identifier


def spelled(identifier: str) -> str:
    """Read an id as words: ``keynote-speaker`` as ``Keynote speaker``.

    Parameters
    ----------
    identifier
        Small letters, digits and hyphens.

    Returns
    -------
    str
        With a capital letter; ``co-`` and ``vice-`` keep their hyphen.
    """
    words = _HYPHEN.sub(" ", identifier)
    return words[:1].upper() + words[1:]
