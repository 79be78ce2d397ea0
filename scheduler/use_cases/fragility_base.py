"""The programme that stands, from which moves are counted when something is lost."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from scheduler.domain.facts import Facts
from scheduler.domain.forum import Forum
from scheduler.domain.programme import Programme, Status
from scheduler.domain.release import Release
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Breach, Verdict
from scheduler.judging import judge_data
from scheduler.reading import read_forum
from scheduler.reading.desk import Desk
from scheduler.reading.facts import read_facts
from scheduler.reading.files import Files
from scheduler.reading.head import read_head
from scheduler.reading.problems import Problems
from scheduler.reading.staying import with_staying
from scheduler.rules import Rule, TimetableRule, active_rules
from scheduler.solving import SOLVER_VERSION, Limits
from scheduler.use_cases.data_breaches import stopping
from scheduler.use_cases.schedule import Judged, solved_and_judged
from scheduler.use_cases.sparing import Spared, spared
from scheduler.version import VERSION

_STAYING = "keep-to-release"
_ANY_OF_RELEASES = "release/any"


@dataclass(frozen=True)
class Base:
    """A forum with the release from which moves are counted, and its programme without any loss.

    ``past`` is what the release breaks and may go on breaking; ``then`` tells what it was solved from.
    """

    programme: Programme
    rules: tuple[Rule, ...]
    past: Spared
    then: Callable[[Release], Facts | None]
    released: bool

    @property
    def forum(self) -> Forum:
        """The forum without any loss."""
        return self.programme.forum

    @cached_property
    def broken(self) -> tuple[Breach, ...]:
        """What the programme breaks that its meetings could keep: only what may go on being broken."""
        return broken(self.forum, self.rules, self.programme.timetable)


def broken(forum: Forum, rules: tuple[Rule, ...], timetable: Timetable) -> tuple[Breach, ...]:
    """List what a timetable breaks.

    Parameters
    ----------
    forum
        The forum, perhaps without something.
    rules
        Those of its clauses.
    timetable
        Its timetable.

    Returns
    -------
    tuple of Breach
        Those that depend on the timetable.
    """
    posted = (rule for rule in rules if isinstance(rule, TimetableRule))
    return tuple(breach for rule in posted for breach in rule.breaches(forum, timetable))


@dataclass(frozen=True)
class BaseAnswer:
    """The programme that stands, or why there is none.

    ``status`` is ``None`` where ``breaches`` of the forum's own data stop the work.
    """

    forum: Forum
    status: Status | None
    base: Base | None = None
    breaches: tuple[Breach, ...] = ()
    faults: tuple[str, ...] = ()


def base_of(folder: Path, limits: Limits, tell: Callable[[str], None]) -> BaseAnswer:
    """Find the programme that stands.

    Parameters
    ----------
    folder
        The forum's folder.
    limits
        Workers, and the time that is left.
    tell
        Takes sentences on the progress.

    Returns
    -------
    BaseAnswer
        The last release as it stands now; where nothing has been released, the best timetable, taken for a
        release.

    Raises
    ------
    BadData
        The forum's folder cannot be read.
    """
    reading = read_forum(folder)
    forum, rules = reading.forum, reading.rules

    def then(release: Release) -> Facts | None:
        return read_facts(folder, release)

    past = spared(forum, rules, then)
    breaches = past.split(Verdict(breaches=judge_data(forum, rules))).breaches
    stopped = stopping(rules, breaches)
    if stopped:
        return BaseAnswer(forum, None, breaches=stopped)
    found = solved_and_judged(forum, rules, past, limits, tell)
    timetable, status = found.solution.timetable, found.solution.status
    if timetable is None or found.faults:
        return BaseAnswer(forum, status, faults=found.faults)
    programme, released = programme_of(forum, found, timetable), forum.release is not None
    if not released:
        forum = _taken_for_released(folder, forum, timetable)
        programme, rules = programme.replace(forum=forum, levels=()), active_rules(forum)
    return BaseAnswer(forum, status, Base(programme, rules, past, then, released))


def programme_of(forum: Forum, found: Judged, timetable: Timetable) -> Programme:
    """Bind together what was found.

    Parameters
    ----------
    forum
        The forum, perhaps without something.
    found
        What solver and judge say.
    timetable
        What was found.

    Returns
    -------
    Programme
        With its levels and its verdict.
    """
    return Programme(
        forum=forum,
        timetable=timetable,
        status=found.solution.status,
        levels=found.solution.levels,
        verdict=found.verdict,
        versions={"hemicycle": VERSION, "ortools": SOLVER_VERSION},
    )


def _taken_for_released(folder: Path, forum: Forum, timetable: Timetable) -> Forum:
    """Let a forum stay with a timetable as if it had been given out."""
    release = Release(number=1, status="draft", released=forum.as_of, timetable=timetable)
    forum = forum.replace(release=release, history=(release,))
    if any(clause.rule == _STAYING for clause in forum.all_clauses):
        return forum
    problems = Problems()
    desk = Desk(folder, problems, Files(problems))
    head = read_head(desk)
    assert head is not None  # it has been read before
    # A level that names a clause of releases is what asks for their mandate where nothing is released.
    asking = replace(head, file=head.file.replace(levels=(*head.file.levels, (_ANY_OF_RELEASES,))))
    staying, mandates = with_staying(desk, asking, [], [])
    problems.raise_if_any()
    return forum.replace(
        mandates=(*forum.mandates, *(bound.mandate for bound in mandates)),
        levels=(*staying.first, *forum.levels),
    )
