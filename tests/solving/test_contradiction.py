"""Pins that contradict clauses, or one another: named, shrunk, and verified as far as there is time."""

from itertools import combinations

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from scheduler.domain.clause import Clause
from scheduler.judging import judge
from scheduler.rules import active_rules
from scheduler.solving import Limits
from scheduler.solving.contradiction import contradictions
from scheduler.solving.run import Deadline, Settings
from scheduler.solving.subsets import Subsets, smallest
from tests.agreement.test_best import every_timetable, small_forums
from tests.faults.solves import crowded
from tests.mini import clause_of
from tests.solving.test_solve import forum_with, three

RELEASE = "day-1 10:00-13:00 hall round-table-1\nday-1 15:00-18:00 hall round-table-2"
RULES = {"pin": "stays-as-released", "ban": "not-as-released", "at": "held-in", "not-at": "not-in"}


def pin(verb, name, by="A. Planner: booked", **words):
    """Make the clause of a pin."""
    return Clause(
        clause=f"pins/{verb}-{name}",
        tier="practice",
        says=f"{name} is pinned.",
        rule=RULES[verb],
        options={"what": {"session": name}, **words},
        mandate="pins",
        source=by,
    )


def pinned(*pins, clauses=(), **more):
    forum = forum_with(three(release=RELEASE, **more), clauses)
    return forum.replace(clauses=(*forum.clauses, *pins))


def found(forum, *limits):
    return contradictions(forum, active_rules(forum), *limits)


def ids(clauses):
    return [one.clause for one in clauses]


def test_a_pin_that_contradicts_a_clause_is_named_with_it():
    clauses = [
        ("within", {"sessions": {"session": "round-table-1"}, "windows": ["day-2"]}),
        ("before", {"first": {"session": "round-table-1"}, "then": {"session": "round-table-3"}}),
    ]
    (one,) = found(pinned(pin("pin", "round-table-1"), pin("pin", "round-table-2"), clauses=clauses))
    assert (ids(one.pins), ids(one.clauses), one.given) == (["pins/pin-round-table-1"], ["within"], ())
    assert one.verified
    assert one.sentence == (
        "The pin of round-table-1 (A. Planner: booked) contradicts within, paragraph 1: A promise of the "
        "example. Where it is pinned, round-table-1 is held from 10:00 on day-1 to 13:00 on day-1, "
        "outside day-2."
    )


def test_clauses_that_only_fail_together_are_all_named():
    clauses = [
        ("before", {"first": {"session": "round-table-1"}, "then": {"session": "round-table-2"}}),
        ("within", {"sessions": {"session": "round-table-2"}, "windows": ["day-1"]}),
        ("in-room", {"sessions": {"session": "round-table-3"}, "rooms": ["hall"]}),
    ]
    (one,) = found(pinned(pin("at", "round-table-1", windows=["day-1 afternoon"]), clauses=clauses))
    assert (ids(one.clauses), one.verified) == (["before", "within"], True)
    assert one.sentence == (
        "The pin of round-table-1 (day-1 afternoon; A. Planner: booked) contradicts before, paragraph 1: "
        "A promise of the example; and within, paragraph 1: A promise of the example."
    )


def test_a_pin_into_a_closed_room_names_what_is_physical():
    closures = [{"room": "hall", "window": "day-1 morning", "because": "taken"}]
    (one,) = found(pinned(pin("pin", "round-table-1"), closures=closures))
    assert (one.clauses, ids(one.given), one.verified) == ((), ["room-open"], True)
    assert one.sentence == (
        "The pin of round-table-1 (A. Planner: booked) contradicts room-open, paragraph 1: A promise of the "
        "example. Where it is pinned, round-table-1 is held in hall at 10:00 on day-1, which is closed day-1 "
        "morning (taken)."
    )


def test_a_pin_outside_the_official_hours_names_them():
    (one,) = found(pinned(pin("at", "round-table-3", windows=["day-1 18:00-22:00"])))
    assert (one.clauses, ids(one.given)) == ((), ["official-hours"])


def test_pins_that_contradict_each_other_are_both_named():
    two = pin("ban", "round-table-1", by="B. Planner: noise."), pin("pin", "round-table-1")
    (one,) = found(pinned(*two, pin("pin", "round-table-2")))
    assert (set(ids(one.pins)), one.clauses, one.given) == (
        {"pins/ban-round-table-1", "pins/pin-round-table-1"},
        (),
        (),
    )
    assert one.sentence == (
        "The ban of round-table-1 (B. Planner: noise) and the pin of round-table-1 (A. Planner: booked) "
        "contradict each other."
    )


def test_each_pin_says_where_it_stands():
    first = pin("ban", "round-table-1").replace(place="mini/pins.yaml:2")
    second = pin("at", "round-table-1", rooms=["hall"], windows=["day-1 morning"])
    (one,) = found(pinned(first, second.replace(place="mini/pins.yaml:6")))
    assert one.sentence == (
        "The ban of round-table-1 (A. Planner: booked; mini/pins.yaml:2) and the pin of round-table-1 "
        "(day-1 morning, in hall; A. Planner: booked; mini/pins.yaml:6) contradict each other."
    )


def test_pins_of_one_place_contradict_by_what_is_physical():
    both = {"windows": ["day-1 morning"], "rooms": ["hall"]}
    (one,) = found(pinned(pin("pin", "round-table-1"), pin("at", "round-table-2", **both)))
    assert (len(one.pins), ids(one.given), one.verified) == (2, ["one-meeting-per-room"], True)
    assert one.sentence.startswith(
        "The pin of round-table-1 (A. Planner: booked) and the pin of round-table-2 (day-1 morning, in hall; "
        "A. Planner: booked) together contradict one-meeting-per-room, paragraph 1: "
    )


def test_a_pin_to_a_room_that_is_no_more_stands_alone():
    forum = pinned(pin("pin", "round-table-1"))
    forum = forum.replace(rooms=tuple(room for room in forum.rooms if room.room != "hall"))
    (one,) = found(forum)
    assert (one.clauses, one.given) == ((), ())
    assert one.sentence == (
        "The pin of round-table-1 (A. Planner: booked) cannot be kept: the forum has no such time or room."
    )


def test_independent_contradictions_are_all_found():
    forum = pinned(
        pin("not-at", "round-table-1", rooms=["hall", "annex"]),
        pin("pin", "round-table-2"),
        pin("ban", "round-table-2"),
        pin("not-at", "round-table-3", windows=["day-1"]),
    )
    one, other = found(forum)
    assert ids(one.pins) == ["pins/not-at-round-table-1"]
    assert set(ids(other.pins)) == {"pins/pin-round-table-2", "pins/ban-round-table-2"}
    assert one.sentence.startswith("The not-at of round-table-1 (in hall or annex; A. Planner: booked)")


def test_there_is_nothing_to_say_without_pins_or_when_they_are_not_to_blame():
    impossible = [("within", {"sessions": "all", "windows": ["day-1 10:00-11:00"]})]
    assert found(pinned(clauses=impossible)) == ()
    assert found(pinned(pin("pin", "round-table-1"), clauses=impossible)) == ()
    assert found(pinned(pin("pin", "round-table-1"))) == ()


def test_without_time_it_is_said_that_nothing_was_found_out():
    (one,) = found(pinned(pin("not-at", "round-table-1", rooms=["hall", "annex"])), Limits(seconds=0))
    assert (ids(one.pins), one.clauses, one.verified) == (["pins/not-at-round-table-1"], (), False)
    assert one.sentence == (
        "In the time given it was not found out whether the forum is impossible because of its pins."
    )
    assert found(pinned(), Limits(seconds=0)) == ()


@pytest.mark.parametrize(("answered", "verified"), [(1, False), (2, False), (3, False), (100, True)])
def test_what_was_not_verified_in_time_is_said_so(monkeypatch, answered, verified):
    """Let the time run out after a number of questions."""
    real, asked = Subsets.possible, []

    def possible(self, rules, *, otherwise=False):
        asked.append(rules)
        return real(self, rules, otherwise=otherwise) if len(asked) <= answered else None

    monkeypatch.setattr(Subsets, "possible", possible)
    clauses = [("within", {"sessions": {"session": "round-table-1"}, "windows": ["day-2"]})]
    (one,) = found(pinned(pin("pin", "round-table-1"), clauses=clauses))
    assert (ids(one.pins), one.verified) == (["pins/pin-round-table-1"], verified)
    late = "In the time given it was not verified that all of this matters."
    assert one.sentence.endswith(late) is not verified
    if answered == 1:
        assert one.sentence == (
            f"The pin of round-table-1 (A. Planner: booked) cannot be kept with all other clauses. {late}"
        )


def test_what_is_found_stays_when_time_runs_out_after_it(monkeypatch):
    real = Subsets.possible
    first, second = pin("not-at", "round-table-1", rooms=["hall", "annex"]), pin("pin", "round-table-2")

    def possible(self, rules, *, otherwise=False):
        names = [rule.clause.clause for rule in rules]
        alone = first.clause in names or second.clause not in names
        return real(self, rules, otherwise=otherwise) if alone else None

    monkeypatch.setattr(Subsets, "possible", possible)
    assert [ids(one.pins) for one in found(pinned(first, second))] == [[first.clause]]


@pytest.mark.parametrize(("windows", "possible"), [(["day-1 morning"], False), (["day-1"], True)])
def test_rooms_that_cannot_be_matched_are_asked_again(windows, possible):
    forum = crowded()
    together = clause_of("within", {"sessions": "all", "windows": windows})
    forum = forum.replace(clauses=(*forum.clauses, together))
    rules = active_rules(forum)
    asked = Subsets(forum, rules, Settings(), Deadline(None))
    assert asked.possible(rules) is possible
    assert asked.possible(rules, otherwise=True) is possible


@pytest.mark.parametrize("size", range(1, 7))
def test_a_smallest_set_is_impossible_and_is_not_without_any_member(size):
    members = tuple(range(size))
    for count in range(size + 1):
        for core in combinations(members, count):
            assert smallest(members, set(core).issubset) == core


def test_one_member_is_preferred_to_several():
    assert smallest((1, 2, 3, 4), lambda some: {1, 2} <= {*some} or 4 in some) == (4,)


def test_without_proofs_all_members_stay():
    assert smallest((1, 2, 3), lambda _: False) == (1, 2, 3)
    assert smallest((), lambda _: False) == ()


VERBS = st.sampled_from(("pin", "ban", "at", "not-at"))
WINDOWS = st.sampled_from(("day-1", "day-2", "day-1 morning", "day-1 afternoon", "day-2 morning"))


@st.composite
def pins(draw, number):
    verb, name = draw(VERBS), draw(st.sampled_from(("plenary", "round-table-1", "round-table-2")))
    words = {}
    if verb in ("at", "not-at"):
        words["windows"] = [draw(WINDOWS)]
    if verb in ("at", "not-at") and draw(st.booleans()):
        words["rooms"] = [draw(st.sampled_from(("hall", "annex")))]
    return pin(verb, name, **words).replace(clause=f"pins/{number}")


@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(forum=small_forums(), some=st.tuples(pins(1), pins(2), pins(3)))
def test_contradictions_are_those_that_trying_everything_finds(forum, some):
    forum = forum.replace(clauses=(*forum.clauses, *some))
    rules = active_rules(forum)
    timetables = list(every_timetable(forum))

    def possible(kept):
        return any(not judge(forum, kept, timetable).breaches for timetable in timetables)

    others = [rule for rule in rules if rule.clause.mandate != "pins"]
    if not possible(others):
        assert contradictions(forum, rules) == ()
        return
    named = {rule.clause.clause: rule for rule in rules}
    background = [rule for rule in rules if rule.clause.tier == "physical"]
    answer = contradictions(forum, rules)
    event(f"{len(answer)} contradictions")
    left = [rule for rule in rules if rule.clause not in [clause for one in answer for clause in one.pins]]
    assert possible(left)
    for one in answer:
        members = [named[clause.clause] for clause in (*one.pins, *one.clauses)]
        assert one.verified
        assert not possible([*background, *members])
        assert all(possible([*background, *(rule for rule in members if rule is not out)]) for out in members)
