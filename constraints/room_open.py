"""Rooms are used only while they are open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Breach
from scheduler.rules import TimetableRule

if TYPE_CHECKING:
    from scheduler.board import Board


class RoomOpen(TimetableRule):
    """A meeting is held in a room that is open to the forum, and not while it is closed or taken.

    Why: another body may hold the room, or works may close it.
    """

    FORUM = {"closures": [{"room": "hall", "window": "day-1 morning", "because": "taken"}]}
    KEPT = ("day-1 15:00-18:00 hall round-table-1", "day-1 10:00-13:00 annex round-table-1")
    BROKEN = {
        "day-1 12:00-13:30 hall round-table-1": (
            "round-table-1 is held in hall at 12:00 on day-1, which is closed day-1 morning (taken)"
        ),
    }

    def post(self, board: Board) -> None:
        for closure in board.forum.closures:
            if closure.room in board.forum.room_by_id:
                board.close(closure.room, closure.window)

    def breaches(self, forum: Forum, timetable: Timetable) -> Iterator[Breach]:
        for place in timetable.of(forum.meetings):
            meeting = forum.meeting_by_id[place.meeting]
            begins = f"{meeting.title} is held in {forum.room_name(place.room)}"
            if place.room not in forum.room_by_id:
                yield self.breach(meeting.id, f"{begins}, a room that is not open to this forum")
            for closure in forum.closures:
                start, end = place.start - meeting.setup, place.end + meeting.teardown
                if closure.room == place.room and closure.window.meets(start, end):
                    why = f" ({closure.because})" if closure.because else ""
                    at = forum.clock.words(place.start)
                    yield self.breach(
                        meeting.id, f"{begins} at {at}, which is closed {closure.window.words}{why}"
                    )
