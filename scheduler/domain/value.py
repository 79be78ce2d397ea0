"""What every value of the domain shares: it is frozen, and refuses what it does not know."""

import re
from collections.abc import Callable
from datetime import date, time
from typing import Annotated, Any, Self, cast

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.alias_generators import to_snake

Minutes = Annotated[int, Field(ge=0)]
"""A length of time in whole minutes."""

PositiveMinutes = Annotated[int, Field(gt=0)]
"""A length of time of at least one minute."""

Minute = int
"""A point on the forum's axis: whole minutes since midnight of its first day."""

Identifier = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""A name that is safe in a file name and in a calendar: small letters, digits, single hyphens."""

SessionIdentifier = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=76)]
"""A name that is still an identifier when a hyphen and a meeting's number stand behind it."""


def _written(pattern: str, what: str) -> Callable[[Any], Any]:
    """Refuse text of another form, which would else be taken for a count of seconds."""
    form = re.compile(pattern, re.ASCII)

    def as_written(words: Any) -> Any:
        if isinstance(words, str) and not form.fullmatch(words):
            raise ValueError(f"'{words}' is no {what}")
        return words

    return as_written


CalendarDate = Annotated[date, BeforeValidator(_written(r"\d{4}-\d\d-\d\d", "date. Maybe 2022-05-17"))]
"""A date, which files write as year, month and day (RFC 3339, ``full-date``)."""

WallTime = Annotated[time, BeforeValidator(_written(r"\d\d:\d\d(:00)?", "time of day. Maybe 09:30"))]
"""A wall-clock time to the minute, which files write with two digits each for hours and minutes."""


def hyphenated(name: str) -> str:
    """Spell a field's name as planners write it in YAML and CSV.

    Parameters
    ----------
    name
        The Python name, such as ``as_of``.

    Returns
    -------
    str
        The same with hyphens, such as ``as-of``.
    """
    return to_snake(name).replace("_", "-")


class Value(BaseModel):
    """A frozen value whose keys are spelled with hyphens in the planner's files."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=hyphenated,
        populate_by_name=True,
        defer_build=True,
    )

    def replace(self, **changes: Any) -> Self:
        """Return a copy in which some fields have other values.

        What was cached on the old value is not carried over.

        Parameters
        ----------
        **changes
            New values by field name; they are taken as they are.

        Returns
        -------
        Self
            A new value of the same class.
        """
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        return cast("Self", self.model_construct(**(fields | changes)))
