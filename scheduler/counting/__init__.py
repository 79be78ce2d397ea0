"""What can be said without the solver: meetings that counting alone shows to be too long or too many."""

from scheduler.counting.counted import counted
from scheduler.counting.shortage import Shortage

__all__ = ["Shortage", "counted"]
