"""Meetings of which there are more than fit one after another into the rooms and windows they share."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from scheduler.counting.board import CountingBoard
from scheduler.counting.groups import Group, groups_of
from scheduler.counting.places import Places, by_fewest
from scheduler.counting.shortage import Shortage, shortage
from scheduler.counting.stretches import Stretches, minutes_of, most_that_fit, widest
from scheduler.counting.words import why, windows_said
from scheduler.domain.listed import listed
from scheduler.domain.session import Meeting


class _In(NamedTuple):
    """What a room has for a group: how many it holds at most, for how long, and where they are then.

    Both are more than there are: were all meetings as short as the shortest, or as easily put together.
    """

    room: str
    number: int
    minutes: int
    stretches: Stretches


def too_many(board: CountingBoard, meetings: Sequence[str]) -> Iterator[Shortage]:
    """Find meetings that are too many for the rooms and windows they share.

    Parameters
    ----------
    board
        With all that was noted.
    meetings
        Ids of meetings each of which has a window and a room.

    Yields
    ------
    Shortage
        None of whose meetings include all those of another one.
    """
    places = Places(board, board.numbers(meetings))
    groups = groups_of(
        {name: places.anywhere(name) for name in meetings},
        {name: frozenset(places.rooms(name)) for name in meetings},
        {name: needed(places, name) for name in meetings},
    )
    for group in outnumbered(groups, lambda some: _impossible(places, some)):
        fewest = by_fewest(board, group, partial(_impossible, group=group))
        said = _sentence(_as_open(fewest, group), group)
        yield shortage("rooms", group, fewest, said, board.one_by_one)


def _as_open(places: Places, group: Group) -> Places:
    """Count closed rooms out, so that none is said to hold what it cannot."""
    meetings = places.board.numbers(group)
    closing = Places(places.board, places.numbers | (places.board.closing & meetings))
    return places if _held(closing, group) == _held(places, group) else closing


def outnumbered(groups: Sequence[Group], impossible: Callable[[Group], bool]) -> list[Group]:
    """Return the groups that are impossible, without those that only add meetings to others.

    Parameters
    ----------
    groups
        Small ones first.
    impossible
        Tells whether a group is too large.

    Returns
    -------
    list of Group
        In the order given.
    """
    found: list[Group] = []
    for group in groups:
        if not any(set(one) <= set(group) for one in found) and impossible(group):
            found.append(group)
    return found


def needed(places: Places, meeting: str) -> int:
    """Return how long a meeting needs its room.

    Parameters
    ----------
    places
        Of the forum.
    meeting
        Id of a meeting.

    Returns
    -------
    int
        Minutes, setting up and clearing away included.
    """
    one = places.forum.meeting_by_id[meeting]
    return one.setup + one.minutes + one.teardown


def _impossible(places: Places, group: Group) -> bool:
    """Tell whether a group is too large, looking at no more rooms than it takes to hold it."""
    number, minutes = len(group), _total(places, group)
    for one in _rooms_for(places, group):
        number, minutes = number - one.number, minutes - one.minutes
        if number <= 0 and minutes <= 0:
            return False
    return True


def _are_too_many(held: Sequence[_In], group: Group) -> bool:
    return sum(one.number for one in held) < len(group)


def _total(places: Places, group: Group) -> int:
    return sum(needed(places, name) for name in group)


def _held(places: Places, group: Group) -> list[_In]:
    return list(_rooms_for(places, group))


def _rooms_for(places: Places, group: Group) -> Iterator[_In]:
    """Count for each room what it has for a group."""
    least = min(needed(places, name) for name in group)
    for room in places.forum.rooms:
        found = _in_room(places, group, room.room, least)
        if found.number:
            yield found


def _in_room(places: Places, group: Group, room: str, least: int) -> _In:
    parts = {name: places.inside(name, room) for name in group if room in places.rooms(name)}
    alike: dict[tuple[int, int, int, int], tuple[Meeting, Stretches]] = {}
    for meeting in map(places.forum.meeting_by_id.__getitem__, parts):
        stretches = parts[meeting.id]
        lengths = (meeting.setup, meeting.minutes, meeting.teardown)
        alike.setdefault((id(stretches), *lengths), (meeting, stretches))
    taken = [
        (start - meeting.setup, end + meeting.teardown, needed(places, meeting.id))
        for meeting, stretches in alike.values()
        for start, end in stretches
    ]
    number = most_that_fit([(start, end - length) for start, end, length in taken], least)
    return _In(
        room=room,
        number=min(number, sum(map(bool, parts.values()))),
        minutes=minutes_of((start, end) for start, end, _ in taken),
        stretches=widest(part for _, stretches in alike.values() for part in stretches),
    )


def _sentence(places: Places, group: Group) -> str:
    held = _held(places, group)
    counts = _are_too_many(held, group)
    need = _length(places, group) if counts else f"{_total(places, group)} minutes of rooms in all"
    most = sum(one.number if counts else one.minutes for one in held)
    where = [
        f"{one.number if counts else one.minutes} in {places.forum.room_name(one.room)} "
        f"({windows_said(places.forum.clock, one.stretches)})"
        for one in held
    ]
    with_more = any(needed(places, name) != places.minutes(name) for name in group)
    included = ", setting up and clearing away included" if with_more else ""
    but = f"no more than {most} {'of them fit' if counts else 'are left'}: {listed(where)}"
    return f"{said(places, group)} need {need}{included}, but {but}{why(places, group)}."


def said(places: Places, group: Group) -> str:
    """Name meetings with their number and, where they have it in common, their kind.

    Parameters
    ----------
    places
        Of the forum.
    group
        Ids of meetings.

    Returns
    -------
    str
        Such as ``4 meetings of kind round-table (Round table 1, …)``.
    """
    kinds = {places.forum.meeting_by_id[name].kind for name in group}
    kind = f" of kind {next(iter(kinds))}" if len(kinds) == 1 else ""
    return f"{len(group)} meetings{kind} ({listed([places.forum.meeting_name(name) for name in group])})"


def _length(places: Places, group: Group) -> str:
    lengths = {needed(places, name) for name in group}
    return f"a room for {min(lengths)} minutes {'each' if len(lengths) == 1 else 'or more each'}"
