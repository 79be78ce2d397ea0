"""As few meetings as possible are held at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Charge
from scheduler.options import EVERY_SESSION, RuleOptions, SessionSelector
from scheduler.rules import Preference

if TYPE_CHECKING:
    from scheduler.board import Board


class FewestParallel(Preference):
    """Each pair of meetings of different sessions that share a minute costs 1.

    Why: small delegations cannot be in two meetings, and each needs its interpreters.
    """

    class Options(RuleOptions):
        """What ``fewest-parallel`` speaks of."""

        sessions: SessionSelector = EVERY_SESSION

    options: Options

    KEPT = (
        """day-1 10:00-13:00 hall round-table-1
           day-1 15:00-18:00 hall round-table-2""",
    )
    CHARGED = {
        """day-1 10:00-13:00 hall  round-table-1
           day-1 12:00-15:00 annex round-table-2""": (
            "round-table-1 and round-table-2 are held in parallel at 12:00 on day-1",
            1,
        ),
    }

    def price(self, board: Board) -> None:
        for one, other in combinations(self.options.sessions.meetings(board.forum), 2):
            if one.session != other.session:
                board.prices.together(self.clause.clause, 1, one.id, other.id)

    def charges(self, forum: Forum, timetable: Timetable) -> Iterator[Charge]:
        places = timetable.of(self.options.sessions.meetings(forum))
        for one, other in combinations(places, 2):
            if not one.overlaps(other):
                continue
            sessions = {forum.meeting_by_id[place.meeting].session for place in (one, other)}
            if len(sessions) == 2:
                at = forum.clock.words(max(one.start, other.start))
                names = f"{forum.meeting_name(one.meeting)} and {forum.meeting_name(other.meeting)}"
                yield self.charge(other.meeting, f"{names} are held in parallel at {at}", 1)
