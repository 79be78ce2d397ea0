"""Meetings keep the official hours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.clock import Period
from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Placement, Timetable
from scheduler.domain.verdict import Breach
from scheduler.domain.window import Window
from scheduler.options import EVERY_SESSION, RuleOptions, SessionSelector
from scheduler.rules import TimetableRule

if TYPE_CHECKING:
    from scheduler.board import Board


class OfficialHours(TimetableRule):
    """Every meeting lies inside one of the official periods of a day.

    Why: services are paid for by the period, and after hours there are none.
    """

    NARROWS = True

    class Options(RuleOptions):
        """What ``official-hours`` speaks of."""

        sessions: SessionSelector = EVERY_SESSION

    options: Options

    KEPT = ("day-1 10:00-13:00 hall round-table-1", "day-2 15:30-16:30 hall round-table-1")
    BROKEN = {
        "day-1 12:00-15:00 hall round-table-1": (
            "round-table-1 is held from 12:00 on day-1 to 15:00 on day-1; "
            "the official hours are 10:00-13:00 and 15:00-18:00"
        ),
    }

    def post(self, board: Board) -> None:
        windows = [
            Window(start=one.start, end=one.end, words=one.words) for one in board.forum.clock.stretches
        ]
        for meeting in self.options.sessions.meetings(board.forum):
            board.within(meeting.id, windows)

    def grounds(self, forum: Forum) -> Iterator[str]:
        yield _hours(forum)

    def breaches(self, forum: Forum, timetable: Timetable) -> Iterator[Breach]:
        hours = _hours(forum)
        for place in timetable.of(self.options.sessions.meetings(forum)):
            if not _official(forum, place):
                start, end = forum.clock.words(place.start), forum.clock.words(place.end)
                name = f"{forum.meeting_name(place.meeting)} is held from {start} to {end}"
                yield self.breach(place.meeting, f"{name}; the official hours are {hours}")


def _hours(forum: Forum) -> str:
    """Name the hours, each once, with the days that have them where not all do."""
    return " and ".join(dict.fromkeys(map(_period, forum.clock.periods)))


def _period(period: Period) -> str:
    hours = f"{period.start:%H:%M}-{period.end:%H:%M}"
    return f"{hours} ({', '.join(period.days)})" if period.days else hours


def _official(forum: Forum, place: Placement) -> bool:
    """Tell by the clock on the wall whether a meeting keeps the hours."""
    start, end = forum.clock.instant(place.start), forum.clock.instant(place.end)
    day = forum.clock.day_of(place.start)
    return start.date() == end.date() and any(
        period.start <= start.time() and end.time() <= period.end
        for period in (forum.clock.periods_of(day.name) if day else ())
    )
