"""A room holds one track in a period."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.blocks import blocks_of
from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Breach
from scheduler.rules import TimetableRule

if TYPE_CHECKING:
    from scheduler.board import Board


class OneTrackInRoom(TimetableRule):
    """In a period of a day a room holds sessions of one track only.

    Why: who comes for a track finds all of it behind one door. A session without a track stands for itself.
    """

    SHAPES = True

    FORUM = {"sessions": {"one": {"track": "data"}, "two": {"track": "data"}, "three": {"track": "health"}}}
    KEPT = (
        """day-1 10:00-11:00 hall  one
           day-1 11:00-12:00 hall  two
           day-1 10:00-11:00 annex three""",
        """day-1 10:00-11:00 hall one
           day-1 15:00-16:00 hall three""",
    )
    BROKEN = {
        """day-1 10:00-11:00 hall one
           day-1 11:00-12:00 hall three""": "hall holds data and health in day-1 morning",
    }

    def post(self, board: Board) -> None:
        board.one_track_in_room()

    def breaches(self, forum: Forum, timetable: Timetable) -> Iterator[Breach]:
        held: dict[tuple[str, str], list[str]] = {}
        for block in blocks_of(forum, timetable):
            held.setdefault((block.period, block.room), []).append(forum.track_name(block.track))
        for (period, room), tracks in held.items():
            if len(tracks) > 1:
                yield self.breach(room, f"{forum.room_name(room)} holds {' and '.join(tracks)} in {period}")
