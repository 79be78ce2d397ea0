"""Side events do not compete with meetings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.side_events import SideEventPlacement, Surroundings
from scheduler.options import EVERY_SESSION, RuleOptions, SessionSelector
from scheduler.rules import SideEventsRule

if TYPE_CHECKING:
    from scheduler.board.side_events import SideEventsBoard


class SideEventOutsideMeetings(SideEventsRule):
    """No side event is held while a meeting of some sessions is.

    Why: the forum's own meetings come first; one that needs overtime takes the slot.
    """

    class Options(RuleOptions):
        """What ``side-event-outside-meetings`` speaks of."""

        sessions: SessionSelector = EVERY_SESSION

    options: Options

    OPTIONS = {"sessions": {"kind": "plenary"}}
    KEPT = (
        """day-1 13:00-14:00 lunch side-event-1
           day-1 15:00-18:00 hall  plenary
           day-1 13:00-15:00 annex round-table-1""",
    )
    BROKEN = {
        """day-1 13:00-14:00 lunch side-event-1
           day-1 10:00-13:30 hall  plenary""": (
            "side-event-1 has the slot day-1 13:00-14:00, but plenary is held then, until 13:30 on day-1"
        ),
    }

    def post(self, board: SideEventsBoard) -> None:
        meetings = self.options.sessions.meetings(board.around.forum)
        busy = [(place.start, place.end) for place in board.around.timetable.of(meetings)]
        for choice in board.choices:
            if any(start < choice.end and choice.start < end for start, end in busy):
                board.never(choice)

    def against(self, around: Surroundings, one: SideEventPlacement) -> Iterator[str]:
        forum = around.forum
        for place in around.timetable.of(self.options.sessions.meetings(forum)):
            if one.overlaps(place.start, place.end):
                until = forum.clock.words(place.end)
                yield f"{forum.meeting_name(place.meeting)} is held then, until {until}"
