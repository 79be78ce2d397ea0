"""The judge: every breach and charge of a forum and its timetable, found without the solver."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from scheduler.domain.clause import TIERS
from scheduler.domain.forum import Forum
from scheduler.domain.list_of_speakers import Debate, ListOfSpeakers
from scheduler.domain.side_events import SideEventPlacement, Surroundings
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Breach, Charge, Finding, Verdict
from scheduler.rules import (
    ForumPreference,
    ForumRule,
    Preference,
    Rule,
    SideEventsPreference,
    SideEventsRule,
    SpeakersPreference,
    SpeakersRule,
    TimetableRule,
)

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


def judge_speakers(
    forum: Forum, rules: Iterable[Rule], debate: Debate, spoken: ListOfSpeakers
) -> tuple[tuple[Breach, ...], tuple[Charge, ...]]:
    """Judge a list of speakers under all clauses.

    Parameters
    ----------
    forum
        The forum.
    rules
        Those of the clauses it follows.
    debate
        What the list was made for.
    spoken
        The list.

    Returns
    -------
    tuple of tuple
        Breaches and charges, in the order of the rules.
    """
    breaches: list[Breach] = []
    charges: list[Charge] = []
    for rule in rules:
        if isinstance(rule, SpeakersRule):
            breaches += rule.breaches(forum, debate, spoken)
        elif isinstance(rule, SpeakersPreference):
            charges += rule.charges(forum, debate, spoken)
    return tuple(_by_tier(breaches)), tuple(charges)


def judge_side_events(
    rules: Sequence[Rule], around: Surroundings, placements: Sequence[SideEventPlacement]
) -> Verdict:
    """Judge a plan of side events.

    Parameters
    ----------
    rules
        Those of the clauses on side events; others are passed over.
    around
        The settled timetable, the slots and what is asked for.
    placements
        Those of the plan, in the order of time.

    Returns
    -------
    Verdict
        Findings by tier, and within a tier in the order of the clauses.
    """
    firm = (rule for rule in rules if isinstance(rule, SideEventsRule))
    wishes = (rule for rule in rules if isinstance(rule, SideEventsPreference))
    return Verdict(
        breaches=tuple(_by_tier([one for rule in firm for one in rule.breaches(around, placements)])),
        charges=tuple(one for rule in wishes for one in rule.charges(around, placements)),
    )
