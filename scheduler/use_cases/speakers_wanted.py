"""What is wanted of a list of speakers after something has happened: a debate, or why it cannot be."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from scheduler.domain.list_of_speakers import Debate, ListOfSpeakers, Second
from scheduler.domain.replanning import (
    called_now,
    exchanged,
    left_of,
    only_there,
    put_behind,
    put_in,
    taken_out,
    with_reply,
)
from scheduler.reading.speakers import Debated
from scheduler.use_cases.speakers_debate import debate_of
from scheduler.use_cases.speakers_happenings import LATE, Happening

_MINUTE = 60
_HALF_AN_HOUR = 1800
"""Seconds after a statement's planned end in which it can still be found that nobody was there to make it."""


@dataclass(frozen=True)
class Before:
    """A list as it was, the debate it was made for, and when something happened to it.

    ``apart`` are parties that stand where something has put them.
    """

    debated: Debated
    limits: Mapping[str, int]
    debate: Debate
    spoken: ListOfSpeakers
    now: Second
    apart: frozenset[str] = frozenset()

    def name(self, party: str) -> str:
        """Name a party as delegates know it."""
        return self.debated.forum.party_name(party)


def wanted(before: Before, happening: Happening) -> Debate | str:
    """Say what is wanted after something has happened.

    Parameters
    ----------
    before
        The list as it was.
    happening
        What has happened.

    Returns
    -------
    Debate or str
        What is left to be said in the order wanted; or why nothing can be done.
    """
    return _BY_KIND[happening.what](before, happening)


def _late(before: Before, happening: Happening) -> Debate | str:
    left = left_of(before.debate, before.spoken, before.now)
    for call in debate_of(before.debated, happening.inscriptions, before.limits).calls:
        told = call.replace(excused="was inscribed late")
        left = only_there(put_in(left, told, before.apart), call.party, call.there)
    return left


def _absent(before: Before, happening: Happening) -> Debate | str:
    party = happening.party
    if party not in before.spoken.by_party:
        return f"{before.name(party)} is not on the list"
    if before.spoken.by_party[party].end + _HALF_AN_HOUR < before.now:
        return f"{before.name(party)} has spoken already"
    left = left_of(before.debate, before.spoken, before.now, party)
    end_of_list = before.debated.figures.absent == "end-of-list"
    left = put_behind(left, party, end_of_list=end_of_list, because="was not there when it was called")
    there = happening.there or left.call_by_party[party].there
    later = [(max(start, before.now + _MINUTE), end) for start, end in there]
    return only_there(left, party, later)


def _swapped(before: Before, happening: Happening) -> Debate | str:
    left = left_of(before.debate, before.spoken, before.now)
    for party in (happening.party, happening.other):
        if party not in left.call_by_party:
            return _not_to_come(before, party)
    names = before.name(happening.other), before.name(happening.party)
    because = (f"has changed places with {names[0]}", f"has changed places with {names[1]}")
    return exchanged(left, happening.party, happening.other, because)


def _withdrawn(before: Before, happening: Happening) -> Debate | str:
    left = left_of(before.debate, before.spoken, before.now)
    if happening.party not in left.call_by_party:
        return _not_to_come(before, happening.party)
    return taken_out(left, happening.party)


def _not_to_come(before: Before, party: str) -> str:
    spoken = party in before.spoken.by_party
    return f"{before.name(party)} {'has spoken already' if spoken else 'is not on the list'}"


def _replied(before: Before, happening: Happening) -> Debate | str:
    left = left_of(before.debate, before.spoken, before.now)
    day = before.debated.forum.clock.day_of(before.now // 60)
    name = day.name if day else ""
    days = {one.meeting: one.day for one in before.debated.stretches}
    mine = [one for one in before.spoken.statements if one.reply and one.party == happening.party]
    given, lengths = sum(days[one.meeting] == name for one in mine), before.debated.protocol.replies
    if given >= len(lengths):
        return f"a party has {len(lengths)} rights of reply on one day at most"
    asked = with_reply(left, happening.party, name, lengths, given)
    if asked is None:
        return "no debate is left on that day"
    last = asked.stretch_by_meeting[asked.replies[-1].meeting]
    too_late = last.end - last.start < asked.reserved(last.meeting)
    return "not so much time is left of the debate on that day" if too_late else asked


def _called(before: Before, happening: Happening) -> Debate | str:
    if happening.party not in before.spoken.by_party:
        return f"{before.name(happening.party)} is not on the list"
    held = (one for one in before.debated.stretches if one.start <= before.now < one.end)
    stretch = next(held, None)
    if stretch is None:
        return "the debate is not held at that time"
    return called_now(before.debate, before.spoken, happening.party, stretch, before.now)


_BY_KIND: dict[str, Callable[[Before, Happening], Debate | str]] = {
    LATE: _late,
    "absent": _absent,
    "swap": _swapped,
    "withdrawn": _withdrawn,
    "right-of-reply": _replied,
    "called": _called,
}
