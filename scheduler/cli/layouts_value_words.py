"""What each value of an axis comes to, and what is won or given up by it, as planners read it."""

from collections.abc import Iterator

from scheduler.domain.listed import listed
from scheduler.publishing.layouts_pivots import (
    Pivot,
    ValueRow,
    changes_between,
    pivots,
    range_words,
    shown_measures,
)
from scheduler.publishing.layouts_values import Axis, Layouts
from scheduler.publishing.layouts_words import POSSIBLE, axis_title, measured

MOST_NAMES = 24
"""So many values that come to the same are named; of more the first ones, and how many others there are."""


def value_sections(found: Layouts) -> Iterator[tuple[str, list[str]]]:
    """Say what the possible layouts come to, then for each axis what its values change in that.

    Parameters
    ----------
    found
        Every cell.

    Yields
    ------
    tuple of str and list of str
        A title, and sentences: one for all values of an axis that come to the same. Values are compared with
        the first one with which anything is possible; axes with one value are passed over. Nothing without a
        possible layout.
    """
    ranges = _ranges(found)
    if not ranges:
        return
    measures = zip(shown_measures(found), ranges, strict=True)
    says = [f"{one.heading}{f' ({one.says})' if one.says else ''}: {words}." for one, words in measures]
    yield "What possible layouts come to, the best first", says
    varying = (axis for axis in found.axes if len(axis.values) > 1)
    for axis, pivot in zip(varying, pivots(found), strict=True):
        yield f"{axis_title(axis)}: what each value comes to", [*_sentences(found, axis, pivot, ranges)]


def _ranges(found: Layouts) -> tuple[str, ...]:
    wanted = shown_measures(found)
    numbers = [measured(cell, wanted) for cell in found.cells if cell.status in POSSIBLE]
    columns = zip(*numbers, strict=True)
    return tuple(map(range_words, columns, wanted))


def _sentences(found: Layouts, axis: Axis, pivot: Pivot, ranges: tuple[str, ...]) -> Iterator[str]:
    place, rows = found.axes.index(axis), pivot.rows
    first = next(number for number, row in enumerate(rows) if row.possible)
    groups: dict[str, list[str]] = {}
    for number, row in enumerate(rows):
        said = f"{_possible(row)}."
        if number == first:
            said += _apart(found, row, ranges)
        elif row.possible:
            changes = changes_between(found, place, axis.values[first].id, axis.values[number].id)
            said += f" Instead of {rows[first].title}: {', '.join(changes) or 'nothing changes'}."
        groups.setdefault(said, []).append(row.title)
    yield from (f"{_names(titles)}: {said}" for said, titles in groups.items())


def _possible(row: ValueRow) -> str:
    undecided = f", {row.undecided:,} not known" if row.undecided else ""
    return f"{row.possible:,} of {row.cells:,} layouts possible{undecided}"


def _apart(found: Layouts, row: ValueRow, ranges: tuple[str, ...]) -> str:
    """Say what the layouts with a value come to, where that is not what all of them come to."""
    three = zip(shown_measures(found), row.ranges, ranges, strict=True)
    said = ", ".join(f"{one.called}: {_inside(own)}" for one, own, of_all in three if own != of_all)
    return f" With it: {said}." if said else ""


def _inside(ranges: str) -> str:
    best, _, others = ranges.partition("; ")
    return f"{best} ({others})" if others else best


def _names(titles: list[str]) -> str:
    more = len(titles) - MOST_NAMES
    return listed(titles if more <= 1 else [*titles[:MOST_NAMES], f"{more} others"])
