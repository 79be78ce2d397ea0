"""Everybody on the list of speakers speaks once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.forum import Forum
from scheduler.domain.list_of_speakers import Call, Debate, ListOfSpeakers, Statement
from scheduler.domain.second_words import spelled
from scheduler.domain.verdict import Breach
from scheduler.speakers_rule import SpeakersRule

if TYPE_CHECKING:
    from scheduler.board.speakers import SpeakersBoard


class SpeakOnce(SpeakersRule):
    """Each party that is inscribed makes one statement, which is as long as its limit.

    Why: a delegation that has come for its statement is not lost on the way, and nobody speaks twice.
    """

    DEBATE = """day-1 10:00-13:00 debate-1
                minister egypt 3:00
                minister ghana 5:00"""
    KEPT = (
        """day-1 10:00:00-10:03:00 egypt
           day-1 10:03:30-10:08:30 ghana""",
    )
    BROKEN = {
        "day-1 10:00:00-10:03:00 egypt": "ghana is inscribed and has no statement in the list",
        """day-1 10:00:00-10:03:00 egypt
           day-1 10:03:30-10:08:30 ghana
           day-1 10:09:00-10:12:00 egypt""": "egypt has 2 statements in the list; it has one",
        """day-1 10:00:00-10:03:00 egypt
           day-1 10:03:30-10:06:30 ghana""": "the statement of ghana lasts 3:00; its limit is 5:00",
        """day-1 10:00:00-10:03:00 egypt
           day-1 10:03:30-10:08:30 ghana
           day-1 10:09:00-10:12:00 haiti""": "haiti has a statement in the list and is not inscribed",
    }

    def post(self, board: SpeakersBoard) -> None:
        board.everyone()

    def breaches(self, forum: Forum, debate: Debate, spoken: ListOfSpeakers) -> Iterator[Breach]:
        order = [one for one in spoken.order if one not in debate.said]
        for call in debate.calls:
            mine = [one for one in order if one.party == call.party]
            fault = _fault(call, mine)
            if fault:
                yield self.breach(call.party, fault.replace("{}", forum.party_name(call.party)))
        for one in order:
            if one.party not in debate.call_by_party:
                name = forum.party_name(one.party)
                yield self.breach(one.party, f"{name} has a statement in the list and is not inscribed")


def _fault(call: Call, mine: list[Statement]) -> str | None:
    if not mine:
        return "{} is inscribed and has no statement in the list"
    if len(mine) > 1:
        return f"{{}} has {len(mine)} statements in the list; it has one"
    length = mine[0].end - mine[0].start
    if length != call.seconds:
        return f"the statement of {{}} lasts {spelled(length)}; its limit is {spelled(call.seconds)}"
    return None
