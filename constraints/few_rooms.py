"""A track has few rooms."""

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


class FewRooms(Preference):
    """Each room that a track has beside its first costs 1, or ``cost``.

    Why: who follows a track should not have to look for its door.
    """

    class Options(RuleOptions):
        """What ``few-rooms`` speaks of."""

        cost: OptionCost = 1

    options: Options

    FORUM = {"sessions": {"one": {"track": "data"}, "two": {"track": "data"}}}
    OPTIONS = {"cost": 2}
    KEPT = (
        """day-1 10:00-11:00 hall one
           day-2 10:00-11:00 hall two""",
    )
    CHARGED = {
        """day-1 10:00-11:00 hall  one
           day-2 10:00-11:00 annex two""": ("data is held in 2 rooms: hall and annex", 2),
    }

    def price(self, board: Board) -> None:
        for track in board.blocks.tracks:
            board.blocks_prices.more_rooms(self.clause.clause, self.options.cost, track)

    def charges(self, forum: Forum, timetable: Timetable) -> Iterator[Charge]:
        for track, blocks in by_track(blocks_of(forum, timetable)).items():
            rooms = [forum.room_name(room) for room in dict.fromkeys(block.room for block in blocks)]
            price = self.options.cost * (len(rooms) - 1)
            if price:
                held = f"{forum.track_name(track)} is held in {len(rooms)} rooms"
                yield self.charge(track, f"{held}: {' and '.join(rooms)}", price)
