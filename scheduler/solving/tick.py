"""The tick: the largest length of time that divides everything a forum and its clauses say.

Every bound on a time or on a difference of times is then a multiple of it, so that rounding all
times of a timetable down to ticks breaks nothing and costs nothing: no better timetable is lost.
"""

from collections.abc import Iterable, Iterator
from math import gcd

from scheduler.domain.forum import Forum
from scheduler.domain.session import Session
from scheduler.domain.timetable import Timetable
from scheduler.domain.window import Window
from scheduler.rules import Rule


def tick_of(forum: Forum, rules: Iterable[Rule]) -> int:
    """Find the tick of a forum under some rules.

    Parameters
    ----------
    forum
        The forum.
    rules
        Those of its clauses.

    Returns
    -------
    int
        Minutes, at least 1.
    """
    minutes = [*_of_forum(forum), *(length for rule in rules for length in rule.lengths(forum))]
    return gcd(*minutes)


def _of_forum(forum: Forum) -> Iterator[int]:
    clock = forum.clock
    for day in clock.days:
        yield from (clock.midnight(day.name), clock.midnight_after(day.name))
    for stretch in clock.stretches:
        yield from (stretch.start, stretch.end)
    for session in forum.sessions:
        yield from _of_session(session)
    windows = [closure.window for closure in forum.closures]
    yield from _of_windows(windows + [one for party in forum.parties for one in party.unavailable])
    if forum.release:
        yield from of_timetable(forum.release.timetable)


def _of_session(session: Session) -> Iterator[int]:
    yield from (*session.lengths, session.setup, session.teardown)
    for segment in session.segments:
        yield from (segment.least, segment.most or 0)


def _of_windows(windows: Iterable[Window]) -> Iterator[int]:
    for window in windows:
        yield from (window.start, window.end)


def of_timetable(timetable: Timetable) -> Iterator[int]:
    """Yield the times of a timetable, so that a tick can hold it.

    Parameters
    ----------
    timetable
        Such as the last release.

    Yields
    ------
    int
        Minutes on the forum's axis.
    """
    for place in timetable.placements:
        yield from (place.start, place.end)
    for part in timetable.segments or ():
        yield from (part.start, part.end)
