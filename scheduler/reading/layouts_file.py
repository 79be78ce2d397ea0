"""``layouts.yaml``: what planners want to vary in a forum, and by which criteria they compare the layouts."""

from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from scheduler.domain.criteria import CRITERIA
from scheduler.domain.value import CalendarDate, Identifier, Value
from scheduler.reading.desk import Desk
from scheduler.reading.doubles import refuse_doubles
from scheduler.reading.entries import Known, Place, listed, parts_of, refuse_other_keys
from scheduler.reading.files import Files
from scheduler.reading.problems import Problems

NAME = "layouts.yaml"

_MOST_YEARS = 10
_LONGEST = timedelta(days=366 * _MOST_YEARS)


def _map(words: Any) -> Any:
    return {} if words is None else words


Parts = Annotated[dict[str, Any], BeforeValidator(_map)]
"""What is written at some data paths."""


class Weeks(Value):
    """Weeks that are looked at: the forum's days, put off by whole weeks, from a first to a last date."""

    first: CalendarDate
    last: CalendarDate

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise ValueError("last is before first. Maybe the two are exchanged")
        if self.last - self.first > _LONGEST:
            raise ValueError(f"{_MOST_YEARS} years are the most. Maybe another last date")
        return self


class ValueEntry(Value):
    """One value of an axis: ``set`` puts something at data paths, ``add`` adds entries to lists there."""

    value: Identifier
    title: str = Field(min_length=1)
    note: str = ""
    set: Parts = Field(default_factory=dict)
    add: Parts = Field(default_factory=dict)


class AxisEntry(Value):
    """Something that varies: some values, or weeks."""

    axis: Identifier
    title: str = Field(min_length=1)
    weeks: Weeks | None = None
    values: tuple[ValueEntry, ...] = ()

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if bool(self.values) == (self.weeks is not None):
            raise ValueError("an axis has values, or weeks, but not both. Maybe delete one of them")
        return self


class LayoutsFile(Value):
    """What stands in ``layouts.yaml``; ``places`` has where each axis stands."""

    axes: tuple[AxisEntry, ...]
    criteria: tuple[str, ...]
    places: tuple[Place, ...] = Field(exclude=True, repr=False)


def read_layouts_file(folder: Path) -> LayoutsFile:
    """Read what varies in a forum.

    Parameters
    ----------
    folder
        The forum's folder.

    Returns
    -------
    LayoutsFile
        At least one axis; criteria that there are, none where the planner names none.

    Raises
    ------
    BadData
        There is no such file, or something is wrong in it.
    """
    problems = Problems()
    place = Desk(folder, problems, Files(problems)).own(NAME)
    found = _read(place, problems) if place else None
    problems.raise_if_any()
    assert found is not None  # what could not be read is a problem
    return found


def _read(place: Place, problems: Problems) -> LayoutsFile | None:
    refuse_other_keys(place, ("axes", "criteria"), problems)
    axes = listed(AxisEntry, place, "axes", problems)
    criteria = _criteria(place, problems)
    if not axes:
        if axes is not None:
            place.problem(problems, ("axes",), None, "there is no axis. Maybe '- axis: rooms'")
        return None
    refuse_doubles([(one.value.axis, one.place, ("axis",)) for one in axes], "axis", problems)
    for axis in axes:
        names = [
            (one.value, axis.place, ("values", number, "value"))
            for number, one in enumerate(axis.value.values)
        ]
        refuse_doubles(names, "value", problems)
    return LayoutsFile.model_construct(
        axes=tuple(one.value for one in axes),
        criteria=criteria,
        places=tuple(one.place for one in axes),
    )


def _criteria(place: Place, problems: Problems) -> tuple[str, ...]:
    if place.node.get("criteria") is None:
        return ()
    parts = parts_of(place, "criteria", problems) or []
    names = [(str(part.node.plain()), place, ("criteria", number)) for number, part in enumerate(parts)]
    known = Known("criterion", CRITERIA)
    refuse_doubles(names, "criterion", problems)
    return tuple(name for name, _, path in names if known.has(name, place, path, problems))
