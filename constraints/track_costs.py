"""Tracks are in rooms and periods that suit them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from pydantic import Field

from scheduler.domain.blocks import blocks_of
from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Timetable
from scheduler.domain.value import Value
from scheduler.domain.verdict import Charge
from scheduler.options import OptionCost, PeriodName, RoomName, RuleOptions, TrackName
from scheduler.rules import Preference

if TYPE_CHECKING:
    from scheduler.board import Board


class TrackCost(Value):
    """What it costs that a track has a room in a period; what is not named may be any."""

    track: tuple[TrackName, ...] = ()
    period: tuple[PeriodName, ...] = ()
    room: tuple[RoomName, ...] = ()
    cost: OptionCost

    def of(self, track: str, period: str, room: str) -> int:
        """Return what a place costs."""
        named = ((track, self.track), (period, self.period), (room, self.room))
        return self.cost if all(one in names or not names for one, names in named) else 0


class TrackCosts(Preference):
    """Each room that a track has in a period costs what the rows say that fit it, added up.

    Why: some rooms are too small for a track, and some periods do not suit its people.
    """

    class Options(RuleOptions):
        """What ``track-costs`` speaks of."""

        costs: tuple[TrackCost, ...] = Field(min_length=1)

    options: Options

    FORUM = {"sessions": {"one": {"track": "data"}, "two": {"track": "data"}}}
    OPTIONS = {
        "costs": [
            {"track": ["data"], "period": ["day-1 afternoon"], "cost": 3},
            {"track": ["data"], "room": ["annex"], "cost": 2},
        ]
    }
    KEPT = (
        """day-1 10:00-11:00 hall one
           day-1 11:00-12:00 hall two""",
    )
    CHARGED = {
        """day-1 15:00-16:00 annex one
           day-1 16:00-17:00 annex two""": ("data is in annex in day-1 afternoon", 5),
    }

    def price(self, board: Board) -> None:
        periods = [one.words for one in board.forum.clock.stretches]
        for track in board.blocks.tracks:
            board.blocks_prices.used(self.clause.clause, track, partial(self._priced, track, periods))

    def _priced(self, track: str, periods: list[str], period: int, room: str) -> int:
        return sum(one.of(track, periods[period], room) for one in self.options.costs)

    def charges(self, forum: Forum, timetable: Timetable) -> Iterator[Charge]:
        for block in blocks_of(forum, timetable):
            price = sum(one.of(block.track, block.period, block.room) for one in self.options.costs)
            if price:
                where = f"{forum.room_name(block.room)} in {block.period}"
                yield self.charge(block.track, f"{forum.track_name(block.track)} is in {where}", price)
