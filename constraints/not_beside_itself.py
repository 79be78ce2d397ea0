"""A track is in one room at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.blocks import blocks_of
from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Charge
from scheduler.options import OptionCost, RuleOptions
from scheduler.rules import Preference

if TYPE_CHECKING:
    from scheduler.board import Board


class NotBesideItself(Preference):
    """Each room that a track has in a period beside its first there costs 1, or ``cost``.

    Why: who follows a track cannot be in two rooms.
    """

    class Options(RuleOptions):
        """What ``not-beside-itself`` speaks of."""

        cost: OptionCost = 1

    options: Options

    FORUM = {"sessions": {"one": {"track": "data"}, "two": {"track": "data"}}}
    KEPT = (
        """day-1 10:00-11:00 hall one
           day-1 11:00-12:00 hall two""",
    )
    CHARGED = {
        """day-1 10:00-11:00 hall  one
           day-1 11:00-12:00 annex two""": ("data is in hall and annex in day-1 morning", 1),
    }

    def price(self, board: Board) -> None:
        for track in board.blocks.tracks:
            board.blocks_prices.beside_itself(self.clause.clause, self.options.cost, track)

    def charges(self, forum: Forum, timetable: Timetable) -> Iterator[Charge]:
        rooms: dict[tuple[str, str], list[str]] = {}
        for block in blocks_of(forum, timetable):
            rooms.setdefault((block.track, block.period), []).append(forum.room_name(block.room))
        for (track, period), names in rooms.items():
            price = self.options.cost * (len(names) - 1)
            if price:
                sentence = f"{forum.track_name(track)} is in {' and '.join(names)} in {period}"
                yield self.charge(track, sentence, price)
