"""A beginning for large programmes: first the periods, with rooms only counted, then the rooms."""

from dataclasses import replace
from typing import Protocol

from ortools.sat.python import cp_model

from scheduler.board import Board, Term
from scheduler.solving.levels import Begun, paid
from scheduler.solving.run import Deadline, Run, Settings, is_large, run

_SHARE, _MOST = 3, 20.0
"""Each step takes no more than such a part of the time that is left, nor than so many seconds."""


class Posted(Protocol):
    """Posts the clauses of a forum."""

    def __call__(self, *, counted: bool = False) -> Board:
        """Make a board, on which rooms of tracks are only counted where that is asked for."""


def counted(board: Board, posted: Posted, settings: Settings, deadline: Deadline) -> Begun | None:
    """Find a good solution of a board whose meetings are laid into blocks, and a bound for its first level.

    Parameters
    ----------
    board
        With all clauses posted; it is left as it was, but with the periods that were found as hints.
    posted
        Posts the same clauses again.
    settings
        Workers and seed.
    deadline
        When to stop; most of the time is left to what follows, unless work is counted.

    Returns
    -------
    Begun or None
        ``None`` for small boards, and where nothing is found in this way.
    """
    priced = [clauses for clauses in board.forum.levels if board.prices.terms(clauses)]
    if not (board.blocks.alone and is_large(board.model) and priced):
        return None
    fewer = posted(counted=True)
    periods = _cheapest(fewer, fewer.prices.terms(priced[0]), settings, deadline)
    if not periods.found:
        return None
    _hint_periods(board, fewer, periods)
    rooms = _cheapest(board, board.prices.terms(priced[0]), replace(settings, hinted=True), deadline)
    return Begun(rooms, tuple(_known(board, priced[0], rooms, periods.bound))) if rooms.found else None


def _cheapest(board: Board, terms: list[Term], settings: Settings, deadline: Deadline) -> Run:
    part = deadline if deadline.work is not None else deadline.within(_share(deadline.left()))
    prices, variables = [price for price, _ in terms], [variable for _, variable in terms]
    board.model.minimize(cp_model.LinearExpr.weighted_sum(variables, prices))
    answer = run(board.model, settings, part)
    board.model.proto.clear_objective()
    return answer


def _share(left: float | None) -> float:
    return _MOST if left is None else min(_MOST, left / _SHARE)


def _hint_periods(board: Board, fewer: Board, periods: Run) -> None:
    """Hold every meeting in its period; its room is still open."""
    board.model.proto.clear_solution_hint()
    for meeting in board.forum.meetings:
        truths = zip(board.blocks.held(meeting.id), fewer.blocks.held(meeting.id), strict=True)
        for truth, found in truths:
            board.model.add_hint(truth, periods.of(found))


def _known(board: Board, first: tuple[str, ...], rooms: Run, bound: int) -> list[tuple[int, int]]:
    """Return what each level costs, with the bound for the first that costs anything."""
    found = []
    for clauses in board.forum.levels:
        value = paid(board.prices.terms(clauses), rooms)
        found.append((value, max(0, bound) if clauses == first else 0))
    return found
