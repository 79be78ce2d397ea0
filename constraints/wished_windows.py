"""Sessions are held when it is wished."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from scheduler.domain.forum import Forum
from scheduler.domain.session import Meeting
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Charge
from scheduler.domain.window import Window
from scheduler.options import OptionCost, RuleOptions, SessionSelector
from scheduler.rules import Preference

if TYPE_CHECKING:
    from scheduler.board import Board


class WishedWindows(Preference):
    """Each meeting that does not lie wholly inside one of the windows that are wished for it has a cost.

    Why: whoever speaks there, or wants to be there, prefers these times.
    """

    class Options(RuleOptions):
        """What ``wished-windows`` speaks of; ``cost`` of each meeting."""

        sessions: SessionSelector
        windows: tuple[Window, ...] = Field(min_length=1)
        cost: Annotated[OptionCost, Field(ge=1)] = 1

    options: Options

    OPTIONS = {
        "sessions": {"kind": "round-table"},
        "windows": ["day-1 morning", "day-2 15:00-18:00"],
        "cost": 3,
    }
    KEPT = ("day-1 10:00-13:00 hall round-table-1", "day-2 15:00-16:00 hall round-table-1")
    CHARGED = {
        "day-1 12:00-15:00 hall round-table-1": (
            "round-table-1 is held from 12:00 on day-1 to 15:00 on day-1; "
            "day-1 morning or day-2 15:00-18:00 is wished",
            3,
        ),
    }

    def price(self, board: Board) -> None:
        for meeting in self.options.sessions.meetings(board.forum):
            self._price_meeting(board, meeting)

    def _price_meeting(self, board: Board, meeting: Meeting) -> None:
        def wanted(start: int) -> bool:
            return self._holds(start, start + meeting.minutes)

        board.prices.elsewhen(self.clause.clause, self.options.cost, meeting.id, wanted)

    def charges(self, forum: Forum, timetable: Timetable) -> Iterator[Charge]:
        wished = " or ".join(window.words for window in self.options.windows)
        for place in timetable.of(self.options.sessions.meetings(forum)):
            if not self._holds(place.start, place.end):
                start, end = forum.clock.words(place.start), forum.clock.words(place.end)
                name = f"{forum.meeting_name(place.meeting)} is held from {start} to {end}"
                yield self.charge(place.meeting, f"{name}; {wished} is wished", self.options.cost)

    def _holds(self, start: int, end: int) -> bool:
        return any(window.holds(start, end) for window in self.options.windows)
