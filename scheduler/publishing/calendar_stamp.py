"""When the events of a programme last changed, and whether they are certain: from data alone."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from scheduler.domain.programme import Programme
from scheduler.publishing.wall_times import utc


@dataclass(frozen=True)
class CalendarStamp:
    """What all events of a programme share; ``changed`` is in UTC, to the second."""

    changed: datetime
    status: Literal["TENTATIVE", "CONFIRMED"]


def calendar_stamp(programme: Programme) -> CalendarStamp:
    """Read stamp and status from the data, never from the clock.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    CalendarStamp
        The time of the last release, or the forum's ``as_of`` before there is one; ``CONFIRMED``
        only for the timetable of a published release.
    """
    release = programme.forum.release
    changed = release.released if release else programme.forum.as_of
    certain = release and release.status == "published" and programme.release is not None
    return CalendarStamp(utc(changed).replace(microsecond=0), "CONFIRMED" if certain else "TENTATIVE")
