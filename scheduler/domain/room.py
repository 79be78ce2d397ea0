"""Rooms, and the times they cannot be used."""

from pydantic import Field

from scheduler.domain.certainty import Sourced
from scheduler.domain.value import Identifier, Value
from scheduler.domain.window import Window


class Room(Sourced):
    """A place in which meetings are held.

    ``seats`` is the number of people it holds; ``None`` when nobody has said.
    """

    room: Identifier
    name: str = Field(min_length=1)
    building: str = ""
    city: str = ""
    features: tuple[Identifier, ...] = ()
    seats: int | None = Field(default=None, ge=0)
    seats_certainty: str = "assumption"
    latitude: float | None = Field(default=None, ge=-90, le=90)
    longitude: float | None = Field(default=None, ge=-180, le=180)

    @property
    def address(self) -> str:
        """Room, building and city as a delegate needs them."""
        return ", ".join(part for part in (self.name, self.building, self.city) if part)


class Closure(Value):
    """A time at which a room is closed or taken by another body.

    What is ``booked`` is another body's: a planner of this forum cannot have it back.
    """

    room: Identifier
    window: Window
    because: str = ""
    booked: bool = False
