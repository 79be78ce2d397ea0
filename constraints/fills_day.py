"""A session takes a whole day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Breach
from scheduler.domain.window import Window
from scheduler.options import DayName, RuleOptions, SessionSelector
from scheduler.rules import TimetableRule

if TYPE_CHECKING:
    from scheduler.board import Board


class FillsDay(TimetableRule):
    """In every official period of a day a meeting of some sessions is held.

    Why: what has been given a day is not squeezed into half of it.
    """

    REACHES = True

    class Options(RuleOptions):
        """What ``fills-day`` speaks of."""

        sessions: SessionSelector
        day: DayName

    options: Options

    FORUM = {"sessions": {"hearing": {"meetings": 2}}}
    OPTIONS = {"sessions": {"kind": "hearing"}, "day": "day-1"}
    KEPT = (
        """day-1 10:00-13:00 hall hearing-1
           day-1 15:00-18:00 hall hearing-2""",
        "day-1 12:30-15:30 hall hearing-1",
    )
    BROKEN = {
        """day-1 15:00-18:00 hall hearing-1
           day-1 19:00-21:00 hall hearing-2""": "hearing is not held in the morning of day-1",
        """day-1 10:00-13:00 hall hearing-1
           day-2 15:00-18:00 hall hearing-2""": "hearing is not held in the afternoon of day-1",
    }

    def post(self, board: Board) -> None:
        meetings = [meeting.id for meeting in self.options.sessions.meetings(board.forum)]
        for _, window in self._periods(board.forum):
            board.some_touching(meetings, window)

    def grounds(self, forum: Forum) -> Iterator[str]:
        for session in self.options.sessions.of(forum):
            meetings = "1 meeting" if session.meetings == 1 else f"{session.meetings} meetings"
            yield f"{session.title} has {meetings}"

    def breaches(self, forum: Forum, timetable: Timetable) -> Iterator[Breach]:
        places = timetable.of(self.options.sessions.meetings(forum))
        for name, window in self._periods(forum):
            if not any(window.meets(place.start, place.end) for place in places):
                titles = (
                    " and ".join(one.title for one in self.options.sessions.of(forum))
                    or self.options.sessions.words
                )
                yield self.breach(self.options.day, f"{titles} is not held in the {name}")

    def _periods(self, forum: Forum) -> Iterator[tuple[str, Window]]:
        """Yield the official periods of the day, with names that read well."""
        clock, day = forum.clock, self.options.day
        for period in (one for one in clock.regular_periods if one.is_on(day)):
            start, end = clock.minute(day, period.start), clock.minute(day, period.end)
            yield f"{period.name} of {day}", Window(start=start, end=end, words=f"{day} {period.name}")
