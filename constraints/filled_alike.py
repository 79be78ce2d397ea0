"""The meetings of a debate are filled alike."""

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


class FilledAlike(SpeakersPreference):
    """Each second costs 1 by which the unused times of two meetings of the debate differ at most.

    Why: time that is left is worth most where a statement takes longer than planned, and that may be
    in any meeting.
    """

    DEBATE = """change-over 30
                day-1 10:00-10:30 debate-1
                day-1 15:00-15:30 debate-2
                minister egypt 3:00
                minister ghana 3:00"""
    KEPT = (
        """day-1 10:00:00-10:03:00 egypt
           day-1 15:00:00-15:03:00 ghana""",
    )
    CHARGED = {
        """day-1 10:00:00-10:03:00 egypt
           day-1 10:03:30-10:06:30 ghana""": (
            "23:00 are left in debate-1 and 30:00 in debate-2",
            420,
        ),
    }

    def price(self, board: SpeakersBoard) -> None:
        board.prices.imbalance(self.clause.clause)

    def charges(self, forum: Forum, debate: Debate, spoken: ListOfSpeakers) -> Iterator[Charge]:
        left = {meeting: self._left(debate, spoken, meeting) for meeting in debate.stretch_by_meeting}
        least, most = min(left, key=left.__getitem__, default=""), max(left, key=left.__getitem__, default="")
        if least != most and left[most] > left[least]:
            found = f"{spelled(left[least])} are left in {forum.meeting_name(least)}"
            sentence = f"{found} and {spelled(left[most])} in {forum.meeting_name(most)}"
            yield self.charge(most, sentence, left[most] - left[least])

    def _left(self, debate: Debate, spoken: ListOfSpeakers, meeting: str) -> int:
        """Return the seconds of a meeting that no statement takes, those lost in waiting among them."""
        stretch = debate.stretch_by_meeting[meeting]
        here = [one for one in spoken.order if one.meeting == meeting and one not in debate.said]
        used = sum(one.end - one.start + debate.change_over for one in here)
        return stretch.end - stretch.start - debate.reserved(meeting) - used
