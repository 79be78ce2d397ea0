"""What all alternatives of a forum go out from: the best programme, and what each level may cost."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from scheduler.domain.forum import Forum
from scheduler.domain.programme import Programme, Status
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Breach, Verdict
from scheduler.judging import judge, judge_data, paid
from scheduler.reading import Reading, read_forum
from scheduler.reading.facts import read_facts
from scheduler.rules import Rule
from scheduler.solving import Limits
from scheduler.use_cases.binding import bound_together, without_release
from scheduler.use_cases.data_breaches import stopping
from scheduler.use_cases.schedule import Judged, disagreements, solved_and_judged
from scheduler.use_cases.sparing import spared

Slack = Mapping[int, int]
"""How much more than the best a level may cost, in its unit, by the level's number."""


class NoSuchLevel(ValueError):
    """A level that the forum does not have."""


class Disagreement(Exception):
    """Solver and judge do not say the same of an alternative; ``faults`` are sentences."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


@dataclass(frozen=True)
class Start:
    """The best programme of a forum, and what it was found with.

    ``most`` is what each level may cost at most.
    """

    reading: Reading
    forum: Forum
    rules: tuple[Rule, ...]
    found: Judged
    best: Timetable
    most: tuple[int, ...]
    limits: Limits
    breaches: tuple[Breach, ...] = ()

    def programme(self, timetable: Timetable) -> Programme:
        """Judge a timetable, and bind it together as ``schedule`` does.

        Parameters
        ----------
        timetable
            One that is good enough, by the solver.

        Returns
        -------
        Programme
            ``optimal`` where every level costs as little as it can, else ``feasible``.

        Raises
        ------
        Disagreement
            The judge finds a breach, or a level that costs more than it may.
        """
        verdict, solution = judge(self.forum, self.rules, timetable), self.found.solution
        least = tuple(level.value for level in solution.levels)
        exact = self.most == least
        allowed = tuple(
            level.replace(value=most) for level, most in zip(solution.levels, self.most, strict=True)
        )
        promised = replace(solution, status="optimal" if exact else "feasible", levels=allowed)
        faults = disagreements(self.forum, self.rules, promised, verdict, self.found.past)
        if faults:
            raise Disagreement(faults)
        status: Status = "optimal" if paid(self.forum, verdict) == least else "feasible"
        found = replace(self.found, solution=replace(solution, status=status), verdict=verdict)
        return bound_together(self.reading, self.forum, self.rules, found, timetable, self.limits)


@dataclass(frozen=True)
class NoStart:
    """Why there is no best programme; ``status`` is ``None`` where ``breaches`` of the data stop the work."""

    forum: Forum
    status: Status | None
    breaches: tuple[Breach, ...] = ()
    faults: tuple[str, ...] = ()


def start_of(
    folder: Path,
    limits: Limits,
    slack: Slack,
    *,
    from_scratch: bool,
    tell: Callable[[str], None],
) -> Start | NoStart:
    """Find the best programme of a forum, proven and judged.

    Parameters
    ----------
    folder
        The forum's folder.
    limits
        Workers, and the time that is left.
    slack
        What levels may cost more than it does.
    from_scratch
        Pass over the last release.
    tell
        Takes sentences on the progress.

    Returns
    -------
    Start or NoStart
        Without a proof that it is the best, nothing is known to be as good.

    Raises
    ------
    NoSuchLevel
        The slack names one.
    BadData
        The forum's folder cannot be read.
    """
    reading = read_forum(folder)
    forum, rules = without_release(reading) if from_scratch else (reading.forum, reading.rules)
    _check(slack, forum)
    past = spared(forum, rules, lambda one: read_facts(folder, one))
    breaches = past.split(Verdict(breaches=judge_data(forum, rules))).breaches
    if stopping(rules, breaches):
        return NoStart(reading.forum, None, breaches)
    found = solved_and_judged(forum, rules, past, limits, tell)
    solution = found.solution
    if solution.timetable is None or found.faults or solution.status != "optimal":
        return NoStart(reading.forum, solution.status, breaches, found.faults)
    most = tuple(level.value + slack.get(level.level, 0) for level in solution.levels)
    return Start(reading, forum, rules, found, solution.timetable, most, limits, breaches)


def _check(slack: Slack, forum: Forum) -> None:
    last = len(forum.levels)
    for level in slack:
        if level > last:
            has = f"has the levels 1 to {last}. Maybe {last}" if last else "has no levels"
            raise NoSuchLevel(f"there is no level {level}: {forum.forum} {has}")
