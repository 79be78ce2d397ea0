"""What is left of a debate when something happens to its list, and the order that is wanted from then on.

The order wanted is the list as it was, with what was asked for in its place; whoever makes the new list keeps
to it as far as everybody's times allow.
"""

from collections.abc import Sequence

from scheduler.domain.list_of_speakers import Call, Debate, ListOfSpeakers, Reply, Second, Statement, Stretch


def left_of(debate: Debate, spoken: ListOfSpeakers, now: Second, absent: str | None = None) -> Debate:
    """Return what is left of a debate.

    Parameters
    ----------
    debate
        As it was.
    spoken
        Its list.
    now
        When something happens: who has begun before, has spoken.
    absent
        A party that was called and was not there.

    Returns
    -------
    Debate
        With the calls still to come in the order of the list, each with the meeting it stands in.
    """
    made = tuple(one for one in spoken.statements if one.start < now and (one.reply or one.party != absent))
    stretches = tuple(filter(None, (_left(stretch, made, now, debate) for stretch in debate.stretches)))
    spans = tuple((one.start, one.end) for one in stretches)
    known = {call.party: call for call in (*debate.called, *debate.calls)}
    said = {one.party for one in made if not one.reply}
    to_come = [one for one in spoken.order if one.party not in said]
    return debate.replace(
        stretches=stretches,
        calls=tuple(_left_call(known[one.party], one.meeting, spans) for one in to_come),
        made=made,
        called=tuple(call for party, call in known.items() if party in said),
        replies=tuple(one for one in debate.replies if not _is_given(one, made)),
        replanned=True,
    )


def _left(stretch: Stretch, made: Sequence[Statement], now: Second, debate: Debate) -> Stretch | None:
    """Return what is left of a stretch; ``None`` when it is over."""
    ends = [one.end + debate.change_over for one in made if one.meeting == stretch.meeting]
    start = max([stretch.start, min(now, stretch.end), *ends]) if now > stretch.start else stretch.start
    return stretch.replace(start=start) if start < stretch.end else None


def _left_call(call: Call, meeting: str, spans: tuple[tuple[int, int], ...]) -> Call:
    """Keep of a speaker's times what is left; who can be there for all of it is free, whatever has been."""
    there = tuple(
        (max(start, first), min(end, last))
        for start, end in call.there
        for first, last in spans
        if max(start, first) < min(end, last)
    )
    return call.replace(there=there, free=there == spans, meeting=meeting, excused="")


def _is_given(reply: Reply, made: Sequence[Statement]) -> bool:
    given = {(one.party, one.meeting, one.reply) for one in made}
    return (reply.party, reply.meeting, reply.number) in given


def put_in(debate: Debate, call: Call) -> Debate:
    """Put a party behind the last of its level, where the fewest levels are out of order.

    Parameters
    ----------
    debate
        What is left of it.
    call
        A party that is not among its calls.

    Returns
    -------
    Debate
        With the call.
    """
    place = _place(debate.calls, call.rank)
    return debate.replace(calls=(*debate.calls[:place], call, *debate.calls[place:]))


def _place(calls: Sequence[Call], rank: int) -> int:
    """Return the first place before which the fewest are lower, and behind which the fewest not lower.

    Only those who can always be there say where a level ends; who directly follows with times of its own and
    is not lower is let first.
    """
    wrong = sum(call.rank <= rank for call in calls if call.free)
    best, place = wrong, 0
    for number, call in enumerate(calls, 1):
        if call.free:
            wrong += 1 if call.rank > rank else -1
            if wrong < best:
                best, place = wrong, number
    while place < len(calls) and not calls[place].free and calls[place].rank <= rank:
        place += 1
    return place


def put_behind(debate: Debate, party: str, *, end_of_list: bool, because: str) -> Debate:
    """Put a party behind all others of its level, or of the whole list.

    Parameters
    ----------
    debate
        What is left of it, the party among its calls.
    party
        Who was not there when called.
    end_of_list
        Behind everybody; so also where nobody of its level is left, so that it is not called at once again.
    because
        Why it has lost its place.

    Returns
    -------
    Debate
        With the party in its new place.
    """
    call = debate.call_by_party[party].replace(meeting=None, excused=because)
    others = tuple(one for one in debate.calls if one.party != party)
    place = len(others) if end_of_list else _place(others, call.rank)
    place = place or len(others)
    return debate.replace(calls=(*others[:place], call, *others[place:]))


def away_until(debate: Debate, party: str, there: Sequence[tuple[int, int]]) -> Debate:
    """Narrow the times at which a party can be there.

    Parameters
    ----------
    debate
        The party is among its calls.
    party
        Who said when it can be there after all.
    there
        First and last seconds.

    Returns
    -------
    Debate
        With these times alone, as far as they lie in its own.
    """
    call = debate.call_by_party[party]
    allowed = _meet(call.there, there)
    changed = call.replace(
        there=allowed, free=allowed == tuple((one.start, one.end) for one in debate.stretches)
    )
    return debate.replace(calls=tuple(changed if one.party == party else one for one in debate.calls))


def _meet(one: Sequence[tuple[int, int]], other: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    pieces = [(max(a, c), min(b, d)) for a, b in one for c, d in sorted(other)]
    return tuple(piece for piece in pieces if piece[0] < piece[1])


def exchanged(debate: Debate, party: str, other: str, because: tuple[str, str]) -> Debate:
    """Let two parties change places, each with the meeting of the other.

    Parameters
    ----------
    debate
        What is left of it; both are among its calls.
    party, other
        Who have agreed to it.
    because
        Why each of them stands where it does.

    Returns
    -------
    Debate
        With the two in each other's places.
    """
    one, two = debate.call_by_party[party], debate.call_by_party[other]
    places = {
        party: two.replace(meeting=one.meeting, excused=because[1]),
        other: one.replace(meeting=two.meeting, excused=because[0]),
    }
    return debate.replace(calls=tuple(places.get(call.party, call) for call in debate.calls))


def taken_out(debate: Debate, party: str) -> Debate:
    """Take a party off the list.

    Parameters
    ----------
    debate
        What is left of it.
    party
        Who does not wish to speak.

    Returns
    -------
    Debate
        Without the party.
    """
    return debate.replace(calls=tuple(call for call in debate.calls if call.party != party))


def with_reply(debate: Debate, party: str, day: str, lengths: Sequence[int], given: int) -> Debate | None:
    """Reserve a right of reply at the end of a day.

    Parameters
    ----------
    debate
        What is left of it.
    party
        Who asks for it.
    day
        Name of the day.
    lengths
        Seconds of a party's first, second … reply in one meeting.
    given
        How many it has had there, or has been promised.

    Returns
    -------
    Debate or None
        ``None`` where it has had as many as it may, or where the debate of that day is over.
    """
    here = [one for one in debate.stretches if one.day == day]
    if not here or given >= len(lengths):
        return None
    reply = Reply(party=party, meeting=here[-1].meeting, number=given + 1, seconds=lengths[given])
    return debate.replace(replies=(*debate.replies, reply))
