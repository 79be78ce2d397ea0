"""The objective: levels, minimised one after the other, each without giving up the ones before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from ortools.sat.python import cp_model

from scheduler.board import Term
from scheduler.domain.programme import Status
from scheduler.solving.run import Deadline, Run, Settings, run
from scheduler.solving.watch import Tell, Watch

__all__ = ["Begun", "Best", "Levels", "Tell", "hold", "paid", "start_from"]


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


@dataclass(frozen=True)
class Begun:
    """Where an earlier run stopped: a run that shows its timetable, and each level's value and bound."""

    run: Run
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
        Told before each level; where the deadline can be ended early, also of each better value and bound.
    fixed
        What the forum's own data costs at each level, which values do not count; nothing by default.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - how a run is made, and who is told
        self,
        board: Priced,
        levels: Iterable[tuple[str, ...]],
        settings: Settings,
        deadline: Deadline,
        tell: Tell,
        fixed: Sequence[int] = (),
    ) -> None:
        self._board = board
        self._levels = [(clauses, board.prices.terms(clauses)) for clauses in levels]
        self._settings = settings
        self._deadline = deadline
        self._tell = tell
        self._fixed = fixed or [0] * len(self._levels)

    def minimise(self, begun: Begun | None = None) -> Best:
        """Minimise all levels.

        Parameters
        ----------
        begun
            Where an earlier run of the same forum stopped: nothing worse is found, and what was proven then
            is not proven again.

        Returns
        -------
        Best
            ``optimal`` when every level is proven, ``feasible`` when time ran out before.
        """
        best, found = begun.run if begun else None, list[tuple[int, int]]()
        if best:
            self._deadline.keep()
        for number, (_, terms) in enumerate(self._levels):
            if not self._deadline.stopped:
                self._tell(self._words(number))
            least = _known(begun, found)
            if terms and (best is None or paid(terms, best) > least):
                answer = self._level(number, best, least)
                best, bound = _better(terms, best, answer), max(least, answer.bound)
                if best is None:
                    return Best(answer.status, None)
            else:
                bound = least
            value = paid(terms, best) if best else 0
            found.append((value, min(bound, value)))
            hold(self._board, terms, value)
        best = best or run(self._board.model, self._settings, self._deadline)
        if not best.found:
            return Best(best.status, None)
        self._deadline.keep()
        proven = all(value == bound for value, bound in found)
        return Best("optimal" if proven else "feasible", best, tuple(found))

    def _words(self, number: int) -> str:
        return f"level {number + 1} of {len(self._levels)}: {_some(self._levels[number][0])}"

    def _level(self, number: int, best: Run | None, least: int) -> Run:
        """Minimise one level, from the best so far."""
        model, terms = self._board.model, self._levels[number][1]
        if best:
            start_from(model, best)
        if least:
            model.add(_sum(terms) >= least)
        model.minimize(_sum(terms))
        watch = self._watch(number, best, least) if self._deadline.anytime else None
        answer = run(model, self._settings, self._deadline, watch=watch)
        model.proto.clear_objective()
        return answer

    def _watch(self, number: int, best: Run | None, least: int) -> Watch:
        watch = Watch(self._words(number), self._fixed[number], self._deadline, self._tell)
        watch.begin(paid(self._levels[number][1], best) if best else None, least)
        return watch


def _known(begun: Begun | None, found: Sequence[tuple[int, int]]) -> int:
    """Return the proven least of the next level; it stands while no level above costs more than then."""
    if begun is None or len(begun.levels) <= len(found):
        return 0
    as_good = all(value <= then for (value, _), (then, _) in zip(found, begun.levels, strict=False))
    return begun.levels[len(found)][1] if as_good else 0


def _better(terms: list[Term], best: Run | None, answer: Run) -> Run | None:
    """Choose the better of two runs, the first where they are equal: it may be better at levels to come."""
    if not answer.found:
        return best
    return best if best and paid(terms, best) <= paid(terms, answer) else answer


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


def _some(clauses: Sequence[str]) -> str:
    """Name clauses, of many the first two, so that the line of progress stays one."""
    more = len(clauses) - 2
    return ", ".join(clauses if more <= 1 else (*clauses[:2], f"{more} more"))
