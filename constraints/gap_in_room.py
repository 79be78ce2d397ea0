"""A room rests between unrelated meetings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from scheduler.domain.forum import Forum
from scheduler.domain.session import Session
from scheduler.domain.timetable import Placement, Timetable, in_one_room
from scheduler.domain.verdict import Charge
from scheduler.options import OptionMinutes, RuleOptions
from scheduler.rules import Preference

if TYPE_CHECKING:
    from scheduler.board import Board


class GapInRoom(Preference):
    """Two meetings of different bodies in one room cost 1 when too little time lies between them.

    Why: one public leaves before the other comes in. Sessions of one body count as related.
    """

    class Options(RuleOptions):
        """What ``gap-in-room`` speaks of; ``minutes`` should lie between the meetings."""

        minutes: OptionMinutes

    options: Options

    FORUM = {
        "sessions": {
            "round-table-1": {"body": "assembly"},
            "round-table-2": {"body": "assembly"},
            "concert": {"body": "choir"},
        }
    }
    OPTIONS = {"minutes": 30}
    KEPT = (
        """day-1 10:00-13:00 hall  round-table-1
           day-1 13:00-15:00 hall  round-table-2
           day-1 15:30-16:00 hall  concert""",
        """day-1 10:00-13:00 hall  round-table-1
           day-1 13:00-15:00 annex concert""",
    )
    CHARGED = {
        """day-1 10:00-13:00 hall  round-table-1
           day-1 13:15-15:00 hall  concert""": (
            "15 minutes lie between round-table-1 and concert in hall at 13:15 on day-1; 30 are wanted",
            1,
        ),
    }

    def price(self, board: Board) -> None:
        for one, other in combinations(board.forum.sessions, 2):
            if not _related(one, other):
                for first in one.sittings:
                    for second in other.sittings:
                        board.prices.near_in_room(
                            self.clause.clause, 1, first.id, second.id, self.options.minutes
                        )

    def charges(self, forum: Forum, timetable: Timetable) -> Iterator[Charge]:
        sessions = forum.session_by_id
        for one, other in in_one_room(timetable.of(forum.meetings)):
            first, second = sorted((one, other), key=lambda place: (place.start, place.meeting))
            here, there = (sessions[forum.meeting_by_id[place.meeting].session] for place in (one, other))
            near = second.start - first.end < self.options.minutes
            if here is not there and not _related(here, there) and near:
                yield self.charge(second.meeting, self._sentence(forum, first, second), 1)

    def _sentence(self, forum: Forum, first: Placement, second: Placement) -> str:
        names = f"{forum.meeting_name(first.meeting)} and {forum.meeting_name(second.meeting)}"
        where = f"{forum.room_name(first.room)} at {forum.clock.words(second.start)}"
        there = max(0, second.start - first.end)
        return f"{there} minutes lie between {names} in {where}; {self.options.minutes} are wanted"


def _related(one: Session, other: Session) -> bool:
    return bool(one.body) and one.body == other.body
