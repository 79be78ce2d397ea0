"""Side events fit into their slots."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.side_events import SideEventPlacement, Surroundings
from scheduler.rules import SideEventsRule

if TYPE_CHECKING:
    from scheduler.board.side_events import SideEventsBoard


class SideEventInSlot(SideEventsRule):
    """A side event lies in one of the official slots, and lasts no longer than it.

    Why: the meeting behind it has to begin on time.
    """

    FORUM = {"slots": {"early": {"window": "day-1 08:00-09:00"}}}
    KEPT = ("day-1 08:00-09:00 early side-event-1",)
    BROKEN = {
        "day-1 08:00-09:30 early side-event-1": (
            "side-event-1 has the slot day-1 08:00-09:00, but it lasts 90 minutes, longer than the slot"
        ),
    }

    def post(self, board: SideEventsBoard) -> None:
        for choice in board.choices:
            if choice.side_event.minutes > choice.slot.minutes:
                board.never(choice)

    def against(self, around: Surroundings, one: SideEventPlacement) -> Iterator[str]:
        if not around.side_events.slot_by_id[one.slot].window.holds(one.start, one.end):
            yield f"it lasts {one.end - one.start} minutes, longer than the slot"
