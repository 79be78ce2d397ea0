"""Rows of a timetable - meeting, room, start, end - put on a forum's axis."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Placement
from scheduler.domain.window import maybe
from scheduler.reading.entries import Place
from scheduler.reading.instants import minute_of
from scheduler.reading.problems import Problems


@dataclass(frozen=True)
class Row:
    """A meeting in a room at a time, with its place in the file.

    ``keys`` are the names under which the file has meeting, room, start and end.
    """

    place: Place
    meeting: str
    room: str
    start: int
    end: int
    keys: tuple[str, str, str, str]


def times_of(place: Place, keys: tuple[str, str], forum: Forum, problems: Problems) -> tuple[int, int] | None:
    """Read start and end.

    Parameters
    ----------
    place
        A map in which they stand.
    keys
        Under which they stand.
    forum
        The forum on whose axis they are put.
    problems
        Takes what is wrong with them.

    Returns
    -------
    tuple of int or None
        In minutes; ``None`` after a problem.
    """
    minutes = []
    for key in keys:
        words = place.node.plain().get(key)
        try:
            minutes.append(minute_of(words, forum.clock))
        except ValueError as error:
            place.problem(problems, (key,), words, str(error))
    if len(minutes) < 2:
        return None
    if minutes[1] <= minutes[0]:
        words = place.node.plain()[keys[1]]
        sentence = f"its end, {forum.clock.words(minutes[1])}, is not after its start, {forum.clock.words(minutes[0])}"
        place.problem(problems, (keys[1],), words, f"{sentence}. Maybe the two are exchanged")
        return None
    return minutes[0], minutes[1]
