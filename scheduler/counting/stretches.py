"""Stretches of the forum's time in minutes, and how many meetings they hold.

A meeting lies in one of some stretches. They may overlap and are not joined where they do, since a meeting
that lies in two windows taken together need not lie in either.
"""

from collections.abc import Iterable
from itertools import product

Stretch = tuple[int, int]
"""Minutes on the forum's axis, from a start up to an end."""

Stretches = tuple[Stretch, ...]
"""Sorted; none of them is empty or lies inside another."""

_FAR = 10**9
"""More minutes than any forum has."""


def widest(stretches: Iterable[Stretch]) -> Stretches:
    """Leave out stretches that are empty or lie inside others.

    Parameters
    ----------
    stretches
        In any order.

    Returns
    -------
    tuple of Stretch
        A meeting lies in one of these exactly when it lies in one of those given.
    """
    found: list[Stretch] = []
    for start, end in sorted(stretches, key=lambda one: (one[0], -one[1])):
        if start < end and (not found or end > found[-1][1]):
            found.append((start, end))
    return tuple(found)


def both(some: Stretches, others: Stretches) -> Stretches:
    """Return where a meeting lies that lies in one of some stretches and in one of others.

    Parameters
    ----------
    some, others
        Stretches.

    Returns
    -------
    tuple of Stretch
        What the two have in common, pair by pair.
    """
    pairs = product(some, others)
    return widest((max(one[0], other[0]), min(one[1], other[1])) for one, other in pairs)


def beside(start: int, end: int) -> Stretches:
    """Return all time before a start and after an end.

    Parameters
    ----------
    start, end
        Minutes on the forum's axis; the two stretches overlap where the end is before the start.

    Returns
    -------
    tuple of Stretch
        Two of them.
    """
    return ((-_FAR, start), (end, _FAR))


def holding(stretches: Stretches, length: int) -> Stretches:
    """Return the stretches that are long enough.

    Parameters
    ----------
    stretches
        Some stretches.
    length
        Minutes.

    Returns
    -------
    tuple of Stretch
        Those that last at least as long.
    """
    return tuple((start, end) for start, end in stretches if end - start >= length)


def minutes_of(stretches: Iterable[Stretch]) -> int:
    """Add up the minutes that lie in some stretches.

    Parameters
    ----------
    stretches
        In any order; they may overlap.

    Returns
    -------
    int
        Each minute counted once.
    """
    total, free = 0, -_FAR
    for start, end in sorted(stretches):
        total += max(0, end - max(start, free))
        free = max(free, end)
    return total


def most_that_fit(starts: Iterable[Stretch], length: int) -> int:
    """Count how many meetings of one length fit one after another.

    Parameters
    ----------
    starts
        Pairs of the first and the last minute at which a meeting may begin, both included.
    length
        Minutes.

    Returns
    -------
    int
        The exact number: each begins as early as those before it allow, and no other way holds more.
    """
    count, free = 0, -_FAR
    for first, last in sorted(starts):
        begin = max(first, free)
        if begin <= last:
            number = (last - begin) // length + 1
            count += number
            free = begin + number * length
    return count
