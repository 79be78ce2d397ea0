"""How short meetings and segments become when lengths and agendas are lifted."""

from collections.abc import Iterable, Iterator, Sequence
from math import gcd

from scheduler.domain.forum import Forum
from scheduler.domain.session import Segment, Session
from scheduler.rules import Rule, TimetableRule
from scheduler.solving.explaining.begins_at import BeginsAt

_LEAST, _MOST = 3, 12
"""Meetings that are to fit into one period one after the other when their length is lifted.

With three, two places of the grid lie inside every longer meeting, wherever it begins.
"""


def shortest(forum: Forum) -> int:
    """Return how short a meeting becomes when its length is lifted.

    Parameters
    ----------
    forum
        The forum.

    Returns
    -------
    int
        Minutes that divide the official periods and all lengths, so that all meetings, or 12 of many, fit
        into one period one after the other; at least 1.
    """
    clock = forum.clock
    edges = [minute for day in clock.days for minute in _edges(forum, day.name)]
    lengths = [meeting.minutes for meeting in forum.meetings]
    whole = gcd(*edges, *lengths)
    room = min([*(end - start for start, end in _periods(forum)), *lengths])
    return _dividing(whole, max(1, room // max(_LEAST, min(_MOST, len(lengths)))))


def _edges(forum: Forum, day: str) -> Iterator[int]:
    for period in forum.clock.periods:
        yield forum.clock.minute(day, period.start)
        yield forum.clock.minute(day, period.end)


def _periods(forum: Forum) -> Iterator[tuple[int, int]]:
    for period in forum.clock.periods:
        yield period.start.hour * 60 + period.start.minute, period.end.hour * 60 + period.end.minute


def _dividing(whole: int, most: int) -> int:
    """Return the largest divisor that is not larger than some number."""
    return max(part for part in range(1, whole + 1) if whole % part == 0 and part <= most)


class Shortening:
    """How sessions are shortened, so that who is needed in a segment is needed still.

    What is shortened has to stay possible wherever the whole was. So a short meeting lies inside a segment
    that somebody is needed in: in a session of one meeting inside the one that needs most, and others keep
    time beside it whose parties are all needed there; in a session of several inside the first segment, and
    inside the last. Where a meeting may not lie where it likes, since a question or a release holds it,
    nobody is needed any more.

    Parameters
    ----------
    forum
        The forum.
    rules
        All of the clauses it follows, lifted or not.
    """

    def __init__(self, forum: Forum, rules: Iterable[Rule]) -> None:
        self.least = shortest(forum)
        self._needed = _needed(forum, rules)
        self._held = set(_held(forum, rules))

    def kept(self, session: Session) -> tuple[Segment, ...]:
        """List the segments that keep some time when the length of a session is lifted.

        Parameters
        ----------
        session
            A session of the forum.

        Returns
        -------
        tuple of Segment
            In their order; empty where nobody is needed in a segment.
        """
        lasting = self._lasting(session)
        if session.meetings > 1:
            ends = (session.segments[0], session.segments[-1]) if session.segments else ()
            whole = [one for one in lasting if one in ends and not one.over_breaks]
            return tuple(whole[:1] if len(session.segments) == 1 else whole)
        main = max(lasting, key=lambda one: len(self._parties(session, one)), default=None)
        if main is None:
            return ()
        among = self._parties(session, main)
        return tuple(one for one in lasting if self._parties(session, one) <= among)

    def minutes(self, session: Session) -> int:
        """Return how long each meeting of a session is when its length is lifted.

        Parameters
        ----------
        session
            A session of the forum.

        Returns
        -------
        int
            Minutes.
        """
        return min([self.least, *(self._time(one) for one in self.kept(session))])

    def freed(self, session: Session, *, short: bool) -> tuple[Segment, ...]:
        """Free the segments of a session from the minutes of its agenda.

        Parameters
        ----------
        session
            A session of the forum.
        short
            Whether its length is lifted as well.

        Returns
        -------
        tuple of Segment
            Those that keep some time have a shortest length.
        """
        if short:
            kept, whole = self.kept(session), self.minutes(session)
            each = whole if session.meetings > 1 else _dividing(whole, max(1, whole // max(1, len(kept))))
            times = dict.fromkeys((one.segment for one in kept), each)
            if sum(times.values()) > whole * session.meetings:
                times = {}
        else:
            times = {one.segment: self._time(one) for one in self._lasting(session)}
        return tuple(_free(one, times.get(one.segment, 0)) for one in session.segments)

    def _lasting(self, session: Session) -> Sequence[Segment]:
        if session.session in self._held:
            return ()
        return [one for one in session.segments if one.least and self._parties(session, one)]

    def _time(self, segment: Segment) -> int:
        return _dividing(self.least, segment.least)

    def _parties(self, session: Session, segment: Segment) -> set[str]:
        return self._needed.get((session.session, segment.segment), set())


def _free(segment: Segment, least: int) -> Segment:
    over = segment.over_breaks or not least
    return segment.replace(minutes=None, shortest=least, longest=None, over_breaks=over)


def _needed(forum: Forum, rules: Iterable[Rule]) -> dict[tuple[str, str], set[str]]:
    """List who is needed in segments; a clause that speaks of one needs somebody there too."""
    found: dict[tuple[str, str], set[str]] = {}
    for need in forum.needs:
        if need.segment is not None:
            found.setdefault((need.session, need.segment), set()).add(need.party)
    for rule in rules:
        at, segment = (getattr(rule.options, name, None) for name in ("at", "segment"))
        if isinstance(rule, TimetableRule) and at and segment:
            found.setdefault((at, segment), set()).add(rule.clause.clause)
    return found


def _held(forum: Forum, rules: Iterable[Rule]) -> Iterator[str]:
    """Yield the sessions of which a meeting may not begin wherever it likes."""
    if forum.spared:
        yield from forum.session_by_id
    for rule in rules:
        if isinstance(rule, BeginsAt):
            yield forum.meeting_by_id[rule.meeting].session
        elif isinstance(rule, TimetableRule) and rule.OF_RELEASE:
            yield from (one.session for one in rule.options.what.meetings(forum))
