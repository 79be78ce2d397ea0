"""The board of side events: which of them gets which slot."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from scheduler.board.prices import Term
from scheduler.domain.side_events import SideEvent, SideEventPlacement, Slot, Surroundings


@dataclass(frozen=True, eq=False)
class Choice:
    """A side event in a slot, from when to when, in minutes on the forum's axis."""

    side_event: SideEvent
    slot: Slot
    start: int
    end: int


class SideEventPrices:
    """What clauses cost.

    Parameters
    ----------
    model
        Takes variables.
    chosen
        The truth of every choice.
    left_out
        The truth that a side event gets no slot, by id.
    """

    def __init__(
        self,
        model: cp_model.CpModel,
        chosen: dict[Choice, cp_model.IntVar],
        left_out: dict[str, cp_model.IntVar],
    ) -> None:
        self._model, self._chosen, self._left_out = model, chosen, left_out
        self._terms: dict[str, list[Term]] = {}

    def terms(self, clauses: Iterable[str]) -> list[Term]:
        """List what some clauses cost.

        Parameters
        ----------
        clauses
            Ids of the clauses of one level.

        Returns
        -------
        list of Term
            Prices with the variables they are paid for; the level costs the sum of the products.
        """
        return [term for clause in clauses for term in self._terms.get(clause, [])]

    def chosen(self, clause: str, choice: Choice, price: int) -> None:
        """Let a choice cost something.

        Parameters
        ----------
        clause
            Id of the clause.
        choice
            One of the board's.
        price
            In the rule's own unit.
        """
        self._pay(clause, price, self._chosen[choice])

    def all_left_out(self, clause: str, side_events: Sequence[SideEvent], price: int) -> None:
        """Let it cost something that none of some side events gets a slot.

        Parameters
        ----------
        clause
            Id of the clause.
        side_events
            At least one.
        price
            In the rule's own unit.
        """
        lost = [self._left_out[one.side_event] for one in side_events]
        if len(lost) == 1:
            self._pay(clause, price, lost[0])
            return
        none = self._model.new_bool_var(f"{clause}/{side_events[0].side_event}")
        self._model.add_min_equality(none, lost)
        self._pay(clause, price, none)

    def _pay(self, clause: str, price: int, variable: cp_model.IntVar) -> None:
        self._terms.setdefault(clause, []).append((price, variable))


class SideEventsBoard:
    """Side events and slots as one CP-SAT model: each side event gets one slot, or none.

    Parameters
    ----------
    around
        The settled timetable, the slots and what is asked for.
    """

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.model = cp_model.CpModel()
        self.choices = tuple(
            Choice(one, slot, slot.window.start, slot.window.start + one.minutes)
            for one in around.side_events.as_asked
            for slot in around.side_events.slots
        )
        self.chosen = {one: self.model.new_bool_var(_name(one)) for one in self.choices}
        self.left_out = {
            one.side_event: self.model.new_bool_var(one.side_event) for one in around.side_events.as_asked
        }
        self.prices = SideEventPrices(self.model, self.chosen, self.left_out)
        for one in around.side_events.as_asked:
            self.model.add_exactly_one([*self.of(one), self.left_out[one.side_event]])

    def of(self, side_event: SideEvent) -> list[cp_model.IntVar]:
        """Return the truths that a side event is in each of the slots, in the order of time.

        Parameters
        ----------
        side_event
            One of those asked for.

        Returns
        -------
        list of IntVar
            One for each slot.
        """
        return [truth for choice, truth in self.chosen.items() if choice.side_event is side_event]

    def never(self, choice: Choice) -> None:
        """Rule a choice out.

        Parameters
        ----------
        choice
            One of the board's.
        """
        self.model.add(self.chosen[choice] == 0)

    def one_at_a_time(self, choices: Sequence[Choice]) -> None:
        """Keep some choices from overlapping.

        Two stretches overlap exactly when one of them holds the other's first minute, so that one
        condition for each first minute is enough.

        Parameters
        ----------
        choices
            Some of the board's.
        """
        for at in sorted({choice.start for choice in choices}):
            there = [self.chosen[one] for one in choices if one.start <= at < one.end]
            self.model.add_at_most_one(there)

    def pin(self, placements: Iterable[SideEventPlacement]) -> None:
        """Hold a plan where it is: what has no place in it gets none.

        Parameters
        ----------
        placements
            All of the plan.
        """
        held = {(one.side_event, one.slot, one.start, one.end) for one in placements}
        for choice, truth in self.chosen.items():
            own = (choice.side_event.side_event, choice.slot.slot, choice.start, choice.end)
            self.model.add(truth == (own in held))


def _name(choice: Choice) -> str:
    return f"{choice.side_event.side_event}/{choice.slot.slot}"
