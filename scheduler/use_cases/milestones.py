"""List a forum's milestones with their last days, and write them as a table and a calendar."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scheduler.domain.forum import Forum
from scheduler.domain.last_day import LastDay
from scheduler.domain.programme import Programme
from scheduler.domain.timetable import Timetable
from scheduler.publishing import publish
from scheduler.publishing.milestone_rows import MilestoneRow, milestone_rows
from scheduler.reading import read_forum
from scheduler.rules import Rule
from scheduler.use_cases.milestone_states import MilestoneState, state_of
from scheduler.use_cases.writing import write

_FORMAT = "milestones"


@dataclass(frozen=True)
class MilestonesAnswer:
    """The milestones of a forum, how each of them stands, and what was written.

    ``states`` has one for each of ``rows``, as of ``today``; it is empty where no day is given.
    """

    forum: Forum
    rows: tuple[MilestoneRow, ...]
    today: date | None
    states: tuple[MilestoneState, ...]
    files: tuple[Path, ...]


def milestones(folder: Path, output: Path | None = None, today: date | None = None) -> MilestonesAnswer:
    """List the milestones of a forum and write them.

    Parameters
    ----------
    folder
        The forum's folder.
    output
        Where to write; ``None`` for ``outputs/FORUM`` in the working folder.
    today
        The day on which one asks how they stand; the files do not depend on it.

    Returns
    -------
    MilestonesAnswer
        By last day and then by name.

    Raises
    ------
    BadData
        The forum's folder cannot be read.
    OSError
        The output cannot be written.
    """
    reading = read_forum(folder)
    forum, days = reading.forum, last_days(reading.forum, reading.rules)
    shown = Programme(forum=forum, timetable=Timetable(placements=()), status="unknown", last_days=days)
    files = publish(shown, (_FORMAT,))
    place = output or Path("outputs") / forum.forum
    written = write(place, files, (_FORMAT,)) if files or place.is_dir() else ()
    rows = milestone_rows(forum, days)
    states = tuple(state_of(row, forum.clock, today) for row in rows) if today else ()
    return MilestonesAnswer(forum, rows, today, states, written)


def last_days(forum: Forum, rules: Iterable[Rule]) -> tuple[LastDay, ...]:
    """Collect the last days that clauses set for milestones.

    Parameters
    ----------
    forum
        The forum.
    rules
        Those of the clauses it follows.

    Returns
    -------
    tuple of LastDay
        In the order of the rules.
    """
    return tuple(day for rule in rules for day in rule.last_days(forum))
