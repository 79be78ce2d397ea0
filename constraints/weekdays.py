"""Meetings are held on weekdays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Breach
from scheduler.domain.window import Window
from scheduler.options import EVERY_SESSION, RuleOptions, SessionSelector
from scheduler.rules import TimetableRule

if TYPE_CHECKING:
    from scheduler.board import Board


_NAMES = {6: "Saturday", 7: "Sunday"}


class Weekdays(TimetableRule):
    """No meeting is held on a Saturday or a Sunday.

    Why: the house is not serviced at weekends.
    """

    NARROWS = True

    class Options(RuleOptions):
        """What ``weekdays`` speaks of."""

        sessions: SessionSelector = EVERY_SESSION

    options: Options

    KEPT = ("day-5 10:00-13:00 hall round-table-1",)
    BROKEN = {
        "day-6 10:00-13:00 hall round-table-1": (
            "round-table-1 is held at 10:00 on day-6, a Saturday (2030-01-12)"
        ),
    }

    def post(self, board: Board) -> None:
        clock = board.forum.clock
        weekend = [day.name for day in clock.days if day.date.isoweekday() > 5]
        for meeting in self.options.sessions.meetings(board.forum):
            for day in weekend:
                start, end = clock.midnight(day), clock.midnight_after(day)
                board.outside(meeting.id, Window(start=start, end=end, words=day))

    def grounds(self, forum: Forum) -> Iterator[str]:
        for day in forum.clock.days:
            if day.date.isoweekday() > 5:
                yield f"{day.name} is a {_NAMES[day.date.isoweekday()]}, {day.date}"

    def breaches(self, forum: Forum, timetable: Timetable) -> Iterator[Breach]:
        for place in timetable.of(self.options.sessions.meetings(forum)):
            on = forum.clock.instant(place.start).date()
            if on.weekday() in (5, 6):
                name, at = forum.meeting_name(place.meeting), forum.clock.words(place.start)
                day = _NAMES[on.isoweekday()]
                dated = "" if at.endswith(str(on)) else f" ({on})"
                yield self.breach(place.meeting, f"{name} is held at {at}, a {day}{dated}")
