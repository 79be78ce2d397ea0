"""Some meetings are held at given times, in given rooms, or both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Placement, Timetable
from scheduler.domain.verdict import Breach
from scheduler.meeting_options import PlaceOptions
from scheduler.rules import TimetableRule

if TYPE_CHECKING:
    from scheduler.board import Board


class HeldIn(TimetableRule):
    """A meeting lies wholly inside one of the windows named, and is held in one of the rooms named.

    Why: a planner has promised it, or whoever has to be there can only come then.
    """

    NARROWS = True

    class Options(PlaceOptions):
        """What ``held-in`` speaks of: ``windows``, ``rooms`` or both."""

    options: Options

    OPTIONS = {
        "what": {"session": "round-table-1"},
        "windows": ["day-1", "day-2 morning"],
        "rooms": ["hall"],
    }
    KEPT = (
        """day-1 15:00-18:00 hall  round-table-1
           day-2 15:00-18:00 annex plenary""",
    )
    BROKEN = {
        "day-2 15:00-18:00 annex round-table-1": (
            "round-table-1 is held in annex from 15:00 on day-2 to 18:00 on day-2; "
            "it has to be held day-1 or day-2 morning, in hall"
        ),
    }

    def post(self, board: Board) -> None:
        for meeting in self.options.what.meetings(board.forum):
            if self.options.windows:
                board.within(meeting.id, self.options.windows)
            if self.options.rooms:
                board.in_room(meeting.id, self.options.rooms)

    def breaches(self, forum: Forum, timetable: Timetable) -> Iterator[Breach]:
        for place in timetable.of(self.options.what.meetings(forum)):
            if not self._holds(place):
                start, end = forum.clock.words(place.start), forum.clock.words(place.end)
                name, room = forum.meeting_name(place.meeting), forum.room_name(place.room)
                wanted = f"it has to be held {self.options.words(forum)}"
                yield self.breach(place.meeting, f"{name} is held in {room} from {start} to {end}; {wanted}")

    def _holds(self, place: Placement) -> bool:
        windows, rooms = self.options.windows, self.options.rooms
        then = not windows or any(window.holds(place.start, place.end) for window in windows)
        return then and (not rooms or place.room in rooms)
