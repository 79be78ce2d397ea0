"""The best timetable of a forum, and what it would cost to hold a meeting somewhere else."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from scheduler.domain.difference import difference
from scheduler.domain.forum import Forum
from scheduler.domain.given_state import state_of_timetable
from scheduler.domain.timetable import Placement, Timetable
from scheduler.domain.verdict import Breach, Charge, Verdict
from scheduler.judging import judge_data, paid
from scheduler.publishing.difference_words import sentences
from scheduler.reading import read_forum
from scheduler.reading.facts import read_facts
from scheduler.rules import Rule
from scheduler.solving import Limits
from scheduler.use_cases.data_breaches import stopping
from scheduler.use_cases.nearness import near
from scheduler.use_cases.question import Question
from scheduler.use_cases.schedule import Judged, solved_and_judged
from scheduler.use_cases.sparing import spared

Standing = Literal["found", "impossible", "unknown", "invalid"]
"""What a solve came to: a timetable, the proof that there is none, neither in time, or a contradiction."""


@dataclass(frozen=True)
class ClausePrice:
    """What a wish costs in the best timetable, and now; ``of_release`` where it keeps to the last release."""

    clause: str
    says: str
    before: int
    now: int
    of_release: bool = False


@dataclass(frozen=True)
class LevelPrice:
    """A level at which a timetable pays another price; ``clauses`` are those of its wishes that do."""

    level: int
    before: int
    now: int
    clauses: tuple[ClausePrice, ...]

    @property
    def more(self) -> int:
        """How much more it is; less than 0 where it is less."""
        return self.now - self.before


@dataclass(frozen=True)
class Asked:
    """What it takes to hold a meeting somewhere.

    ``place`` is where the meeting is then, ``levels`` are those at which the price differs. Their wishes say
    ``charges`` then that they did not say before, and no longer those that are ``dropped``. ``moves`` is what
    is otherwise with meetings, in sentences without a full stop, in the order of time; ``moved`` are their
    ids. ``exact`` is false where it is not proven that less is not enough. ``forum`` is as it was solved.
    """

    standing: Standing
    forum: Forum
    exact: bool = False
    place: Placement | None = None
    levels: tuple[LevelPrice, ...] = ()
    charges: tuple[Charge, ...] = ()
    dropped: tuple[Charge, ...] = ()
    moves: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()

    @property
    def only_moves(self) -> bool:
        """Whether nothing costs more but moving away from the last release."""
        return all(one.of_release for level in self.levels for one in level.clauses if one.now > one.before)


@dataclass(frozen=True)
class Base:
    """A forum with its best timetable, as ``schedule`` makes it.

    ``stopped`` are breaches of its own data that keep it from being scheduled.
    """

    forum: Forum
    rules: tuple[Rule, ...]
    limits: Limits
    stopped: tuple[Breach, ...] = ()
    found: Judged | None = None

    @property
    def standing(self) -> Standing:
        """What came of the forum itself."""
        return standing(self.found) if self.found else "impossible"

    @property
    def exact(self) -> bool:
        """Whether it is proven that nothing better exists."""
        return self.found is not None and self.found.solution.status == "optimal"

    @property
    def timetable(self) -> Timetable:
        """The best timetable, where there is one."""
        assert self.found  # asked only where the forum has a timetable
        assert self.found.solution.timetable
        return self.found.solution.timetable

    def asked(self, question: Question, tell: Callable[[str], None] = lambda _: None) -> Asked:
        """Solve the forum with a meeting held where a question has it.

        Parameters
        ----------
        question
            About one of its meetings.
        tell
            Takes sentences on the progress.

        Returns
        -------
        Asked
            With the price where that is possible.
        """
        assert self.found  # asked only where the forum has a timetable
        forum, rules = near(self.forum, (*self.rules, question.rule(self.forum)), self.timetable)
        found = solved_and_judged(forum, rules, self.found.past, self.limits, tell)
        timetable = found.solution.timetable
        if timetable is None or standing(found) != "found":
            return Asked(standing(found), found.forum)
        moves = tuple(_moves(self.forum, self.timetable, timetable))
        levels = tuple(_levels(self.forum, self.rules, self.found.verdict, found.verdict))
        return Asked(
            standing="found",
            forum=found.forum,
            exact=self.exact and found.solution.status == "optimal",
            place=timetable.by_meeting[question.meeting],
            levels=levels,
            charges=_only_in(found.verdict, self.found.verdict, levels),
            dropped=_only_in(self.found.verdict, found.verdict, levels),
            moves=tuple(sentence for _, sentence in moves),
            moved=tuple(dict.fromkeys(meeting for meeting, _ in moves)),
        )


def base_of(
    folder: Path,
    limits: Limits,
    tell: Callable[[str], None],
    check: Callable[[Forum], object],
) -> Base:
    """Read a forum and find its best timetable.

    Parameters
    ----------
    folder
        The forum's folder.
    limits
        Workers, and the time that is left for all questions together.
    tell
        Takes sentences on the progress.
    check
        Called once the forum is read, before the work begins.

    Returns
    -------
    Base
        Without a timetable where there is none.

    Raises
    ------
    BadData
        The forum's folder cannot be read.
    """
    reading = read_forum(folder)
    forum, rules = reading.forum, reading.rules
    check(forum)
    past = spared(forum, rules, lambda one: read_facts(folder, one))
    stopped = stopping(rules, past.split(Verdict(breaches=judge_data(forum, rules))).breaches)
    if stopped:
        return Base(forum, rules, limits, stopped)
    tell("looking for the best timetable")
    found = solved_and_judged(forum, rules, past, limits, tell)
    return Base(forum, rules, limits, found=found)


def standing(found: Judged) -> Standing:
    """Tell what a solve came to.

    Parameters
    ----------
    found
        Solved and judged.

    Returns
    -------
    str
        ``invalid`` also where solver and judge disagree.
    """
    status = found.solution.status
    if found.faults or status == "invalid":
        return "invalid"
    return (
        "found"
        if status in ("optimal", "feasible")
        else "impossible"
        if status == "impossible"
        else "unknown"
    )


def _levels(forum: Forum, rules: tuple[Rule, ...], before: Verdict, now: Verdict) -> Iterator[LevelPrice]:
    """Yield the levels that differ, with those of their clauses that do."""
    of_release = {rule.clause.clause for rule in rules if rule.OF_RELEASE}
    says = {clause.clause: clause.says for clause in forum.all_clauses}
    pairs = zip(forum.levels, paid(forum, before), paid(forum, now), strict=True)
    for number, (clauses, was, is_now) in enumerate(pairs, 1):
        if was != is_now:
            prices = [
                ClausePrice(one, says[one], _paid(before, one), _paid(now, one), one in of_release)
                for one in clauses
            ]
            yield LevelPrice(number, was, is_now, tuple(one for one in prices if one.before != one.now))


def _paid(verdict: Verdict, clause: str) -> int:
    return sum(charge.price for charge in verdict.charges if charge.clause == clause)


def _only_in(verdict: Verdict, other: Verdict, levels: tuple[LevelPrice, ...]) -> tuple[Charge, ...]:
    """Return the charges that another verdict has not, of wishes that cost something else."""
    differing = {one.clause for level in levels for one in level.clauses}
    return tuple(one for one in verdict.charges if one.clause in differing and one not in other.charges)


def _moves(forum: Forum, before: Timetable, now: Timetable) -> Iterator[tuple[str, str]]:
    found = difference(state_of_timetable(forum, before), state_of_timetable(forum, now))
    for one in found.meetings:
        for sentence in sentences(one, found):
            yield one.meeting, sentence
