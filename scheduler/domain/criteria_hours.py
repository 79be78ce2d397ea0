"""Criteria that are read from the clock on the wall: days and half-days used, and overtime."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from scheduler.domain.clock import Period
from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Placement, Timetable
from scheduler.domain.value import Minutes

_Stretch = tuple[datetime, datetime]
"""From when until when, on the wall clock of the forum."""


def days_used(forum: Forum, timetable: Timetable) -> int:
    """Count the days on which a meeting is held.

    Parameters
    ----------
    forum
        The forum.
    timetable
        One of its timetables.

    Returns
    -------
    int
        Dates in the forum's zone; a meeting beyond midnight is held on two.
    """
    return len({on for place in timetable.placements for on in _dates(_wall(forum, place))})


def half_days_used(forum: Forum, timetable: Timetable) -> int:
    """Count the periods of days in which a meeting is held.

    Parameters
    ----------
    forum
        The forum.
    timetable
        One of its timetables.

    Returns
    -------
    int
        Periods that share a minute with a meeting, an evening that is open to meetings among them.
    """
    periods = forum.clock.periods
    found = (_shared(_wall(forum, place), periods) for place in timetable.placements)
    return len({(start, end) for parts in found for start, end, _, _ in parts})


def overtime_minutes(forum: Forum, timetable: Timetable) -> Minutes:
    """Add up what meetings last outside the regular periods.

    Parameters
    ----------
    forum
        The forum.
    timetable
        One of its timetables.

    Returns
    -------
    int
        Minutes of all meetings together; an extra period, such as an evening, is overtime.
    """
    return sum(_outside(forum, place) for place in timetable.placements)


def _outside(forum: Forum, place: Placement) -> Minutes:
    stretch = _wall(forum, place)
    inside, until = timedelta(), stretch[0]
    for _, _, start, end in sorted(_shared(stretch, forum.clock.regular_periods)):
        inside += max(end - max(start, until), timedelta())
        until = max(until, end)
    return max(place.end - place.start - int(inside.total_seconds()) // 60, 0)


def _wall(forum: Forum, place: Placement) -> _Stretch:
    start, end = forum.clock.instant(place.start), forum.clock.instant(place.end)
    return start.replace(tzinfo=None), end.replace(tzinfo=None)


def _dates(stretch: _Stretch) -> Iterator[date]:
    """Yield the dates of which a stretch has a minute."""
    start, end = stretch
    on = start.date()
    while datetime(on.year, on.month, on.day) < end:  # noqa: DTZ001 - wall times have no zone here
        yield on
        on += timedelta(days=1)


def _shared(
    stretch: _Stretch, periods: Iterable[Period]
) -> Iterator[tuple[datetime, datetime, datetime, datetime]]:
    """Yield the periods that share a minute with a stretch: begin and end of each, and of what is shared."""
    for on in _dates(stretch):
        for period in periods:
            start, end = datetime.combine(on, period.start), datetime.combine(on, period.end)
            first, last = max(start, stretch[0]), min(end, stretch[1])
            if first < last:
                yield start, end, first, last
