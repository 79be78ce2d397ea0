"""Some sessions are not held at given times."""

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


class Outside(TimetableRule):
    """No meeting of some sessions shares a minute with any of the windows.

    Why: those who have to be there cannot come then.
    """

    NARROWS = True

    class Options(RuleOptions):
        """What ``outside`` speaks of."""

        sessions: SessionSelector
        windows: tuple[Window, ...] = Field(min_length=1)

    options: Options

    OPTIONS = {"sessions": {"kind": "round-table"}, "windows": ["day-1 morning"]}
    KEPT = ("day-1 15:00-18:00 hall round-table-1", "day-1 09:00-10:00 hall round-table-1")
    BROKEN = {
        "day-1 12:00-15:00 hall round-table-1": (
            "round-table-1 is held from 12:00 on day-1 to 15:00 on day-1; it cannot be held day-1 morning"
        ),
    }

    def post(self, board: Board) -> None:
        for meeting in self.options.sessions.meetings(board.forum):
            for window in self.options.windows:
                board.outside(meeting.id, window)

    def breaches(self, forum: Forum, timetable: Timetable) -> Iterator[Breach]:
        for place in timetable.of(self.options.sessions.meetings(forum)):
            for window in self.options.windows:
                if window.meets(place.start, place.end):
                    start, end = forum.clock.words(place.start), forum.clock.words(place.end)
                    name = f"{forum.meeting_name(place.meeting)} is held from {start} to {end}"
                    yield self.breach(place.meeting, f"{name}; it cannot be held {window.words}")
