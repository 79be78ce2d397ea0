"""The small grid of a problem: its meetings by day and time, each with its room."""

from collections.abc import Iterable
from dataclasses import dataclass

from scheduler.domain.forum import Forum
from scheduler.publishing.layouts_values import PlacedMeeting
from scheduler.publishing.plain_words import spelled


@dataclass(frozen=True)
class SmallGrid:
    """Days from left to right; in each row its hours, and for each day the meetings of just these hours."""

    days: tuple[str, ...]
    rows: tuple[tuple[str, tuple[tuple[PlacedMeeting, ...], ...]], ...]


def in_order(forum: Forum, meetings: Iterable[PlacedMeeting]) -> tuple[PlacedMeeting, ...]:
    """Put meetings into the order of time.

    Parameters
    ----------
    forum
        With the order of its days.
    meetings
        Of one problem.

    Returns
    -------
    tuple of PlacedMeeting
        By day, hours, title and room; days that the forum does not know come last.
    """
    meetings = tuple(meetings)
    names = [day.name for day in forum.clock.days]
    days = dict.fromkeys([*(meeting.day for meeting in meetings)])
    unknown = {day: len(names) + number for number, day in enumerate(days)}
    ranks = unknown | {name: number for number, name in enumerate(names)}
    ranks |= {spelled(name): number for number, name in enumerate(names)}
    return tuple(sorted(meetings, key=lambda one: (ranks[one.day], one.start, one.end, one.title, one.room)))


def small_grid(forum: Forum, meetings: Iterable[PlacedMeeting]) -> SmallGrid:
    """Draw up the small grid of a problem.

    Parameters
    ----------
    forum
        With the order of its days.
    meetings
        Of one problem.

    Returns
    -------
    SmallGrid
        Only days and hours with a meeting.
    """
    ordered = in_order(forum, meetings)
    days = tuple(dict.fromkeys(meeting.day for meeting in ordered))
    hours = sorted({(meeting.start, meeting.end) for meeting in ordered})
    rows = tuple((f"{start}-{end}", _row(ordered, days, start, end)) for start, end in hours)
    return SmallGrid(days, rows)


def _row(
    meetings: tuple[PlacedMeeting, ...], days: tuple[str, ...], start: str, end: str
) -> tuple[tuple[PlacedMeeting, ...], ...]:
    return tuple(
        tuple(one for one in meetings if (one.day, one.start, one.end) == (day, start, end)) for day in days
    )
