"""A chair is in one room at a time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from scheduler.domain.blocks import at_once, blocks_of
from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Charge
from scheduler.options import OptionCost, RuleOptions
from scheduler.rules import Preference

if TYPE_CHECKING:
    from scheduler.board import Board


class ChairsInOneRoom(Preference):
    """Each two rooms that two tracks with a common chair have in the same period cost 1, or ``cost``.

    Why: a chair is with the track wherever it is held, and cannot be in two rooms.
    """

    class Options(RuleOptions):
        """What ``chairs-in-one-room`` speaks of."""

        cost: OptionCost = 1

    options: Options

    FORUM = {
        "parties": [{"party": "ada", "name": "Ada", "kind": "person"}],
        "tracks": [
            {"track": "data", "title": "Data", "chairs": ["ada"]},
            {"track": "health", "title": "Health", "chairs": ["ada"]},
        ],
        "sessions": {"one": {"track": "data"}, "two": {"track": "health"}},
    }
    KEPT = (
        """day-1 10:00-11:00 hall one
           day-1 15:00-16:00 hall two""",
        """day-1 10:00-11:00 hall one
           day-1 11:00-12:00 hall two""",
    )
    CHARGED = {
        """day-1 10:00-11:00 hall  one
           day-1 11:00-12:00 annex two""": (
            "Ada chairs Data in hall and Health in annex in day-1 morning",
            1,
        ),
    }

    def price(self, board: Board) -> None:
        for one, other in combinations(board.blocks.tracks, 2):
            if _common(board.forum, one, other):
                board.blocks_prices.beside(self.clause.clause, self.options.cost, one, other)

    def charges(self, forum: Forum, timetable: Timetable) -> Iterator[Charge]:
        for one, other in at_once(blocks_of(forum, timetable)):
            common = _common(forum, one.track, other.track) if one.track != other.track else []
            if common and self.options.cost:
                who = " and ".join(forum.party_name(chair) for chair in common)
                verb = "chairs" if len(common) == 1 else "chair"
                here, there = (
                    f"{forum.track_name(block.track)} in {forum.room_name(block.room)}"
                    for block in (one, other)
                )
                sentence = f"{who} {verb} {here} and {there} in {one.period}"
                yield self.charge(one.track, sentence, self.options.cost)


def _common(forum: Forum, one: str, other: str) -> list[str]:
    """List the chairs that two tracks have in common."""
    chairs = [
        set(forum.track_by_id[track].chairs) if track in forum.track_by_id else set()
        for track in (one, other)
    ]
    return sorted(chairs[0] & chairs[1])
