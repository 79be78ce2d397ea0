"""Solver and judge agree on side events."""

import pytest
from hypothesis import HealthCheck, given, settings
from ortools.sat.python import cp_model

from scheduler.options import vocabulary
from scheduler.rules import activate
from tests.mini import clause_of
from tests.side_events.stages import RULES, WISHES, pinned, price_of, status_of
from tests.side_events.strategies import OPTIONS, stages

CASES = [(rule, words) for rule in (*RULES, *WISHES) for words in OPTIONS.get(rule.name(), ({},))]
quick = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize(
    ("rule", "words"), CASES, ids=lambda one: one.name() if isinstance(one, type) else None
)
@quick
@given(stage=stages())
def test_the_two_readings_of_a_rule_agree(rule, words, stage):
    around, placements = stage
    one = activate(clause_of(rule.name(), words), vocabulary(around.forum))
    board = pinned(around, one, placements)
    if rule in RULES:
        wanted = cp_model.INFEASIBLE if list(one.breaches(around, placements)) else cp_model.OPTIMAL
        assert status_of(board) == wanted
    else:
        charges = list(one.charges(around, placements))
        assert price_of(board, one.clause.clause) == sum(charge.price for charge in charges)
