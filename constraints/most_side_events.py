"""As many side events as possible get a slot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.side_events import Surroundings
from scheduler.domain.verdict import Charge
from scheduler.rules import SideEventsPreference
from scheduler.side_events_rule import Placements

if TYPE_CHECKING:
    from scheduler.board.side_events import SideEventsBoard


class MostSideEvents(SideEventsPreference):
    """Each side event without a slot costs 1.

    Why: whoever asks for a slot should have one, and all count the same.
    """

    FORUM = {"side-events": {"side-event-1": {}}}
    KEPT = ("day-1 13:00-14:00 lunch side-event-1",)
    CHARGED = {"day-1 13:00-14:00 lunch side-event-2": ("side-event-1 has no slot", 1)}

    def price(self, board: SideEventsBoard) -> None:
        for one in board.around.side_events.side_events:
            board.prices.all_left_out(self.clause.clause, [one], 1)

    def charges(self, around: Surroundings, placements: Placements) -> Iterator[Charge]:
        placed = {place.side_event for place in placements}
        for one in around.side_events.side_events:
            if one.side_event not in placed:
                yield self.charge(one.side_event, f"{one.title} has no slot", 1)
