"""Nothing changed means nothing moves: for every forum, and every release without a breach of a mandate."""

import pytest
from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

from scheduler.domain.clause import Clause
from scheduler.domain.facts import facts_of
from scheduler.rules import Preference, TimetableRule, active_rules, find_rule, rule_names
from scheduler.solving import Limits
from scheduler.solving.tick import tick_of
from scheduler.use_cases.schedule import solved_and_judged
from scheduler.use_cases.sparing import spared
from tests.agreement.options import options
from tests.agreement.strategies import forums
from tests.mini import clause_of, rule_of

PHYSICAL = ("placed", "one-meeting-per-room", "agenda", "room-open", "one-place-per-party")
"""What is never relaxed, and so never spared; a release that breaks it was never given out."""
MOST_STARTS = 6_000
"""Larger forums take seconds each, and move no more than others."""
STAYING = [("keep-to-release", {"what": what}) for what in ("day", "time", "room", "segments")]
RULES = [
    name
    for name in rule_names()
    if issubclass(find_rule(name), TimetableRule) and not find_rule(name).OF_RELEASE and name not in PHYSICAL
]
WISHES = [
    name for name in rule_names() if issubclass(find_rule(name), Preference) and name != "keep-to-release"
]


def clauses_of(data, forum, names) -> list[Clause]:
    """Draw clauses: those that the release breaks are practice, the others a mandate."""
    found = []
    for number, name in enumerate(names):
        words = data.draw(options(find_rule(name).Options, forum))
        rule = rule_of(forum, name, words)
        broken = any(True for _ in rule.breaches(forum, forum.release.timetable))
        event("broken" if broken else "kept")
        tier = "practice" if broken else "mandate"
        found.append(clause_of(name, words, tier, name=f"{tier}/{number}"))
    return found


def stage(data, name):
    forum = data.draw(forums(released=True))
    physical = [rule_of(forum, name, find_rule(name).OPTIONS and {"sessions": "all"}) for name in PHYSICAL]
    assume(not any(True for rule in physical for _ in rule.breaches(forum, forum.release.timetable)))
    others = data.draw(st.lists(st.sampled_from(RULES), max_size=2, unique=True))
    some = dict.fromkeys((name, *others))
    clauses = [rule.clause for rule in physical] + clauses_of(data, forum, some)
    wishes = [clause_of(rule, words, "preference", name=words["what"]) for rule, words in STAYING]
    for wish in data.draw(st.lists(st.sampled_from(WISHES), max_size=2, unique=True)):
        words = data.draw(options(find_rule(wish).Options, forum))
        wishes.append(clause_of(wish, words, "preference"))
    levels = tuple((one.clause,) for one in wishes)
    return forum.replace(clauses=(*clauses, *wishes), levels=levels)


def _starts(forum, rules) -> int:
    """Count the starts that meetings have to choose from, which is what a model is large by."""
    minutes = sum(
        forum.clock.midnight_after(day.name) - forum.clock.midnight(day.name) for day in forum.clock.days
    )
    return len(forum.meetings) * minutes // tick_of(forum, rules)


@pytest.mark.parametrize("name", RULES)
@settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(data=st.data())
def test_nothing_moves(name, data):
    forum = stage(data, name)
    rules = active_rules(forum)
    assume(_starts(forum, rules) <= MOST_STARTS)
    past = spared(forum, rules, lambda _: facts_of(forum))
    found = solved_and_judged(forum, rules, past, Limits(workers=1))
    assert found.solution.status == "optimal"
    assert found.faults == ()
    assert found.solution.timetable == forum.release.timetable
    assert set(found.verdict.breaches) == set(past.breaches)
