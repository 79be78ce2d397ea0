"""One speaker after the other has the floor, inside the meetings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.forum import Forum
from scheduler.domain.list_of_speakers import Debate, ListOfSpeakers, Statement, Stretch
from scheduler.domain.second_words import at_second
from scheduler.domain.verdict import Breach
from scheduler.speakers_rule import SpeakersRule

if TYPE_CHECKING:
    from scheduler.board.speakers import SpeakersBoard


class SpeakInTurn(SpeakersRule):
    """Statements follow one another in the debate's part of a meeting, the change-over after each, unbroken.

    Why: one speaks at a time, and a statement is not interrupted by a break; what is planned too tightly
    makes everybody behind it late.
    """

    DEBATE = """change-over 30
                day-1 10:00-10:10 debate-1
                day-1 15:00-15:10 debate-2
                minister egypt 3:00
                minister ghana 3:00
                minister haiti 3:00"""
    KEPT = (
        """day-1 10:00:00-10:03:00 egypt
           day-1 10:03:30-10:06:30 ghana
           day-1 15:00:00-15:03:00 haiti""",
        """day-1 10:01:00-10:04:00 egypt
           day-1 15:00:00-15:03:00 ghana
           day-1 15:04:00-15:07:00 haiti""",
    )
    BROKEN = {
        """day-1 10:00:00-10:03:00 egypt
           day-1 10:03:00-10:06:00 ghana
           day-1 15:00:00-15:03:00 haiti""": (
            "ghana begins at 10:03:00 on day-1, before the 30 seconds of change-over after egypt are over"
        ),
        """day-1 10:00:00-10:03:00 egypt
           day-1 10:03:30-10:06:30 ghana
           day-1 10:07:00-10:10:00 haiti""": (
            "haiti ends at 10:10:00 on day-1; with 30 seconds of change-over behind it, "
            "the debate in debate-1 allows 10:09:30 at the latest"
        ),
        """day-1 09:59:00-10:02:00 egypt
           day-1 10:03:30-10:06:30 ghana
           day-1 15:00:00-15:03:00 haiti""": (
            "egypt begins at 09:59:00 on day-1; the debate in debate-1 begins at 10:00:00 on day-1"
        ),
    }

    def post(self, board: SpeakersBoard) -> None:
        board.in_turn()

    def breaches(self, forum: Forum, debate: Debate, spoken: ListOfSpeakers) -> Iterator[Breach]:
        for meeting, stretch in debate.stretch_by_meeting.items():
            here = [one for one in spoken.order if one.meeting == meeting and one not in debate.said]
            for one, before in zip(here, [None, *here], strict=False):
                for sentence in _faults(forum, debate, stretch, one, before):
                    yield self.breach(one.party, f"{forum.party_name(one.party)} {sentence}")
        for one in spoken.order:
            if one.meeting not in debate.stretch_by_meeting and one not in debate.said:
                name = forum.party_name(one.party)
                yield self.breach(one.party, f"{name} speaks in {one.meeting}, where the debate is not held")


def _faults(
    forum: Forum, debate: Debate, stretch: Stretch, one: Statement, before: Statement | None
) -> Iterator[str]:
    pause, name = debate.change_over, forum.meeting_name(stretch.meeting)
    if before and one.start < before.end + pause:
        after = f"the {pause} seconds of change-over after {forum.party_name(before.party)} are over"
        yield f"begins at {at_second(forum.clock, one.start)}, before {after}"
    if one.start < stretch.start:
        begins = at_second(forum.clock, stretch.start)
        yield f"begins at {at_second(forum.clock, one.start)}; the debate in {name} begins at {begins}"
    last = stretch.end - debate.reserved(stretch.meeting) - pause
    if one.end > last:
        found = f"ends at {at_second(forum.clock, one.end)}; with {pause} seconds of change-over behind it"
        latest = at_second(forum.clock, last).partition(" ")[0]
        yield f"{found}, the debate in {name} allows {latest} at the latest"
