"""A room holds one meeting at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Placement, Timetable, in_one_room
from scheduler.domain.verdict import Breach
from scheduler.rules import TimetableRule

if TYPE_CHECKING:
    from scheduler.board import Board


class OneMeetingPerRoom(TimetableRule):
    """A room holds one meeting at a time, setting up and clearing away included.

    Why: two meetings cannot sit on the same chairs.
    """

    FORUM = {"sessions": {"round-table-2": {"setup": 30}}}
    KEPT = (
        """day-1 10:00-13:00 hall round-table-1
           day-1 13:30-15:00 hall round-table-2""",
        """day-1 10:00-13:00 hall  round-table-1
           day-1 10:00-13:00 annex round-table-2""",
    )
    BROKEN = {
        """day-1 09:00-10:00 hall round-table-1
           day-1 09:30-10:30 hall round-table-3""": (
            "hall is needed for round-table-1 until 10:00 on day-1 and for round-table-3 from 09:30 on day-1"
        ),
        """day-1 10:00-13:00 hall round-table-1
           day-1 13:00-15:00 hall round-table-2""": (
            "hall is needed for round-table-1 until 13:00 on day-1 and for round-table-2 from 12:30 on day-1"
        ),
    }

    def post(self, board: Board) -> None:
        board.one_at_a_time()

    def breaches(self, forum: Forum, timetable: Timetable) -> Iterator[Breach]:
        known = [place for place in timetable.placements if place.meeting in forum.meeting_by_id]
        for one, other in in_one_room(known):
            first, second = sorted((_extent(forum, one), _extent(forum, other)))
            if second[0] < first[1]:
                yield self.breach(one.room, _sentence(forum, one.room, first, second))


def _extent(forum: Forum, place: Placement) -> tuple[int, int, str]:
    meeting = forum.meeting_by_id[place.meeting]
    return place.start - meeting.setup, place.end + meeting.teardown, place.meeting


def _sentence(forum: Forum, room: str, first: tuple[int, int, str], second: tuple[int, int, str]) -> str:
    until = f"{forum.meeting_name(first[2])} until {forum.clock.words(first[1])}"
    since = f"{forum.meeting_name(second[2])} from {forum.clock.words(second[0])}"
    return f"{forum.room_name(room)} is needed for {until} and for {since}"
