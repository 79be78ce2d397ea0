"""Among all best timetables the first: the earliest starts in the order of the meetings.

A search that follows a fixed order of decisions, each tried from its first value on, and that
merges no equal solutions, comes upon the least solution in that order before any other. Which one
that is depends on the forum alone, not on workers, seeds or what earlier runs happened to find.

On large models that search does not end. There one worker with a seed of its own begins again, with the
levels held to their least and nothing else that was found: its answer, too, depends on the forum alone.
"""

from collections.abc import Iterable, Iterator

from ortools.sat.python import cp_model

from scheduler.board import Board, Term, hint
from scheduler.solving.run import Deadline, Run, Settings, is_large, run

ALONE = Settings(workers=1)
"""With these a large model always has the same answer."""


def first_of_the_best(board: Board, settings: Settings, deadline: Deadline) -> Run:
    """Find the canonical timetable of a board whose levels have been bounded.

    Parameters
    ----------
    board
        With all clauses posted, and every level held to its least.
    settings
        The seed; one worker does the work.
    deadline
        When to stop.

    Returns
    -------
    Run
        Status ``optimal`` with the least solution, or what prevented it.
    """
    board.model.proto.clear_solution_hint()
    if is_large(board.model):
        return _begun_again(board, deadline)
    set_order(board)
    return run(board.model, settings, deadline, canonical=True)


def state(board: Board, values: Iterable[int]) -> None:
    """Tell a model what each level costs at least, so that no run has to prove it again.

    Parameters
    ----------
    board
        With all clauses posted.
    values
        The proven least of each level.
    """
    for clauses, value in zip(board.forum.levels, values, strict=True):
        if terms := board.prices.terms(clauses):
            board.model.add(_total(terms) >= value)


def _begun_again(board: Board, deadline: Deadline) -> Run:
    if board.forum.release:
        hint(board, board.forum.release.timetable)
    return pay_again(board, ALONE, deadline)


def pay_again(board: Board, settings: Settings, deadline: Deadline) -> Run:
    """Pay for the last level again: what is paid leads to an answer sooner than the bounds alone.

    Parameters
    ----------
    board
        With all clauses posted, and every level held to its least.
    settings
        Workers and seed.
    deadline
        When to stop.

    Returns
    -------
    Run
        Status ``optimal`` with a solution, or what prevented it.
    """
    paid = [terms for clauses in board.forum.levels if (terms := board.prices.terms(clauses))]
    if paid:
        board.model.minimize(_total(paid[-1]))
    answer = run(board.model, settings, deadline)
    board.model.proto.clear_objective()
    return answer


def _total(terms: list[Term]) -> cp_model.LinearExprT:
    return cp_model.LinearExpr.weighted_sum([one for _, one in terms], [price for price, _ in terms])


def set_order(board: Board) -> None:
    """Lay down the order in which a canonical run decides.

    Parameters
    ----------
    board
        With all clauses posted; this is done once.
    """
    for truths in choices(board):
        board.model.add_decision_strategy(truths, cp_model.CHOOSE_FIRST, cp_model.SELECT_MAX_VALUE)
    for _, ends in board.agendas.asked():
        board.model.add_decision_strategy(ends, cp_model.CHOOSE_FIRST, cp_model.SELECT_MIN_VALUE)


def choices(board: Board) -> Iterator[list[cp_model.IntVar]]:
    """List what is decided of the meetings: of two timetables the one comes first that decides earlier.

    Parameters
    ----------
    board
        With all clauses posted.

    Yields
    ------
    list of IntVar
        The starts of each meeting, and then its rooms as far as they are part of the model, the wanted
        first.
    """
    for meeting in board.forum.meetings:
        yield list(board.times.at(meeting.id).values())
    for meeting in board.forum.meetings:
        yield list(board.rooms.asked(meeting.id).values())
