"""How a milestone stands on a given day."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from scheduler.domain.clock import Clock
from scheduler.domain.last_day import LastDay
from scheduler.publishing.milestone_rows import MilestoneRow

StateName = Literal[
    "done-in-time", "done-late", "due-today", "due", "due-after", "late", "done-without-day", "without-day"
]
"""``due-after`` is due, and cannot be done before a day of the forum that is not over yet."""


@dataclass(frozen=True)
class MilestoneState:
    """How a milestone stands on a day.

    ``days`` is how many days it is late, or how many are left; 0 where neither is said. ``done_later``
    tells that it is done after the day on which one asks.
    """

    name: StateName
    days: int = 0
    done_later: bool = False


def state_of(row: MilestoneRow, clock: Clock, today: date) -> MilestoneState:
    """Tell how a milestone stands on a day.

    Parameters
    ----------
    row
        A milestone with one of its last days.
    clock
        Of its forum.
    today
        The day on which one asks; what is done after it is not done yet.

    Returns
    -------
    MilestoneState
        With whole days, of the calendar and not of work.
    """
    done = row.milestone.done
    later = done is not None and done > today
    if done is None or later:
        return _not_done(row.last, clock, today, done_later=later)
    if row.days_late is None:
        return MilestoneState("done-without-day")
    return MilestoneState("done-late" if row.days_late else "done-in-time", row.days_late)


def _not_done(last: LastDay | None, clock: Clock, today: date, *, done_later: bool) -> MilestoneState:
    if last is None:
        return MilestoneState("without-day", 0, done_later)
    left = (last.on - today).days
    if left <= 0:
        return MilestoneState("late" if left else "due-today", -left, done_later)
    counted_from = clock.date_of(last.day)
    after = today <= counted_from < last.on
    return MilestoneState("due-after" if after else "due", left, done_later)
