"""Nothing is held beside some sessions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Breach
from scheduler.options import RuleOptions, SessionSelector
from scheduler.rules import TimetableRule

if TYPE_CHECKING:
    from scheduler.board import Board


class Exclusive(TimetableRule):
    """No other session shares a minute with the meetings of some sessions.

    Why: everybody is expected there, and small delegations cannot divide themselves.
    """

    class Options(RuleOptions):
        """What ``exclusive`` speaks of."""

        sessions: SessionSelector

    options: Options

    OPTIONS = {"sessions": {"kind": "plenary"}}
    KEPT = (
        """day-1 10:00-13:00 hall  plenary
           day-1 15:00-18:00 annex round-table-1
           day-1 15:00-18:00 hall  round-table-2""",
    )
    BROKEN = {
        """day-1 10:00-13:00 hall  plenary
           day-1 12:00-15:00 annex round-table-1""": (
            "round-table-1 is held beside plenary at 12:00 on day-1"
        ),
    }

    def post(self, board: Board) -> None:
        selected = self.options.sessions.meetings(board.forum)
        for one, other in product(selected, board.forum.meetings):
            if one.session != other.session:
                board.never_together(one.id, other.id)

    def breaches(self, forum: Forum, timetable: Timetable) -> Iterator[Breach]:
        selected = {session.session for session in self.options.sessions.of(forum)}
        for one, other in product(timetable.of(forum.meetings), repeat=2):
            here, there = (forum.meeting_by_id[place.meeting].session for place in (one, other))
            twice = there in selected and one.meeting > other.meeting
            if here in selected and here != there and one.overlaps(other) and not twice:
                at = forum.clock.words(max(one.start, other.start))
                names = forum.meeting_name(other.meeting), forum.meeting_name(one.meeting)
                yield self.breach(other.meeting, f"{names[0]} is held beside {names[1]} at {at}")
