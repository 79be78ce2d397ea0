"""Those who can always be there keep the plain order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from scheduler.domain.forum import Forum
from scheduler.domain.list_of_speakers import Debate, ListOfSpeakers
from scheduler.domain.verdict import Breach
from scheduler.speakers_rule import SpeakersRule

if TYPE_CHECKING:
    from scheduler.board.speakers import SpeakersBoard


class KeepPlainOrder(SpeakersRule):
    """Speakers who can be there throughout the debate are called in the plain order among themselves.

    Why: who asked first speaks first. Only a speaker with times of its own has a reason to be called out
    of turn, and nobody else is put back or forward to fill a meeting's last minutes.
    """

    DEBATE = """day-1 10:00-13:00 debate-1
                minister egypt 3:00
                minister ghana 3:00 day-1 10:00-11:00
                minister haiti 3:00"""
    KEPT = (
        """day-1 10:00:00-10:03:00 egypt
           day-1 10:03:30-10:06:30 ghana
           day-1 10:07:00-10:10:00 haiti""",
        """day-1 10:00:00-10:03:00 ghana
           day-1 10:03:30-10:06:30 egypt
           day-1 10:07:00-10:10:00 haiti""",
    )
    BROKEN = {
        """day-1 10:00:00-10:03:00 haiti
           day-1 10:03:30-10:06:30 ghana
           day-1 10:07:00-10:10:00 egypt""": (
            "haiti is called before egypt, who comes first in the order and can also always be there"
        ),
    }

    def post(self, board: SpeakersBoard) -> None:
        board.keep_order()

    def breaches(self, forum: Forum, debate: Debate, spoken: ListOfSpeakers) -> Iterator[Breach]:
        free = {call.party for call in debate.calls if call.free}
        called = [one.party for one in spoken.order if one.party in free and one not in debate.said]
        places = debate.place_by_party
        for one, other in pairwise(called):
            if places[other] < places[one]:
                first, second = forum.party_name(one), forum.party_name(other)
                why = "who comes first in the order and can also always be there"
                yield self.breach(one, f"{first} is called before {second}, {why}")
