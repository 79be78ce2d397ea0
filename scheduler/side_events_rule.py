"""Rules on side events: they are read twice like all others, on a board and by a judge of their own."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain.side_events import SideEventPlacement, Surroundings
from scheduler.domain.verdict import Breach, Charge
from scheduler.rule import Rule

if TYPE_CHECKING:
    from scheduler.board.side_events import SideEventsBoard

Placements = Sequence[SideEventPlacement]
"""Some side events in their slots."""


class SideEventsRule(Rule, ABC):
    """A requirement on side events: the solver keeps it, the judge checks it.

    A line of the examples places a side event in a slot, ``day-1 13:00-14:00 lunch side-event-1``, or a
    meeting in a room.
    """

    KEPT: ClassVar[tuple[str, ...]] = ()
    BROKEN: ClassVar[dict[str, str]] = {}

    @abstractmethod
    def post(self, board: SideEventsBoard) -> None:
        """Tell the solver.

        Parameters
        ----------
        board
            Takes verbs on side events and slots.
        """

    def against(self, around: Surroundings, one: SideEventPlacement) -> Iterator[str]:
        """Say what speaks against a side event in its slot, whatever the others do.

        Parameters
        ----------
        around
            The settled timetable, the slots and what is asked for.
        one
            The side event in its slot.

        Yields
        ------
        str
            Parts of a sentence, such as "it lasts 90 minutes, longer than the slot".
        """
        yield from ()

    def beside(
        self, around: Surroundings, one: SideEventPlacement, other: SideEventPlacement
    ) -> Iterator[str]:
        """Say what speaks against a side event in its slot beside another one in its own.

        Parameters
        ----------
        around
            The settled timetable, the slots and what is asked for.
        one, other
            Two side events in their slots.

        Yields
        ------
        str
            Parts of a sentence, such as "Safe routes is held then".
        """
        yield from ()

    def breaches(self, around: Surroundings, placements: Placements) -> Iterator[Breach]:
        """Judge a finished plan.

        Parameters
        ----------
        around
            The settled timetable, the slots and what is asked for.
        placements
            Those of the plan, in the order of time.

        Yields
        ------
        Breach
            One for each reason; what two side events do to each other is said of the second.
        """
        side_events = around.side_events
        for number, one in enumerate(placements):
            title = side_events.by_id[one.side_event].title
            where = side_events.slot_by_id[one.slot].window.words
            pairs = (self.beside(around, one, other) for other in placements[:number])
            for reason in chain(self.against(around, one), *pairs):
                yield self.breach(one.side_event, f"{title} has the slot {where}, but {reason}")


class SideEventsPreference(Rule, ABC):
    """A wish about side events: the solver pays for what the judge charges."""

    KEPT: ClassVar[tuple[str, ...]] = ()
    CHARGED: ClassVar[dict[str, tuple[str, int]]] = {}

    @abstractmethod
    def price(self, board: SideEventsBoard) -> None:
        """Tell the solver what it pays for.

        Parameters
        ----------
        board
            Takes prices for this clause.
        """

    @abstractmethod
    def charges(self, around: Surroundings, placements: Placements) -> Iterator[Charge]:
        """Charge a finished plan.

        Parameters
        ----------
        around
            The settled timetable, the slots and what is asked for.
        placements
            Those of the plan, in the order of time.

        Yields
        ------
        Charge
            One for each subject that costs something.
        """
