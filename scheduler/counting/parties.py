"""Parties that have to be in two places at once by their own data."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import combinations, product

from scheduler.counting.board import CountingBoard
from scheduler.counting.groups import Group, groups_of
from scheduler.counting.places import Places, by_fewest
from scheduler.counting.shortage import Shortage, shortage
from scheduler.counting.stretches import most_that_fit, widest
from scheduler.counting.together import outnumbered, said
from scheduler.counting.words import why, windows_said
from scheduler.domain.forum import Forum
from scheduler.domain.listed import listed


def torn(board: CountingBoard, meetings: Sequence[str]) -> Iterator[Shortage]:
    """Find parties that are needed from beginning to end in meetings that cannot all be apart.

    Parameters
    ----------
    board
        With all that was noted.
    meetings
        Ids of meetings each of which has a window and a room.

    Yields
    ------
    Shortage
        One for each set of meetings, with all parties concerned.
    """
    places = Places(board, board.numbers(meetings))
    found: dict[Group, int] = {}
    for number, sessions in board.sessions:
        for group in _clashes(places, sessions, meetings):
            found.setdefault(group, number)
    for group, number in found.items():
        fewest = by_fewest(board, group, partial(_impossible, group=group))
        parties = _needed_in_all(board.forum, group)
        yield shortage("party", [*group, *parties], fewest, _sentence(fewest, group, parties), number)


def _clashes(places: Places, sessions: Sequence[str], meetings: Sequence[str]) -> list[Group]:
    """Find which meetings of some sessions cannot be apart; those of one session need not be."""
    sittings = [
        [one.id for one in places.forum.session_by_id[name].sittings if one.id in meetings]
        for name in sessions
    ]
    pairs = [pair for one, other in combinations(sittings, 2) for pair in product(one, other)]
    firsts = [some[0] for some in sittings if some]
    groups = groups_of(
        {name: places.anywhere(name) for name in firsts},
        {name: frozenset() for name in firsts},
        {name: places.minutes(name) for name in firsts},
    )
    return outnumbered([*pairs, *groups], lambda group: _impossible(places, group))


def _impossible(places: Places, group: Group) -> bool:
    return _always_meet(places, *group) if len(group) == 2 else _fitting(places, group) < len(group)


def _always_meet(places: Places, one: str, other: str) -> bool:
    """Tell whether neither of two meetings can ever end before the other begins."""
    return not (_ends_before(places, one, other) or _ends_before(places, other, one))


def _ends_before(places: Places, first: str, then: str) -> bool:
    earliest = min(start for start, _ in places.anywhere(first)) + places.minutes(first)
    return earliest <= max(end for _, end in places.anywhere(then)) - places.minutes(then)


def _fitting(places: Places, group: Group) -> int:
    starts = ((start, end - places.minutes(name)) for name in group for start, end in places.anywhere(name))
    return most_that_fit(starts, min(places.minutes(name) for name in group))


def _needed_in_all(forum: Forum, group: Group) -> list[str]:
    """List the parties that are needed in all of each meeting."""
    sessions = {forum.meeting_by_id[name].session for name in group}
    needs = {(need.party, need.session) for need in forum.needs if need.segment is None}
    parties = sorted({party for party, _ in needs})
    return [party for party in parties if sessions <= {session for one, session in needs if one == party}]


def _sentence(places: Places, group: Group, parties: Sequence[str]) -> str:
    forum = places.forum
    who = listed([forum.party_name(party) for party in parties])
    begins = f"{who} {'is' if len(parties) == 1 else 'are'} needed in"
    if len(group) == 2:
        where = [
            f"{forum.meeting_name(name)} ({places.minutes(name)} minutes within "
            f"{windows_said(forum.clock, places.anywhere(name))})"
            for name in group
        ]
        return f"{begins} {listed(where)}, which cannot be apart{why(places, group)}."
    times = widest(part for name in group for part in places.anywhere(name))
    within = (
        f"{_fitting(places, group)} of them fit one after another within {windows_said(forum.clock, times)}"
    )
    return f"{begins} {said(places, group)}, but no more than {within}{why(places, group)}."
