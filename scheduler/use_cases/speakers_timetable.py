"""The timetable for which a list of speakers is made: the one just scheduled, or the best there is."""

from pathlib import Path

from scheduler.domain.timetable import Timetable
from scheduler.reading import Reading
from scheduler.reading.facts import read_facts
from scheduler.reading.problems import Problems
from scheduler.solving import Limits
from scheduler.use_cases.fresh_timetable import fresh_timetable
from scheduler.use_cases.schedule import solved_and_judged
from scheduler.use_cases.sparing import spared


def timetable_for(reading: Reading, folder: Path, output: Path, seconds: float | None) -> Timetable:
    """Find the timetable of a forum.

    Parameters
    ----------
    reading
        The forum as it is.
    folder
        Its folder.
    output
        Where ``hemicycle schedule`` writes to: what lies there is taken if it was made from the same files.
    seconds
        The time for scheduling it, where that has to be done.

    Returns
    -------
    Timetable
        With its agendas.

    Raises
    ------
    BadData
        The forum has no timetable.
    """
    fresh = fresh_timetable(reading, output)
    if fresh is not None:
        return fresh.timetable
    forum, rules = reading.forum, reading.rules
    past = spared(forum, rules, lambda one: read_facts(folder, one))
    found = solved_and_judged(forum, rules, past, Limits(seconds))
    if found.solution.timetable is None or found.faults:
        problems = Problems()
        sentence = "there is no timetable to make a list for. Maybe look at what hemicycle schedule says"
        problems.add(folder.as_posix(), None, "", "", sentence)
        problems.raise_if_any()
    assert found.solution.timetable is not None  # else a problem has been raised
    return found.solution.timetable
