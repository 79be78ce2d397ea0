"""What is otherwise in a list of speakers than in the one before."""

from collections import Counter

from scheduler.domain.departures import departing
from scheduler.domain.forum import Forum
from scheduler.domain.list_of_speakers import Debate, ListOfSpeakers, Statement
from scheduler.domain.second_words import at_second, spans, spelled


def changes_between(
    forum: Forum, debate: Debate, before: ListOfSpeakers, after: ListOfSpeakers
) -> tuple[str, ...]:
    """Say what is otherwise, and why.

    Parameters
    ----------
    forum
        The forum.
    debate
        What the new list was made for: the order that was wanted after something had happened.
    before, after
        The lists.

    Returns
    -------
    tuple of str
        A sentence for each party that speaks in another meeting or out of the order before, or that was
        asked to have another place; and one for all others that are only called earlier or later.
    """
    apart = {call.party for call in departing(debate, after, lambda one: debate.place_by_party[one.party])}
    sentences, shifted = [], []
    for one in after.order:
        if one in debate.said:
            continue
        then = before.by_party.get(one.party)
        call = debate.call_by_party[one.party]
        same = then is not None and (then.meeting, then.start) == (one.meeting, one.start)
        told = then is None or then.meeting != one.meeting or call.excused or one.party in apart
        if told and not same:
            why = _why(forum, debate, one, is_apart=one.party in apart)
            sentences.append(_moved(forum, one, then) + (f": {why}" if why else ""))
        elif then is not None and not same:
            shifted.append(one.start - then.start)
    sentences += [
        _reply(forum, one) for one in after.statements if one.reply and one not in before.statements
    ]
    return (*sentences, *_shifted(shifted))


def _moved(forum: Forum, one: Statement, then: Statement | None) -> str:
    """Say where a party speaks now."""
    at = f"{forum.party_name(one.party)} is called at about {at_second(forum.clock, one.start)}"
    if then is None:
        return f"{at} ({forum.meeting_name(one.meeting)})"
    was = at_second(forum.clock, then.start)
    if then.meeting != one.meeting:
        return f"{at} ({forum.meeting_name(one.meeting)}), not {was} ({forum.meeting_name(then.meeting)})"
    return f"{at}, not {was}"


def _why(forum: Forum, debate: Debate, one: Statement, *, is_apart: bool) -> str:
    call = debate.call_by_party[one.party]
    if call.excused:
        return "it " + call.excused
    if is_apart:
        return f"it can be there {spans(forum.clock, call.there)}"
    return ""


def _reply(forum: Forum, one: Statement) -> str:
    at = at_second(forum.clock, one.start)
    length = spelled(one.end - one.start)
    return f"{forum.party_name(one.party)} has its right of reply at about {at}, for {length} at most"


def _shifted(shifted: list[int]) -> list[str]:
    """Say of all others by how much they are called earlier or later at most."""
    found = []
    directions = Counter("earlier" if one < 0 else "later" for one in shifted)
    for direction, count in sorted(directions.items()):
        most = max(abs(one) for one in shifted if (one < 0) == (direction == "earlier"))
        who = "another is" if count == 1 else f"{count} others are"
        found.append(f"{who} called up to {spelled(most)} {direction}, in the same order")
    return found
