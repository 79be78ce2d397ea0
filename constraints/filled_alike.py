"""The meetings of a debate are filled alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from scheduler.domain.forum import Forum
from scheduler.domain.list_of_speakers import Debate, ListOfSpeakers
from scheduler.domain.second_words import spelled
from scheduler.domain.verdict import Charge
from scheduler.speakers_rule import SpeakersPreference, WishOptions

if TYPE_CHECKING:
    from scheduler.board.speakers import SpeakersBoard


class FilledAlike(SpeakersPreference):
    """Each second costs 1 by which two meetings are filled more unequally than allowed.

    Why: speakers do not wait for the last day while the first is empty, and time that is left is worth most
    where a statement takes longer than planned, which may be in any meeting. Each meeting's share of all
    statements is in proportion to the time that the debate has in it.
    """

    class Options(WishOptions):
        """What ``filled-alike`` speaks of: by how much two meetings may be filled unequally.

        With ``first-list-only`` a list that is made again is not asked for it: it keeps to the list before.
        """

        tolerance_minutes: int = Field(default=0, ge=0)
        first_list_only: bool = False

    options: Options

    OPTIONS = {"tolerance-minutes": 1}
    DEBATE = """change-over 30
                day-1 10:00-10:30 debate-1
                day-1 15:00-16:00 debate-2
                minister egypt 3:00
                minister ghana 3:00
                minister haiti 3:00"""
    KEPT = (
        """day-1 10:00:00-10:03:00 egypt
           day-1 15:00:00-15:03:00 ghana
           day-1 15:03:30-15:06:30 haiti""",
    )
    CHARGED = {
        """day-1 10:00:00-10:03:00 egypt
           day-1 10:03:30-10:06:30 ghana
           day-1 15:00:00-15:03:00 haiti""": (
            "statements take 3:30 more than its share in debate-1, and 3:30 less in debate-2",
            360,
        ),
    }

    def price(self, board: SpeakersBoard) -> None:
        if not (self.options.first_list_only and board.debate.replanned):
            board.prices.imbalance(self.clause.clause, 60 * self.options.tolerance_minutes)

    def charges(self, forum: Forum, debate: Debate, spoken: ListOfSpeakers) -> Iterator[Charge]:
        if (self.options.first_list_only and debate.replanned) or not debate.stretches:
            return
        shares = debate.shares
        more = {meeting: _used(debate, spoken, meeting) - share for meeting, share in shares.items()}
        least, most = min(more, key=more.__getitem__), max(more, key=more.__getitem__)
        price = more[most] - more[least] - 60 * self.options.tolerance_minutes
        if price > 0:
            found = f"statements take {_beside(more[most])} than its share in {forum.meeting_name(most)}"
            sentence = f"{found}, and {_beside(more[least])} in {forum.meeting_name(least)}"
            yield self.charge(most, sentence, price)


def _used(debate: Debate, spoken: ListOfSpeakers, meeting: str) -> int:
    """Return the seconds that the statements of a meeting take with their change-overs."""
    here = [one for one in spoken.order if one.meeting == meeting and one not in debate.said]
    return sum(one.end - one.start + debate.change_over for one in here)


def _beside(seconds: int) -> str:
    return f"{spelled(abs(seconds))} {'more' if seconds >= 0 else 'less'}"
