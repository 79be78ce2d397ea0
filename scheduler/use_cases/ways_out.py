"""Find the cheapest ways out of an impossible forum, each with the programme it yields."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from scheduler.domain.forum import Forum
from scheduler.domain.programme import LevelResult, Programme
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Breach, Verdict
from scheduler.judging import judge, judge_data, paid
from scheduler.reading import Reading, read_forum
from scheduler.reading.facts import read_facts
from scheduler.rules import Rule
from scheduler.solving import SOLVER_VERSION, Limits, Solution
from scheduler.solving.explaining.members import is_background
from scheduler.solving.relaxing.offers import offers
from scheduler.solving.relaxing.officers import Irreplaceable, irreplaceable
from scheduler.solving.relaxing.relaxations import Relaxation, broken_by_data, relaxed
from scheduler.solving.relaxing.ways import Some, Way, Ways, ways
from scheduler.use_cases.data_breaches import stopping
from scheduler.use_cases.explain import ExplainedClash, explained
from scheduler.use_cases.schedule import solved_and_judged
from scheduler.use_cases.sparing import Spared, spared
from scheduler.version import VERSION


@dataclass(frozen=True)
class WayOut:
    """Relaxations that are made together, what they cost, and the programme that they make possible.

    ``cheapest`` is true when it is proven that nothing cheaper makes a programme possible, beside the ways
    out before it.
    """

    relaxations: tuple[Relaxation, ...]
    programme: Programme
    cheapest: bool

    @property
    def price(self) -> int:
        """The sum of the prices."""
        return sum(one.price for one in self.relaxations)

    @property
    def aside(self) -> int:
        """How many clauses of practice are set aside: fewer come first, whatever the price."""
        return sum(one.aside for one in self.relaxations)


@dataclass(frozen=True)
class WaysOut:
    """What would make a programme of a forum possible.

    ``possible`` tells that it is possible as it is, and no way out is needed. ``complete`` is true when there
    was time for as many as were asked for: where fewer were found there are no more. Where there is none,
    ``blocked`` says what cannot stand together when all that could be relaxed is, given the official hours.
    While there are ``stopped``, breaches by the forum's own data that are never relaxed, nothing is looked
    for. ``unasked`` are the last resorts, which were not looked at since there are ways out without them.
    ``kept`` says which officers cannot be replaced.
    """

    forum: Forum
    possible: bool
    offered: tuple[Relaxation, ...] = ()
    found: tuple[WayOut, ...] = ()
    complete: bool = True
    blocked: tuple[ExplainedClash, ...] = ()
    stopped: tuple[Breach, ...] = ()
    unasked: tuple[Relaxation, ...] = ()
    kept: tuple[Irreplaceable, ...] = ()


def ways_out(
    folder: Path,
    most: int = 3,
    limits: Limits = Limits(),
    *,
    reading: Reading | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> WaysOut:
    """Find the cheapest ways out.

    Parameters
    ----------
    folder
        The forum's folder.
    most
        How many to find at most; none holds all of another.
    limits
        Workers, and the time that is left.
    reading
        What has been read from the folder; ``None`` to read it.
    tell
        Takes sentences on the progress.

    Returns
    -------
    WaysOut
        Each with a programme that the judge accepts, but for what is set aside in it.

    Raises
    ------
    BadData
        The forum's folder cannot be read.
    """
    forum = (reading or read_forum(folder)).forum
    search = _Search(folder, forum, limits, tell)
    if search.stopped:
        return WaysOut(forum, False, stopped=search.stopped)
    found = search.found(most)
    if any(not way.relaxations for way in found.found):
        return WaysOut(forum, True, search.offered)
    answers = tuple(search.way_out(way) for way in found.found)
    return WaysOut(
        forum,
        False,
        search.offered,
        answers,
        found.complete,
        search.blocked() if found.complete and not answers else (),
        unasked=search.unasked if answers else (),
        kept=search.kept,
    )


class _Search:
    """What is asked about a forum, and the programmes found on the way."""

    def __init__(self, folder: Path, forum: Forum, limits: Limits, tell: Callable[[str], None]) -> None:
        self._folder, self._forum = folder, forum
        self._limits, self._tell = limits, tell
        self._rules = relaxed(forum, ())[1]
        past = self._past(forum, self._rules)
        broken = past.split(Verdict(breaches=judge_data(forum, self._rules))).breaches
        self.sparing, self.stopped = past.sparing(forum), stopping(self._rules, broken)
        self.offered = offers(self.sparing, self._rules)
        self.kept = tuple(irreplaceable(forum, self._rules))
        self.unasked: tuple[Relaxation, ...] = ()
        self._broken = broken_by_data(forum, self._rules)
        self._programmes: dict[Some, Programme] = {}

    def found(self, most: int) -> Ways:
        """Look for ways out; what is the last resort is left out as long as there are others."""
        others = [one for one in self.offered if not one.last]
        found = ways(self.sparing, others, most, self.accept, self._limits, self._tell)
        if found.found or not found.complete or len(others) == len(self.offered):
            self.unasked = tuple(one for one in self.offered if one.last)
            return found
        return ways(self.sparing, self.offered, most, self.accept, self._limits, self._tell)

    def accept(self, some: Some, timetable: Timetable) -> bool:
        """Solve and judge what is relaxed, and keep the programme if nothing is broken by it."""
        forum, rules = relaxed(self._forum, some)
        past = self._past(forum, rules)
        found = solved_and_judged(forum, rules, past, self._limits.half(), self._tell)
        solution, verdict, past = found.solution, found.verdict, found.past
        if solution.timetable is None:  # there was no time, but there is a first timetable
            solution, verdict = Solution("feasible", timetable), judge(forum, rules, timetable)
        accepted = all(
            breach in past.breaches or (breach.clause, breach.subject) in self._broken
            for breach in verdict.breaches
        )
        if accepted:
            self._programmes[some] = Programme(
                forum=forum,
                timetable=solution.timetable or timetable,
                status=solution.status,
                levels=_levels(forum, rules, solution, verdict),
                verdict=past.split(verdict),
                acknowledged=past.standing(verdict),
                versions={"hemicycle": VERSION, "ortools": SOLVER_VERSION},
                seed=self._limits.seed,
            )
        return accepted

    def way_out(self, way: Way) -> WayOut:
        """Put the programme beside what makes it possible."""
        return WayOut(way.relaxations, self._programmes[way.relaxations], way.cheapest)

    def blocked(self) -> tuple[ExplainedClash, ...]:
        """Find what cannot stand together when all is relaxed but the hours, which every clash is given."""
        given = {rule.clause.clause for rule in self._rules if is_background(rule)}
        some = [one for one in self.offered if one.sort != "evening" and given.isdisjoint(one.of)]
        forum, rules = relaxed(self.sparing, some)
        return explained(forum, rules, None, self._limits, tell=self._tell).clashes

    def _past(self, forum: Forum, rules: tuple[Rule, ...]) -> Spared:
        return spared(forum, rules, lambda one: read_facts(self._folder, one))


def _levels(
    forum: Forum, rules: tuple[Rule, ...], solution: Solution, verdict: Verdict
) -> tuple[LevelResult, ...]:
    """Say what is paid at each level, beside what the last release pays under the same clauses."""
    release = forum.release
    now = paid(forum, verdict)
    before = paid(forum, judge(forum, rules, release.timetable)) if release else None
    bounds = [level.bound for level in solution.levels] or [0] * len(now)
    return tuple(
        LevelResult(
            level=number + 1,
            clauses=clauses,
            value=now[number],
            bound=bounds[number],
            released=before[number] if before else None,
        )
        for number, clauses in enumerate(forum.levels)
    )
