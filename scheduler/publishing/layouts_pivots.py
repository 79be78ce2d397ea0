"""What each value of an axis comes to, and what changes with it when all else stays equal."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median_low

from scheduler.publishing.layouts_values import Axis, Cell, Layouts
from scheduler.publishing.layouts_words import POSSIBLE, Measure, axis_title, measured, measures, value_title


@dataclass(frozen=True)
class ValueRow:
    """A value with the number of its cells, of those that are possible, and what these come to.

    ``undecided`` counts those of which nobody knows whether they are possible.
    """

    title: str
    cells: int
    possible: int
    undecided: int
    ranges: tuple[str, ...]


@dataclass(frozen=True)
class Pivot:
    """An axis with a row for each of its values, and how the second value of two differs from the first."""

    id: str
    title: str
    rows: tuple[ValueRow, ...]
    paired: tuple[str, ...]


def shown_measures(layouts: Layouts) -> tuple[Measure, ...]:
    """Choose what values are compared by.

    Parameters
    ----------
    layouts
        Every cell.

    Returns
    -------
    tuple of Measure
        The criteria of the front, and the levels in which possible cells differ.
    """
    different = {cell.levels for cell in layouts.cells if cell.status == "optimal"}
    columns = enumerate(zip(*different, strict=True), 1)
    varying = {f"level-{number}" for number, column in columns if len(set(column)) > 1}
    found = (one for one in measures(layouts) if one.chosen or one.id in varying)
    return tuple(sorted(found, key=lambda one: not one.chosen))


def pivots(layouts: Layouts) -> tuple[Pivot, ...]:
    """Say for each axis what its values come to.

    Parameters
    ----------
    layouts
        Every cell.

    Returns
    -------
    tuple of Pivot
        Only axes with more than one value.
    """
    wanted = shown_measures(layouts)
    return tuple(
        Pivot(f"axis-{place + 1}", axis_title(axis), _rows(layouts, place, wanted), _paired(layouts, place))
        for place, axis in enumerate(layouts.axes)
        if len(axis.values) > 1
    )


def _rows(layouts: Layouts, place: int, wanted: tuple[Measure, ...]) -> tuple[ValueRow, ...]:
    rows = []
    for value in layouts.axes[place].values:
        cells = [cell for cell in layouts.cells if cell.values[place] == value.id]
        numbers = [measured(cell, wanted) for cell in cells if cell.status in POSSIBLE]
        columns = zip(*numbers, strict=True) if numbers else ((None,) for _ in wanted)
        ranges = tuple(range_words(column, one) for column, one in zip(columns, wanted, strict=True))
        undecided = sum(_is_undecided(cell) for cell in cells)
        rows.append(
            ValueRow(value_title(value), len(cells), len(numbers), undecided, ranges if numbers else ())
        )
    return tuple(rows)


def range_words(numbers: Iterable[int | None], measure: Measure) -> str:
    """Say what possible cells come to.

    Parameters
    ----------
    numbers
        One for each cell; ``None`` where nothing is known.
    measure
        What they are measured by.

    Returns
    -------
    str
        Such as ``2; typically 3, at worst 4``, the best first; typical is the lower median.
    """
    known = sorted(number for number in numbers if number is not None)
    if not known:
        return "not known"
    best, worst = (known[0], known[-1]) if measure.better == "less" else (known[-1], known[0])
    if best == worst:
        return f"{best:,}"
    return f"{best:,}; typically {median_low(known):,}, at worst {worst:,}"


def _paired(layouts: Layouts, place: int) -> tuple[str, ...]:
    """Say what the second of two values changes where all other axes have the same values."""
    axis = layouts.axes[place]
    if len(axis.values) != 2:
        return ()
    pairs = _pairs(layouts, place, *(value.id for value in axis.values))
    both = _possible_pairs(pairs)
    said = [_possible_words(axis, pairs, len(both))]
    for one in shown_measures(layouts):
        said += change_words(one, _changes(one, both))
    return tuple(said)


def changes_between(layouts: Layouts, place: int, first: str, second: str) -> list[str]:
    """Say what changes with a value where all other axes have the same values.

    Parameters
    ----------
    layouts
        Every cell.
    place
        The number of the axis, from 0.
    first, second
        Ids of two of its values.

    Returns
    -------
    list of str
        Such as ``rooms used: −1 to 0`` for everything that changes between layouts that are both possible.
    """
    both = _possible_pairs(_pairs(layouts, place, first, second))
    found = ((one, _changes(one, both)) for one in shown_measures(layouts))
    return [f"{one.called}: {_size(changes)}" for one, changes in found if any(changes)]


def _pairs(layouts: Layouts, place: int, first: str, second: str) -> list[tuple[Cell, Cell]]:
    """Return the cells with two values that have the same values of all other axes."""
    was, now = (_by_others(layouts.cells, place, value) for value in (first, second))
    return [(was[others], now[others]) for others in was if others in now]


def _possible_pairs(pairs: Iterable[tuple[Cell, Cell]]) -> list[tuple[Cell, Cell]]:
    return [(one, other) for one, other in pairs if {one.status, other.status} <= {*POSSIBLE}]


def _changes(measure: Measure, pairs: Iterable[tuple[Cell, Cell]]) -> list[int]:
    """Return for each pair the second's number less the first's, where both are known."""
    numbers = ((measured(one, (measure,))[0], measured(other, (measure,))[0]) for one, other in pairs)
    return [now - was for was, now in numbers if was is not None and now is not None]


def _by_others(cells: Iterable[Cell], place: int, value: str) -> dict[tuple[str, ...], Cell]:
    """Return the cells with a value, by the values of all other axes."""
    here = (cell for cell in cells if cell.values[place] == value)
    return {(*cell.values[:place], *cell.values[place + 1 :]): cell for cell in here}


def _possible_words(axis: Axis, pairs: list[tuple[Cell, Cell]], both: int) -> str:
    first, second = map(value_title, axis.values)
    only_first = sum(one.status in POSSIBLE and other.status == "impossible" for one, other in pairs)
    only_second = sum(other.status in POSSIBLE and one.status == "impossible" for one, other in pairs)
    undecided = sum(_is_undecided(one) or _is_undecided(other) for one, other in pairs)
    return (
        f"Of {len(pairs):,} pairs of layouts that differ in nothing else, {both:,} are possible both ways, "
        f"{only_first:,} only with {first}, and {only_second:,} only with {second}."
        + (f" Of {undecided:,} it is not known." if undecided else "")
    )


def _is_undecided(cell: Cell) -> bool:
    return cell.status not in (*POSSIBLE, "impossible")


def change_words(measure: Measure, changes: list[int]) -> list[str]:
    """Say how the second of two values differs from the first in one measure.

    Parameters
    ----------
    measure
        What cells are measured by.
    changes
        For each pair of possible cells the second's number less the first's.

    Returns
    -------
    list of str
        One sentence, or none without a pair.
    """
    if not changes:
        return []
    sign = 1 if measure.better == "more" else -1
    better = sum(sign * change > 0 for change in changes)
    worse = sum(sign * change < 0 for change in changes)
    if not better and not worse:
        return [f"{measure.heading}: the same in all of them."]
    same = len(changes) - better - worse
    counts = f"better in {better:,}, the same in {same:,}, worse in {worse:,}"
    return [f"{measure.heading}: {_size(changes)}; {counts}."]


def _size(changes: list[int]) -> str:
    return " to ".join(map(_signed, dict.fromkeys((min(changes), max(changes)))))


def _signed(number: int) -> str:
    return f"{number:+,}".replace("-", "−") if number else "0"
