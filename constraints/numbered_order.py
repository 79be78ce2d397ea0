"""Numbered sessions are held in their order."""

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


class NumberedOrder(Preference):
    """Each pair of numbered sessions of a kind costs 1 when the higher number begins first.

    Why: people look for round table 2 after round table 1.
    """

    class Options(RuleOptions):
        """What ``numbered-order`` speaks of; sessions without a number are passed over."""

        sessions: SessionSelector = EVERY_SESSION

    options: Options

    KEPT = (
        """day-1 10:00-13:00 hall  round-table-1
           day-1 10:00-13:00 annex round-table-2""",
    )
    CHARGED = {
        """day-1 10:00-13:00 hall round-table-2
           day-1 15:00-18:00 hall round-table-1""": (
            "round-table-2 begins at 10:00 on day-1, before round-table-1 at 15:00 on day-1",
            1,
        ),
    }

    def price(self, board: Board) -> None:
        for one, other in self._pairs(board.forum):
            board.prices.later(self.clause.clause, 1, one.sittings[0].id, other.sittings[0].id)

    def charges(self, forum: Forum, timetable: Timetable) -> Iterator[Charge]:
        for one, other in self._pairs(forum):
            places = timetable.of((one.sittings[0], other.sittings[0]))
            if len(places) == 2 and places[1].start < places[0].start:
                times = [forum.clock.words(place.start) for place in places]
                sentence = f"{other.title} begins at {times[1]}, before {one.title} at {times[0]}"
                yield self.charge(other.session, sentence, 1)

    def _pairs(self, forum: Forum) -> Iterator[tuple[Session, Session]]:
        """Yield pairs of one kind, the lower number first."""
        numbered = [one for one in self.options.sessions.of(forum) if one.number is not None]
        for one, other in combinations(sorted(numbered, key=lambda session: session.number or 0), 2):
            if one.kind == other.kind and one.number != other.number:
                yield one, other
