"""What is left of a debate when something happens to its list, and the order that is wanted from then on.

The order wanted is the list as it was, with what was asked for in its place; whoever makes the new list keeps
to it as far as everybody's times allow.
"""

from collections.abc import Collection, Iterator, Sequence

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
    begun = (one for one in spoken.statements if one in debate.said or one.start < now)
    made = tuple(one for one in begun if one.reply or one.party != absent)
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


def called_now(debate: Debate, spoken: ListOfSpeakers, party: str, stretch: Stretch, now: Second) -> Debate:
    """Return what is left of a debate when a party is given the floor, whenever that was planned.

    Parameters
    ----------
    debate
        As it was.
    spoken
        Its list.
    party
        Who has the floor; all before it in the list have spoken, and nobody behind it.
    stretch
        The whole part of the debate in which that is.
    now
        When it begins.

    Returns
    -------
    Debate
        With the calls still to come; what is left of the stretch begins when the statement is over.
    """
    known = {call.party: call for call in (*debate.called, *debate.calls)}
    order = [one.party for one in spoken.order]
    begun = frozenset(order[: order.index(party) + 1])
    end = now + known[party].seconds
    mine = Statement(party=party, meeting=stretch.meeting, start=now, end=end)
    before = [one for one in spoken.order if one.party in begun and one.party != party]
    given = [one for one in spoken.statements if one.reply and one.start < now]
    made = tuple(sorted([*_ended_by(before, now - debate.change_over), *given, mine], key=_by_time))
    later = (stretch.replace(start=end + debate.change_over), *_behind(debate, stretch))
    stretches = tuple(one for one in later if one.start < one.end)
    spans = tuple((one.start, one.end) for one in stretches)
    to_come = [one for one in spoken.order if one.party not in begun]
    return debate.replace(
        stretches=stretches,
        calls=tuple(_left_call(known[one.party], one.meeting, spans) for one in to_come),
        made=made,
        called=tuple(call for name, call in known.items() if name in begun),
        replies=tuple(one for one in debate.replies if not _is_given(one, made)),
        replanned=True,
    )


def _behind(debate: Debate, stretch: Stretch) -> Iterator[Stretch]:
    return (one for one in debate.stretches if one.start >= stretch.end)


def _by_time(one: Statement) -> tuple[Second, Second]:
    return one.start, one.end


def _ended_by(before: Sequence[Statement], last: Second) -> Iterator[Statement]:
    """Put statements that were planned for later before the one that is made now, one before the other."""
    for one in reversed(before):
        early = min(0, last - one.end)
        yield one.replace(start=one.start + early, end=one.end + early)
        last = min(last, one.start + early)


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


def put_in(debate: Debate, call: Call, apart: Collection[str] = ()) -> Debate:
    """Put a party behind the last of its level, where the fewest levels are out of order.

    Parameters
    ----------
    debate
        What is left of it.
    call
        A party that is not among its calls.
    apart
        Parties that stand where something has put them, and so say nothing on the order of levels.

    Returns
    -------
    Debate
        With the call.
    """
    place = _place(debate.calls, call.rank, apart)
    return debate.replace(calls=(*debate.calls[:place], call, *debate.calls[place:]))


def _place(calls: Sequence[Call], rank: int, apart: Collection[str]) -> int:
    """Return the first place before which the fewest are lower, and behind which the fewest not lower.

    Only those who can always be there say where a level ends; who directly follows with times of its own and
    is not lower is let first.
    """
    plain = [call.free and call.party not in apart for call in calls]
    wrong = sum(says and call.rank <= rank for says, call in zip(plain, calls, strict=True))
    best, place = wrong, 0
    for number, (says, call) in enumerate(zip(plain, calls, strict=True), 1):
        if says:
            wrong += 1 if call.rank > rank else -1
            if wrong < best:
                best, place = wrong, number
    while place < len(calls) and not plain[place] and calls[place].rank <= rank:
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
    level = [number for number, one in enumerate(others, 1) if one.rank == call.rank]
    free = [number for number in level if others[number - 1].free]
    place = len(others) if end_of_list else max(free or level, default=len(others))
    return debate.replace(calls=(*others[:place], call, *others[place:]))


def only_there(debate: Debate, party: str, there: Sequence[tuple[int, int]]) -> Debate:
    """Say when a party can be there, as far as that is left of the debate.

    Parameters
    ----------
    debate
        The party is among its calls.
    party
        Whose times are told.
    there
        First and last seconds, whatever was known before.

    Returns
    -------
    Debate
        With these times.
    """
    spans = [(one.start, one.end) for one in debate.stretches]
    pieces = ((max(a, c), min(b, d)) for a, b in spans for c, d in sorted(there))
    left = tuple(piece for piece in pieces if piece[0] < piece[1])
    changed = debate.call_by_party[party].replace(there=left, free=left == tuple(spans))
    return debate.replace(calls=tuple(changed if one.party == party else one for one in debate.calls))


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
        With the two in each other's places, each counted to the level of the other's.
    """
    one, two = debate.call_by_party[party], debate.call_by_party[other]
    places = {
        party: two.replace(meeting=one.meeting, rank=one.rank, excused=because[1]),
        other: one.replace(meeting=two.meeting, rank=two.rank, excused=because[0]),
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
