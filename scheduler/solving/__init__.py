"""From clauses to a timetable that is proven best: CP-SAT stays behind this door."""

from scheduler.solving.solve import Limits, Solution, solve

__all__ = ["Limits", "Solution", "solve"]
