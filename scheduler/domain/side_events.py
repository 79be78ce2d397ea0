"""Side events: the slots that a forum has for them, what organisers ask for, and who gets which slot."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import Literal, Self

from pydantic import Field, model_validator

from scheduler.domain.address import WebAddress
from scheduler.domain.certainty import Sourced
from scheduler.domain.clause import Clause
from scheduler.domain.forum import Forum, SetAside
from scheduler.domain.maybe import natural
from scheduler.domain.timetable import Timetable
from scheduler.domain.value import CalendarDate, Identifier, Minute, PositiveMinutes, Value
from scheduler.domain.window import Window

Mode = Literal["in-person", "virtual"]
"""How people come together: in a room, or each from where they are."""


class Slot(Sourced):
    """An official time for a side event, with the modes it is for; in person with its room."""

    slot: Identifier
    window: Window
    modes: tuple[Mode, ...] = Field(min_length=1)
    room: Identifier | None = None

    @model_validator(mode="after")
    def _in_a_room(self) -> Self:
        if ("in-person" in self.modes) != (self.room is not None):
            wanted = "a slot for side events in person names its room, and no other does"
            raise ValueError(f"{wanted}. Maybe add room, or 'modes: [virtual]' without one")
        return self

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        return self.window.end - self.window.start


class SideEvent(Sourced):
    """What an organiser asks for.

    ``wishes`` are windows, the most wanted first. ``size`` is how many people are expected, ``None``
    while nobody has said. ``speakers`` are parties that must be there. ``asked`` is the day on which it was
    asked for; those without come last. ``url`` is where it can be followed.
    """

    side_event: Identifier
    organiser: str = Field(min_length=1)
    title: str = Field(min_length=1)
    minutes: PositiveMinutes
    wishes: tuple[Window, ...] = ()
    size: int | None = Field(default=None, ge=0)
    mode: Mode
    speakers: tuple[Identifier, ...] = ()
    asked: CalendarDate | None = None
    url: WebAddress = ""

    def missed(self, start: Minute, end: Minute) -> int:
        """Count the wishes that are not met before one is.

        Parameters
        ----------
        start, end
            When it would be held, in minutes on the forum's axis.

        Returns
        -------
        int
            The place of the wish that is met, counted from 0; all of them where none is.
        """
        met = (number for number, wish in enumerate(self.wishes) if wish.holds(start, end))
        return next(met, len(self.wishes))


class SideEventPlacement(Value):
    """A side event with its slot, start and end, in minutes on the forum's axis."""

    side_event: Identifier
    slot: Identifier
    start: Minute
    end: Minute

    def overlaps(self, start: Minute, end: Minute) -> bool:
        """Tell whether it shares at least one minute with something.

        Parameters
        ----------
        start, end
            Minutes on the forum's axis.

        Returns
        -------
        bool
            Wherever the two are held.
        """
        return self.start < end and start < self.end


class SideEvents(Value):
    """The slots of a forum, what is asked for, and the clauses that are kept.

    ``levels`` names the preference clauses in the order in which they are minimised. Slots are in the
    order of time, side events in that of their ids.
    """

    slots: tuple[Slot, ...]
    side_events: tuple[SideEvent, ...] = ()
    clauses: tuple[Clause, ...] = ()
    levels: tuple[tuple[str, ...], ...] = ()
    set_aside: tuple[SetAside, ...] = ()

    @cached_property
    def slot_by_id(self) -> dict[str, Slot]:
        """Slots by id."""
        return {slot.slot: slot for slot in self.slots}

    @cached_property
    def by_id(self) -> dict[str, SideEvent]:
        """Side events by id."""
        return {one.side_event: one for one in self.side_events}

    @cached_property
    def as_asked(self) -> tuple[SideEvent, ...]:
        """Side events in the order in which they were asked for, those of one day by id."""
        key = lambda one: (one.asked or date.max, natural(one.side_event))  # noqa: E731 - used once
        return tuple(sorted(self.side_events, key=key))

    def placed(self, side_event: str, slot: str) -> SideEventPlacement:
        """Put a side event at the beginning of a slot.

        Parameters
        ----------
        side_event, slot
            Ids of the two, whether or not they go together.

        Returns
        -------
        SideEventPlacement
            As long as the side event lasts.
        """
        start = self.slot_by_id[slot].window.start
        end = start + self.by_id[side_event].minutes
        return SideEventPlacement(side_event=side_event, slot=slot, start=start, end=end)


class Surroundings(Value):
    """What side events are placed in: the forum with its settled timetable, and their slots."""

    forum: Forum
    timetable: Timetable
    side_events: SideEvents


class SideEventLevel(Value):
    """What one level came to: what the plan pays, and the proven least."""

    level: int = Field(ge=1)
    clauses: tuple[str, ...]
    value: int
    bound: int

    @property
    def proven(self) -> bool:
        """Whether nothing better exists at this level, given the levels before it."""
        return self.value == self.bound


class Hindrance(Value):
    """What keeps a side event from some slots, as part of a sentence; ``others`` have them instead."""

    because: str
    slots: tuple[Identifier, ...]
    others: tuple[Identifier, ...] = ()


class LeftOut(Value):
    """A side event that has no slot, and what keeps it from each."""

    side_event: Identifier
    hindrances: tuple[Hindrance, ...]


class NotAsWished(Value):
    """A side event that has a slot, but not the one it wishes most.

    ``missed`` holds, for each wish before the one that is met, what keeps it from the slots that begin there.
    """

    side_event: Identifier
    missed: tuple[tuple[Hindrance, ...], ...]


class SideEventPlan(Value):
    """Who gets which slot, in the order of time, and who gets none.

    ``proven`` tells that no better plan exists; ``found`` that one was found in the time given.
    """

    side_events: SideEvents
    placements: tuple[SideEventPlacement, ...] = ()
    levels: tuple[SideEventLevel, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    not_as_wished: tuple[NotAsWished, ...] = ()
    proven: bool = False
    found: bool = True


def in_time(placements: Sequence[SideEventPlacement]) -> tuple[SideEventPlacement, ...]:
    """Put placements in the one order in which every output shows them.

    Parameters
    ----------
    placements
        In any order.

    Returns
    -------
    tuple of SideEventPlacement
        By start, then slot, then side event.
    """
    return tuple(sorted(placements, key=lambda one: (one.start, one.slot, one.side_event)))
