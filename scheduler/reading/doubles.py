"""Names that stand for two things."""

from collections.abc import Iterable

from scheduler.reading.entries import Place
from scheduler.reading.problems import Problems
from scheduler.reading.sentences import Path


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
            hint = "Maybe delete one, or give one another name"
            place.problem(problems, path, name, f"{what} '{name}' stands here again, first in {here}. {hint}")
