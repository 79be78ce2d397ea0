"""Side events that were asked for early get a slot before those that were asked for late."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from scheduler.domain.side_events import SideEvent, Surroundings
from scheduler.domain.verdict import Charge
from scheduler.rules import SideEventsPreference
from scheduler.side_events_rule import Placements

if TYPE_CHECKING:
    from scheduler.board.side_events import SideEventsBoard


class FirstComeSideEvents(SideEventsPreference):
    """A side event without a slot costs 1, and 1 more for each that was asked for on a later day.

    Why: whoever plans ahead should not stand back behind whoever does not. One without a day comes last.
    """

    FORUM = {
        "side-events": {
            "side-event-1": {"asked": "2029-11-02"},
            "side-event-2": {"asked": "2029-11-05"},
            "side-event-3": {"asked": "2029-11-05"},
        }
    }
    KEPT = (
        """day-1 08:00-09:00 early side-event-1
           day-1 09:00-10:00 late  side-event-2
           day-1 13:00-14:00 lunch side-event-3""",
    )
    CHARGED = {
        """day-1 08:00-09:00 early side-event-1
           day-1 13:00-14:00 lunch side-event-2""": (
            "side-event-3 has no slot; it was asked for on 2029-11-05, before 0 others",
            1,
        ),
        """day-1 08:00-09:00 early side-event-3
           day-1 13:00-14:00 lunch side-event-2""": (
            "side-event-1 has no slot; it was asked for on 2029-11-02, before 2 others",
            3,
        ),
    }

    def price(self, board: SideEventsBoard) -> None:
        for one, later in _later(board.around):
            board.prices.all_left_out(self.clause.clause, [one], 1 + later)

    def charges(self, around: Surroundings, placements: Placements) -> Iterator[Charge]:
        placed = {place.side_event for place in placements}
        for one, later in _later(around):
            if one.side_event not in placed:
                when = f"on {one.asked}" if one.asked else "on a day that nobody has said"
                others = f"before {later} {'other' if later == 1 else 'others'}"
                sentence = f"{one.title} has no slot; it was asked for {when}, {others}"
                yield self.charge(one.side_event, sentence, 1 + later)


def _later(around: Surroundings) -> Iterator[tuple[SideEvent, int]]:
    """Yield each side event, and how many were asked for on a later day."""
    days = Counter(one.asked or date.max for one in around.side_events.side_events)
    for one in around.side_events.side_events:
        day = one.asked or date.max
        yield one, sum(number for other, number in days.items() if other > day)
