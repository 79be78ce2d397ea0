"""The solver's reading of one rule: a model with that rule alone and a timetable pinned in it."""

from math import gcd

from ortools.sat.python import cp_model

from scheduler.board import Board, pin
from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Timetable
from scheduler.rules import Preference, Rule, TimetableRule
from scheduler.solving.tick import of_timetable, tick_of


def pinned(forum: Forum, rule: Rule, timetable: Timetable) -> Board:
    """Post one rule and hold a timetable where it is."""
    board = Board(forum, gcd(tick_of(forum, [rule]), *of_timetable(timetable)))
    narrows = isinstance(rule, TimetableRule) and rule.NARROWS
    if not narrows:
        pin(board, timetable)
    if isinstance(rule, TimetableRule):
        rule.post(board)
    if isinstance(rule, Preference):
        rule.price(board)
    if narrows:
        pin(board, timetable)
    board.complete()
    return board


def status_of(board: Board) -> cp_model.CpSolverStatus:
    """Solve a board."""
    return solver_of(board).solve(board.model)


def solver_of(_board: Board) -> cp_model.CpSolver:
    """Make a solver of which the same question always gets the same answer."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return solver


def price_of(board: Board, clause: str) -> int:
    """Return the least that a clause costs on a board that is pinned."""
    terms = board.prices.terms([clause])
    solver = solver_of(board)
    board.model.minimize(sum(price * variable for price, variable in terms))
    assert solver.solve(board.model) == cp_model.OPTIMAL
    return round(solver.objective_value)
