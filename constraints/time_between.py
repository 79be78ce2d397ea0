"""There is time between some sessions and others."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Charge
from scheduler.options import OptionMinutes, RuleOptions, SessionSelector
from scheduler.rules import Preference

if TYPE_CHECKING:
    from scheduler.board import Board


class TimeBetween(Preference):
    """Each minute that is lacking between the end of a meeting and a later one costs 1.

    Why: what is reported in the second has to be written after the first.
    """

    class Options(RuleOptions):
        """What ``time-between`` speaks of; ``wanted`` minutes should pass."""

        first: SessionSelector
        then: SessionSelector
        wanted: OptionMinutes

    options: Options

    OPTIONS = {"first": {"kind": "round-table"}, "then": {"kind": "policy-debate"}, "wanted": 180}
    KEPT = (
        """day-2 10:00-12:00 hall round-table-1
           day-2 15:00-18:00 hall policy-debate""",
        """day-1 15:00-18:00 hall round-table-1
           day-2 15:00-18:00 hall policy-debate""",
    )
    CHARGED = {
        """day-2 10:00-13:00 hall round-table-1
           day-2 15:00-18:00 hall policy-debate""": (
            "120 minutes lie between round-table-1 and policy-debate at 15:00 on day-2; 180 are wanted",
            60,
        ),
        """day-2 14:00-17:00 annex round-table-1
           day-2 15:00-18:00 hall  policy-debate""": (
            "no time lies between round-table-1 and policy-debate at 15:00 on day-2; 180 are wanted",
            300,
        ),
    }

    def price(self, board: Board) -> None:
        first = self.options.first.meetings(board.forum)
        for one, other in product(first, self.options.then.meetings(board.forum)):
            if one.session != other.session:
                board.prices.shortfall(self.clause.clause, one.id, other.id, self.options.wanted)

    def charges(self, forum: Forum, timetable: Timetable) -> Iterator[Charge]:
        first = timetable.of(self.options.first.meetings(forum))
        for one, other in product(first, timetable.of(self.options.then.meetings(forum))):
            lacking = self.options.wanted - (other.start - one.end)
            sessions = {forum.meeting_by_id[place.meeting].session for place in (one, other)}
            if len(sessions) == 2 and lacking > 0:
                there = max(0, other.start - one.end)
                words = f"{there} minutes lie" if there else "no time lies"
                names = f"{forum.meeting_name(one.meeting)} and {forum.meeting_name(other.meeting)}"
                at = f"{forum.clock.words(other.start)}; {self.options.wanted} are wanted"
                yield self.charge(one.meeting, f"{words} between {names} at {at}", lacking)
