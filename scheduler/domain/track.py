"""Tracks: strands of a programme that are kept together."""

from pydantic import Field

from scheduler.domain.value import Identifier, Value


class Track(Value):
    """A strand of the programme to which sessions belong.

    ``chairs`` are the parties that are with it in every room and period it has.
    """

    track: Identifier
    title: str = Field(min_length=1)
    chairs: tuple[Identifier, ...] = ()
