"""A programme in which something has changed since release 1 was published."""

from datetime import UTC, datetime
from typing import Any

from scheduler.domain.forum import Forum
from scheduler.domain.programme import Programme
from scheduler.domain.release import Release, ReleaseStatus
from scheduler.domain.timetable import Timetable

from .programmes import PLACES, forum, programme, timetable
from .releases import given

Places = tuple[tuple[str, str, str, int, int], ...]

MOVED: Places = (
    ("hearing-1", "conference-room-4", "hearing-day", 10, 13),
    ("hearing-2", "conference-room-4", "hearing-day", 15, 18),
    ("round-table-3", "spare-room", "day-1", 15, 18),
    ("plenary-1", "general-assembly-hall", "day-2", 10, 13),
    ("plenary-2", "general-assembly-hall", "day-2", 15, 17),
)
"""Round table 3 at another time in another room, round table 4 cancelled."""


def release(
    number: int, of: Forum, made: Timetable, status: ReleaseStatus = "published", **more: Any
) -> Release:
    """Return a release of a timetable, given out on the first of April or a day later for each number."""
    days = {day.name: day.date for day in of.clock.days}
    on = datetime(2022, 4, number, 12, tzinfo=UTC)
    fields = {"number": number, "status": status, "released": on, "timezone": of.clock.timezone, "days": days}
    return Release(**(fields | given(of, made) | more))


def after(*releases: Release, of: Forum | None = None, places: Places = PLACES, **changes: Any) -> Programme:
    """Return the programme of a forum with releases."""
    plain = of or forum()
    now = plain.replace(history=releases, release=releases[-1] if releases else None)
    return programme(now, timetable=timetable(now, places), **changes)


def first(**more: Any) -> Release:
    """Return release 1 of the forum as it is."""
    plain = forum()
    return release(1, plain, timetable(plain), **more)


def changed(**changes: Any) -> Programme:
    """Return the programme that is proposed after release 1."""
    return after(first(), places=MOVED, **changes)
