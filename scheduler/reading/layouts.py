"""The axes of a forum's layouts, each value with the changes that it makes in the forum's files."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from math import prod
from pathlib import Path

from scheduler.domain.forum import Forum
from scheduler.reading.before import Before
from scheduler.reading.changes import Change, NoSuchPart, changes_of
from scheduler.reading.entries import Place
from scheduler.reading.forum import read_forum
from scheduler.reading.layouts_file import NAME, AxisEntry, ValueEntry, read_layouts_file
from scheduler.reading.problems import BadData, Problem, Problems
from scheduler.reading.weeks import Week, weeks_of

CHOSEN = ("general-debate-minutes", "interpretation-teams-needed", "rooms-used")
"""Criteria by which layouts are compared where the planner names none."""

MOST_CELLS = 100_000
"""Combinations that are solved at most, which takes some hours."""

_OTHER_LEVELS = (
    "makes the levels other ones, and layouts are compared level by level. "
    "Maybe keep the levels, and name criteria"
)


@dataclass(frozen=True)
class LayoutValue:
    """A value of an axis, and the changes that make it; ``notes`` are said of each layout with it."""

    id: str
    title: str
    changes: tuple[Change, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class LayoutAxis:
    """What varies; ``left_out`` says which values are not looked at, and why."""

    id: str
    title: str
    values: tuple[LayoutValue, ...]
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class LayoutAxes:
    """All axes of a forum, and the ids of the criteria by which its layouts are compared."""

    axes: tuple[LayoutAxis, ...]
    criteria: tuple[str, ...]


def read_layouts(folder: Path, forum: Forum, before: Before) -> LayoutAxes:
    """Read the axes of a forum's layouts.

    Parameters
    ----------
    folder
        The forum's folder.
    forum
        As it is read from there.
    before
        What earlier readings have read, to be filled and used again.

    Returns
    -------
    LayoutAxes
        With at least one value each.

    Raises
    ------
    BadData
        There is no ``layouts.yaml``, or something is wrong in it: every value is tried by itself.
    """
    file, problems = read_layouts_file(folder), Problems()
    axes = tuple(_axis(forum, entry, place) for entry, place in zip(file.axes, file.places, strict=True))
    for axis, place in zip(axes, file.places, strict=True):
        if not axis.values:
            sentence = "no week is left: each has a holiday, or reaches over the first or last date"
            place.problem(problems, ("weeks",), axis.id, f"{sentence}. Maybe another last date")
    cells = prod(len(axis.values) for axis in axes)
    if cells > MOST_CELLS:
        sentence = (
            f"there are {cells:,} combinations; {MOST_CELLS:,} are the most. Maybe leave out some values"
        )
        problems.add((folder / NAME).as_posix(), None, "axes", "", sentence)
    problems.raise_if_any()
    tried = (_tried(folder, forum, value, before) for axis in axes for value in axis.values)
    wrong = tuple(dict.fromkeys(chain.from_iterable(tried)))
    if wrong:
        raise BadData(wrong)
    return LayoutAxes(axes, file.criteria or CHOSEN)


def _axis(forum: Forum, entry: AxisEntry, place: Place) -> LayoutAxis:
    if entry.weeks is not None:
        weeks = weeks_of(forum, entry.weeks.first, entry.weeks.last)
        free = tuple(_week(one, place) for one in weeks if not one.holidays)
        left_out = tuple(one.words for one in weeks if one.holidays)
        return LayoutAxis(entry.axis, entry.title, free, left_out)
    values = tuple(_value(one, number, place) for number, one in enumerate(entry.values))
    return LayoutAxis(entry.axis, entry.title, values)


def _week(week: Week, place: Place) -> LayoutValue:
    days = {name: on.isoformat() for name, on in week.days}
    change = Change("forum.days", days, line=place.spot(("weeks",)).line)
    return LayoutValue(week.days[0][1].isoformat(), week.title, (change,), week.uncertain)


def _value(entry: ValueEntry, number: int, place: Place) -> LayoutValue:
    def changes(key: str) -> Iterator[Change]:
        for path, value in getattr(entry, key).items():
            line = place.spot(("values", number, key, path)).line
            yield Change(path, value, add=key == "add", line=line)

    notes = (entry.note,) if entry.note else ()
    return LayoutValue(entry.value, entry.title, (*changes("set"), *changes("add")), notes)


def _tried(folder: Path, forum: Forum, value: LayoutValue, before: Before) -> Iterator[Problem]:
    """Read the forum with one value alone, and say what is wrong where the value stands."""
    changes = changes_of(value.changes, before)
    try:
        levels = read_forum(folder, changes).forum.levels
        changes.check_all_made()
        if levels != forum.levels:
            yield _problem(folder, value, _line(value, Path("forum.yaml")), "", _OTHER_LEVELS)
    except NoSuchPart as wrong:
        yield _problem(folder, value, wrong.change.line, wrong.change.path, str(wrong))
    except BadData as bad:
        for one in bad.problems:
            where = f"{Path(one.file).name}: field '{one.field}'" if one.field else Path(one.file).name
            line = _line(value, Path(one.file))
            yield _problem(folder, value, line, one.value, f"makes {where} wrong: {one.sentence}")


def _line(value: LayoutValue, file: Path) -> int:
    """Return the line of the first change of a file, else of the first of all."""
    names = (file.stem, f"{file.parent.name}/{file.stem}")
    return next((one.line for one in value.changes if one.file in names), value.changes[0].line)


def _problem(folder: Path, value: LayoutValue, line: int, shown: str, sentence: str) -> Problem:
    return Problem((folder / NAME).as_posix(), line, value.id, shown, sentence)
