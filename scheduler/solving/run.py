"""One run of CP-SAT, with an honest status."""

from dataclasses import dataclass, replace
from signal import SIGINT, getsignal, signal
from threading import current_thread, main_thread

import ortools
from ortools.sat.python import cp_model

from scheduler.domain.programme import Status
from scheduler.solving.deadline import NO_DEADLINE, Deadline
from scheduler.solving.stopping import solve_until_stopped
from scheduler.solving.watch import Watch

__all__ = [
    "NO_DEADLINE",
    "OTHERWISE",
    "SMALL",
    "SMALL_IF_QUICK",
    "SOLVER_VERSION",
    "Deadline",
    "Run",
    "Settings",
    "run",
    "run_otherwise",
]

_STATUS: dict[cp_model.CpSolverStatus, Status] = {
    cp_model.OPTIMAL: "optimal",
    cp_model.FEASIBLE: "feasible",
    cp_model.INFEASIBLE: "impossible",
    cp_model.UNKNOWN: "unknown",
    cp_model.MODEL_INVALID: "invalid",
}

SOLVER_VERSION = str(vars(ortools)["__version__"])

_ROUNDING = 0.5
"""Seconds by which the solver may end before its time without having been interrupted."""

SMALL = 3_000
"""Variables up to which one worker is faster than the start of several."""

SMALL_IF_QUICK = 12_000
"""The same for any answer, which one worker often has before several have begun."""

LEAN = 1_000
"""Variables above which one worker loses more time by simplifying a model than it wins."""

LARGE = 5_000
"""Variables above which one worker with the linear relaxation proves more than several."""


def is_large(model: cp_model.CpModel) -> bool:
    """Tell whether a model is left to one worker.

    Parameters
    ----------
    model
        The model.

    Returns
    -------
    bool
        True where it has more than ``LARGE`` variables.
    """
    return len(model.proto.variables) > LARGE


@dataclass(frozen=True)
class Run:
    """What a run came to.

    ``values`` holds a value for each variable of the model, by its index; it is empty without a
    solution. ``value`` and ``bound`` are those of the objective, 0 without one.
    """

    status: Status
    values: tuple[int, ...]
    value: int
    bound: int

    @property
    def found(self) -> bool:
        """Whether there is a solution."""
        return self.status in {"optimal", "feasible"}

    def of(self, variable: cp_model.IntVar) -> int:
        """Return the value of a variable.

        Parameters
        ----------
        variable
            Of the model that was run.

        Returns
        -------
        int
            In ticks, or 0 and 1 for a truth value.
        """
        return self.values[variable.index]

    def amount(self, amount: cp_model.IntVar | int) -> int:
        """Return what an amount comes to that may be known without a solution.

        Parameters
        ----------
        amount
            A variable of the model that was run, or a number.

        Returns
        -------
        int
            The variable's value, or the number itself.
        """
        return amount if isinstance(amount, int) else self.of(amount)


@dataclass(frozen=True)
class Settings:
    """How a run is made: ``workers`` is 0 for a number that suits the model.

    One that is ``quick`` simplifies models less, and leaves larger ones to one worker: any answer will do.
    One that is ``linear`` relies on the linear relaxation, which alone proves who gets one of few slots.
    One that is ``thorough`` simplifies also large models as far as it can.
    ``subsolvers`` are those that search the whole model; by default the solver chooses them.
    One that is ``hinted`` takes what the model's hints say as settled, and looks for the rest.
    """

    workers: int = 0
    seed: int = 0
    quick: bool = False
    linear: bool = False
    hinted: bool = False
    subsolvers: tuple[str, ...] = ()
    thorough: bool = False


OTHERWISE = Settings(workers=1, seed=1)
"""The settings of a second configuration."""

_PATIENCE = 3.0
"""Seconds in which one worker may answer a question before several are asked."""


def run(  # noqa: PLR0913 - one keyword for each way in which a model is run
    model: cp_model.CpModel,
    settings: Settings,
    deadline: Deadline,
    *,
    canonical: bool = False,
    presolve: bool = True,
    watch: Watch | None = None,
) -> Run:
    """Solve a model.

    Parameters
    ----------
    model
        The model, with its objective if it has one.
    settings
        Workers and seed.
    deadline
        When to stop.
    canonical
        Follow the model's decision strategy strictly: the first solution found is the least in
        the order of the strategy, whatever the seed. Needs a model without objective.
    presolve
        Simplify the model first.
    watch
        Told what is found on the way.

    Returns
    -------
    Run
        Never mistakes one status for another.

    Raises
    ------
    KeyboardInterrupt
        The solver stopped before its time: it takes the interruption to itself and only returns.
    """
    left = deadline.left()
    if left == 0:
        return Run("unknown", (), 0, 0)
    solver = _solver(model, settings, presolve=presolve)
    deadline.set(solver, left)
    if canonical:
        _follow_strategy(solver)
    answer = _read(solver, solve_until_stopped(solver, model, deadline, watch))
    if deadline.deterministic:
        deadline.spend(solver.response_proto.deterministic_time)
    _hear_interruptions()
    if answer.status in {"feasible", "unknown"} and not _ended(solver, deadline):
        raise KeyboardInterrupt
    return answer


def _ended(solver: cp_model.CpSolver, deadline: Deadline) -> bool:
    """Tell whether a run that proved nothing had its time or its work, or may be ended early."""
    left = deadline.left()
    worked = deadline.work is not None and solver.response_proto.deterministic_time >= deadline.work
    return deadline.anytime or worked or (left is not None and left <= _ROUNDING)


def _solver(model: cp_model.CpModel, settings: Settings, *, presolve: bool) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    parameters = solver.parameters
    parameters.random_seed = settings.seed
    small = len(model.proto.variables) <= (SMALL_IF_QUICK if settings.quick else SMALL)
    parameters.num_workers = settings.workers or (1 if small or is_large(model) else 8)
    parameters.cp_model_presolve = presolve
    alone = presolve and parameters.num_workers == 1
    if settings.quick or (alone and not settings.thorough and len(model.proto.variables) > LEAN):
        parameters.cp_model_probing_level = 0
        parameters.max_presolve_iterations = 1
    if settings.linear or (alone and is_large(model)):
        parameters.linearization_level = 2
    parameters.fix_variables_to_their_hinted_value = settings.hinted
    parameters.subsolvers.extend(settings.subsolvers)
    return solver


def run_otherwise(model: cp_model.CpModel, deadline: Deadline) -> Run:
    """Ask a second configuration of the solver, which shares little with the first: it does not presolve.

    One worker is enough for most questions, and begins at once. Pigeonholes, such as four round tables in
    three half-days, it counts for a long time; several workers do not.

    Parameters
    ----------
    model
        A model without objective.
    deadline
        When to stop.

    Returns
    -------
    Run
        What it came to.
    """
    answer = run(model, OTHERWISE, deadline.within(_PATIENCE), presolve=False)
    if answer.status != "unknown":
        return answer
    return run(model, replace(OTHERWISE, workers=8), deadline, presolve=False)


def _hear_interruptions() -> None:
    """Take Ctrl-C back: the solver hears it while it runs, and then leaves it to the system."""
    if current_thread() is main_thread():
        signal(SIGINT, getsignal(SIGINT))


def _follow_strategy(solver: cp_model.CpSolver) -> None:
    """Let the order of the strategy decide alone: no copies are merged, no symmetry is broken.

    Presolving would put one variable in the place of another's opposite, and with that turn the
    order of its values round.
    """
    parameters = solver.parameters
    parameters.num_workers = 1
    parameters.cp_model_presolve = False
    parameters.search_branching = cp_model.FIXED_SEARCH
    parameters.symmetry_level = 0


def _read(solver: cp_model.CpSolver, status: cp_model.CpSolverStatus) -> Run:
    response = solver.response_proto
    return Run(
        status=_STATUS[status],
        values=tuple(response.solution),
        value=round(response.objective_value),
        bound=round(response.best_objective_bound),
    )
