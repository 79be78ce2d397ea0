"""Every rule on side events keeps what it shows: judged, and in the solver."""

import pytest
from ortools.sat.python import cp_model

from tests.side_events.stages import RULES, WISHES, active, pinned, price_of, stage_of, status_of

KEPT = [(rule, text) for rule in RULES for text in rule.KEPT]
BROKEN = [(rule, text, rule.BROKEN[text]) for rule in RULES for text in rule.BROKEN]
FREE = [(rule, text) for rule in WISHES for text in rule.KEPT]
CHARGED = [(rule, text, *rule.CHARGED[text]) for rule in WISHES for text in rule.CHARGED]


def name_of(value: object) -> str | None:
    return value.name() if isinstance(value, type) else None


def stage(rule, text):
    around, placements = stage_of(rule.FORUM, text, rule.OPTIONS)
    return around, active(rule, around), placements


@pytest.mark.parametrize(("rule", "text"), KEPT, ids=name_of)
def test_kept_examples_have_no_breach_and_are_possible(rule, text):
    around, one, placements = stage(rule, text)
    assert list(one.breaches(around, placements)) == []
    assert status_of(pinned(around, one, placements)) == cp_model.OPTIMAL


@pytest.mark.parametrize(("rule", "text", "sentence"), BROKEN, ids=name_of)
def test_broken_examples_have_that_breach_and_are_impossible(rule, text, sentence):
    around, one, placements = stage(rule, text)
    assert [breach.sentence for breach in one.breaches(around, placements)] == [sentence]
    assert status_of(pinned(around, one, placements)) == cp_model.INFEASIBLE


@pytest.mark.parametrize(("rule", "text"), FREE, ids=name_of)
def test_free_examples_cost_nothing(rule, text):
    around, one, placements = stage(rule, text)
    assert list(one.charges(around, placements)) == []
    assert price_of(pinned(around, one, placements), one.clause.clause) == 0


@pytest.mark.parametrize(("rule", "text", "sentence", "price"), CHARGED, ids=name_of)
def test_charged_examples_cost_that(rule, text, sentence, price):
    around, one, placements = stage(rule, text)
    charges = [(charge.sentence, charge.price) for charge in one.charges(around, placements)]
    assert charges == [(sentence, price)]
    assert price_of(pinned(around, one, placements), one.clause.clause) == price


@pytest.mark.parametrize("rule", [*RULES, *WISHES], ids=name_of)
def test_every_rule_shows_both_sides(rule):
    assert rule.KEPT
    assert rule.BROKEN if rule in RULES else rule.CHARGED
