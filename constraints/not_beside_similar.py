"""Similar tracks are not held at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from scheduler.domain.blocks import at_once, blocks_of
from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Timetable
from scheduler.domain.value import Value
from scheduler.domain.verdict import Charge
from scheduler.options import OptionCost, RuleOptions, TrackName
from scheduler.rules import Preference

if TYPE_CHECKING:
    from scheduler.board import Board


class SimilarTracks(Value):
    """Two tracks that the same people follow, and what it costs to hold them in the same period."""

    tracks: tuple[TrackName, TrackName]
    cost: OptionCost = 1


class NotBesideSimilar(Preference):
    """Each room of a track that is used in the same period as another room of a similar track costs ``cost``.

    Why: the same people want to be in both.
    """

    class Options(RuleOptions):
        """What ``not-beside-similar`` speaks of."""

        similar: tuple[SimilarTracks, ...] = Field(min_length=1)

    options: Options

    FORUM = {
        "sessions": {
            "one": {"track": "data"},
            "two": {"track": "data"},
            "three": {"track": "health"},
            "four": {"track": "health"},
        }
    }
    OPTIONS = {"similar": [{"tracks": ["data", "health"], "cost": 5}]}
    KEPT = (
        """day-1 10:00-11:00 hall one
           day-1 15:00-16:00 hall three""",
        """day-1 10:00-11:00 hall one
           day-1 11:00-12:00 hall three""",
    )
    CHARGED = {
        """day-1 10:00-11:00 hall  one
           day-1 11:00-12:00 annex three""": ("data is in hall and health in annex in day-1 morning", 5),
    }

    def price(self, board: Board) -> None:
        for (one, other), cost in self._costs().items():
            if not {one, other} <= board.blocks.tracks.keys():
                continue  # a track without sessions is beside nothing
            board.blocks_prices.beside(self.clause.clause, cost, one, other)

    def charges(self, forum: Forum, timetable: Timetable) -> Iterator[Charge]:
        costs = self._costs()
        for one, other in at_once(blocks_of(forum, timetable)):
            price = costs.get((min(one.track, other.track), max(one.track, other.track)), 0)
            if price:
                here, there = (
                    f"{forum.track_name(block.track)} {word}in {forum.room_name(block.room)}"
                    for block, word in ((one, "is "), (other, ""))
                )
                yield self.charge(one.track, f"{here} and {there} in {one.period}", price)

    def _costs(self) -> dict[tuple[str, str], int]:
        """Return what each pair of tracks costs, pairs that are named twice added up."""
        costs: dict[tuple[str, str], int] = {}
        for pair in self.options.similar:
            one, other = sorted(pair.tracks)
            if one != other:
                costs[one, other] = costs.get((one, other), 0) + pair.cost
        return costs
