"""Cells and problems as outputs show them, with the Pareto front."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from scheduler.domain.criteria import CRITERIA
from scheduler.publishing.layouts_values import Cell, Problem
from scheduler.reading.layouts import LayoutAxes
from scheduler.use_cases.layouts_cells import Combination
from scheduler.use_cases.layouts_pareto import front
from scheduler.use_cases.layouts_sweep import Sweep
from scheduler.use_cases.layouts_work import Keyed, Reasons


def assembled(
    axes: LayoutAxes, asked: Sequence[Combination], keys: Sequence[Keyed | None], sweep: Sweep
) -> tuple[tuple[Problem, ...], tuple[Cell, ...]]:
    """Put together what a sweep has found.

    Parameters
    ----------
    axes
        What varies.
    asked
        The cells.
    keys
        Which problem each of them is; ``None`` where that was not found out in time.
    sweep
        Has the answers.

    Returns
    -------
    tuple of Problem
        Numbered from 1, in the order of their first cells.
    tuple of Cell
        Numbered from 1, in the order of the axes.
    """
    firsts = problems_of(keys)
    numbers = {key: number for number, key in enumerate(firsts, 1)}
    problems = tuple(_problem(numbers[key], keys[place], sweep) for key, place in firsts.items())
    cells = []
    for number, (cell, key) in enumerate(zip(asked, keys, strict=True), 1):
        broken = key.broken if key is not None else ()
        notes = (*_notes(axes, cell), *broken)
        blank = Cell(number, _values(axes, cell), 0, "unknown", notes=notes, broken=broken)
        if key is None:
            cells.append(blank)
        elif key.stopped:
            cells.append(replace(blank, status="impossible", reasons=key.stopped))
        else:
            cells.append(_answered(replace(blank, problem=numbers[key.key]), key, sweep))
    return problems, tuple(_with_front(cells, axes.criteria))


def problems_of(keys: Sequence[Keyed | None]) -> dict[str, int]:
    """List the problems that have to be solved.

    Parameters
    ----------
    keys
        Of the cells.

    Returns
    -------
    dict of str to int
        By key the place of the first cell that is this problem, from 0.
    """
    found: dict[str, int] = {}
    for place, key in enumerate(keys):
        if key is not None and not key.stopped:
            found.setdefault(key.key, place)
    return found


def _values(axes: LayoutAxes, cell: Combination) -> tuple[str, ...]:
    return tuple(axis.values[number].id for axis, number in zip(axes.axes, cell, strict=True))


def _notes(axes: LayoutAxes, cell: Combination) -> Iterator[str]:
    for axis, number in zip(axes.axes, cell, strict=True):
        yield from axis.values[number].notes


def impossible_among(keys: Sequence[Keyed | None], sweep: Sweep) -> dict[str, int]:
    """List the problems that were proven impossible, those with the same reason once.

    Parameters
    ----------
    keys
        Of the cells.
    sweep
        Has the answers.

    Returns
    -------
    dict of str to int
        By the key of their possibility the place of the first cell, from 0.
    """
    found: dict[str, int] = {}
    for key, place in problems_of(keys).items():
        cell = keys[place]
        if cell is not None and sweep.answer(key).status == "impossible":
            found.setdefault(cell.possibility, place)
    return found


def _problem(number: int, key: Keyed | None, sweep: Sweep) -> Problem:
    assert key is not None  # a problem has a first cell
    answer, reasons = sweep.answer(key.key), _reasons(key, sweep)
    return Problem(number, answer.status, answer.meetings, reasons.sentences, reasons.verified)


def _reasons(key: Keyed, sweep: Sweep) -> Reasons:
    impossible = sweep.answer(key.key).status == "impossible"
    return sweep.reasons(key.possibility) if impossible else Reasons(verified=True)


def _answered(cell: Cell, key: Keyed, sweep: Sweep) -> Cell:
    answer = sweep.answer(key.key)
    if answer.status != "optimal":
        return replace(cell, status=answer.status, reasons=_reasons(key, sweep).sentences)
    levels = tuple(value + more for value, more in zip(answer.levels, key.fixed, strict=True))
    return replace(cell, status=answer.status, levels=levels, criteria=answer.criteria)


def _with_front(cells: Sequence[Cell], criteria: Sequence[str]) -> Iterator[Cell]:
    """Mark the cells of the front; one that breaks a clause, or with a criterion not known, is not on it."""
    found = ((cell.number, _costs(cell, criteria)) for cell in cells if not cell.broken)
    costs = {number: values for number, values in found if values is not None}
    best = front(costs)
    return (replace(cell, on_front=cell.number in best) for cell in cells)


def _costs(cell: Cell, criteria: Sequence[str]) -> tuple[int, ...] | None:
    values = [cell.criteria.get(name) if cell.criteria else None for name in criteria]
    signs = [1 if CRITERIA[name].better == "less" else -1 for name in criteria]
    known = [value * sign for value, sign in zip(values, signs, strict=True) if value is not None]
    return tuple(known) if len(known) == len(values) else None
