"""Judge a timetable that somebody made by hand or elsewhere."""

from dataclasses import dataclass
from pathlib import Path

from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Verdict
from scheduler.judging import judge
from scheduler.reading import read_forum, read_timetable


@dataclass(frozen=True)
class CheckAnswer:
    """What the judge found, and how the file was understood.

    ``matches`` says what was recognised by its name alone, ``not_judged`` what the file does not
    carry.
    """

    forum: Forum
    timetable: Timetable
    verdict: Verdict
    matches: tuple[str, ...] = ()
    not_judged: tuple[str, ...] = ()

    @property
    def kept(self) -> bool:
        """Whether no clause of tier physical, mandate or practice is broken."""
        return not self.verdict.breaches


def check(folder: Path, file: Path) -> CheckAnswer:
    """Judge a timetable file.

    Parameters
    ----------
    folder
        The forum's folder.
    file
        ``timetable.json``, a CSV, an XLSX or a calendar.

    Returns
    -------
    CheckAnswer
        Every breach, charge and open point.

    Raises
    ------
    BadData
        The folder or the file cannot be read.
    """
    reading = read_forum(folder)
    forum = reading.forum
    found = read_timetable(file, forum)
    verdict = judge(forum, reading.rules, found.timetable)
    return CheckAnswer(forum, found.timetable, verdict, found.matches, found.not_judged)
