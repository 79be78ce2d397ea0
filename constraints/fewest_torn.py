"""As few parties as possible are torn between two meetings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from scheduler.domain.forum import Forum
from scheduler.domain.session import Session
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Charge
from scheduler.options import EVERY_SESSION, RuleOptions, SessionSelector
from scheduler.rules import Preference

if TYPE_CHECKING:
    from scheduler.board import Board


class FewestTorn(Preference):
    """Each party that attends two sessions costs 1 for each pair of their meetings held at once.

    Why: whoever is expected in two rooms misses one of them.
    """

    class Options(RuleOptions):
        """What ``fewest-torn`` speaks of."""

        sessions: SessionSelector = EVERY_SESSION

    options: Options

    FORUM = {
        "parties": [
            {"party": "egypt", "name": "Egypt", "kind": "member-state"},
            {"party": "nhri", "name": "NHRI", "kind": "stakeholder", "attends": ["round-table"]},
        ]
    }
    KEPT = (
        """day-1 10:00-13:00 hall round-table-1
           day-1 15:00-18:00 hall round-table-2""",
    )
    CHARGED = {
        """day-1 10:00-13:00 hall  round-table-1
           day-1 10:00-13:00 annex round-table-2""": (
            "2 parties attend both round-table-1 and round-table-2, held at once at 10:00 on day-1",
            2,
        ),
        """day-1 10:00-13:00 hall  round-table-1
           day-1 12:00-15:00 annex plenary""": (
            "1 party attends both plenary and round-table-1, held at once at 12:00 on day-1",
            1,
        ),
    }

    def price(self, board: Board) -> None:
        for one, other in combinations(self.options.sessions.of(board.forum), 2):
            torn = _torn(board.forum, one, other)
            for first in one.sittings:
                for second in other.sittings:
                    board.prices.together(self.clause.clause, torn, first.id, second.id)

    def charges(self, forum: Forum, timetable: Timetable) -> Iterator[Charge]:
        for one, other in combinations(self.options.sessions.of(forum), 2):
            for first in timetable.of(one.sittings):
                for second in timetable.of(other.sittings):
                    torn = _torn(forum, one, other) if first.overlaps(second) else 0
                    if torn:
                        at = forum.clock.words(max(first.start, second.start))
                        who = f"{torn} parties attend" if torn > 1 else "1 party attends"
                        names = (
                            f"{forum.meeting_name(first.meeting)} and {forum.meeting_name(second.meeting)}"
                        )
                        yield self.charge(second.meeting, f"{who} both {names}, held at once at {at}", torn)


def _torn(forum: Forum, one: Session, other: Session) -> int:
    return len(set(forum.attendance(one)).intersection(forum.attendance(other)))
