"""Sets of relaxations, the cheapest first, that have something of each conflict found so far."""

from collections.abc import Collection, Iterable, Sequence

from ortools.sat.python import cp_model

from scheduler.solving.relaxing.relaxations import Relaxation
from scheduler.solving.run import Deadline, Settings, run


class Choices:
    """Yields sets by their price: fewer clauses of practice, then a smaller sum, then fewer, then by order.

    Parameters
    ----------
    offered
        What could be relaxed.
    """

    def __init__(self, offered: Sequence[Relaxation]) -> None:
        self._offered = offered
        self._model = cp_model.CpModel()
        self._truths = {one.name: self._model.new_bool_var(one.name) for one in offered}
        for one in offered:
            if one.behind in self._truths:
                self._model.add_implication(self._truths[one.name], self._truths[one.behind])
        count, total = len(offered) + 1, sum(one.price for one in offered) + 1
        weights = [count * (one.price + (total if one.aside else 0)) + 1 for one in offered]
        self._cost = sum(
            weight * self._truths[one.name] for weight, one in zip(weights, offered, strict=True)
        )

    def cheapest(self) -> tuple[Relaxation, ...] | None:
        """Find the cheapest set that is left.

        Returns
        -------
        tuple of Relaxation or None
            Of equally cheap ones that with the first relaxations in their order; ``None`` when none is left.
        """
        priced = self._model.clone()
        priced.minimize(self._cost)
        best = run(priced, Settings(workers=1), Deadline(None))
        if not best.found:
            return None
        first = self._model.clone()
        first.add(self._cost == best.value)
        truths = list(self._truths.values())
        first.add_decision_strategy(truths, cp_model.CHOOSE_FIRST, cp_model.SELECT_MAX_VALUE)
        answer = run(first, Settings(workers=1), Deadline(None), canonical=True)
        return tuple(one for one in self._offered if answer.of(self._truths[one.name]))

    def ask_for(
        self, some: Iterable[Relaxation], unless: Collection[Relaxation], of: Iterable[Relaxation]
    ) -> None:
        """Ask for one of some relaxations from now on, or for another choice among others.

        Parameters
        ----------
        some
            One of these would do.
        unless, of
            So would a choice of ``of`` that is not ``unless``.
        """
        wanted: list[cp_model.LiteralT] = [self._truths[one.name] for one in some]
        for one in of:
            truth = self._truths[one.name]
            wanted.append(truth.negated() if one in unless else truth)
        self._model.add_bool_or(wanted)

    def leave_out(self, some: Iterable[Relaxation]) -> None:
        """Ask for no set any more that has all of some relaxations.

        Parameters
        ----------
        some
            A set that was found.
        """
        self._model.add_bool_or([self._truths[one.name].negated() for one in some])
