"""Orders and doubles: what makes the same forum of the same data in any order."""

import re
from collections.abc import Iterable

from scheduler.reading.entries import Place
from scheduler.reading.problems import Problems
from scheduler.reading.sentences import Path

_NUMBER = re.compile(r"(\d+)")


def natural(text: str) -> list[str | int]:
    """Return a key that sorts 2 before 10.

    Parameters
    ----------
    text
        Such as ``round-table-10`` or ``18(a)/order``.

    Returns
    -------
    list of str and int
        Text and numbers in turn.
    """
    parts: list[str | int] = list(_NUMBER.split(text))
    parts[1::2] = map(int, parts[1::2])
    return parts


def refuse_doubles(found: Iterable[tuple[str, Place, Path]], what: str, problems: Problems) -> None:
    """Refuse names that stand for two things.

    Parameters
    ----------
    found
        Names, each with a place and the path that leads to it there.
    what
        Sort of thing, such as ``session``.
    problems
        Takes the second and every later one.
    """
    first: dict[str, tuple[Place, Path]] = {}
    for name, place, path in found:
        known, way = first.setdefault(name, (place, path))
        if (known, way) != (place, path):
            here = f"{known.file.name}:{known.spot(way).line}"
            sentence = f"{what} '{name}' stands here again, first in {here}. Maybe give it another name"
            place.problem(problems, path, name, sentence)
