"""What a sweep over layouts came to: every cell, solved once for all cells that are the same problem."""

from collections.abc import Mapping
from dataclasses import dataclass

from scheduler.domain.forum import Forum
from scheduler.domain.programme import Status


@dataclass(frozen=True)
class AxisValue:
    """One value of an axis, by its id and in the planner's words.

    ``notes`` are said of every cell with this value, such as a day whose date is uncertain.
    """

    id: str
    title: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Axis:
    """What varies; ``left_out`` are sentences on values that were not looked at, with the reason."""

    id: str
    title: str
    values: tuple[AxisValue, ...]
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlacedMeeting:
    """A meeting in a small grid, in words: times are wall-clock times such as ``10:00``."""

    meeting: str
    title: str
    room: str
    day: str
    start: str
    end: str


@dataclass(frozen=True)
class Problem:
    """What identical cells have in common: one solve.

    ``levels`` are what each level costs, without what the dates of a cell cost. ``reasons`` say what makes
    the problem impossible, a sentence for each clause or fact of the smallest clash, or for each count;
    ``verified`` tells whether a second configuration of the solver has confirmed them both ways.
    """

    number: int
    status: Status
    meetings: tuple[PlacedMeeting, ...] = ()
    reasons: tuple[str, ...] = ()
    verified: bool = True


@dataclass(frozen=True)
class Cell:
    """One combination of values.

    ``values`` has the id of a value for each axis, in the order of the axes. ``status`` is that of the
    problem, or ``impossible`` where the cell's own dates keep a timetable from being made, as ``reasons``
    then say. ``levels`` and ``criteria`` are empty without a proof; a criterion that nothing is known of is
    ``None``. ``broken`` says which clauses the cell's own data breaks, whatever the timetable: then it is
    not on the front.
    """

    number: int
    values: tuple[str, ...]
    problem: int
    status: Status
    levels: tuple[int, ...] = ()
    criteria: Mapping[str, int | None] | None = None
    reasons: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    on_front: bool = False


@dataclass(frozen=True)
class Layouts:
    """All cells of a forum, with the axes and the criteria that the planner compares them by.

    ``chosen`` are the ids of the criteria of the Pareto front, in the planner's order. A cell is on the front
    when no other is at least as good in all of them and better in one.
    """

    forum: Forum
    axes: tuple[Axis, ...]
    chosen: tuple[str, ...]
    problems: tuple[Problem, ...]
    cells: tuple[Cell, ...]
