"""Blocks: what a track holds in one room in one period of a day."""

from collections.abc import Iterator
from itertools import combinations

from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Placement, Timetable
from scheduler.domain.value import Identifier, Value


class Block(Value):
    """A room in a period of a day, as far as one track has it.

    ``period`` is its words, such as ``day-1 morning``, and ``number`` its place among all periods of the
    forum, from 0. ``places`` are in the order of time.
    """

    track: str
    number: int
    period: str
    room: Identifier
    places: tuple[Placement, ...]


def blocks_of(forum: Forum, timetable: Timetable) -> tuple[Block, ...]:
    """Divide a timetable into blocks.

    Parameters
    ----------
    forum
        The forum.
    timetable
        One of its timetables; meetings that lie in no period are in no block.

    Returns
    -------
    tuple of Block
        By period, room in the order of the forum, and track.
    """
    numbers = {(one.day, one.period): number for number, one in enumerate(forum.clock.stretches)}
    rooms = {room.room: number for number, room in enumerate(forum.rooms)}
    found: dict[tuple[int, str, str], list[Placement]] = {}
    for place in timetable.placements:
        meeting = forum.meeting_by_id.get(place.meeting)
        period = forum.clock.stretch_of(place.start, place.end)
        if meeting is not None and period is not None:
            track = forum.session_by_id[meeting.session].in_track
            found.setdefault((numbers[period.day, period.period], place.room, track), []).append(place)
    ordered = sorted(found, key=lambda one: (one[0], rooms.get(one[1], len(rooms)), one[2]))
    words = [one.words for one in forum.clock.stretches]
    return tuple(
        Block(track=one[2], number=one[0], period=words[one[0]], room=one[1], places=tuple(found[one]))
        for one in ordered
    )


def by_track(blocks: tuple[Block, ...]) -> dict[str, list[Block]]:
    """Group blocks by their track.

    Parameters
    ----------
    blocks
        In any order.

    Returns
    -------
    dict of str to list of Block
        By id of the track, sorted; the order of the blocks is kept.
    """
    found: dict[str, list[Block]] = {}
    for block in blocks:
        found.setdefault(block.track, []).append(block)
    return dict(sorted(found.items()))


def at_once(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, Block]]:
    """Yield any two blocks in different rooms in the same period.

    Parameters
    ----------
    blocks
        Of a timetable.

    Yields
    ------
    tuple of Block
        Each pair once, the rooms in the order of the blocks.
    """
    periods: dict[int, list[Block]] = {}
    for block in blocks:
        periods.setdefault(block.number, []).append(block)
    for here in periods.values():
        yield from ((one, other) for one, other in combinations(here, 2) if one.room != other.room)
