"""From clauses to a timetable that is proven best: CP-SAT stays behind this door."""

from scheduler.solving.run import SOLVER_VERSION
from scheduler.solving.solve import Limits, Solution, Stop, solve

__all__ = ["SOLVER_VERSION", "Limits", "Solution", "Stop", "solve"]
