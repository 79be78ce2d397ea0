"""Side events are held in the way that their slots are for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.side_events import SideEventPlacement, Surroundings
from scheduler.rules import SideEventsRule

if TYPE_CHECKING:
    from scheduler.board.side_events import SideEventsBoard


class SideEventMode(SideEventsRule):
    """A side event in person has a slot with a room, a virtual one a slot for virtual side events.

    Why: a room that nobody has set aside is not there, and a link that nobody has set up is not either.
    """

    FORUM = {
        "slots": {"early": {"modes": ["virtual"]}, "lunch": {"modes": ["in-person"], "room": "annex"}},
        "side-events": {"side-event-1": {"mode": "virtual"}, "side-event-2": {"mode": "in-person"}},
    }
    KEPT = ("day-1 08:00-09:00 early side-event-1", "day-1 13:00-14:00 lunch side-event-2")
    BROKEN = {
        "day-1 13:00-14:00 lunch side-event-1": (
            "side-event-1 has the slot day-1 13:00-14:00, but it is virtual, and the slot is not"
        ),
        "day-1 08:00-09:00 early side-event-2": (
            "side-event-2 has the slot day-1 08:00-09:00, but it is in person, and the slot is not"
        ),
    }

    def post(self, board: SideEventsBoard) -> None:
        for choice in board.choices:
            if choice.side_event.mode not in choice.slot.modes:
                board.never(choice)

    def against(self, around: Surroundings, one: SideEventPlacement) -> Iterator[str]:
        mode = around.side_events.by_id[one.side_event].mode
        if mode not in around.side_events.slot_by_id[one.slot].modes:
            yield f"it is {mode.replace('-', ' ')}, and the slot is not"
