"""Clashes: independent ones and all of them, smallest first, verified, and what a time limit leaves."""

from itertools import combinations
from types import SimpleNamespace

import pytest

import scheduler.solving.explaining.clashes as clashing
from bench.planted import FAULTS, plant
from scheduler.reading import read_forum
from scheduler.rules import active_rules
from scheduler.solving import Limits
from scheduler.solving.explaining.all_clashes import all_clashes
from scheduler.solving.explaining.clashes import Clashes, clashes, smallest_of
from scheduler.solving.explaining.members import Member
from scheduler.solving.explaining.questions import Questions
from scheduler.solving.subsets import Answer
from tests.explaining.stages import EGYPT, ONE_DAY, TABLE, TABLES, found, names, of, pin, staged

ANNEX = {"closures": [{"room": "annex", "window": "day-1"}]}
DUTY = {"duties": [{"role": "co-chair", "party": "egypt"}]}
KIND = {"kind": "round-table"}
CROWDED = staged({**TABLES, **ONE_DAY, **ANNEX}, of("never-together", sessions=KIND))
BUSY = staged(
    {
        "sessions": {**dict.fromkeys(TABLES["sessions"], DUTY), "plenary": {"minutes": 240}},
        "parties": [{**EGYPT, "unavailable": ["day-1 morning"]}],
        **ONE_DAY,
    },
    pin("held-in", "round-table-1", windows=["day-1 morning"]),
)
TWO = staged(
    {**TABLES, "holidays": [{"date": "2030-01-07", "name": "Nowruz"}]},
    of("within", sessions={"session": "round-table-1"}, windows=["day-1"]),
    of("held-in", what={"session": "round-table-2"}, windows=["day-2 13:00-15:00"]),
    of("holidays", tier="practice"),
)


def every(forum, most=1000, limits=Limits()):
    return all_clashes(forum, active_rules(forum), most, limits)


def by_brute_force(forum) -> set[frozenset[str]]:
    """Ask about all subsets, the smallest first, but for those that hold a clash already."""
    questions, least = Questions(forum, active_rules(forum), Limits()), []
    for size in range(len(questions.members) + 1):
        for some in combinations(questions.members, size):
            if not any(one <= set(some) for one in least) and questions.possible(some) is False:
                least.append(set(some))
    return {frozenset(member.name for member in one) for one in least}


@pytest.mark.parametrize("forum", [CROWDED, BUSY, TWO], ids=["crowded", "busy", "two"])
def test_all_clashes_are_those_of_brute_force_smallest_first(forum):
    explanation = every(forum)
    sizes = [len(clash.members) for clash in explanation.found]
    assert sizes == sorted(sizes)
    assert all(clash.verified for clash in explanation.found)
    assert (explanation.possible, explanation.complete) == (False, True)
    assert len(sizes) > 1
    assert {frozenset(one) for one in names(explanation)} == by_brute_force(forum)


def test_no_more_clashes_are_found_than_asked_for():
    one = every(CROWDED, 1)
    assert (len(one.found), one.complete) == (1, False)
    number = len(every(CROWDED).found)
    assert every(CROWDED, number).complete


def test_independent_clashes_are_all_found():
    assert names(found(TWO)) == [{"clause held-in"}, {"clause within", "clause holidays"}]


def test_a_possible_forum_has_no_clash():
    forum = staged(TABLE)
    assert found(forum) == every(forum) == Clashes(True)


def test_what_is_given_may_be_impossible_by_itself():
    forum = staged(
        TABLE,
        of("held-in", tier="physical", what={"session": "round-table-1"}, windows=["day-1 13:00-15:00"]),
    )
    for explanation in (found(forum), every(forum)):
        assert (names(explanation), explanation.complete) == ([set()], True)
        assert explanation.found[0].verified


def test_without_time_nothing_is_known():
    none = Clashes(None, (), complete=False)
    assert found(TWO, Limits(seconds=0)) == every(TWO, limits=Limits(seconds=0)) == none


@pytest.fixture
def asking(monkeypatch):
    """Answer questions for as long as a function allows."""

    def make(allows):
        usual = Questions._ask

        def ask(self, members, otherwise):
            return usual(self, members, otherwise) if allows(self, otherwise) else Answer(None)

        monkeypatch.setattr(Questions, "_ask", ask)

    return make


def test_what_a_second_configuration_has_not_confirmed_is_not_verified(asking):
    asking(lambda _, otherwise: not otherwise)
    assert [clash.verified for clash in found(TWO).found] == [False, False]


@pytest.mark.parametrize("explain", [found, every])
def test_what_was_found_by_then_is_told_apart_from_what_was_not(asking, explain):
    whole = explain(TWO)
    known = []
    asking(lambda questions, _: known.append(questions) or len(known) <= 12)
    part = explain(TWO)
    assert (part.possible, part.complete) == (False, False)
    assert len(part.found) < len(whole.found) or not all(clash.verified for clash in part.found)


@pytest.mark.parametrize("most", range(1, 60, 3))
def test_whenever_time_runs_out_nothing_is_called_verified_that_is_none(asking, most):
    known = []
    asking(lambda questions, _: known.append(questions) or len(known) <= most)
    right = by_brute_force_of_two()
    for explain in (found, every):
        known.clear()
        for clash, members in zip((part := explain(TWO)).found, names(part), strict=True):
            assert not clash.verified or frozenset(members) in right


def by_brute_force_of_two() -> set[frozenset[str]]:
    return {frozenset({"clause held-in"}), frozenset({"clause within", "clause holidays"})}


@pytest.mark.parametrize("most", [0, 150])
def test_where_the_fewest_take_too_many_questions_each_clash_is_still_smallest(monkeypatch, most):
    monkeypatch.setattr(clashing, "FEW", most)
    for forum in (CROWDED, BUSY, TWO):
        explanation = found(forum)
        assert all(clash.verified for clash in explanation.found)
        assert {frozenset(one) for one in names(explanation)} <= by_brute_force(forum)


def test_of_several_clashes_one_with_the_fewest_members_comes_first():
    for forum in (CROWDED, BUSY, TWO):
        least = min(len(one) for one in by_brute_force(forum))
        assert len(found(forum).found[0].members) == least


@pytest.mark.parametrize("needed", [{0}, {8}, {3, 4}, {0, 11}, {1, 5, 10}, set(range(12))])
def test_all_that_is_not_needed_is_left_out(needed):
    members = [Member("duties", (str(number),)) for number in range(12)]
    wanted = {members[number] for number in needed}
    questions = SimpleNamespace(impossible=lambda some: wanted <= set(some))
    assert set(smallest_of(questions, members)) == wanted


def test_progress_is_told():
    said = []
    clashes(TWO, active_rules(TWO), Limits(), said.append)
    assert said == ["looking for clash 1", "looking for clash 2"]
    all_clashes(TWO, active_rules(TWO), 1, Limits(), said.append)
    assert said[2] == "looking for clash 1: question 1"


def test_one_room_and_round_tables_of_three_hours_are_exactly_three_members(tmp_path):
    reading = read_forum(plant(FAULTS["one-room-on-days-1-and-2"], tmp_path / "data"))
    members = {"clause 18(a)/round-table-days", "length round-table", "rooms day-1 day-2"}
    for explanation in (clashes(reading.forum, reading.rules), all_clashes(reading.forum, reading.rules, 10)):
        assert names(explanation) == [members]
        assert (explanation.possible, explanation.complete, explanation.found[0].verified) == (
            False,
            True,
            True,
        )
