"""Which meetings are worth counting together: those that have nowhere else to go.

Too many of them are found wherever the windows of some meetings lie inside those of one of them, or inside
one unbroken time, and their rooms among those of one of them.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import TypeVar

from scheduler.counting.stretches import Stretch, Stretches

T = TypeVar("T")

Group = tuple[str, ...]
"""Ids of two or more meetings, in the order of the forum."""


def groups_of(
    times: Mapping[str, Stretches], rooms: Mapping[str, frozenset[str]], needs: Mapping[str, int]
) -> list[Group]:
    """List the groups of meetings that are worth counting.

    Parameters
    ----------
    times
        For each meeting where it may be, in the order of the forum.
    rooms
        For each meeting the rooms it may be in.
    needs
        For each meeting the minutes for which it keeps others out.

    Returns
    -------
    list of Group
        Each once, small ones first.
    """
    names = list(times)
    spans = {name: (parts[0][0], max(end for _, end in parts)) for name, parts in times.items()}
    firsts, lasts = ({span[edge] for span in spans.values()} for edge in (0, 1))
    unbroken = [((first, last),) for first, last in product(sorted(firsts), sorted(lasts)) if first < last]
    whole = frozenset[str]().union(*rooms.values())
    masks = (
        _masks(names, [*times.values(), *unbroken], lambda name, around: _lies_in(times[name], around)),
        _masks(names, [*rooms.values(), whole], lambda name, some: rooms[name] <= some),
        _masks(names, needs.values(), lambda name, least: needs[name] >= least),
    )
    found = {one & other & third for one, other, third in product(*masks)}
    several = sorted((mask for mask in found if mask.bit_count() > 1), key=lambda one: (one.bit_count(), one))
    return [tuple(_named(names, mask)) for mask in several]


def _masks(names: Sequence[str], bounds: Iterable[T], inside: Callable[[str, T], bool]) -> list[int]:
    """Return for each bound the meetings inside, one bit for each."""
    found = (
        sum(1 << place for place, name in enumerate(names) if inside(name, bound))
        for bound in dict.fromkeys(bounds)
    )
    return list(dict.fromkeys(found))


def _lies_in(parts: Stretches, around: Stretches) -> bool:
    """Look for each part at the last stretch that begins no later: it also ends last of those."""
    if parts == around:
        return True
    before = ((bisect_right(around, start, key=_begin) - 1, end) for start, end in parts)
    return all(place >= 0 and end <= around[place][1] for place, end in before)


def _begin(stretch: Stretch) -> int:
    return stretch[0]


def _named(names: Sequence[str], mask: int) -> Iterator[str]:
    return (name for place, name in enumerate(names) if mask >> place & 1)
