"""How short meetings and segments become when lengths and agendas are lifted."""

from collections.abc import Iterable, Iterator, Sequence
from math import gcd

from scheduler.domain.forum import Forum
from scheduler.domain.session import Segment, Session
from scheduler.meeting_options import ReleasedOptions
from scheduler.rules import Rule, TimetableRule
from scheduler.solving.explaining.begins_at import BeginsAt

_PLACES = 3
"""Short meetings that fit into every longer one: two places of the grid lie inside it, wherever it begins."""

_MOST = 12
"""Meetings that are to fit into one period one after the other when their length is lifted."""


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
    period = min(end - start for start, end in _periods(forum))
    most = min(period // max(1, min(_MOST, len(lengths))), min([period, *lengths]) // _PLACES)
    return _dividing(whole, max(1, most))


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


def _part(minutes: int) -> int:
    """Return how much of a short meeting a segment keeps."""
    return _dividing(minutes, max(1, minutes // _PLACES))


class Shortening:
    """How sessions are shortened, so that who is needed in a segment is needed still.

    What is shortened has to stay possible wherever the whole was. A segment that lasts longer than a short
    meeting by a part of it has such a part in some short meeting of the grid, wherever it begins. So in a
    session of one meeting the segment that needs most keeps such a part; in a session of several the first
    segment and the last. Where a meeting may not lie where it likes, since a question or a release holds
    it, nobody is needed in segments any more.

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
        if session.meetings == 1:
            most = max((len(self._parties(session, one)) for one in lasting), default=0)
            return tuple(one for one in lasting if len(self._parties(session, one)) == most)[:1]
        ends = (*session.segments[:1], *session.segments[-1:])
        return tuple(one for one in lasting if one in ends and not one.over_breaks)

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
        return min([self.least, *(self._whole(one) for one in self.kept(session))])

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
            times = dict.fromkeys((one.segment for one in self.kept(session)), _part(self.minutes(session)))
        else:
            wholes = {one.segment: self._whole(one) for one in self._lasting(session)}
            times = {name: whole + _part(whole) for name, whole in wholes.items()}
        return tuple(_free(one, times.get(one.segment, 0)) for one in session.segments)

    def _lasting(self, session: Session) -> Sequence[Segment]:
        if session.session in self._held:
            return ()
        return [one for one in session.segments if one.least > 1 and self._parties(session, one)]

    def _whole(self, segment: Segment) -> int:
        """Return how long a meeting may be of which a segment of more than a minute has a part."""
        parts = range(1, self.least + 1)
        return max(one for one in parts if self.least % one == 0 and one + _part(one) <= segment.least)

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
        elif isinstance(rule.options, ReleasedOptions):
            yield from (one.session for one in rule.options.what.meetings(forum))
