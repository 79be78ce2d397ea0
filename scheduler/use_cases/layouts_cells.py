"""The cells of a sweep: one value of each axis."""

from itertools import product

from scheduler.reading.changes import Change
from scheduler.reading.layouts import LayoutAxes

Combination = tuple[int, ...]
"""The number of a value of each axis, from 0."""


def combinations(axes: LayoutAxes) -> list[Combination]:
    """List all cells.

    Parameters
    ----------
    axes
        What varies.

    Returns
    -------
    list of tuple of int
        The last axis varies first.
    """
    return list(product(*(range(len(axis.values)) for axis in axes.axes)))


def changes_for(axes: LayoutAxes, cell: Combination) -> tuple[Change, ...]:
    """Put together what makes a cell.

    Parameters
    ----------
    axes
        What varies.
    cell
        One of its combinations.

    Returns
    -------
    tuple of Change
        In the order of the axes; a later one may change what an earlier one has put there.
    """
    chosen = (axis.values[number] for axis, number in zip(axes.axes, cell, strict=True))
    return tuple(change for value in chosen for change in value.changes)
