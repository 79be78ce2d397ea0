"""Why speakers are called out of the plain order, and why there is no list at all."""

from collections.abc import Mapping, Sequence

from scheduler.domain.departures import departing
from scheduler.domain.forum import Forum
from scheduler.domain.list_of_speakers import Call, Debate, ListOfSpeakers, Second
from scheduler.domain.second_words import at_second, spans
from scheduler.domain.speaking_time import how_many_fit
from scheduler.rules import Rule
from scheduler.solving.run import NO_DEADLINE, Deadline
from scheduler.solving.speakers_clash import clashing

_MOST_NAMES = 12


def departures(
    forum: Forum, whole: Debate, spoken: ListOfSpeakers, because: Mapping[str, str]
) -> dict[str, str]:
    """Say of each speaker that is called out of the plain order why it is.

    Parameters
    ----------
    forum
        The forum.
    whole
        The debate with all that are listed, in the plain order.
    spoken
        The list.
    because
        What has happened to some of them.

    Returns
    -------
    dict of str to str
        Sentences by party.
    """
    calls = tuple(call.replace(free=call.free and call.party not in because) for call in whole.calls)
    whole = whole.replace(calls=calls)
    places = whole.place_by_party
    apart = {call.party: call for call in departing(whole, spoken, lambda one: places[one.party])}
    found = {}
    for place, one in enumerate(spoken.order):
        why = because.get(one.party, "")
        if why and places[one.party] != place:
            found[one.party] = f"It {why}."
        elif one.party in apart:
            found[one.party] = _its_times(forum, whole, spoken, apart[one.party])
    return found


def _its_times(forum: Forum, whole: Debate, spoken: ListOfSpeakers, call: Call) -> str:
    """Say that a speaker cannot be there in its place, or whom it makes room for."""
    place = whole.place_by_party[call.party]
    there = f"Can be there only {spans(forum.clock, call.there)}"
    would = _would_be_called(whole, spoken, place)
    if would is not None and not any(
        first <= would and would + call.seconds <= last for first, last in call.there
    ):
        at = at_second(forum.clock, would)
        return f"{there}; number {place + 1} of the plain order would be called at about {at}."
    own = f"its place, number {place + 1} of the plain order"
    return f"{there}; {own}, goes to others whose times allow no other."


def _would_be_called(whole: Debate, spoken: ListOfSpeakers, place: int) -> Second | None:
    """Return when a speaker would be called in its place among the others of the list."""
    places = whole.place_by_party
    behind = [one for one in spoken.order if places.get(one.party, -1) > place]
    free = [one for one in behind if whole.call_by_party[one.party].free] or behind
    if free:
        return min(one.start for one in free)
    last = spoken.order[-1] if spoken.order else None
    return last.end + whole.change_over if last else None


def impossible(
    forum: Forum, debate: Debate, rules: Sequence[Rule], deadline: Deadline = NO_DEADLINE
) -> tuple[str, ...]:
    """Say why there is no list of speakers, and what it would take.

    Parameters
    ----------
    forum
        The forum.
    debate
        Without a list.
    rules
        Those of the forum's clauses.
    deadline
        When to stop.

    Returns
    -------
    tuple of str
        Sentences.
    """
    lengths = [call.seconds for call in debate.calls]
    fit = how_many_fit(debate.stretches, lengths, debate.change_over)
    if fit < len(lengths):
        return (_too_many(debate, fit),)
    parties = clashing(debate, rules, deadline)
    lines = [
        f"{forum.party_name(party)}: {spans(forum.clock, debate.call_by_party[party].there)}"
        for party in parties[:_MOST_NAMES]
    ]
    more = [f"and {len(parties) - _MOST_NAMES} others"] if len(parties) > _MOST_NAMES else []
    return (_clash(len(parties)), *lines, *more)


def _clash(count: int) -> str:
    if count == 1:
        return "One speaker cannot be called while it is there; there is a list when it can be there longer:"
    either = "any one of them were there at other times too"
    return f"The times of {count} speakers cannot all be kept; they could if {either}:"


def _too_many(debate: Debate, fit: int) -> str:
    count = len(debate.calls)
    need = sum(call.seconds + debate.change_over for call in debate.calls)
    have = sum(one.end - one.start for one in debate.stretches)
    needed = f"They need {_hours(need)} with the change-overs, and the debate has {_hours(have)}"
    left = count - fit
    over = f"the last {left} do" if left > 1 else "the last one does"
    return f"{count} statements do not fit: called one after the other, {over} not. {needed}."


def _hours(seconds: int) -> str:
    hours, rest = divmod(seconds, 3600)
    parts = ((hours, "hours"), (rest // 60, "minutes"), (rest % 60, "seconds"))
    return " ".join(f"{count} {unit}" for count, unit in parts if count)
