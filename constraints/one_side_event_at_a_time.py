"""Side events are held one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.side_events import SideEventPlacement, Surroundings
from scheduler.rules import SideEventsRule

if TYPE_CHECKING:
    from scheduler.board.side_events import SideEventsBoard


class OneSideEventAtATime(SideEventsRule):
    """No two side events are held at once.

    Why: small delegations can follow all of them, and no organiser has to compete for listeners.
    """

    KEPT = (
        """day-1 08:00-09:00 early side-event-1
           day-1 09:00-10:00 late  side-event-2""",
    )
    BROKEN = {
        """day-1 08:00-09:00 early side-event-1
           day-1 08:30-09:30 late  side-event-2""": (
            "side-event-2 has the slot day-1 08:30-09:30, but side-event-1 is held then"
        ),
    }

    def post(self, board: SideEventsBoard) -> None:
        board.one_at_a_time(board.choices)

    def beside(
        self, around: Surroundings, one: SideEventPlacement, other: SideEventPlacement
    ) -> Iterator[str]:
        if other.overlaps(one.start, one.end):
            yield f"{around.side_events.by_id[other.side_event].title} is held then"
