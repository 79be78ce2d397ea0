"""For each rule there is an impossible forum whose explanation is exactly what was expected."""

import pytest

from scheduler.judging import judge_data
from scheduler.rules import ForumRule, TimetableRule, active_rules, find_rule, rule_names
from scheduler.solving.explaining.member_words import member_sentence
from scheduler.use_cases.data_breaches import stopping
from scheduler.use_cases.explain import explained
from tests.explaining.stages import EGYPT, ONE_DAY, TABLE, TABLES, found, names, of, pin, staged
from tests.mini import rule_of
from tests.rules.data_rules import stage

KIND = {"kind": "round-table"}
ONE, TWO = {"session": "round-table-1"}, {"session": "round-table-2"}
DUTY = {"duties": [{"role": "co-chair", "party": "egypt"}]}
RELEASED = {**TABLE, "release": "day-1 10:00-13:00 hall round-table-1"}
ANNEX_CLOSED = {"closures": [{"room": "annex", "window": "day-1"}]}
PLENARY = {"sessions": {"plenary": {"meetings": 2}}}
LONG = {"segment": "opening", "title": "Opening", "minutes": 90}
SHORT = {"segment": "debate", "title": "Debate", "minutes": 30}
DEBATE = {"segments": [{"segment": "summaries", "title": "Summaries", "minutes": 180}]}
AWAY = {**EGYPT, "unavailable": ["day-1 afternoon"]}

CASES = {
    "agenda": (
        staged({"sessions": {"plenary": {"meetings": 2, "minutes": 60, "segments": [LONG, SHORT]}}}),
        {"agenda plenary", "length plenary"},
    ),
    "at-most-in-parallel": (
        staged({**TABLES, **ONE_DAY}, of("at-most-in-parallel", sessions=KIND, limit=1)),
        {"clause at-most-in-parallel", "length round-table"},
    ),
    "before": (
        staged(TABLES, of("before", first=ONE, then=TWO), of("before", "back", first=TWO, then=ONE)),
        {"clause before", "clause back"},
    ),
    "consecutive": (
        staged(
            PLENARY,
            of("consecutive"),
            of("held-in", "first", what={"meeting": "plenary-1"}, rooms=["hall"]),
            of("held-in", "then", what={"meeting": "plenary-2"}, rooms=["annex"]),
        ),
        {"clause consecutive", "clause first", "clause then"},
    ),
    "exclusive": (
        staged(
            {"sessions": {"round-table-1": {}, "round-table-2": {}}},
            of("exclusive", sessions=ONE),
            of("within", sessions=KIND, windows=["day-1 morning"]),
        ),
        {"clause exclusive", "clause within", "length round-table"},
    ),
    "one-track-in-room": (
        staged(
            {"sessions": {"talk-1": {"minutes": 60}, "talk-2": {"minutes": 60}}},
            of("one-track-in-room"),
            of("in-room", sessions="all", rooms=["hall"]),
            of("within", sessions="all", windows=["day-1 morning"]),
        ),
        {"clause one-track-in-room", "clause in-room", "clause within"},
    ),
    "fills-day": (
        staged({"sessions": {"hearing": {}}}, of("fills-day", sessions="all", day="day-1")),
        {"clause fills-day"},
    ),
    "held-in": (
        staged(TABLE, of("held-in", what=ONE, windows=["day-1 13:00-15:00"])),
        {"clause held-in"},
    ),
    "holidays": (
        staged({**TABLE, **ONE_DAY, "holidays": [{"date": "2030-01-07", "name": "Nowruz"}]}, of("holidays")),
        {"clause holidays"},
    ),
    "in-room": (
        staged({**TABLE, **ONE_DAY, **ANNEX_CLOSED}, of("in-room", sessions=KIND, rooms=["annex"])),
        {"clause in-room", "rooms day-1"},
    ),
    "interpretation-teams": (
        staged(
            {"sessions": {"talk": {"interpretation": True}}, "interpretation": {"teams": 0}},
            of("interpretation-teams"),
        ),
        {"clause interpretation-teams"},
    ),
    "never-together": (
        staged({**TABLES, **ONE_DAY}, of("never-together", sessions=KIND)),
        {"clause never-together", "length round-table"},
    ),
    "not-as-released": (
        staged(
            RELEASED,
            pin("not-as-released", "round-table-1"),
            pin("stays-as-released", "round-table-1").replace(clause="pins/pin-round-table-1"),
        ),
        {"pin pins/round-table-1", "pin pins/pin-round-table-1"},
    ),
    "not-in": (
        staged({**TABLE, **ONE_DAY}, pin("not-in", "round-table-1", windows=["day-1"])),
        {"pin pins/round-table-1"},
    ),
    "official-hours": (staged({"sessions": {"talk": {"minutes": 240}}}), {"length talk"}),
    "one-meeting-per-room": (
        staged({**TABLES, **ONE_DAY, **ANNEX_CLOSED}),
        {"length round-table", "rooms day-1"},
    ),
    "one-place-per-party": (
        staged({"sessions": dict.fromkeys(TABLES["sessions"], DUTY), "parties": [EGYPT], **ONE_DAY}),
        {"length round-table", "duties egypt"},
    ),
    "outside": (
        staged({**TABLE, **ONE_DAY}, of("outside", sessions=KIND, windows=["day-1"])),
        {"clause outside"},
    ),
    "party-available": (
        staged(
            {
                "sessions": {"round-table-1": DUTY},
                "parties": [{**EGYPT, "unavailable": ["day-1"]}],
                **ONE_DAY,
            }
        ),
        {"duties egypt", "absence egypt"},
    ),
    "placed": (staged({"sessions": {"talk": {"minutes": 1500}}}, given=("placed",)), {"length talk"}),
    "represented": (
        staged(
            {"sessions": {"round-table-1": DUTY, "debate": DEBATE}, "parties": [AWAY]},
            of("represented", sessions=KIND, role="co-chair", at="debate", segment="summaries"),
            of("within", sessions={"kind": "debate"}, windows=["day-1 afternoon"]),
        ),
        {"clause represented", "clause within", "duties egypt", "absence egypt"},
    ),
    "room-fits": (
        staged(
            {"sessions": {"talk": {"seats": 50}}, "rooms": {"hall": {"seats": 20}, "annex": {"seats": 10}}}
        ),
        {"needs talk"},
    ),
    "room-open": (
        staged(
            {**TABLE, **ONE_DAY, "closures": [{"room": one, "window": "day-1"} for one in ("hall", "annex")]}
        ),
        {"rooms day-1"},
    ),
    "stays-as-released": (
        staged(
            {**RELEASED, "closures": [{"room": "hall", "window": "day-1 morning", "because": "works"}]},
            pin("stays-as-released", "round-table-1"),
        ),
        {"pin pins/round-table-1", "closure hall day-1 morning"},
    ),
    "weekdays": (
        staged({**TABLE, "days": {"day-1": "2030-01-12"}}, of("weekdays", tier="practice")),
        {"clause weekdays"},
    ),
    "within": (
        staged(TABLE, of("within", sessions=KIND, windows=["day-1 10:00-11:00"])),
        {"clause within", "length round-table"},
    ),
}
"""A forum, and the members of its one clash."""

RULES = [find_rule(name) for name in rule_names()]
BREACHES = [(rule, *case) for rule in RULES if issubclass(rule, ForumRule) for case in rule.BROKEN]


def test_every_rule_on_timetables_has_its_forum():
    assert set(CASES) == {rule.name() for rule in RULES if issubclass(rule, TimetableRule)}


@pytest.mark.parametrize("rule", CASES)
def test_the_explanation_is_exactly_what_was_expected(rule):
    forum, expected = CASES[rule]
    assert rule in {clause.rule for clause in forum.all_clauses}
    explanation = found(forum)
    assert (explanation.possible, explanation.complete, names(explanation)) == (False, True, [expected])
    assert explanation.found[0].verified
    sentences = [member_sentence(forum, member) for member in explanation.found[0].members]
    assert len(set(sentences)) == len(expected)
    assert not any(one.endswith(".") for one in sentences)


@pytest.mark.parametrize("rule", CASES)
def test_without_the_rule_another_explanation_or_none_is_given(rule):
    forum, expected = CASES[rule]
    others = forum.replace(clauses=tuple(one for one in forum.clauses if one.rule != rule))
    assert expected not in names(found(others))


@pytest.mark.parametrize(
    ("rule", "overlay", "sentence"), BREACHES, ids=lambda one: getattr(one, "name", str)()
)
def test_what_a_forum_breaks_by_its_own_data_is_said(rule, overlay, sentence):
    forum, active = stage(rule, overlay)
    rules = [rule_of(forum, "placed"), active]
    answer = explained(forum, rules, stopped=stopping(rules, judge_data(forum, rules)))
    assert [one.sentence for one in answer.breaches] == ([sentence] if rule.STOPS else [])
    assert (answer.possible, answer.clashes, answer.complete) == (not rule.STOPS, (), True)


def test_a_practice_that_the_data_breaks_stops_nothing():
    rule = next(one for one in RULES if one.name() == "so-many")
    forum, active = stage(rule, rule.BROKEN[0][0])
    practice = type(active)(active.clause.replace(tier="practice"), active.options)
    assert stopping([practice], judge_data(forum, [practice])) == ()
    assert stopping([], judge_data(forum, [active])) == ()
    assert active_rules(forum) == ()
