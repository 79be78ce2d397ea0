"""An organiser's first side event comes before anybody's second."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.side_events import SideEvent, Surroundings
from scheduler.domain.verdict import Charge
from scheduler.rules import SideEventsPreference
from scheduler.side_events_rule import Placements

if TYPE_CHECKING:
    from scheduler.board.side_events import SideEventsBoard


class SideEventForEachOrganiser(SideEventsPreference):
    """Each organiser of whom no side event has a slot costs 1.

    Why: slots are few, so that an organiser's first side event comes before anybody's second.
    """

    FORUM = {
        "side-events": {
            "side-event-1": {"organiser": "Red Cross"},
            "side-event-2": {"organiser": "Red Cross"},
            "side-event-3": {"organiser": "Chile"},
        }
    }
    KEPT = (
        """day-1 08:00-09:00 early side-event-2
           day-1 13:00-14:00 lunch side-event-3""",
    )
    CHARGED = {
        """day-1 08:00-09:00 early side-event-1
           day-1 13:00-14:00 lunch side-event-2""": ("Chile has no slot for any of its side events", 1),
        "day-1 13:00-14:00 lunch side-event-3": ("Red Cross has no slot for any of its side events", 1),
    }

    def price(self, board: SideEventsBoard) -> None:
        for own in _by_organiser(board.around).values():
            board.prices.all_left_out(self.clause.clause, own, 1)

    def charges(self, around: Surroundings, placements: Placements) -> Iterator[Charge]:
        placed = {place.side_event for place in placements}
        for organiser, own in _by_organiser(around).items():
            if placed.isdisjoint(one.side_event for one in own):
                sentence = f"{organiser} has no slot for any of its side events"
                yield self.charge(own[0].side_event, sentence, 1)


def _by_organiser(around: Surroundings) -> dict[str, list[SideEvent]]:
    found: dict[str, list[SideEvent]] = {}
    for one in around.side_events.side_events:
        found.setdefault(one.organiser, []).append(one)
    return found
