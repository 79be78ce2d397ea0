"""What a list of speakers costs: waiting, departures from an order, overtaking, other meetings, imbalance."""

from collections.abc import Callable, Iterable
from itertools import accumulate, combinations

from ortools.sat.python import cp_model

from scheduler.board.prices import Term
from scheduler.board.speaking_order import SpeakingOrder
from scheduler.domain.list_of_speakers import Call, Debate

Order = Callable[[Call], int]
"""A number by which calls are to be in order; two calls with the same number may stand either way."""


class SpeakersPrices:
    """Verbs that charge a preference clause on lists of speakers.

    Parameters
    ----------
    model
        The model to which variables and constraints are added.
    debate
        The debate.
    order
        Its variables.
    """

    def __init__(self, model: cp_model.CpModel, debate: Debate, order: SpeakingOrder) -> None:
        self._model = model
        self._debate = debate
        self._order = order
        self._terms: dict[str, list[Term]] = {}
        self.waited_for = ""
        """The clause that charges waiting; empty where none does."""

    def terms(self, clauses: Iterable[str]) -> list[Term]:
        """List what some clauses cost.

        Parameters
        ----------
        clauses
            Ids of the clauses of one level.

        Returns
        -------
        list of Term
            Prices with the variables they are paid for.
        """
        return [term for clause in clauses for term in self._terms.get(clause, [])]

    def can_cost(self, clause: str) -> bool:
        """Tell whether a clause may cost anything at all.

        Parameters
        ----------
        clause
            Id of a clause of tier preference.

        Returns
        -------
        bool
            False where it has no terms: then nothing is to be minimised.
        """
        return bool(self._terms.get(clause))

    def waiting(self, clause: str) -> None:
        """Charge each second for which nobody has the floor although somebody is still to speak there.

        Parameters
        ----------
        clause
            Id of a clause of tier preference.
        """
        self.waited_for = clause
        if self._order.may_wait:
            self._add(clause, self._order.waiting)

    def departing(self, clause: str, number: Order) -> None:
        """Charge each loose speaker that has to be taken out for the others to be in order.

        Two who can always be there are never charged for each other.

        Parameters
        ----------
        clause
            Id of a clause of tier preference.
        number
            The order.
        """
        departs = {call.party: self._model.new_bool_var("") for call in self._order.loose if not call.free}
        for call in self._order.loose:
            self._charge_chain(call, number, departs)
        for one, other in self._pairs(number):
            who = [departs[call.party] for call in (one, other) if call.party in departs]
            self._model.add_bool_or([*who, self._order.before[one.party, other.party]])
        self._add(clause, departs.values())

    def _charge_chain(self, call: Call, number: Order, departs: dict[str, cp_model.IntVar]) -> None:
        """Let a loose speaker depart unless it stands where the chain's numbers have it."""
        low = sum(number(one) < number(call) for one in self._order.chain)
        high = sum(number(one) <= number(call) for one in self._order.chain)
        if call.party in departs and self._order.chain:
            passed = self._order.passed[call.party]
            stays = departs[call.party].negated()
            self._model.add_linear_constraint(passed, low, high).only_enforce_if(stays)

    def _pairs(self, number: Order) -> Iterable[tuple[Call, Call]]:
        """Yield the loose pairs that have an order, the first before the second, unless both are free."""
        for one, other in combinations(self._order.loose, 2):
            if number(one) != number(other) and not (one.free and other.free):
                yield (one, other) if number(one) < number(other) else (other, one)

    def overtaking(self, clause: str) -> None:
        """Charge each pair that speaks the other way round; two who can always be there are not charged.

        Parameters
        ----------
        clause
            Id of a clause of tier preference.
        """
        places, order = self._debate.place_by_party, self._order
        pairs = self._pairs(lambda call: places[call.party])
        self._add(clause, [order.turned[one.party, other.party] for one, other in pairs])
        size = len(order.chain)
        for call in order.loose if size else ():
            place = sum(places[one.party] < places[call.party] for one in order.chain)
            away = self._model.new_int_var(0, size, "")
            self._model.add_abs_equality(away, order.passed[call.party] - place)
            self._add(clause, [away])

    def elsewhere(self, clause: str, *, earlier: bool = False) -> None:
        """Charge each party that speaks in another meeting than in the list before.

        Parameters
        ----------
        clause
            Id of a clause of tier preference.
        earlier
            Only where that meeting is an earlier one.
        """
        numbers = {stretch.meeting: number for number, stretch in enumerate(self._debate.stretches)}
        for call in self._order.loose:
            was, held = numbers.get(call.meeting or ""), enumerate(self._order.held[call.party])
            self._add(clause, [one for number, one in held if _is_elsewhere(was, number, earlier=earlier)])
        before = [numbers.get(call.meeting or "") for call in self._order.chain]
        for number in numbers.values():
            counted = [_is_elsewhere(was, number, earlier=earlier) for was in before]
            self._add(clause, self._chain_in(number, counted))

    def _chain_in(self, number: int, counted: list[bool]) -> list[cp_model.IntVar]:
        """Count some speakers of the chain, as far as they speak in a meeting."""
        if not any(counted):
            return []
        table = [0, *accumulate(map(int, counted))]
        until, since = (self._order.looked_up(self._order.cuts[one], table) for one in (number + 1, number))
        count = self._model.new_int_var(0, table[-1], "")
        self._model.add(count == until - since)
        return [count]

    def imbalance(self, clause: str, tolerance: int) -> None:
        """Charge each second by which two meetings are filled more unequally than allowed.

        Parameters
        ----------
        clause
            Id of a clause of tier preference.
        tolerance
            Seconds that are allowed.
        """
        loads, debate = self._order.loads, self._debate
        used = [loads[number + 1] - loads[number] for number in self._order.meetings]
        if len(used) < 2:
            return
        everything = sum(map(self._order.length, debate.calls))
        excess = self._model.new_int_var(0, 2 * everything, "")
        least = self._model.new_int_var(-everything, everything, "")
        for load, share in zip(used, debate.shares.values(), strict=True):
            self._model.add(least <= load - share)
            self._model.add(load - share <= least + tolerance + excess)
        self._add(clause, [excess])

    def _add(self, clause: str, variables: Iterable[cp_model.IntVar]) -> None:
        self._terms.setdefault(clause, []).extend((1, one) for one in variables)


def _is_elsewhere(was: int | None, now: int, *, earlier: bool) -> bool:
    """Tell whether a meeting is another one than before; ``was`` is ``None`` where there was none."""
    return was is not None and (now < was if earlier else now != was)
