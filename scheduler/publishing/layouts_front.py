"""The Pareto front, with cells that come to the same put together, and impossible cells by their reasons."""

from collections.abc import Iterable, Sized
from dataclasses import dataclass

from scheduler.publishing.layouts_grid import SmallGrid, small_grid
from scheduler.publishing.layouts_values import Axis, Cell, Layouts
from scheduler.publishing.layouts_words import (
    axis_title,
    chosen_measures,
    measured,
    measured_words,
    problems_of,
    reasons_of,
    value_title,
)

MOST_NUMBERS = 8
"""Of so many cells the numbers are named, and of an axis so many values."""


@dataclass(frozen=True)
class Point:
    """Cells of the front that come to the same in every criterion of it.

    ``values`` says for each axis with more than one value which of them occur; ``grid`` is that of the first
    cell, and ``problems`` counts the different problems among them.
    """

    id: str
    title: str
    numbers: tuple[str, ...]
    cells: str
    values: tuple[str, ...]
    problems: int
    grid: SmallGrid


@dataclass(frozen=True)
class Cause:
    """Cells that are impossible for the same reasons; ``common`` says which values all of them have.

    ``many`` says how many they are, ``cells`` which.
    """

    reasons: tuple[str, ...]
    verified: bool
    many: str
    cells: str
    common: tuple[str, ...]


def points(layouts: Layouts) -> tuple[Point, ...]:
    """Put together the cells of the Pareto front.

    Parameters
    ----------
    layouts
        Every cell.

    Returns
    -------
    tuple of Point
        The best in the first criterion first.
    """
    chosen = chosen_measures(layouts)
    found: dict[tuple[int | None, ...], list[Cell]] = {}
    for cell in layouts.cells:
        if cell.on_front:
            found.setdefault(tuple(measured(cell, chosen)), []).append(cell)
    signs = [-1 if one.better == "more" else 1 for one in chosen]

    def rank(point: tuple[int | None, ...]) -> list[tuple[bool, int]]:
        return [(value is None, sign * (value or 0)) for value, sign in zip(point, signs, strict=True)]

    ordered = enumerate(sorted(found, key=rank), 1)
    return tuple(_point(layouts, number, values, found[values]) for number, values in ordered)


def _point(layouts: Layouts, number: int, values: tuple[int | None, ...], cells: list[Cell]) -> Point:
    problems = problems_of(layouts)
    return Point(
        id=f"point-{number}",
        title=f"Choice {number}",
        numbers=tuple(map(measured_words, values)),
        cells=cells_words(cells),
        values=tuple(
            _values(cells, place, axis) for place, axis in enumerate(layouts.axes) if len(axis.values) > 1
        ),
        problems=len({cell.problem for cell in cells}),
        grid=small_grid(layouts.forum, problems[cells[0].problem].meetings),
    )


def cells_words(cells: Iterable[Cell]) -> str:
    """Name cells by their numbers.

    Parameters
    ----------
    cells
        At least one.

    Returns
    -------
    str
        Such as ``layout 3`` or ``21 layouts: 1, 2, 3, 4, 5, 6, 7, 8 and 13 more``.
    """
    numbers = [str(cell.number) for cell in cells]
    if len(numbers) == 1:
        return f"layout {numbers[0]}"
    return f"{_many(numbers)}: {_few(numbers)}"


def _many(cells: Sized) -> str:
    return f"{len(cells):,} layout{'s' if len(cells) > 1 else ''}"


def _few(things: list[str]) -> str:
    if len(things) <= MOST_NUMBERS + 1:
        return ", ".join(things)
    return f"{', '.join(things[:MOST_NUMBERS])} and {len(things) - MOST_NUMBERS:,} more"


def _values(cells: list[Cell], place: int, axis: Axis) -> str:
    """Say which values of an axis occur among cells."""
    here = {cell.values[place] for cell in cells}
    titles = [value_title(value) for value in axis.values if value.id in here]
    return f"any of {len(titles)}" if 1 < len(titles) == len(axis.values) else _few(titles)


def causes(layouts: Layouts) -> tuple[Cause, ...]:
    """Put together the impossible cells.

    Parameters
    ----------
    layouts
        Every cell.

    Returns
    -------
    tuple of Cause
        What makes most cells impossible comes first.
    """
    problems = problems_of(layouts)
    found: dict[tuple[tuple[str, ...], bool], list[Cell]] = {}
    for cell in layouts.cells:
        if cell.status == "impossible":
            problem = problems[cell.problem]
            found.setdefault((reasons_of(cell, problem), problem.verified), []).append(cell)
    causes = (
        Cause(reasons, verified, _many(cells), cells_words(cells), _common(layouts, cells))
        for (reasons, verified), cells in sorted(found.items(), key=lambda item: -len(item[1]))
    )
    return tuple(causes)


def _common(layouts: Layouts, cells: list[Cell]) -> tuple[str, ...]:
    """Say which values cells have in common, of axes with more than one."""
    found = []
    for place, axis in enumerate(layouts.axes):
        here = {cell.values[place] for cell in cells}
        if len(here) == 1 < len(axis.values):
            (value,) = (value for value in axis.values if value.id in here)
            found.append(f"{axis_title(axis)}: {value_title(value)}")
    return tuple(found)
