"""A place with rooms, hours, interpretation teams and holidays."""

from typing import Literal

from pydantic import Field

from scheduler.domain.certainty import Sourced
from scheduler.domain.clock import Period
from scheduler.domain.room import Room
from scheduler.domain.value import CalendarDate, Identifier, Value


class Holiday(Sourced):
    """A day on which the venue is closed, or one that meetings should avoid.

    It may be ``give_or_take`` days earlier or later than its date.
    """

    date: CalendarDate
    name: str = Field(min_length=1)
    kind: Literal["holiday", "avoid"] = "holiday"
    give_or_take: int = Field(default=0, ge=0, le=30)


class Interpretation(Sourced):
    """What the venue offers for interpretation.

    ``teams`` can work at once; each takes at most ``meetings_per_week`` meetings of a week.
    """

    teams: int = Field(default=1, ge=0)
    meetings_per_week: int = Field(default=7, ge=0)
    interpreters_per_team: int = Field(default=14, ge=0)


class Venue(Value):
    """A place in which forums are held."""

    venue: Identifier
    name: str
    city: str
    periods: tuple[Period, ...]
    rooms: tuple[Room, ...]
    interpretation: Interpretation = Interpretation()
    holidays: tuple[Holiday, ...] = ()
