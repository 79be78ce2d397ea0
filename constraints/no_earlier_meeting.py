"""Nobody is called in an earlier meeting than it was told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.forum import Forum
from scheduler.domain.list_of_speakers import Debate, ListOfSpeakers
from scheduler.domain.verdict import Charge
from scheduler.speakers_rule import SpeakersPreference

if TYPE_CHECKING:
    from scheduler.board.speakers import SpeakersBoard


class NoEarlierMeeting(SpeakersPreference):
    """Each speaker costs 1 that is called in an earlier meeting than in the list before.

    Why: who comes for the afternoon is not there in the morning; to be called later is only a nuisance.
    """

    DEBATE = """day-1 10:00-13:00 debate-1
                day-1 15:00-18:00 debate-2
                minister egypt 3:00 was debate-1
                minister ghana 3:00 was debate-2"""
    KEPT = (
        """day-1 10:00:00-10:03:00 egypt
           day-1 15:00:00-15:03:00 ghana""",
        """day-1 15:00:00-15:03:00 egypt
           day-1 15:03:30-15:06:30 ghana""",
    )
    CHARGED = {
        """day-1 10:00:00-10:03:00 egypt
           day-1 10:03:30-10:06:30 ghana""": (
            "ghana was to speak in debate-2, and is called in debate-1 already",
            1,
        ),
    }

    def price(self, board: SpeakersBoard) -> None:
        board.prices.elsewhere(self.clause.clause, earlier=True)

    def charges(self, forum: Forum, debate: Debate, spoken: ListOfSpeakers) -> Iterator[Charge]:
        starts = {meeting: stretch.start for meeting, stretch in debate.stretch_by_meeting.items()}
        for one in spoken.order:
            call = debate.call_by_party.get(one.party)
            was = call.meeting or "" if call else ""
            if was in starts and starts.get(one.meeting, starts[was]) < starts[was]:
                then, now = forum.meeting_name(was), forum.meeting_name(one.meeting)
                told = f"{forum.party_name(one.party)} was to speak in {then}"
                yield self.charge(one.party, f"{told}, and is called in {now} already", 1)
