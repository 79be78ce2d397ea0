"""Every rule on timetables keeps what it shows: judged, and in the solver."""

from itertools import product

import pytest
from ortools.sat.python import cp_model

from scheduler.rules import Preference, TimetableRule, find_rule, rule_names
from tests.mini import forum_of, rule_of, timetable_of
from tests.rules.pinned import pinned, price_of, status_of

RULES = [rule for rule in map(find_rule, rule_names()) if issubclass(rule, TimetableRule)]
WISHES = [rule for rule in map(find_rule, rule_names()) if issubclass(rule, Preference)]
KEPT = [(rule, text) for rule in RULES for text in rule.KEPT]
BROKEN = [(rule, text, rule.BROKEN[text]) for rule in RULES for text in rule.BROKEN]
FREE = [(rule, text) for rule in WISHES for text in rule.KEPT]
CHARGED = [(rule, text, *rule.CHARGED[text]) for rule in WISHES for text in rule.CHARGED]


def name_of(value: object) -> str | None:
    return value.name() if isinstance(value, type) else None


def stage(rule, text):
    forum = forum_of(rule.FORUM, text, options=rule.OPTIONS)
    return forum, rule_of(forum, rule.name()), timetable_of(forum, text)


@pytest.mark.parametrize(("rule", "text"), KEPT, ids=name_of)
def test_kept_examples_have_no_breach(rule, text):
    forum, active, timetable = stage(rule, text)
    assert list(active.breaches(forum, timetable)) == []


@pytest.mark.parametrize(("rule", "text"), KEPT, ids=name_of)
def test_kept_examples_are_possible(rule, text):
    forum, active, timetable = stage(rule, text)
    assert status_of(pinned(forum, active, timetable)) == cp_model.OPTIMAL


@pytest.mark.parametrize(("rule", "text", "sentence"), BROKEN, ids=name_of)
def test_broken_examples_have_that_breach(rule, text, sentence):
    forum, active, timetable = stage(rule, text)
    assert [breach.sentence for breach in active.breaches(forum, timetable)] == [sentence]


@pytest.mark.parametrize(("rule", "text", "sentence"), BROKEN, ids=name_of)
def test_broken_examples_are_impossible(rule, text, sentence):
    forum, active, timetable = stage(rule, text)
    assert status_of(pinned(forum, active, timetable)) == cp_model.INFEASIBLE


@pytest.mark.parametrize(("rule", "text"), FREE, ids=name_of)
def test_free_examples_cost_nothing(rule, text):
    forum, active, timetable = stage(rule, text)
    assert list(active.charges(forum, timetable)) == []
    assert price_of(pinned(forum, active, timetable), active.clause.clause) == 0


@pytest.mark.parametrize(("rule", "text", "sentence", "price"), CHARGED, ids=name_of)
def test_charged_examples_cost_that(rule, text, sentence, price):
    forum, active, timetable = stage(rule, text)
    charges = list(active.charges(forum, timetable))
    assert [(charge.sentence, charge.price) for charge in charges] == [(sentence, price)]
    assert price_of(pinned(forum, active, timetable), active.clause.clause) == price


@pytest.mark.parametrize("rule", [*RULES, *WISHES], ids=name_of)
def test_every_rule_shows_both_sides(rule):
    shown = rule.BROKEN if issubclass(rule, TimetableRule) else rule.CHARGED
    assert rule.KEPT
    assert shown


@pytest.mark.parametrize(("rule", "text"), [*KEPT, *((rule, text) for rule, text, _ in BROKEN)], ids=name_of)
def test_lines_may_come_in_any_order(rule, text):
    forum, active, timetable = stage(rule, text)
    turned = "\n".join(reversed(text.splitlines()))
    other = forum_of(rule.FORUM, turned, options=rule.OPTIONS)
    again = list(rule_of(other, rule.name()).breaches(other, timetable_of(other, turned)))
    before = list(active.breaches(forum, timetable))
    assert sorted(one.sentence for one in again) == sorted(one.sentence for one in before)


def test_no_two_rules_share_a_name():
    assert all(one is other or one.name() != other.name() for one, other in product(RULES, RULES))
