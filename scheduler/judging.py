"""The judge: every breach and charge of a forum and its timetable, found without the solver."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from scheduler.domain.clause import TIERS
from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Breach, Charge, Finding, Verdict
from scheduler.rules import ForumPreference, ForumRule, Preference, Rule, TimetableRule

F = TypeVar("F", bound=Finding)


def judge_data(forum: Forum, rules: Iterable[Rule]) -> tuple[Breach, ...]:
    """Judge what depends on the forum's own data alone; it can be said before any solving.

    Parameters
    ----------
    forum
        The forum.
    rules
        Those of the clauses it follows.

    Returns
    -------
    tuple of Breach
        In the order of the rules.
    """
    return tuple(breach for rule in rules if isinstance(rule, ForumRule) for breach in rule.breaches(forum))


def judge(forum: Forum, rules: Sequence[Rule], timetable: Timetable) -> Verdict:
    """Judge a timetable under all clauses.

    Parameters
    ----------
    forum
        The forum.
    rules
        Those of the clauses it follows.
    timetable
        Its placements, possibly incomplete.

    Returns
    -------
    Verdict
        Findings by tier, and within a tier in the order of the clauses.
    """
    breaches = [*judge_data(forum, rules), *_breaches(forum, rules, timetable)]
    opens = [open_point for rule in rules for open_point in rule.opens(forum)]
    return Verdict(
        breaches=tuple(_by_tier(breaches)),
        charges=tuple(_charges(forum, rules, timetable)),
        opens=tuple(_by_tier(opens)),
    )


def _breaches(forum: Forum, rules: Iterable[Rule], timetable: Timetable) -> Iterable[Breach]:
    for rule in rules:
        if isinstance(rule, TimetableRule):
            yield from rule.breaches(forum, timetable)


def _charges(forum: Forum, rules: Iterable[Rule], timetable: Timetable) -> Iterable[Charge]:
    for rule in rules:
        if isinstance(rule, Preference):
            yield from rule.charges(forum, timetable)
        elif isinstance(rule, ForumPreference):
            yield from rule.charges(forum)


def _by_tier(findings: list[F]) -> list[F]:
    return sorted(findings, key=lambda finding: TIERS.index(finding.tier))


def paid(forum: Forum, verdict: Verdict) -> tuple[int, ...]:
    """Add up what a timetable pays at each level of a forum.

    Parameters
    ----------
    forum
        The forum.
    verdict
        Of one of its timetables.

    Returns
    -------
    tuple of int
        One number for each level.
    """
    return tuple(
        sum(charge.price for charge in verdict.charges if charge.clause in clauses)
        for clauses in forum.levels
    )
