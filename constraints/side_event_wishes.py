"""Side events are held when their organisers wish."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from scheduler.domain.side_events import SideEvent, Surroundings
from scheduler.domain.verdict import Charge
from scheduler.options import RuleOptions
from scheduler.rules import SideEventsPreference
from scheduler.side_events_rule import Placements

if TYPE_CHECKING:
    from scheduler.board.side_events import SideEventsBoard


class SideEventWishes(SideEventsPreference):
    """A side event that has a slot, but not at the time wished for, costs something.

    Why: organisers know when their speakers and listeners are there. One without a slot costs nothing here:
    wishes decide when, and never whether.
    """

    class Options(RuleOptions):
        """What ``side-event-wishes`` speaks of: a first wish not met costs 1, or each before the one met."""

        count: Literal["first", "each"]

    options: Options

    OPTIONS = {"count": "each"}
    FORUM = {"side-events": {"side-event-1": {"wishes": ["day-1 13:00-15:00", "day-1 morning"]}}}
    KEPT = ("day-1 13:00-14:00 lunch side-event-1", "day-1 08:00-09:00 early side-event-2")
    CHARGED = {
        "day-1 10:00-11:00 noon side-event-1": (
            "side-event-1 begins at 10:00 on day-1; wished for are day-1 13:00-15:00, then day-1 morning",
            1,
        ),
        "day-1 08:00-09:00 early side-event-1": (
            "side-event-1 begins at 08:00 on day-1; wished for are day-1 13:00-15:00, then day-1 morning",
            2,
        ),
    }

    def price(self, board: SideEventsBoard) -> None:
        for choice in board.choices:
            price = self._cost(choice.side_event, choice.start, choice.end)
            if price:
                board.prices.chosen(self.clause.clause, choice, price)

    def charges(self, around: Surroundings, placements: Placements) -> Iterator[Charge]:
        for place in placements:
            one = around.side_events.by_id[place.side_event]
            price = self._cost(one, place.start, place.end)
            if price:
                wished = ", then ".join(wish.words for wish in one.wishes)
                at = around.forum.clock.words(place.start)
                yield self.charge(
                    one.side_event, f"{one.title} begins at {at}; wished for are {wished}", price
                )

    def _cost(self, one: SideEvent, start: int, end: int) -> int:
        """Count the wishes that are not met before one is; of the first alone, whether it is."""
        met = [wish.holds(start, end) for wish in one.wishes]
        missed = met.index(True) if True in met else len(met)
        return min(missed, 1) if self.options.count == "first" else missed
