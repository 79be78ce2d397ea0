"""Several changes of one text, each by its place in the text as it was."""

from collections.abc import Iterable
from dataclasses import dataclass

from scheduler.reading.editing.yaml_parts import Part


@dataclass(frozen=True)
class Span:
    """What is to stand in the place of the characters from ``start`` up to ``end``."""

    start: int
    end: int
    words: str


def spliced(text: str, spans: Iterable[Span]) -> str:
    """Make several changes at once.

    Parameters
    ----------
    text
        The text as it was.
    spans
        Places that do not overlap, in any order.

    Returns
    -------
    str
        The changed text.
    """
    for one in sorted(spans, key=lambda span: (span.start, span.end), reverse=True):
        text = f"{text[: one.start]}{one.words}{text[one.end :]}"
    return text


def in_place_of(part: Part, words: str) -> Span:
    """Put words in the place of a part.

    Parameters
    ----------
    part
        A part of the text.
    words
        What is to stand there.

    Returns
    -------
    Span
        Comments behind the part stay.
    """
    return Span(part.start, part.written_to, words)


def remark(text: str, part: Part, key: str, words: str) -> Span:
    """Write a comment above the line of a key.

    Parameters
    ----------
    text
        The text as it was.
    part
        The map that has the key.
    key
        The key.
    words
        One line, without the sign of a comment.

    Returns
    -------
    Span
        A line of its own.
    """
    begin = text.rfind("\n", 0, part.keys[key]) + 1
    return Span(begin, begin, f"{' ' * part.column}# {words}\n")


def headed(text: str, lines: Iterable[str]) -> str:
    """Put a comment at the head of a text, in the place of the one that stands there.

    Parameters
    ----------
    text
        The text.
    lines
        Lines without the sign of a comment.

    Returns
    -------
    str
        The changed text.
    """
    rest = text.splitlines(keepends=True)
    while rest and rest[0].startswith("#"):
        rest.pop(0)
    head = "".join(f"# {line}".rstrip() + "\n" for line in lines)
    return head + ("" if rest and not rest[0].strip() else "\n") + "".join(rest)
