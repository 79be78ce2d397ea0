"""What is known of a level while it is minimised: the best value so far, and the bound."""

from collections.abc import Callable
from math import ceil

from ortools.sat.python import cp_model

from scheduler.solving.deadline import Deadline

Tell = Callable[[str], None]
"""Takes a sentence on how far the work has come."""


class Watch(cp_model.CpSolverSolutionCallback):
    """Tells how far a level has come; the solver calls it from threads of its own.

    Parameters
    ----------
    level
        The level in words.
    fixed
        What the forum's own data costs at the level, whatever the timetable.
    deadline
        Learns that something has been found.
    tell
        Told at every better value and every better bound.
    """

    def __init__(self, level: str, fixed: int, deadline: Deadline, tell: Tell) -> None:
        super().__init__()
        self._level, self._fixed, self._deadline, self._tell = level, fixed, deadline, tell
        self._value: int | None = None
        self._bound = 0

    def begin(self, value: int | None, bound: int) -> None:
        """Take note of what is known before the run.

        Parameters
        ----------
        value
            Of the best solution; ``None`` without one.
        bound
            No solution costs less.
        """
        self._value, self._bound = value, bound

    def on_solution_callback(self) -> None:
        """Take note of a solution."""
        self._deadline.keep()
        value = round(self.objective_value)
        self._value = value if self._value is None else min(value, self._value)
        self._say()

    def bound(self, bound: float) -> None:
        """Take note of a bound.

        Parameters
        ----------
        bound
            No solution costs less.
        """
        self._bound = max(self._bound, round(bound))
        self._say()

    def _say(self) -> None:
        if self._deadline.stopped:
            return
        least = self._bound + self._fixed
        if self._value is None:
            self._tell(f"{self._level}; nothing found yet, at least {least}")
            return
        value = self._value + self._fixed
        gap = ceil(100 * (value - least) / value) if value > least else 0
        self._tell(f"{self._level}; {value} found, at least {least}, gap {gap} %")
