"""Every rule on lists of speakers keeps what it shows, in the solver's reading and in the judge's."""

import pytest
from ortools.sat.python import cp_model

from scheduler.rules import SpeakersPreference, SpeakersRule, find_rule, rule_names
from scheduler.solving.speaking import post_speakers
from tests.mini import rule_of
from tests.mini_speakers import list_of, stage

RULES = [rule for rule in map(find_rule, rule_names()) if issubclass(rule, SpeakersRule)]
WISHES = [rule for rule in map(find_rule, rule_names()) if issubclass(rule, SpeakersPreference)]
KEPT = [(rule, text) for rule in (*RULES, *WISHES) for text in rule.KEPT]
BROKEN = [(rule, text, sentence) for rule in RULES for text, sentence in rule.BROKEN.items()]
CHARGED = [(rule, text, *found) for rule in WISHES for text, found in rule.CHARGED.items()]


def shown(rule, text):
    forum, debate = stage(rule.DEBATE)
    tier = "preference" if issubclass(rule, SpeakersPreference) else "mandate"
    return forum, debate, list_of(forum, debate, text), rule_of(forum, rule.name(), tier=tier)


def pinned(debate, spoken, *active):
    board = post_speakers(debate, active, chain=False)
    board.pin(spoken)
    return board


def status(board):
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return solver.solve(board.model)


def price(board, clause):
    terms = board.prices.terms([clause])
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    board.model.minimize(sum(cost * variable for cost, variable in terms))
    assert solver.solve(board.model) == cp_model.OPTIMAL
    return round(solver.objective_value)


def test_there_are_such_rules():
    assert len(RULES) >= 5
    assert len(WISHES) >= 6
    assert all(rule.KEPT and rule.BROKEN for rule in RULES)
    assert all(rule.KEPT and rule.CHARGED for rule in WISHES)


@pytest.mark.parametrize(("rule", "text"), KEPT)
def test_what_is_kept_is_kept_in_both_readings(rule, text):
    forum, debate, spoken, active = shown(rule, text)
    if issubclass(rule, SpeakersRule):
        assert list(active.breaches(forum, debate, spoken)) == []
        assert status(pinned(debate, spoken, active)) == cp_model.OPTIMAL
    else:
        assert list(active.charges(forum, debate, spoken)) == []
        assert price(pinned(debate, spoken, active), active.clause.clause) == 0


@pytest.mark.parametrize(("rule", "text", "sentence"), BROKEN)
def test_what_is_broken_is_broken_in_both_readings(rule, text, sentence):
    forum, debate, spoken, active = shown(rule, text)
    assert [breach.sentence for breach in active.breaches(forum, debate, spoken)] == [sentence]
    assert status(pinned(debate, spoken, active)) == cp_model.INFEASIBLE


@pytest.mark.parametrize(("rule", "text", "sentence", "cost"), CHARGED)
def test_what_costs_costs_the_same_in_both_readings(rule, text, sentence, cost):
    forum, debate, spoken, active = shown(rule, text)
    assert [(one.sentence, one.price) for one in active.charges(forum, debate, spoken)] == [(sentence, cost)]
    in_turn = rule_of(forum, "speak-in-turn")
    assert price(pinned(debate, spoken, in_turn, active), active.clause.clause) == cost
