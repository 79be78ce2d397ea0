"""Some sessions end before others begin."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Placement, Timetable
from scheduler.domain.verdict import Breach
from scheduler.options import OptionMinutes, RuleOptions, SessionSelector
from scheduler.rules import TimetableRule

if TYPE_CHECKING:
    from scheduler.board import Board


class Before(TimetableRule):
    """Each meeting of the first sessions ends before any of the others begins.

    Why: what is reported in the second is decided in the first.
    """

    class Options(RuleOptions):
        """What ``before`` speaks of; ``gap`` minutes pass between the two at least."""

        first: SessionSelector
        then: SessionSelector
        gap: OptionMinutes = 0

    options: Options

    OPTIONS = {"first": {"kind": "round-table"}, "then": {"kind": "policy-debate"}}
    KEPT = (
        """day-1 10:00-13:00 hall round-table-1
           day-2 15:00-18:00 hall policy-debate""",
        """day-2 12:00-15:00 hall round-table-1
           day-2 15:00-18:00 hall policy-debate""",
    )
    BROKEN = {
        """day-2 15:00-18:00 hall policy-debate
           day-2 15:00-18:00 annex round-table-1""": (
            "round-table-1 ends at 18:00 on day-2, after policy-debate has begun at 15:00 on day-2"
        ),
    }

    def post(self, board: Board) -> None:
        first = self.options.first.meetings(board.forum)
        then = self.options.then.meetings(board.forum)
        for one, other in product(first, then):
            if one.session != other.session:
                board.before(one.id, other.id, self.options.gap)

    def breaches(self, forum: Forum, timetable: Timetable) -> Iterator[Breach]:
        first = timetable.of(self.options.first.meetings(forum))
        then = timetable.of(self.options.then.meetings(forum))
        for one, other in product(first, then):
            if _session(forum, one) != _session(forum, other) and one.end + self.options.gap > other.start:
                yield self.breach(one.meeting, self._sentence(forum, one, other))

    def _sentence(self, forum: Forum, one: Placement, other: Placement) -> str:
        ends = f"{forum.meeting_name(one.meeting)} ends at {forum.clock.words(one.end)}"
        begins, name = forum.clock.words(other.start), forum.meeting_name(other.meeting)
        if one.end > other.start:
            return f"{ends}, after {name} has begun at {begins}"
        return f"{ends}, less than {self.options.gap} minutes before {name} begins at {begins}"


def _session(forum: Forum, placement: Placement) -> str:
    return forum.meeting_by_id[placement.meeting].session
