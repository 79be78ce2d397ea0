"""The floor is not empty."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.forum import Forum
from scheduler.domain.list_of_speakers import Debate, ListOfSpeakers
from scheduler.domain.second_words import spelled
from scheduler.domain.verdict import Charge
from scheduler.speakers_rule import SpeakersPreference

if TYPE_CHECKING:
    from scheduler.board.speakers import SpeakersBoard


class LeastWaiting(SpeakersPreference):
    """Each second costs 1 in which nobody has the floor although somebody is still to speak in that meeting.

    Why: a meeting that waits for a speaker loses the time of all others. It only waits where everybody who
    could be called is not there yet.
    """

    DEBATE = """change-over 30
                day-1 10:00-13:00 debate-1
                minister egypt 3:00
                minister ghana 3:00"""
    KEPT = (
        """day-1 10:00:00-10:03:00 egypt
           day-1 10:03:30-10:06:30 ghana""",
    )
    CHARGED = {
        """day-1 10:00:10-10:03:10 egypt
           day-1 10:05:00-10:08:00 ghana""": ("debate-1 waits 1:30 for its speakers", 90),
    }

    def price(self, board: SpeakersBoard) -> None:
        board.prices.waiting(self.clause.clause)

    def charges(self, forum: Forum, debate: Debate, spoken: ListOfSpeakers) -> Iterator[Charge]:
        for meeting, stretch in debate.stretch_by_meeting.items():
            ready, lost = stretch.start, 0
            for one in spoken.order:
                if one.meeting == meeting and one not in debate.said:
                    lost += max(0, one.start - ready)
                    ready = one.end + debate.change_over
            if lost:
                name = forum.meeting_name(meeting)
                yield self.charge(meeting, f"{name} waits {spelled(lost)} for its speakers", lost)
