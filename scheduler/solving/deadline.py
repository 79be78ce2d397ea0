"""The time that all steps of one command share, and how it may end early."""

from concurrent.futures import ThreadPoolExecutor
from copy import copy
from time import monotonic

from ortools.sat.python import cp_model


class Deadline:
    """When to stop.

    Parameters
    ----------
    seconds
        From now on; ``None`` for no limit.
    deterministic
        Count the work that the solver does, in its own measure, and not the clock: then the same work is
        done on every run. A unit is about a second; the work of one worker alone can be counted so.
    anytime
        Let a planner end it early, and go on with what has been found by then.
    """

    def __init__(self, seconds: float | None, *, deterministic: bool = False, anytime: bool = False) -> None:
        self.deterministic, self.anytime = deterministic, anytime
        self.work: float | None = None
        self._state = _State()
        self._until = None if seconds is None else self._now() + seconds
        self.threads = ThreadPoolExecutor(1) if anytime else None

    def left(self) -> float | None:
        """Return the time that is left.

        Returns
        -------
        float or None
            Seconds, or units of work; never negative; ``None`` without a limit.
        """
        if self._state.stopped:
            return 0.0
        return None if self._until is None else max(0.0, self._until - self._now())

    def within(self, seconds: float) -> "Deadline":
        """Return a deadline that comes no later than in some seconds, and ends early when this one does.

        Parameters
        ----------
        seconds
            From now on, or units of work.

        Returns
        -------
        Deadline
            For a step that may not take all of the time.
        """
        part, until = copy(self), self._now() + seconds
        part._until = until if self._until is None else min(until, self._until)
        return part

    def counting(self, work: float) -> "Deadline":
        """Return a deadline that also ends each run after some work, so that one worker always does the same.

        Parameters
        ----------
        work
            In the solver's own measure, of which a unit is about a second.

        Returns
        -------
        Deadline
            Whose time may still end before.
        """
        part = copy(self)
        part.work = work
        return part

    def set(self, solver: cp_model.CpSolver, left: float | None) -> None:
        """Let a solver stop in time.

        Parameters
        ----------
        solver
            Before it runs.
        left
            The time that is left.
        """
        if self.deterministic:
            solver.parameters.num_workers = 1
        if self.work is not None:
            solver.parameters.max_deterministic_time = self.work
        if left is None:
            return
        if self.deterministic:
            solver.parameters.max_deterministic_time = left if self.work is None else min(left, self.work)
        else:
            solver.parameters.max_time_in_seconds = left

    def spend(self, work: float) -> None:
        """Count work that was done.

        Parameters
        ----------
        work
            In the solver's own measure.
        """
        self._state.work += work

    def keep(self) -> None:
        """Take note that something has been found which is worth going on with."""
        self._state.found = True

    def stop(self) -> bool:
        """End the time now, where something has been found.

        Returns
        -------
        bool
            Whether it ended; it does not where nothing has been found, nor a second time.
        """
        ends = self._state.found and not self._state.stopped
        self._state.stopped = self._state.stopped or ends
        return ends

    @property
    def stopped(self) -> bool:
        """Whether it was ended before its time."""
        return self._state.stopped

    def _now(self) -> float:
        return self._state.work if self.deterministic else monotonic()


class _State:
    """What a deadline and those within it have in common."""

    def __init__(self) -> None:
        self.work = 0.0
        self.found = self.stopped = False


NO_DEADLINE = Deadline(None)
"""For what takes as long as it takes."""
