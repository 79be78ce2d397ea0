"""Faults put into every rule are noticed by its examples, or by the agreement of its two readings."""

from copy import copy

import pytest

from scheduler.rules import Preference, Rule, TimetableRule, find_rule, rule_names
from tests.faults.cases import caught, examples
from tests.faults.equivalent import EQUIVALENT
from tests.faults.more_examples import MORE
from tests.faults.mutants import mutants_of
from tests.faults.strangers import STRANGERS
from tests.faults.verbs import misheard

NAMES = rule_names()
ON_TIMETABLES = [name for name in NAMES if issubclass(find_rule(name), TimetableRule | Preference)]
SOLVER, JUDGE = frozenset({"solver"}), frozenset({"judge"})


def silent(*methods: str):
    """Make a rule of which some methods do nothing, and find nothing."""

    def fault(rule: Rule) -> Rule:
        faulty = copy(rule)
        for method in methods:
            setattr(faulty, method, lambda *_: iter(()))
        return faulty

    return fault


@pytest.mark.parametrize("name", NAMES)
def test_the_rule_as_it_is_passes_everything_by_which_faults_are_noticed(name):
    assert not caught(name, lambda rule: rule)
    assert examples(name)


@pytest.mark.parametrize("name", ON_TIMETABLES)
def test_a_solver_that_is_told_nothing_is_noticed(name):
    assert caught(name, silent("post", "price"), SOLVER)


@pytest.mark.parametrize("name", NAMES)
def test_a_judge_that_finds_nothing_is_noticed(name):
    assert caught(name, silent("breaches", "charges"), JUDGE)


@pytest.mark.parametrize("name", NAMES)
def test_every_fault_in_the_source_is_noticed(name):
    mutants = list(mutants_of(name))
    unnoticed = []
    for mutant in mutants:
        shadow = mutant.shadow()
        fault = lambda rule, shadow=shadow: shadow(rule.clause, rule.options)  # noqa: E731
        if not caught(name, fault, mutant.sides):
            unnoticed.append((mutant.line, mutant.change))
    assert unnoticed == list(EQUIVALENT.get(name, {}))
    sides = frozenset().union(*(mutant.sides for mutant in mutants))
    assert "judge" in sides


@pytest.mark.parametrize("name", ON_TIMETABLES)
def test_every_verb_that_the_board_hears_wrong_is_noticed(name):
    faults = misheard(name)
    unnoticed = [fault for fault in faults if not caught(name, fault.of, SOLVER)]
    assert (unnoticed, bool(faults)) == ([], True)


def test_what_is_called_equivalent_is_of_a_rule_and_has_a_reason():
    assert set(EQUIVALENT) <= set(NAMES)
    assert all(because for found in EQUIVALENT.values() for because in found.values())


def test_examples_are_given_for_rules_only():
    assert {*MORE, *STRANGERS} <= set(NAMES)
