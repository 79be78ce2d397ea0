"""The days of a programme, each with the meetings that begin on it."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from scheduler.domain.clock import Day
from scheduler.publishing.held import Held
from scheduler.publishing.plain_words import spelled
from scheduler.publishing.wall_times import long_date


@dataclass(frozen=True)
class HeldDay:
    """A date with its meetings; ``day`` is ``None`` outside the days of the forum."""

    date: date
    day: Day | None
    meetings: tuple[Held, ...]

    @property
    def id(self) -> str:
        """The day's name, or its date outside the forum."""
        return self.day.name if self.day else self.date.isoformat()

    @property
    def name(self) -> str:
        """The day's name in words; empty outside the forum."""
        return spelled(self.day.name) if self.day else ""

    @property
    def heading(self) -> str:
        """Name and date: ``Day 1, Tuesday 17 May 2022``."""
        return ", ".join(part for part in (self.name, long_date(self.date)) if part)


def days_of(meetings: tuple[Held, ...]) -> tuple[HeldDay, ...]:
    """Put meetings together by the date on which they begin.

    Parameters
    ----------
    meetings
        In the order of time.

    Returns
    -------
    tuple of HeldDay
        Only days with a meeting, in the order of time.
    """
    by_date = groupby(meetings, key=lambda one: one.start.date())
    days = ((on, tuple(group)) for on, group in by_date)
    return tuple(HeldDay(date=on, day=group[0].day, meetings=group) for on, group in days)
