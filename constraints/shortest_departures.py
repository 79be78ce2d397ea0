"""Departures from the plain order are short."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.departures import called
from scheduler.domain.forum import Forum
from scheduler.domain.list_of_speakers import Call, Debate, ListOfSpeakers
from scheduler.domain.verdict import Charge
from scheduler.speakers_rule import SpeakersPreference

if TYPE_CHECKING:
    from scheduler.board.speakers import SpeakersBoard


class ShortestDepartures(SpeakersPreference):
    """Each pair of speakers costs 1 that is called the other way round than in the plain order.

    Why: who cannot keep its place is put as near to it as its times allow. Two who can always be there do not
    count: they keep the plain order, or break a clause.
    """

    DEBATE = """day-1 10:00-13:00 debate-1
                minister egypt 3:00
                minister ghana 3:00
                minister haiti 3:00 day-1 10:00-11:00"""
    KEPT = (
        """day-1 10:00:00-10:03:00 egypt
           day-1 10:03:30-10:06:30 ghana
           day-1 10:07:00-10:10:00 haiti""",
    )
    CHARGED = {
        """day-1 10:00:00-10:03:00 haiti
           day-1 10:03:30-10:06:30 egypt
           day-1 10:07:00-10:10:00 ghana""": ("haiti and 2 others are called the other way round", 2),
    }

    def price(self, board: SpeakersBoard) -> None:
        board.prices.overtaking(self.clause.clause)

    def charges(self, forum: Forum, debate: Debate, spoken: ListOfSpeakers) -> Iterator[Charge]:
        order = called(debate, spoken)
        for index, call in enumerate(order):
            turned = 0 if call.free else _turned(debate, order, index)
            if turned:
                others = "another" if turned == 1 else f"{turned} others"
                name = forum.party_name(call.party)
                yield self.charge(call.party, f"{name} and {others} are called the other way round", turned)


def _turned(debate: Debate, order: list[Call], index: int) -> int:
    """Count those that are called the other way round; of two who are not free the later counts the pair."""
    places, own = debate.place_by_party, debate.place_by_party[order[index].party]
    behind = (one for one in order[index + 1 :] if one.free and places[one.party] < own)
    return sum(places[one.party] > own for one in order[:index]) + sum(1 for _ in behind)
