"""Milestones with their last days, in the order in which they are due."""

from dataclasses import dataclass
from datetime import date

from scheduler.domain.forum import Forum, Milestone
from scheduler.domain.last_day import LastDay
from scheduler.publishing.plain_words import spelled


@dataclass(frozen=True)
class MilestoneRow:
    """A milestone, and one of its last days; ``last`` is ``None`` where no clause sets one."""

    milestone: Milestone
    last: LastDay | None

    @property
    def name(self) -> str:
        """The milestone's name in words."""
        return spelled(self.milestone.milestone)

    @property
    def is_wish(self) -> bool:
        """Whether a clause only wishes for it."""
        return self.last is not None and self.last.is_wish

    @property
    def days_late(self) -> int | None:
        """How many days after its last day it is done, 0 for in time; ``None`` while one is not known."""
        done = self.milestone.done
        return max(0, (done - self.last.on).days) if done and self.last else None


def milestone_rows(forum: Forum, last_days: tuple[LastDay, ...]) -> tuple[MilestoneRow, ...]:
    """Put milestones and last days together.

    Parameters
    ----------
    forum
        The forum.
    last_days
        Those that its clauses set.

    Returns
    -------
    tuple of MilestoneRow
        By last day and then by name; those without a last day come last. A milestone of which several
        clauses speak has a row for each.
    """
    rows = [MilestoneRow(one, day) for one in forum.milestones for day in _of(one, last_days)]
    return tuple(sorted(rows, key=_order))


def _of(milestone: Milestone, last_days: tuple[LastDay, ...]) -> tuple[LastDay | None, ...]:
    return tuple(day for day in last_days if day.milestone == milestone.milestone) or (None,)


def _order(row: MilestoneRow) -> tuple[date, bool, str, str]:
    last = row.last
    name = row.milestone.milestone
    return (last.on, False, name, last.clause.clause) if last else (date.max, True, name, "")
