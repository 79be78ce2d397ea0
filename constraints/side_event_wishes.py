"""Side events are held when their organisers wish."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Literal

from scheduler.domain.side_events import Surroundings
from scheduler.domain.verdict import Charge
from scheduler.options import RuleOptions
from scheduler.rules import SideEventsPreference
from scheduler.side_events_rule import Placements

if TYPE_CHECKING:
    from scheduler.board.side_events import SideEventsBoard


class SideEventWishes(SideEventsPreference):
    """A side event that has a slot, but not at the time wished for, costs something.

    Why: organisers know when their speakers and listeners are there. One without a slot costs nothing here:
    wishes decide when, and never whether. Among those that wish the same, the one asked for earlier has it.
    """

    class Options(RuleOptions):
        """What ``side-event-wishes`` speaks of: a first wish not met costs 1, or each before the one met.

        With ``first-come`` it costs that, and as much again for each side event asked for on a later day.
        """

        count: Literal["first", "each"]
        first_come: bool = False

    options: Options

    OPTIONS = {"count": "each", "first-come": True}
    FORUM = {
        "side-events": {
            "side-event-1": {"wishes": ["day-1 13:00-15:00", "day-1 morning"], "asked": "2029-11-02"},
            "side-event-3": {"wishes": ["day-1 13:00-15:00"], "asked": "2029-11-05"},
        }
    }
    KEPT = (
        """day-1 13:00-14:00 lunch side-event-1
           day-1 08:00-09:00 early side-event-2""",
    )
    CHARGED = {
        "day-1 10:00-11:00 noon side-event-1": (
            "side-event-1 begins at 10:00 on day-1; wished for are day-1 13:00-15:00, then day-1 morning",
            2,
        ),
        "day-1 08:00-09:00 early side-event-1": (
            "side-event-1 begins at 08:00 on day-1; wished for are day-1 13:00-15:00, then day-1 morning",
            4,
        ),
        """day-1 13:00-14:00 lunch side-event-1
           day-1 08:00-09:00 early side-event-3""": (
            "side-event-3 begins at 08:00 on day-1; wished for are day-1 13:00-15:00",
            1,
        ),
    }

    def price(self, board: SideEventsBoard) -> None:
        counts = self._counts(board.around)
        for choice in board.choices:
            missed = self._most(choice.side_event.missed(choice.start, choice.end))
            if missed:
                price = missed * counts[choice.side_event.side_event]
                board.prices.chosen(self.clause.clause, choice, price)

    def charges(self, around: Surroundings, placements: Placements) -> Iterator[Charge]:
        counts = self._counts(around)
        for place in placements:
            one = around.side_events.by_id[place.side_event]
            missed = self._most(one.missed(place.start, place.end))
            if missed:
                wished = ", then ".join(wish.words for wish in one.wishes)
                at = around.forum.clock.words(place.start)
                sentence = f"{one.title} begins at {at}; wished for are {wished}"
                yield self.charge(one.side_event, sentence, missed * counts[one.side_event])

    def _counts(self, around: Surroundings) -> dict[str, int]:
        """Return how much a wish of each side event counts; one without a day was asked for last."""
        asked = {one.side_event: one.asked or date.max for one in around.side_events.side_events}
        later = {day: sum(other > day for other in asked.values()) for day in asked.values()}
        return {name: 1 + later[day] * self.options.first_come for name, day in asked.items()}

    def _most(self, missed: int) -> int:
        """Return how many of the wishes missed are counted."""
        return min(missed, 1) if self.options.count == "first" else missed
