"""What the clauses of tier preference cost, as terms of the solver's objective.

The solver pays the least it can, so the truths made here need only hold where they must.
"""

from ortools.sat.python import cp_model

from scheduler.board.times import Times, Truth


class Prices:
    """Verbs that charge a preference clause.

    Parameters
    ----------
    model
        The model to which variables and constraints are added.
    times
        The starts of the meetings.
    tick
        Minutes of a tick.
    """

    def __init__(self, model: cp_model.CpModel, times: Times, tick: int) -> None:
        self._model = model
        self._times = times
        self._tick = tick
        self._terms: dict[str, list[cp_model.LinearExprT]] = {}

    def total(self, clauses: tuple[str, ...]) -> cp_model.LinearExprT:
        """Add up what some clauses cost.

        Parameters
        ----------
        clauses
            Ids of the clauses of one level.

        Returns
        -------
        LinearExpr
            0 when none of them depends on the timetable.
        """
        return sum((term for clause in clauses for term in self._terms.get(clause, [])), 0)

    def any_of(self, clause: str, price: int, truths: list[Truth]) -> None:
        """Charge a clause once when some of several truths hold.

        Parameters
        ----------
        clause
            Id of a clause of tier preference.
        price
            What it costs.
        truths
            Any number of which may hold.
        """
        found = self._model.new_bool_var("")
        for truth in truths:
            self._model.add_implication(truth, found)
        self._add(clause, price * found)

    def _add(self, clause: str, term: cp_model.LinearExprT) -> None:
        self._terms.setdefault(clause, []).append(term)

    def together(self, clause: str, price: int, one: str, other: str) -> None:
        """Charge a clause when two meetings share a minute.

        Parameters
        ----------
        clause
            Id of a clause of tier preference.
        price
            What it costs.
        one, other
            Ids of meetings.
        """
        together = self._model.new_bool_var("")
        for point in self._times.points((one, other)):
            truths = [*self._times.covering(one, point), *self._times.covering(other, point)]
            self._model.add(sum(truths) <= 1 + together)
        self._add(clause, price * together)

    def later(self, clause: str, price: int, one: str, other: str) -> None:
        """Charge a clause when one meeting begins later than another.

        Parameters
        ----------
        clause
            Id of a clause of tier preference.
        price
            What it costs.
        one, other
            Ids of meetings.
        """
        later = self._model.new_bool_var("")
        start, other_start = self._times.start(one), self._times.start(other)
        self._model.add(start <= other_start).only_enforce_if(later.negated())
        self._add(clause, price * later)

    def shortfall(self, clause: str, first: str, then: str, wanted: int) -> None:
        """Charge a clause a unit for each minute that is lacking between two meetings.

        Parameters
        ----------
        clause
            Id of a clause of tier preference.
        first, then
            Ids of meetings.
        wanted
            Minutes that should pass from the end of the first to the start of the other.
        """
        end = self._times.start(first) + self._times.lengths[first]
        lacking = self._model.new_int_var(0, cp_model.INT32_MAX, "")
        self._model.add(self._tick * lacking >= wanted - self._tick * (self._times.start(then) - end))
        self._add(clause, self._tick * lacking)
