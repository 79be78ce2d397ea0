"""The judge and the solver read every rule alike, on forums and timetables nobody thought of."""

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from scheduler.domain.timetable import arranged
from scheduler.rules import Preference, TimetableRule, find_rule, rule_names
from tests.agreement.options import options
from tests.agreement.strategies import forums, timetables
from tests.mini import rule_of
from tests.rules.pinned import pinned, price_of, status_of
from tests.uncounted import uncounted

pytestmark = uncounted

RULES = [rule for rule in map(find_rule, rule_names()) if issubclass(rule, TimetableRule)]
WISHES = [rule for rule in map(find_rule, rule_names()) if issubclass(rule, Preference)]
quickly = settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow, HealthCheck.data_too_large],
)


def name_of(rule):
    return rule.name()


def drawn(data, rule):
    forum = data.draw(forums(released=rule.OF_RELEASE))
    words = data.draw(options(rule.Options, forum))
    active = rule_of(forum, rule.name(), words)
    timetable = data.draw(timetables(forum))
    if rule.name() == "placed" and data.draw(st.booleans()):
        timetable = spoilt(data, timetable)
    return forum, active, timetable


def spoilt(data, timetable):
    """Leave a meeting out, or hold it for half its length."""
    place, *others = data.draw(st.permutations(timetable.placements))
    if data.draw(st.booleans()):
        others.append(place.replace(end=(place.start + place.end) // 2))
    return arranged(others)


@pytest.mark.parametrize("rule", RULES, ids=name_of)
@quickly
@given(data=st.data())
def test_no_breach_exactly_when_the_pinned_model_is_possible(rule, data):
    forum, active, timetable = drawn(data, rule)
    breaches = list(active.breaches(forum, timetable))
    event("broken" if breaches else "kept")
    wanted = cp_model.INFEASIBLE if breaches else cp_model.OPTIMAL
    assert status_of(pinned(forum, active, timetable)) == wanted, breaches


@pytest.mark.parametrize("rule", WISHES, ids=name_of)
@quickly
@given(data=st.data())
def test_the_solver_pays_what_the_judge_charges(rule, data):
    forum, active, timetable = drawn(data, rule)
    charged = sum(charge.price for charge in active.charges(forum, timetable))
    event("charged" if charged else "free")
    assert price_of(pinned(forum, active, timetable), active.clause.clause) == charged
