"""Some meetings are kept from given times, given rooms, or from a room at a time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Placement, Timetable
from scheduler.domain.verdict import Breach
from scheduler.meeting_options import PlaceOptions
from scheduler.rules import TimetableRule

if TYPE_CHECKING:
    from scheduler.board import Board


class NotIn(TimetableRule):
    """A meeting is not in one of the rooms named while it shares a minute with one of the windows named.

    Why: somebody cannot come then, or something else is promised to the room. Without rooms the
    windows count wherever it is held, without windows the rooms whenever.
    """

    NARROWS = True

    class Options(PlaceOptions):
        """What ``not-in`` speaks of: ``windows``, ``rooms`` or both."""

    options: Options

    OPTIONS = {"what": {"session": "plenary"}, "windows": ["day-2 morning"], "rooms": ["hall"]}
    KEPT = ("day-2 10:00-13:00 annex plenary", "day-2 15:00-18:00 hall plenary")
    BROKEN = {
        "day-2 12:00-15:00 hall plenary": (
            "plenary is held in hall from 12:00 on day-2 to 15:00 on day-2; "
            "it cannot be held day-2 morning, in hall"
        ),
    }

    def post(self, board: Board) -> None:
        windows, rooms = self.options.windows, self.options.rooms
        others = [room.room for room in board.forum.rooms if room.room not in rooms]
        for meeting in self.options.what.meetings(board.forum):
            for room, window in product(rooms, windows):
                board.placings.keep_out(meeting.id, room, window)
            for window in () if rooms else windows:
                board.outside(meeting.id, window)
            if not windows:
                board.in_room(meeting.id, others)

    def breaches(self, forum: Forum, timetable: Timetable) -> Iterator[Breach]:
        for place in timetable.of(self.options.what.meetings(forum)):
            if self._meets(place):
                start, end = forum.clock.words(place.start), forum.clock.words(place.end)
                name, room = forum.meeting_name(place.meeting), forum.room_name(place.room)
                yield self.breach(
                    place.meeting,
                    f"{name} is held in {room} from {start} to {end}; "
                    f"it cannot be held {self.options.words(forum)}",
                )

    def _meets(self, place: Placement) -> bool:
        windows, rooms = self.options.windows, self.options.rooms
        then = not windows or any(window.meets(place.start, place.end) for window in windows)
        return then and (not rooms or place.room in rooms)
