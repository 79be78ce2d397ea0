"""The objective: levels, minimised one after the other, each without giving up the ones before."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from ortools.sat.python import cp_model

from scheduler.board import Term
from scheduler.domain.programme import Status
from scheduler.solving.run import Deadline, Run, Settings, run

Tell = Callable[[str], None]
"""Takes a sentence on how far the work has come."""


class Prices(Protocol):
    """What clauses cost on a board."""

    def terms(self, clauses: Iterable[str]) -> list[Term]:
        """List what some clauses cost."""
        ...


class Priced(Protocol):
    """A board whose levels can be minimised."""

    @property
    def model(self) -> cp_model.CpModel:
        """The model with all clauses."""
        ...

    @property
    def prices(self) -> Prices:
        """What the clauses cost."""
        ...


@dataclass(frozen=True)
class Best:
    """The best found: its status, a run that shows it, and each level's value and bound."""

    status: Status
    run: Run | None
    levels: tuple[tuple[int, int], ...] = ()


class Levels:
    """Minimises the levels of a board.

    Parameters
    ----------
    board
        With all clauses posted.
    levels
        Ids of the preference clauses of each level.
    settings
        Workers and seed.
    deadline
        When to stop.
    tell
        Told before each level.
    """

    def __init__(
        self,
        board: Priced,
        levels: Iterable[tuple[str, ...]],
        settings: Settings,
        deadline: Deadline,
        tell: Tell,
    ) -> None:
        self._board = board
        self._levels = [(clauses, board.prices.terms(clauses)) for clauses in levels]
        self._settings = settings
        self._deadline = deadline
        self._tell = tell

    def minimise(self) -> Best:
        """Minimise all levels.

        Returns
        -------
        Best
            ``optimal`` when every level is proven, ``feasible`` when time ran out before.
        """
        first_priced = next((index for index, (_, terms) in enumerate(self._levels) if terms), None)
        first = self._run(None if first_priced is None else self._levels[first_priced][1])
        if not first.found:
            return Best(first.status, None)
        found: list[tuple[int, int]] = []
        best = first
        for index, (clauses, terms) in enumerate(self._levels):
            self._tell(f"level {index + 1} of {len(self._levels)}: {', '.join(clauses)}")
            answer = first if index == first_priced else self._level(terms, best)
            best = answer if answer.found else best
            value = paid(terms, best)
            found.append((value, max(0, answer.bound) if terms and value else 0))
            hold(self._board, terms, value)
        proven = all(value == bound for value, bound in found)
        return Best("optimal" if proven else "feasible", best, tuple(found))

    def _level(self, terms: list[Term], best: Run) -> Run:
        """Minimise one level; nothing is to be done where the best already costs nothing."""
        if paid(terms, best) == 0:
            return best
        start_from(self._board.model, best)
        return self._run(terms)

    def _run(self, terms: list[Term] | None) -> Run:
        model = self._board.model
        if terms is None:
            return run(model, self._settings, self._deadline)
        model.minimize(_sum(terms))
        answer = run(model, self._settings, self._deadline)
        model.proto.clear_objective()
        return answer


def paid(terms: Iterable[Term], answer: Run) -> int:
    """Add up what a solution pays.

    Parameters
    ----------
    terms
        Prices with their variables.
    answer
        A run with a solution.

    Returns
    -------
    int
        In the unit of the level.
    """
    return sum(price * answer.of(variable) for price, variable in terms)


def hold(board: Priced, terms: list[Term], value: int) -> None:
    """Let a level cost no more than it has to.

    Parameters
    ----------
    board
        With all clauses posted.
    terms
        Prices with their variables.
    value
        The most the level may cost.
    """
    if terms:
        board.model.add(_sum(terms) <= value)


def start_from(model: cp_model.CpModel, answer: Run) -> None:
    """Offer a solution as the next run's first.

    Parameters
    ----------
    model
        The model; hints it had are dropped.
    answer
        A run with a solution.
    """
    model.proto.clear_solution_hint()
    model.proto.solution_hint.vars.extend(range(len(answer.values)))
    model.proto.solution_hint.values.extend(answer.values)


def _sum(terms: list[Term]) -> cp_model.LinearExprT:
    return cp_model.LinearExpr.weighted_sum([one for _, one in terms], [price for price, _ in terms])
