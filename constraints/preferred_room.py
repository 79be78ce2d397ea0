"""Some sessions are held in a preferred room."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Charge
from scheduler.options import RoomName, RuleOptions, SessionSelector
from scheduler.rules import Preference

if TYPE_CHECKING:
    from scheduler.board import Board


class PreferredRoom(Preference):
    """A meeting costs nothing in the first of the rooms named, 1 in the second, and so on.

    Why: people find what is where it always is. A room that is not named costs the most.
    """

    class Options(RuleOptions):
        """What ``preferred-room`` speaks of."""

        sessions: SessionSelector
        rooms: tuple[RoomName, ...] = Field(min_length=1)

    options: Options

    OPTIONS = {"sessions": {"kind": "round-table"}, "rooms": ["hall", "annex"]}
    KEPT = ("day-1 10:00-13:00 hall round-table-1", "day-1 10:00-13:00 hall round-table-2")
    CHARGED = {
        "day-1 10:00-13:00 annex round-table-1": (
            "round-table-1 is held in annex; preferred is hall, then annex",
            1,
        ),
        "day-1 10:00-13:00 attic round-table-1": (
            "round-table-1 is held in attic; preferred is hall, then annex",
            2,
        ),
    }

    def price(self, board: Board) -> None:
        for meeting in self.options.sessions.meetings(board.forum):
            board.prices.room(self.clause.clause, meeting.id, self._cost)

    def charges(self, forum: Forum, timetable: Timetable) -> Iterator[Charge]:
        wanted = ", then ".join(forum.room_name(room) for room in self.options.rooms)
        for place in timetable.of(self.options.sessions.meetings(forum)):
            price = self._cost(place.room)
            if price:
                held = f"{forum.meeting_name(place.meeting)} is held in {forum.room_name(place.room)}"
                yield self.charge(place.meeting, f"{held}; preferred is {wanted}", price)

    def _cost(self, room: str) -> int:
        rooms = self.options.rooms
        return rooms.index(room) if room in rooms else len(rooms)
