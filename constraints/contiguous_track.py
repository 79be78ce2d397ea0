"""A track goes on from period to period."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.blocks import blocks_of, by_track
from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Charge
from scheduler.options import OptionCost, RuleOptions
from scheduler.rules import Preference

if TYPE_CHECKING:
    from scheduler.board import Board


class ContiguousTrack(Preference):
    """A track that pauses for a period and goes on after it costs 1, or ``cost``, however often it does.

    Why: people stay for a track that goes on, and leave one that pauses.
    """

    class Options(RuleOptions):
        """What ``contiguous-track`` speaks of."""

        cost: OptionCost = 1

    options: Options

    FORUM = {"sessions": {"one": {"track": "data"}, "two": {"track": "data"}}}
    KEPT = (
        """day-1 15:00-16:00 hall one
           day-2 10:00-11:00 hall two""",
        """day-1 15:00-16:00 hall  one
           day-1 15:00-16:00 annex two""",
    )
    CHARGED = {
        """day-1 10:00-11:00 hall one
           day-2 10:00-11:00 hall two""": ("data pauses in day-1 afternoon", 1),
    }

    def price(self, board: Board) -> None:
        for track in board.blocks.tracks:
            board.blocks_prices.torn(self.clause.clause, self.options.cost, track)

    def charges(self, forum: Forum, timetable: Timetable) -> Iterator[Charge]:
        periods = [one.words for one in forum.clock.stretches]
        for track, blocks in by_track(blocks_of(forum, timetable)).items():
            numbers = {block.number for block in blocks}
            idle = [periods[one] for one in range(min(numbers), max(numbers)) if one not in numbers]
            if idle and self.options.cost:
                sentence = f"{forum.track_name(track)} pauses in {' and '.join(idle)}"
                yield self.charge(track, sentence, self.options.cost)
