"""How rules are found by the names that clauses use, and made active in a forum."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterable
from functools import cache

from scheduler.domain.clause import TIERS, Clause
from scheduler.domain.forum import Forum
from scheduler.domain.window import maybe
from scheduler.options import Vocabulary, vocabulary
from scheduler.rule import ForumPreference, ForumRule, Preference, Rule, TimetableRule
from scheduler.side_events_rule import SideEventsPreference, SideEventsRule
from scheduler.speakers_rule import SpeakersPreference, SpeakersRule

__all__ = [
    "ForumPreference",
    "ForumRule",
    "Preference",
    "Rule",
    "SideEventsPreference",
    "SideEventsRule",
    "SpeakersPreference",
    "SpeakersRule",
    "TimetableRule",
    "activate",
    "active_rules",
    "find_rule",
    "followed",
    "rule_names",
]

BASES = (
    TimetableRule,
    ForumRule,
    Preference,
    ForumPreference,
    SideEventsRule,
    SideEventsPreference,
    SpeakersRule,
    SpeakersPreference,
)


@cache
def rule_names() -> tuple[str, ...]:
    """List the vocabulary of rules without importing any of them.

    Returns
    -------
    tuple of str
        Names as clauses write them, sorted.
    """
    package = importlib.import_module("constraints")
    modules = pkgutil.iter_modules(package.__path__)
    return tuple(sorted(module.name.replace("_", "-") for module in modules))


@cache
def find_rule(name: str) -> type[Rule]:
    """Find a rule by the name that clauses use.

    Parameters
    ----------
    name
        Such as ``one-meeting-per-room``.

    Returns
    -------
    type of Rule
        The rule class of that module.

    Raises
    ------
    ValueError
        There is no such rule.
    """
    if name not in rule_names():
        raise ValueError(f"there is no rule '{name}'.{maybe(name, list(rule_names()))}")
    module = importlib.import_module(f"constraints.{name.replace('-', '_')}")
    members = vars(module).values()
    return next(
        member
        for member in members
        if inspect.isclass(member) and issubclass(member, BASES) and member.__module__ == module.__name__
    )


def activate(clause: Clause, words: Vocabulary | None = None) -> Rule:
    """Make the rule that a clause names, with its options typed.

    Parameters
    ----------
    clause
        A clause of a mandate or of the forum.
    words
        Names against which the options are checked.

    Returns
    -------
    Rule
        Ready to be posted and to judge.

    Raises
    ------
    ValueError
        There is no such rule, or an option is wrong (pydantic's ValidationError is one).
    """
    rule = find_rule(clause.rule)
    return rule(clause, rule.Options.model_validate(clause.options, context=words))


def active_rules(forum: Forum) -> tuple[Rule, ...]:
    """Make the rules of all clauses that a forum follows.

    Parameters
    ----------
    forum
        The forum with its mandates and its own clauses.

    Returns
    -------
    tuple of Rule
        By tier, and within a tier in the order of mandates and clauses; without those set aside.

    Raises
    ------
    ValueError
        A clause names an unknown rule or has a wrong option.
    """
    words, aside = vocabulary(forum), {one.clause for one in forum.set_aside}
    bound = (clause for clause in forum.all_clauses if clause.clause not in aside)
    return followed(forum, [activate(clause, words) for clause in bound])


def followed(forum: Forum, rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return the rules of clauses that a forum has not set aside.

    Parameters
    ----------
    forum
        The forum.
    rules
        In the order of mandates and clauses.

    Returns
    -------
    tuple of Rule
        By tier, and within a tier in the order given.
    """
    aside = {one.clause for one in forum.set_aside}
    kept = [rule for rule in rules if rule.clause.clause not in aside]
    return tuple(sorted(kept, key=lambda rule: TIERS.index(rule.clause.tier)))
