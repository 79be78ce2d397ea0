"""Some sessions are held in given rooms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Breach
from scheduler.options import RoomName, RuleOptions, SessionSelector
from scheduler.rules import TimetableRule

if TYPE_CHECKING:
    from scheduler.board import Board


class InRoom(TimetableRule):
    """Each meeting of some sessions is held in one of the rooms named.

    Why: custom gives some elements of a programme a house of their own.
    """

    NARROWS = True

    class Options(RuleOptions):
        """What ``in-room`` speaks of."""

        sessions: SessionSelector
        rooms: tuple[RoomName, ...] = Field(min_length=1)

    options: Options

    OPTIONS = {"sessions": {"kind": "plenary"}, "rooms": ["hall"]}
    KEPT = ("day-1 10:00-13:00 hall plenary",)
    BROKEN = {"day-1 10:00-13:00 annex plenary": "plenary is held in annex, not in hall"}

    def post(self, board: Board) -> None:
        for meeting in self.options.sessions.meetings(board.forum):
            board.in_room(meeting.id, self.options.rooms)

    def breaches(self, forum: Forum, timetable: Timetable) -> Iterator[Breach]:
        wanted = " or ".join(forum.room_name(room) for room in self.options.rooms)
        for place in timetable.of(self.options.sessions.meetings(forum)):
            if place.room not in self.options.rooms:
                name, room = forum.meeting_name(place.meeting), forum.room_name(place.room)
                yield self.breach(place.meeting, f"{name} is held in {room}, not in {wanted}")
