"""A run of the solver that a planner can end early, so that what it has found is kept."""

from concurrent.futures import Future
from threading import current_thread, main_thread

from ortools.sat.python import cp_model

from scheduler.solving.deadline import Deadline
from scheduler.solving.watch import Watch

_LOOK = 0.1
"""Seconds between two looks whether the planner has ended the run."""


def solve_until_stopped(
    solver: cp_model.CpSolver, model: cp_model.CpModel, deadline: Deadline, watch: Watch | None
) -> cp_model.CpSolverStatus:
    """Let a solver run; where its time can be ended early, Ctrl-C is left to Python.

    The solver either takes Ctrl-C to itself, three times before it obeys, or keeps the main thread from
    hearing it. So it runs beside the main thread.

    Parameters
    ----------
    solver
        With all its parameters.
    model
        To be solved.
    deadline
        When to stop.
    watch
        Told what is found on the way.

    Returns
    -------
    CpSolverStatus
        As the solver says it.

    Raises
    ------
    KeyboardInterrupt
        Ctrl-C was pressed, and did not end the deadline.
    """
    if watch:
        solver.best_bound_callback = watch.bound
    threads = deadline.threads
    if threads is None or current_thread() is not main_thread():
        return solver.solve(model, watch)
    solver.parameters.catch_sigint_signal = False
    answer = threads.submit(solver.solve, model, watch)
    try:
        return _awaited(answer, solver, deadline)
    except KeyboardInterrupt:
        solver.stop_search()
        raise


def _awaited(
    answer: Future[cp_model.CpSolverStatus], solver: cp_model.CpSolver, deadline: Deadline
) -> cp_model.CpSolverStatus:
    while True:
        try:
            return answer.result(_LOOK)
        except TimeoutError:
            if deadline.stopped:
                solver.stop_search()
