"""From files to values: a forum's folder, and timetables made by hand or elsewhere."""

from scheduler.reading.forum import Reading, read_forum
from scheduler.reading.problems import BadData, Problem

__all__ = ["BadData", "Problem", "Reading", "read_forum"]
