"""Who was told a meeting speaks in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.forum import Forum
from scheduler.domain.list_of_speakers import Debate, ListOfSpeakers
from scheduler.domain.verdict import Charge
from scheduler.speakers_rule import SpeakersPreference

if TYPE_CHECKING:
    from scheduler.board.speakers import SpeakersBoard


class SameMeeting(SpeakersPreference):
    """Each speaker costs 1 that is called in another meeting than in the list before.

    Why: a few minutes earlier or later is nothing to travel for; another half-day is.
    """

    DEBATE = """day-1 10:00-13:00 debate-1
                day-1 15:00-18:00 debate-2
                minister egypt 3:00 was debate-1
                minister ghana 3:00"""
    KEPT = (
        """day-1 10:00:00-10:03:00 egypt
           day-1 15:00:00-15:03:00 ghana""",
    )
    CHARGED = {
        """day-1 15:00:00-15:03:00 egypt
           day-1 15:03:30-15:06:30 ghana""": ("egypt was to speak in debate-1, and speaks in debate-2", 1),
    }

    def price(self, board: SpeakersBoard) -> None:
        board.prices.elsewhere(self.clause.clause)

    def charges(self, forum: Forum, debate: Debate, spoken: ListOfSpeakers) -> Iterator[Charge]:
        for one in spoken.order:
            call = debate.call_by_party.get(one.party)
            was = call.meeting or "" if call else ""
            if was in debate.stretch_by_meeting and was != one.meeting:
                then, now = forum.meeting_name(was), forum.meeting_name(one.meeting)
                name = forum.party_name(one.party)
                yield self.charge(one.party, f"{name} was to speak in {then}, and speaks in {now}", 1)
