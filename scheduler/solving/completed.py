"""A timetable as a solution of the whole model: every variable has its value, and none costs too much."""

from collections.abc import Iterable
from dataclasses import replace

from ortools.sat.python import cp_model

from scheduler.board import Board, hint
from scheduler.domain.timetable import Timetable
from scheduler.solving.run import Deadline, Run, Settings, run


def completed(
    board: Board,
    timetable: Timetable,
    levels: Iterable[tuple[str, ...]],
    settings: Settings,
    deadline: Deadline,
) -> Run:
    """Find the values of all variables of a timetable.

    What a timetable does not say, such as which pairs of meetings are held at once, follows from it; paying
    for no more than that is asked of all levels together, because none has any choice left.

    Parameters
    ----------
    board
        With all clauses posted; it is left as it was, but without hints.
    timetable
        All meetings with their places.
    levels
        Ids of the preference clauses of each level.
    settings
        Workers and seed.
    deadline
        When to stop.

    Returns
    -------
    Run
        Status ``impossible`` where the timetable does not keep the clauses.
    """
    model = board.model
    hint(board, timetable)
    terms = [term for clauses in levels for term in board.prices.terms(clauses)]
    if terms:
        model.minimize(
            cp_model.LinearExpr.weighted_sum([one for _, one in terms], [price for price, _ in terms])
        )
    answer = run(model, replace(settings, hinted=True), deadline)
    model.proto.clear_objective()
    model.proto.clear_solution_hint()
    return answer
