"""Explanations of random forums are impossible and minimal, by the judge and by trying all timetables."""

import os

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from scheduler.rules import active_rules
from scheduler.solving import Limits
from scheduler.solving.explaining.lifting import OnAGrid, lifted
from scheduler.solving.explaining.members import members_of
from scheduler.solving.explaining.questions import Questions
from tests.explaining.enumeration import is_possible
from tests.explaining.stages import found
from tests.explaining.tight import released, tight
from tests.uncounted import uncounted

pytestmark = uncounted

EXAMPLES = int(os.environ.get("HEMICYCLE_EXAMPLES", "0"))
"""How many to try; 0 for few."""


def several(few: int):
    return settings(
        max_examples=EXAMPLES or few,
        deadline=None,
        derandomize=not EXAMPLES,
        database=None,
        suppress_health_check=[
            HealthCheck.too_slow,
            HealthCheck.filter_too_much,
            HealthCheck.data_too_large,
        ],
    )


def stands(forum, rules, members):
    """Tell by trying all whether some members can stand together."""
    others = [one for one in members_of(forum, rules) if one not in members]
    question = lifted(forum, rules, others)
    return is_possible(question.forum, [rule for rule in question.rules if not isinstance(rule, OnAGrid)])


@several(25)
@given(forum=tight())
def test_explanations_are_impossible_and_minimal(forum):
    rules = active_rules(forum)
    explanation = found(forum)
    event(f"{len(explanation.found)} clashes")
    assert explanation.complete
    if explanation.possible:
        assert stands(forum, rules, members_of(forum, rules))
    for clash in explanation.found:
        event(f"{len(clash.members)} members")
        assert clash.verified
        assert not stands(forum, rules, clash.members)
        for left_out in clash.members:
            assert stands(forum, rules, [one for one in clash.members if one is not left_out]), left_out


@several(25)
@given(forum=released(), data=st.data())
def test_what_is_lifted_makes_nothing_impossible(forum, data):
    questions = Questions(forum, active_rules(forum), Limits())
    some = data.draw(st.lists(st.sampled_from(questions.members), unique=True))
    fewer = [one for one in some if data.draw(st.booleans())]
    possible = questions.possible(some)
    event(f"possible: {possible}")
    assert questions.possible(fewer) or not possible
