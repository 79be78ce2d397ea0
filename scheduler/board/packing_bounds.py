"""How much of a room a meeting takes at least, whatever it shares the room with.

Two meetings of two thirds of a period do not share a room, though a third would be left of each. What holds
of any meetings that share a room holds of their sum, and so bounds the number of rooms (the dual feasible
functions of Fekete and Schepers, Mathematical Programming 91, 2001).
"""

from collections.abc import Iterator, Sequence

_FINEST = 3
"""Rooms are divided into halves, thirds and quarters; finer parts hardly ever say more."""


def packing_bounds(lengths: Sequence[int], size: int) -> Iterator[tuple[list[int], int]]:
    """Yield what meetings count for, and what a room holds of it.

    Parameters
    ----------
    lengths
        Of the meetings, none longer than a room is free.
    size
        For how long a room is free.

    Yields
    ------
    tuple of list of int and int
        A count for each meeting, and the most that those in one room come to; only counts that say more than
        the lengths do.
    """
    plain = list(lengths)
    for parts in range(1, _FINEST + 1):
        counts = [_count(length, size, parts) for length in lengths]
        if any(count > parts * length for count, length in zip(counts, plain, strict=True)):
            yield counts, parts * size


def _count(length: int, size: int, parts: int) -> int:
    """Round up or down to whole parts; what is a whole number of them, and one more, stays as it is."""
    whole, rest = divmod((parts + 1) * length, size)
    return whole * size if rest else parts * length
