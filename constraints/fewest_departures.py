"""Speakers are called in the order in which they were inscribed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.departures import departing
from scheduler.domain.forum import Forum
from scheduler.domain.list_of_speakers import Debate, ListOfSpeakers
from scheduler.domain.verdict import Charge
from scheduler.speakers_rule import SpeakersPreference

if TYPE_CHECKING:
    from scheduler.board.speakers import SpeakersBoard


class FewestDepartures(SpeakersPreference):
    """Each speaker costs 1 that is called out of the plain order: by level, then by inscription.

    Why: who asked first speaks first, and each departure has to be explained to somebody. A list that is
    planned again departs from the list before, with what was asked for in its place.
    """

    DEBATE = """day-1 10:00-13:00 debate-1
                minister egypt 3:00
                minister ghana 3:00
                minister haiti 3:00 day-1 10:00-11:00
                minister jamaica 3:00 day-1 10:00-11:00"""
    KEPT = (
        """day-1 10:00:00-10:03:00 egypt
           day-1 10:03:30-10:06:30 ghana
           day-1 10:07:00-10:10:00 haiti
           day-1 10:10:30-10:13:30 jamaica""",
    )
    CHARGED = {
        """day-1 10:00:00-10:03:00 haiti
           day-1 10:03:30-10:06:30 egypt
           day-1 10:07:00-10:10:00 ghana
           day-1 10:10:30-10:13:30 jamaica""": ("haiti is called out of the plain order", 1),
        """day-1 10:00:00-10:03:00 egypt
           day-1 10:03:30-10:06:30 ghana
           day-1 10:07:00-10:10:00 jamaica
           day-1 10:10:30-10:13:30 haiti""": ("jamaica is called out of the plain order", 1),
    }

    def price(self, board: SpeakersBoard) -> None:
        places = board.debate.place_by_party
        board.prices.departing(self.clause.clause, lambda call: places[call.party])

    def charges(self, forum: Forum, debate: Debate, spoken: ListOfSpeakers) -> Iterator[Charge]:
        places = debate.place_by_party
        for call in departing(debate, spoken, lambda one: places[one.party]):
            name = forum.party_name(call.party)
            yield self.charge(call.party, f"{name} is called out of the plain order", 1)
