"""Some sessions had better not be held at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING, Annotated, Self

from pydantic import Field, model_validator

from scheduler.domain.forum import Forum
from scheduler.domain.session import Meeting
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Charge
from scheduler.options import OptionCost, RuleOptions, SessionName, SessionSelector
from scheduler.rules import Preference

if TYPE_CHECKING:
    from scheduler.board import Board


class WishedApart(Preference):
    """Each pair of meetings of some sessions, or of some pairs of sessions, that share a minute has a cost.

    Why: people want to be in both, and can do without.
    """

    class Options(RuleOptions):
        """What ``wished-apart`` speaks of: all ``sessions`` among themselves, or ``pairs``; the ``cost``."""

        sessions: SessionSelector | None = None
        pairs: tuple[tuple[SessionName, SessionName], ...] = ()
        cost: Annotated[OptionCost, Field(ge=1)] = 1

        @model_validator(mode="after")
        def _one_of_both(self) -> Self:
            if (self.sessions is None) == (not self.pairs):
                raise ValueError("name either sessions or pairs. Maybe {sessions: {kind: round-table}}")
            return self

    options: Options

    OPTIONS = {"pairs": [["round-table-1", "round-table-2"]], "cost": 2}
    KEPT = (
        """day-1 10:00-13:00 hall round-table-1
           day-1 13:00-15:00 hall round-table-2""",
    )
    CHARGED = {
        """day-1 10:00-13:00 hall  round-table-1
           day-1 12:00-15:00 annex round-table-2""": (
            "round-table-1 and round-table-2 are held at once at 12:00 on day-1; they are wished apart",
            2,
        ),
    }

    def price(self, board: Board) -> None:
        for one, other in self._pairs(board.forum):
            board.prices.together(self.clause.clause, self.options.cost, one.id, other.id)

    def charges(self, forum: Forum, timetable: Timetable) -> Iterator[Charge]:
        places = timetable.by_meeting
        for one, other in self._pairs(forum):
            first, second = places.get(one.id), places.get(other.id)
            if first and second and first.overlaps(second):
                at = forum.clock.words(max(first.start, second.start))
                sentence = f"{one.title} and {other.title} are held at once at {at}; they are wished apart"
                yield self.charge(one.id, sentence, self.options.cost)

    def _pairs(self, forum: Forum) -> Iterator[tuple[Meeting, Meeting]]:
        """Yield the pairs of meetings of different sessions that had better be apart."""
        if self.options.sessions:
            sets = [self.options.sessions.meetings(forum)]
        else:
            sessions = forum.session_by_id
            sets = [(*sessions[one].sittings, *sessions[other].sittings) for one, other in self.options.pairs]
        for meetings in sets:
            for one, other in combinations(meetings, 2):
                if one.session != other.session:
                    yield one, other
