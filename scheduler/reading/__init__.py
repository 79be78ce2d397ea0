"""From files to values: a forum's folder, and timetables made by hand or elsewhere."""

from scheduler.reading.forum import Reading, read_forum
from scheduler.reading.problems import BadData, Problem
from scheduler.reading.timetable import ReadTimetable, read_timetable

__all__ = ["BadData", "Problem", "ReadTimetable", "Reading", "read_forum", "read_timetable"]
