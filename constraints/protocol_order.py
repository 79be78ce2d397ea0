"""Speakers of a higher level are called first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from scheduler.domain.departures import departing
from scheduler.domain.forum import Forum
from scheduler.domain.list_of_speakers import Debate, ListOfSpeakers
from scheduler.domain.protocol import Protocol, level_of
from scheduler.domain.verdict import Charge
from scheduler.speakers_rule import SpeakersPreference, WishOptions

if TYPE_CHECKING:
    from scheduler.board.speakers import SpeakersBoard


class ProtocolOrder(SpeakersPreference):
    """Each speaker costs 1 that is called out of the order of levels, the highest of which come first.

    Why: Heads of State do not wait for ministers. Only times at which a speaker can be there are a reason to
    depart from it; a list that is planned again keeps to the list before.
    """

    class Options(WishOptions):
        """What ``protocol-order`` speaks of: the titles of the levels, the highest first."""

        levels: tuple[str, ...] = Field(min_length=1)

    options: Options

    OPTIONS = {"levels": ["Head of State", "Minister"]}
    DEBATE = """day-1 10:00-13:00 debate-1
                head-of-state ghana 3:00
                minister egypt 3:00
                minister haiti 3:00 day-1 10:00-11:00"""
    KEPT = (
        """day-1 10:00:00-10:03:00 ghana
           day-1 10:03:30-10:06:30 haiti
           day-1 10:07:00-10:10:00 egypt""",
    )
    CHARGED = {
        """day-1 10:00:00-10:03:00 haiti
           day-1 10:03:30-10:06:30 ghana
           day-1 10:07:00-10:10:00 egypt""": ("haiti is called out of the order of levels", 1),
    }

    def customs(self, protocol: Protocol) -> Protocol:
        titles = {level_of(title): title for title in self.options.levels}
        return protocol.replace(levels=tuple(titles), titles=titles)

    def price(self, board: SpeakersBoard) -> None:
        if not board.debate.replanned:
            board.prices.departing(self.clause.clause, lambda call: call.rank)

    def charges(self, forum: Forum, debate: Debate, spoken: ListOfSpeakers) -> Iterator[Charge]:
        if not debate.replanned:
            for call in departing(debate, spoken, lambda one: one.rank):
                name = forum.party_name(call.party)
                yield self.charge(call.party, f"{name} is called out of the order of levels", 1)
