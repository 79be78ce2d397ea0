"""Speakers are called only while they can be there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.forum import Forum
from scheduler.domain.list_of_speakers import Debate, ListOfSpeakers, Times
from scheduler.domain.second_words import at_second, spans
from scheduler.domain.verdict import Breach
from scheduler.speakers_rule import SpeakersRule

if TYPE_CHECKING:
    from scheduler.board.speakers import SpeakersBoard


class SpeakWhileThere(SpeakersRule):
    """A speaker has the floor only at times at which it can be there.

    Why: a minister who lands at noon is not called at ten.
    """

    DEBATE = """day-1 10:00-13:00 debate-1
                minister egypt 3:00 day-1 10:00-10:02; day-1 11:00-11:30
                minister ghana 3:00"""
    KEPT = (
        """day-1 11:00:00-11:03:00 egypt
           day-1 11:03:30-11:06:30 ghana""",
        """day-1 11:00:00-11:03:00 ghana
           day-1 11:27:00-11:30:00 egypt""",
    )
    BROKEN = {
        """day-1 10:00:00-10:03:00 egypt
           day-1 11:03:30-11:06:30 ghana""": (
            "egypt is called at 10:00:00 on day-1, and can be there from 11:00 to 11:30 on day-1"
        ),
        """day-1 11:27:01-11:30:01 egypt
           day-1 11:33:30-11:36:30 ghana""": (
            "egypt is called at 11:27:01 on day-1, and can be there from 11:00 to 11:30 on day-1"
        ),
    }

    def post(self, board: SpeakersBoard) -> None:
        for call in board.debate.calls:
            board.only_while(call.party, call.there)

    def breaches(self, forum: Forum, debate: Debate, spoken: ListOfSpeakers) -> Iterator[Breach]:
        for one in spoken.order:
            call = debate.call_by_party.get(one.party)
            if call and one not in debate.said and not _there(call.there, one.start, one.end):
                at, name = at_second(forum.clock, one.start), forum.party_name(one.party)
                times = [time for time in call.there if time[1] - time[0] >= call.seconds]
                yield self.breach(
                    one.party, f"{name} is called at {at}, and can be there {spans(forum.clock, times)}"
                )


def _there(times: Times, start: int, end: int) -> bool:
    return any(first <= start and end <= last for first, last in times)
