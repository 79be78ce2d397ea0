"""Sessions lie within windows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Breach
from scheduler.domain.window import Window
from scheduler.options import RuleOptions, SessionSelector
from scheduler.rules import TimetableRule

if TYPE_CHECKING:
    from scheduler.board import Board


class Within(TimetableRule):
    """Each meeting of some sessions lies wholly inside one of the windows named.

    Why: a mandate says on which days and half-days an element of the programme is held.
    """

    NARROWS = True

    class Options(RuleOptions):
        """What ``within`` speaks of."""

        sessions: SessionSelector
        windows: tuple[Window, ...] = Field(min_length=1)

    options: Options

    OPTIONS = {"sessions": {"kind": "round-table"}, "windows": ["day-1", "day-2 morning"]}
    KEPT = (
        "day-2 10:00-13:00 hall round-table-1",
        "day-1 15:00-18:00 hall round-table-1",
    )
    BROKEN = {
        "day-2 15:00-18:00 hall round-table-1": (
            "round-table-1 is held from 15:00 on day-2 to 18:00 on day-2, outside day-1 and day-2 morning"
        ),
    }

    def post(self, board: Board) -> None:
        for meeting in self.options.sessions.meetings(board.forum):
            board.within(meeting.id, self.options.windows)

    def breaches(self, forum: Forum, timetable: Timetable) -> Iterator[Breach]:
        words = " and ".join(window.words for window in self.options.windows)
        for place in timetable.of(self.options.sessions.meetings(forum)):
            if not any(window.holds(place.start, place.end) for window in self.options.windows):
                start, end = forum.clock.words(place.start), forum.clock.words(place.end)
                name = forum.meeting_name(place.meeting)
                yield self.breach(place.meeting, f"{name} is held from {start} to {end}, outside {words}")
