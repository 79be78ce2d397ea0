"""What is said of a milestone: from where its last day is counted, who sets it, and when it is done."""

from scheduler.domain.clock import Clock
from scheduler.domain.date_words import day_month_year
from scheduler.domain.last_day import LastDay
from scheduler.publishing.milestone_rows import MilestoneRow
from scheduler.publishing.plain_words import one_line

NO_DAY = "no clause sets a day"
NONE = "The forum has no milestones."
UNKNOWN = "nobody has said"


def counted_words(last: LastDay, clock: Clock) -> str:
    """Say how a last day is counted.

    Parameters
    ----------
    last
        A last day.
    clock
        Of its forum.

    Returns
    -------
    str
        Such as ``10 working days after day-4 (17 May 2030), leaving out Memorial Day, 27 May 2030, and
        weekends``.
    """
    words = f"{last.counted} ({day_month_year(clock.date_of(last.day))})"
    left_out = left_out_words(last)
    return f"{words}, leaving out {left_out}" if left_out else words


def left_out_words(last: LastDay) -> str:
    """Say which days do not count.

    Parameters
    ----------
    last
        A last day.

    Returns
    -------
    str
        Such as ``Memorial Day, 27 May 2030, and weekends``; empty where all days count.
    """
    days = [f"{one_line(one.name)}, {day_month_year(one.date)}" for one in last.left_out]
    if not last.weekends:
        return "; ".join(days)
    return f"{'; '.join(days)}, and weekends" if days else "weekends"


def cited_words(last: LastDay) -> str:
    """Say which clause sets a last day.

    Parameters
    ----------
    last
        A last day.

    Returns
    -------
    str
        Such as ``5/list, paragraph 5 of ares-73-326 (mandate)``.
    """
    clause = last.clause
    of = f"paragraph {clause.paragraph} of {clause.mandate}" if clause.paragraph else clause.mandate
    return f"{one_line(clause.clause)}, {one_line(of)} ({clause.tier})"


def done_words(row: MilestoneRow) -> str:
    """Say when a milestone is done, and whether that is in time.

    Parameters
    ----------
    row
        A milestone with one of its last days.

    Returns
    -------
    str
        Such as ``8 February 2022, in time``.
    """
    done, late = row.milestone.done, row.days_late
    if done is None:
        return UNKNOWN
    words = day_month_year(done)
    if late is None:
        return words
    return f"{words}, late by {days(late)}" if late else f"{words}, in time"


def days(number: int) -> str:
    """Count days.

    Parameters
    ----------
    number
        How many.

    Returns
    -------
    str
        Such as ``1 day``.
    """
    return f"{number:,} day{'' if number == 1 else 's'}"
