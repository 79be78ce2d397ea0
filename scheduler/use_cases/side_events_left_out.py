"""Why a side event has no slot: what keeps it from each, in the words of the rules themselves."""

from collections.abc import Iterable, Iterator, Sequence

from scheduler.domain.side_events import (
    Hindrance,
    LeftOut,
    SideEventPlacement,
    Slot,
    Surroundings,
    in_time,
)
from scheduler.judging import judge_side_events
from scheduler.rules import Rule, SideEventsRule

Placements = Sequence[SideEventPlacement]

ALIKE = "both would be as good, and one of them has to give way"
"""Why one has a slot and another has not, where no clause decides."""

NOT_PROVEN = "no better plan was found in the time given"
"""Why one has no slot that it could have, where time ran out before a proof."""


def left_out(around: Surroundings, rules: Sequence[Rule], placements: Placements) -> tuple[LeftOut, ...]:
    """Say of each side event without a slot what keeps it from all of them.

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
    tuple of LeftOut
        In the order in which they were asked for; slots with the same reason stand together.
    """
    reasons = Reasons(around, rules, placements)
    placed = {one.side_event for one in placements}
    return tuple(
        LeftOut(side_event=one.side_event, hindrances=grouped(reasons.of(one.side_event)))
        for one in around.side_events.as_asked
        if one.side_event not in placed
    )


def paid_by_level(around: Surroundings, rules: Sequence[Rule], placements: Placements) -> tuple[int, ...]:
    """Add up what a plan pays at each level, by the judge.

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
    tuple of int
        One number for each level.
    """
    charges = judge_side_events(rules, around, placements).charges
    return tuple(
        sum(one.price for one in charges if one.clause in level) for level in around.side_events.levels
    )


class Reasons:
    """Tries side events of a plan in slots that they have not.

    Parameters
    ----------
    around
        The settled timetable, the slots and what is asked for.
    rules
        Those of the clauses on side events.
    placements
        Those of the plan.
    """

    def __init__(self, around: Surroundings, rules: Sequence[Rule], placements: Placements) -> None:
        self._around, self._rules, self._placements = around, rules, placements
        self._firm = [rule for rule in rules if isinstance(rule, SideEventsRule)]
        self._paid = paid_by_level(around, rules, placements)
        self._says = {one.clause: one.says.removesuffix(".") for one in around.side_events.clauses}

    def of(self, side_event: str) -> Iterator[Hindrance]:
        """Yield what keeps a side event without a slot from each.

        Parameters
        ----------
        side_event
            Its id.

        Yields
        ------
        Hindrance
            One for each slot, in the order of time.
        """
        for slot in self._around.side_events.slots:
            place = self._around.side_events.placed(side_event, slot.slot)
            own = self.own(place, slot)
            others = () if own else tuple(one for one in self._placements if self.clashes(place, one))
            because = own or self._before(place, others)
            names = tuple(one.side_event for one in others)
            yield Hindrance(because=because, slots=(slot.slot,), others=names)

    def own(self, place: SideEventPlacement, slot: Slot) -> str:
        """Say what keeps a side event from a slot by itself.

        Parameters
        ----------
        place
            The side event in that slot.
        slot
            The slot.

        Returns
        -------
        str
            Part of a sentence, or nothing; of what lies behind the slot's end only the first is said.
        """
        inside = place.replace(end=min(place.end, slot.window.end))
        said = self._against(inside)
        beyond = [one for one in self._against(place) if one not in said]
        return "; ".join([*beyond[:1], *said])

    def _against(self, place: SideEventPlacement) -> list[str]:
        return [said for rule in self._firm for said in rule.against(self._around, place)]

    def clashes(self, place: SideEventPlacement, other: SideEventPlacement) -> bool:
        """Tell whether two side events cannot both be where they are.

        Parameters
        ----------
        place, other
            Two side events in slots.

        Returns
        -------
        bool
            By any clause that is followed.
        """
        return any(said for rule in self._firm for said in rule.beside(self._around, place, other))

    def _before(self, place: SideEventPlacement, others: Placements) -> str:
        """Say at which level the plan would be worse with the one in the place of the others."""
        if not others:
            return f"it is free, but {NOT_PROVEN}"
        changed = in_time([*(one for one in self._placements if one not in others), place])
        return self.worse(paid_by_level(self._around, self._rules, changed)) or ALIKE

    def worse(self, paid: Sequence[int]) -> str:
        """Say why another plan is not taken.

        Parameters
        ----------
        paid
            What it pays at each level.

        Returns
        -------
        str
            What the clauses of the first level promise at which it would be worse; nothing where it would be
            as good.
        """
        for level, before, after in zip(self._around.side_events.levels, self._paid, paid, strict=True):
            if before != after:
                return "; ".join(self._says[clause] for clause in level) if before < after else NOT_PROVEN
        return ""


def grouped(found: Iterable[Hindrance]) -> tuple[Hindrance, ...]:
    """Put slots with the same reason together.

    Parameters
    ----------
    found
        One for each slot.

    Returns
    -------
    tuple of Hindrance
        One for each reason, in the order in which reasons come first.
    """
    groups: dict[str, list[Hindrance]] = {}
    for one in found:
        groups.setdefault(one.because, []).append(one)
    return tuple(
        Hindrance(
            because=because,
            slots=tuple(slot for one in group for slot in one.slots),
            others=tuple(dict.fromkeys(other for one in group for other in one.others)),
        )
        for because, group in groups.items()
    )
