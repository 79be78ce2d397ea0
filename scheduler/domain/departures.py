"""Who is called out of the plain order, read off a finished list of speakers.

Those who can always be there are never the reason: for each of the others it is asked whether the list
would be in order without it, and of those that only stand in the way of one another as few as possible are
named.
"""

from bisect import bisect_right
from collections.abc import Callable

from scheduler.domain.list_of_speakers import Call, Debate, ListOfSpeakers

Number = Callable[[Call], int]
"""What the list is to be in the order of."""


def called(debate: Debate, spoken: ListOfSpeakers) -> list[Call]:
    """Return the calls of a debate in the order in which a list has them.

    Parameters
    ----------
    debate
        The debate.
    spoken
        The list; statements of the past are passed over.

    Returns
    -------
    list of Call
        Each party at its first statement.
    """
    known = debate.call_by_party
    parties = (one.party for one in spoken.order if one not in debate.said and one.party in known)
    return [known[party] for party in dict.fromkeys(parties)]


def departing(debate: Debate, spoken: ListOfSpeakers, number: Number) -> list[Call]:
    """Find the fewest speakers without whom a list is in order.

    Parameters
    ----------
    debate
        The debate.
    spoken
        A list of it.
    number
        The order; of two with the same number either may be first.

    Returns
    -------
    list of Call
        In the order of the list; two who can always be there do not count against each other.
    """
    order = called(debate, spoken)
    against = _against_the_free(order, number)
    rest = [call for call in order if not call.free and call.party not in against]
    kept = {call.party for call in _longest_in_order(rest, number)}
    return [call for call in order if not call.free and call.party not in kept]


def _against_the_free(order: list[Call], number: Number) -> set[str]:
    """Name those who stand before somebody free of a lower number, or behind one of a higher."""
    found: set[str] = set()
    highest = min((number(call) for call in order), default=0)
    for call in order:
        if call.free:
            highest = max(highest, number(call))
        elif number(call) < highest:
            found.add(call.party)
    lowest = max((number(call) for call in order), default=0)
    for call in reversed(order):
        if call.free:
            lowest = min(lowest, number(call))
        elif number(call) > lowest:
            found.add(call.party)
    return found


def _longest_in_order(calls: list[Call], number: Number) -> list[Call]:
    """Find a longest part of a list whose numbers do not fall (patience sorting)."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for index, call in enumerate(calls):
        pile = bisect_right(tops, number(call))
        tops[pile : pile + 1] = [number(call)]
        ends[pile : pile + 1] = [index]
        before.append(ends[pile - 1] if pile else None)
    found: list[Call] = []
    index_or_none = ends[-1] if ends else None
    while index_or_none is not None:
        found.append(calls[index_or_none])
        index_or_none = before[index_or_none]
    return found[::-1]
