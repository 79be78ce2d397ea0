"""Faults put into every rule are noticed by its examples, or by the agreement of its two readings."""

from collections.abc import Iterator
from copy import copy

import pytest

from scheduler.rules import (
    Preference,
    Rule,
    SideEventsPreference,
    SideEventsRule,
    SpeakersPreference,
    SpeakersRule,
    TimetableRule,
    find_rule,
    rule_names,
)
from tests.faults.cases import BOTH, MORE, Fault, caught, examples
from tests.faults.equivalent import EQUIVALENT
from tests.faults.mutants import mutants_of, unchanged
from tests.faults.strangers import STRANGERS
from tests.faults.verbs import Misheard, misheard
from tests.uncounted import uncounted

NAMES = rule_names()
BESIDE = SideEventsRule | SideEventsPreference | SpeakersRule | SpeakersPreference
SOLVER, JUDGE = frozenset({"solver"}), frozenset({"judge"})
Seeded = tuple[tuple[str, str], Fault, frozenset[str]]
"""The words for a fault, the fault, and the readings that have it."""


def as_it_is(rule: Rule) -> Rule:
    return rule


def silent(*methods: str) -> Fault:
    """Make a rule of which some methods do nothing, and find nothing."""

    def fault(rule: Rule) -> Rule:
        faulty = copy(rule)
        for method in methods:
            setattr(faulty, method, lambda *_: iter(()))
        return faulty

    return fault


def faults_of(name: str) -> Iterator[Seeded]:
    """Yield every fault that is put into a rule."""
    yield ("the judge", "finds nothing"), silent("breaches", "charges"), JUDGE
    if issubclass(find_rule(name), TimetableRule | Preference):
        yield ("the solver", "is told nothing"), silent("post", "price"), SOLVER
        for verb in misheard(name):
            yield (verb.verb, f"argument {verb.place} {verb.sort}"), verb.of, SOLVER
    if issubclass(find_rule(name), BESIDE):
        yield ("the solver", "is told nothing"), silent("post", "price"), SOLVER
    for mutant in mutants_of(name):
        shadow = mutant.shadow()
        fault = lambda rule, shadow=shadow: shadow(rule.clause, rule.options)  # noqa: E731
        yield (mutant.line, mutant.change), fault, mutant.sides


@pytest.mark.parametrize("name", NAMES)
def test_both_readings_say_what_the_examples_say(name):
    assert examples(name)
    assert not caught(name, as_it_is, BOTH)


@uncounted
@pytest.mark.parametrize("name", NAMES)
def test_every_fault_in_a_rule_is_noticed(name):
    faults = list(faults_of(name))
    unnoticed = [words for words, fault, sides in faults if not caught(name, fault, sides)]
    assert list(dict.fromkeys(unnoticed)) == list(EQUIVALENT.get(name, {}))
    both_readings = issubclass(find_rule(name), TimetableRule | Preference | BESIDE)
    assert frozenset().union(*(sides for *_, sides in faults)) == (BOTH if both_readings else JUDGE)


def test_what_is_called_equivalent_is_of_a_rule_and_has_a_reason():
    assert set(EQUIVALENT) <= set(NAMES)
    assert all(because for found in EQUIVALENT.values() for because in found.values())


def test_examples_are_given_for_rules_only():
    assert {*MORE, *STRANGERS} <= set(NAMES)


@uncounted
@pytest.mark.parametrize("name", NAMES)
def test_what_puts_faults_in_changes_nothing_by_itself(name):
    shadow = unchanged(name).shadow()
    assert not caught(name, lambda rule: shadow(rule.clause, rule.options))
    if issubclass(find_rule(name), TimetableRule | Preference):
        assert not caught(name, Misheard("no verb", None, "lost").of)
