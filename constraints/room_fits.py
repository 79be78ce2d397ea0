"""A room has what its meetings need."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.forum import Forum
from scheduler.domain.room import Room
from scheduler.domain.session import Session
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Breach, Open
from scheduler.options import EVERY_SESSION, RuleOptions, SessionSelector
from scheduler.rules import TimetableRule

if TYPE_CHECKING:
    from scheduler.board import Board


class RoomFits(TimetableRule):
    """A meeting is held in a room with the features and the seats its session needs.

    Why: six languages need booths, and people need chairs.
    """

    NARROWS = True

    class Options(RuleOptions):
        """What ``room-fits`` speaks of."""

        sessions: SessionSelector = EVERY_SESSION

    options: Options

    FORUM = {
        "rooms": {"hall": {"features": ["interpretation"], "seats": 500}, "annex": {"seats": 50}},
        "sessions": {
            "round-table-1": {"features": ["interpretation"]},
            "round-table-2": {"seats": 500},
        },
    }
    KEPT = ("day-1 10:00-13:00 hall round-table-1", "day-1 10:00-13:00 hall round-table-2")
    BROKEN = {
        "day-1 10:00-13:00 annex round-table-1": (
            "round-table-1 is held in annex, which has no interpretation"
        ),
        "day-1 10:00-13:00 annex round-table-2": (
            "round-table-2 is held in annex, which has 50 seats (an assumption); 500 are needed"
        ),
    }

    def post(self, board: Board) -> None:
        for session in self.options.sessions.of(board.forum):
            fitting = [room.room for room in board.forum.rooms if not _lacks(session, room)]
            for meeting in session.sittings:
                board.in_room(meeting.id, fitting)

    def breaches(self, forum: Forum, timetable: Timetable) -> Iterator[Breach]:
        for session in self.options.sessions.of(forum):
            for place in timetable.of(session.sittings):
                room = forum.room_by_id.get(place.room)
                for lack in _lacks(session, room) if room else ():
                    name = forum.meeting_name(place.meeting)
                    yield self.breach(
                        place.meeting, f"{name} is held in {forum.room_name(place.room)}, which {lack}"
                    )

    def opens(self, forum: Forum) -> Iterator[Open]:
        seated = [one.title for one in self.options.sessions.of(forum) if one.seats is not None]
        for room in forum.rooms:
            if seated and room.seats is None:
                yield self.open_point(room.room, f"nobody has said how many seats {room.name} has")


def _lacks(session: Session, room: Room) -> list[str]:
    """List what a room lacks; a number of seats that nobody has said lacks nothing."""
    lacking = [f"has no {feature}" for feature in session.features if feature not in room.features]
    if session.seats is not None and room.seats is not None and room.seats < session.seats:
        sure = " (an assumption)" if room.seats_certainty == "assumption" else ""
        lacking.append(f"has {room.seats} seats{sure}; {session.seats} are needed")
    return lacking
