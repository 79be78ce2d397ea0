"""Cells, axes and what they are compared by, in a planner's words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from scheduler.domain.criteria import CRITERIA
from scheduler.domain.forum import Forum
from scheduler.domain.programme import Status
from scheduler.publishing.layouts_values import Axis, AxisValue, Cell, Layouts, Problem
from scheduler.publishing.plain_words import named, one_line

STATUS_WORDS: dict[Status, str] = {
    "optimal": "Possible",
    "feasible": "Possible, not proven best",
    "impossible": "Impossible",
    "unknown": "Not found out in the time given",
    "invalid": "Model refused",
}
"""What a cell came to, in the order in which it is shown."""

POSSIBLE: tuple[Status, ...] = ("optimal", "feasible")
"""With these a cell has a timetable."""

UNVERIFIED = "Not verified in the time given: this may name more than it has to."
"""Said of reasons that no second solve has confirmed."""


@dataclass(frozen=True)
class Measure:
    """Something that cells are compared by: a level of the objective, or a criterion.

    ``says`` has the clauses of a level in their own words; ``unit`` is empty for a level. ``chosen`` tells
    whether it is one of the criteria of the Pareto front.
    """

    id: str
    title: str
    says: str
    unit: str
    better: Literal["less", "more"]
    chosen: bool = False

    @property
    def heading(self) -> str:
        """Its title, with the unit behind it where the title does not name it."""
        return self.title if self.unit in self.title.lower() else f"{self.title} ({self.unit})"

    @property
    def called(self) -> str:
        """Its heading within a sentence."""
        return f"{self.heading[:1].lower()}{self.heading[1:]}"


def measures(layouts: Layouts) -> tuple[Measure, ...]:
    """List what cells are compared by.

    Parameters
    ----------
    layouts
        Every cell.

    Returns
    -------
    tuple of Measure
        The levels of the objective, then the criteria that some cell has been measured by, as planners
        know their order.
    """
    known = set().union(*(cell.criteria for cell in layouts.cells if cell.criteria is not None))
    criteria = (one for one in CRITERIA.values() if one.id in known or one.id in layouts.chosen)
    return (
        *_levels(layouts.forum),
        *(Measure(one.id, one.title, "", one.unit, one.better, one.id in layouts.chosen) for one in criteria),
    )


def chosen_measures(layouts: Layouts) -> list[Measure]:
    """List the criteria of the Pareto front.

    Parameters
    ----------
    layouts
        Every cell.

    Returns
    -------
    list of Measure
        In the planner's order.
    """
    chosen = (one for one in measures(layouts) if one.chosen)
    return sorted(chosen, key=lambda one: layouts.chosen.index(one.id))


def _levels(forum: Forum) -> Iterable[Measure]:
    says = {clause.clause: one_line(clause.says).removesuffix(".") for clause in forum.all_clauses}
    for number, clauses in enumerate(forum.levels, 1):
        said = "; ".join(says.get(clause, "") or clause for clause in clauses)
        yield Measure(f"level-{number}", f"Level {number}", said, "", "less")


def measured(cell: Cell, wanted: Iterable[Measure]) -> list[int | None]:
    """Return what a cell comes to.

    Parameters
    ----------
    cell
        One combination of values.
    wanted
        What it is measured by: first all levels.

    Returns
    -------
    list of int or None
        A number for each; ``None`` without a timetable, or where nothing is known.
    """
    paid = {f"level-{number}": value for number, value in enumerate(cell.levels, 1)}
    known = paid | dict(cell.criteria or {})
    return [known.get(one.id) for one in wanted]


def measured_words(value: int | None) -> str:
    """Say a number.

    Parameters
    ----------
    value
        What a possible cell comes to.

    Returns
    -------
    str
        With commas; ``not known`` for ``None``.
    """
    return "not known" if value is None else f"{value:,}"


def sentence(text: str) -> str:
    """Put a sentence on one line.

    Parameters
    ----------
    text
        With or without a full stop.

    Returns
    -------
    str
        With one at its end.
    """
    said = one_line(text)
    return said if said.endswith((".", "!", "?")) else f"{said}."


def axis_title(axis: Axis) -> str:
    """Return the title of an axis.

    Parameters
    ----------
    axis
        What varies.

    Returns
    -------
    str
        On one line, never empty.
    """
    return named(axis.title, axis.id)


def value_title(value: AxisValue) -> str:
    """Return the title of a value.

    Parameters
    ----------
    value
        Of an axis.

    Returns
    -------
    str
        On one line, never empty.
    """
    return named(value.title, value.id)


def titles_of(layouts: Layouts) -> list[dict[str, str]]:
    """Return the titles of all values.

    Parameters
    ----------
    layouts
        With its axes.

    Returns
    -------
    list of dict of str to str
        For each axis the titles by the ids of its values.
    """
    return [{value.id: value_title(value) for value in axis.values} for axis in layouts.axes]


def notes_of(layouts: Layouts) -> list[dict[str, tuple[str, ...]]]:
    """Return what is noted of the values.

    Parameters
    ----------
    layouts
        With its axes.

    Returns
    -------
    list of dict of str to tuple of str
        For each axis the notes by the ids of its values.
    """
    return [{value.id: value.notes for value in axis.values} for axis in layouts.axes]


def cell_notes(cell: Cell, notes: list[dict[str, tuple[str, ...]]]) -> tuple[str, ...]:
    """Return what is noted of a cell.

    Parameters
    ----------
    cell
        One combination of values.
    notes
        As ``notes_of`` returns them.

    Returns
    -------
    tuple of str
        Sentences: those of its values, then its own, each once.
    """
    of_values = (note for value, known in zip(cell.values, notes, strict=True) for note in known[value])
    return tuple(dict.fromkeys(map(sentence, (*of_values, *cell.notes))))


def problems_of(layouts: Layouts) -> dict[int, Problem]:
    """Return the problems by their numbers.

    Parameters
    ----------
    layouts
        With its problems.

    Returns
    -------
    dict of int to Problem
        With a blank one under 0, for cells that were not made into a problem.
    """
    return {0: Problem(0, "unknown")} | {problem.number: problem for problem in layouts.problems}


def reasons_of(cell: Cell, problem: Problem) -> tuple[str, ...]:
    """Say why a cell is impossible.

    Parameters
    ----------
    cell
        One combination of values.
    problem
        Its problem.

    Returns
    -------
    tuple of str
        What its own dates break, then what makes the problem impossible; nothing for other cells.
    """
    return tuple(dict.fromkeys(map(sentence, (*cell.reasons, *problem.reasons))))
