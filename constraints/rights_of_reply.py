"""Rights of reply are given at the end of the day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from scheduler.domain.forum import Forum
from scheduler.domain.list_of_speakers import Debate, ListOfSpeakers, Reply, Statement
from scheduler.domain.protocol import Protocol
from scheduler.domain.second_words import spelled
from scheduler.domain.verdict import Breach
from scheduler.options import RuleOptions
from scheduler.speakers_rule import SpeakersRule

if TYPE_CHECKING:
    from scheduler.board.speakers import SpeakersBoard


class RightsOfReply(SpeakersRule):
    """Each right of reply has its time in the last meeting of its day, behind all statements there.

    Why: a delegation that was spoken of may answer on the same day, and the list of speakers goes on until
    then. How long a party's first and second reply in one meeting may be is the clause's; a party has no
    more.
    """

    class Options(RuleOptions):
        """What ``rights-of-reply`` speaks of: the minutes of a party's first, second … reply of a day."""

        minutes: tuple[int, ...] = Field(min_length=1)

    options: Options

    OPTIONS = {"minutes": [10, 5]}
    DEBATE = """change-over 30
                day-1 10:00-10:30 debate-1
                minister egypt 3:00
                minister ghana 3:00
                reply egypt 1 10:00 debate-1"""
    KEPT = (
        """day-1 10:00:00-10:03:00 egypt
           day-1 10:03:30-10:06:30 ghana
           day-1 10:07:00-10:17:00 egypt reply""",
    )
    BROKEN = {
        """day-1 10:00:00-10:03:00 egypt
           day-1 10:03:30-10:06:30 ghana""": "the right of reply of egypt has no time in debate-1",
        """day-1 10:00:00-10:03:00 egypt
           day-1 10:03:30-10:13:30 egypt reply
           day-1 10:14:00-10:17:00 ghana""": (
            "the right of reply of egypt comes before all that is to be said before it has been said"
        ),
        """day-1 10:00:00-10:03:00 egypt
           day-1 10:17:00-10:20:00 ghana
           day-1 10:20:30-10:30:30 egypt reply""": (
            "the right of reply of egypt goes on beyond the end of debate-1"
        ),
        """day-1 09:50:00-10:00:00 egypt reply
           day-1 10:00:30-10:03:30 egypt""": (
            "the right of reply of egypt comes before all that is to be said before it has been said"
        ),
        "day-1 09:50:00-10:00:00 egypt reply": (
            "the right of reply of egypt comes before the debate begins in debate-1"
        ),
        """day-1 10:00:00-10:03:00 egypt
           day-1 10:03:30-10:06:30 ghana
           day-1 10:07:00-10:16:00 egypt reply""": (
            "the right of reply of egypt lasts 9:00; it may last 10:00"
        ),
    }

    def customs(self, protocol: Protocol) -> Protocol:
        return protocol.replace(replies=tuple(60 * one for one in self.options.minutes))

    def post(self, board: SpeakersBoard) -> None:
        board.reserve()

    def breaches(self, forum: Forum, debate: Debate, spoken: ListOfSpeakers) -> Iterator[Breach]:
        for reply in debate.replies:
            given = [one for one in spoken.statements if _is_of(one, reply)]
            fault = _fault(forum, debate, spoken, reply, given[0] if given else None)
            if fault:
                yield self.breach(
                    reply.party, f"the right of reply of {forum.party_name(reply.party)} {fault}"
                )


def _is_of(one: Statement, reply: Reply) -> bool:
    return (one.party, one.meeting, one.reply) == (reply.party, reply.meeting, reply.number)


def _fault(
    forum: Forum, debate: Debate, spoken: ListOfSpeakers, reply: Reply, given: Statement | None
) -> str | None:
    name, stretch = forum.meeting_name(reply.meeting), debate.stretch_by_meeting[reply.meeting]
    if given is None:
        return f"has no time in {name}"
    if given.end - given.start != reply.seconds:
        lasts, may = (spelled(one) for one in (given.end - given.start, reply.seconds))
        return f"lasts {lasts}; it may last {may}"
    if any(one.end + debate.change_over > given.start for one in _ahead(debate, spoken, reply)):
        return "comes before all that is to be said before it has been said"
    if given.start < stretch.start:
        return f"comes before the debate begins in {name}"
    if given.end > stretch.end:
        return f"goes on beyond the end of {name}"
    return None


def _ahead(debate: Debate, spoken: ListOfSpeakers, reply: Reply) -> list[Statement]:
    """List the statements of a meeting, and the rights of reply that come before another."""
    first = debate.replies[: debate.replies.index(reply)]
    here = [one for one in spoken.statements if one.meeting == reply.meeting]
    return [one for one in here if not one.reply or any(_is_of(one, other) for other in first)]
