"""Why a side event is not held when it is wished most: who has that slot, or what speaks against it."""

from collections.abc import Sequence

from scheduler.domain.side_events import (
    Hindrance,
    NotAsWished,
    SideEvent,
    SideEventPlacement,
    Slot,
    Surroundings,
    in_time,
)
from scheduler.domain.window import Window
from scheduler.rules import Rule
from scheduler.use_cases.side_events_left_out import (
    ALIKE,
    Placements,
    Reasons,
    grouped,
    paid_by_level,
)

_COUNTS_NOTHING = "it is free, but that wish counts nothing in this forum"


def not_as_wished(
    around: Surroundings, rules: Sequence[Rule], placements: Placements
) -> tuple[NotAsWished, ...]:
    """Say of each side event that has a slot what keeps it from what it wishes more.

    Parameters
    ----------
    around
        The settled timetable, the slots and what is asked for.
    rules
        Those of the clauses on side events.
    placements
        Those of the plan.

    Returns
    -------
    tuple of NotAsWished
        In the order of the placements; those held when it is wished most, or without a wish, are not among
        them.
    """
    found = _Wishes(around, rules, placements)
    missed = ((place, found.missed(place)) for place in placements)
    return tuple(
        NotAsWished(side_event=place.side_event, missed=reasons) for place, reasons in missed if reasons
    )


class _Wishes:
    """Moves a side event to a slot that it wishes more, and those that are there to the next best slots."""

    def __init__(self, around: Surroundings, rules: Sequence[Rule], placements: Placements) -> None:
        self._side_events, self._placements = around.side_events, placements
        self._reasons = Reasons(around, rules, placements)
        self._around, self._rules = around, rules

    def missed(self, place: SideEventPlacement) -> tuple[tuple[Hindrance, ...], ...]:
        """Say for each wish before the one that is met what keeps the side event from its slots."""
        one = self._side_events.by_id[place.side_event]
        return tuple(
            grouped(
                self._hindrance(one, wish, slot)
                for slot in self._side_events.slots
                if wish.start <= slot.window.start < wish.end
            )
            for wish in one.wishes[: one.missed(place.start, place.end)]
        )

    def _hindrance(self, one: SideEvent, wish: Window, slot: Slot) -> Hindrance:
        place = self._side_events.placed(one.side_event, slot.slot)
        own = self._reasons.own(place, slot)
        if not own and not wish.holds(place.start, place.end):
            own = f"it lasts {one.minutes} minutes, longer than the time wished for"
        others = () if own else self._in_the_way(place)
        names = tuple(other.side_event for other in others)
        return Hindrance(because=own or self._instead(place, others), slots=(slot.slot,), others=names)

    def _in_the_way(self, place: SideEventPlacement) -> tuple[SideEventPlacement, ...]:
        rest = (one for one in self._placements if one.side_event != place.side_event)
        return tuple(one for one in rest if self._reasons.clashes(place, one))

    def _instead(self, place: SideEventPlacement, others: Placements) -> str:
        """Say at which level the plan would be worse with the one there, and the others elsewhere."""
        moved = {place.side_event, *(one.side_event for one in others)}
        changed = [place, *(one for one in self._placements if one.side_event not in moved)]
        for other in others:
            changed = self._next_best(changed, other.side_event)
        worse = self._reasons.worse(self._paid(changed))
        if others:
            return worse or ALIKE
        return f"it is free, but {worse[:1].lower()}{worse[1:]}" if worse else _COUNTS_NOTHING

    def _next_best(self, changed: list[SideEventPlacement], side_event: str) -> list[SideEventPlacement]:
        """Add a side event where it costs least, or leave it out where it has no place."""
        ways = [changed]
        for slot in self._side_events.slots:
            place = self._side_events.placed(side_event, slot.slot)
            clash = any(self._reasons.clashes(place, one) for one in changed)
            if not clash and not self._reasons.own(place, slot):
                ways.append([*changed, place])
        return min(ways, key=self._paid)

    def _paid(self, changed: Placements) -> tuple[int, ...]:
        return paid_by_level(self._around, self._rules, in_time(changed))
