"""The cheapest ways out are found, each is one, and the time is respected."""

from itertools import combinations

import pytest
from hypothesis import HealthCheck, assume, event, given, settings

from scheduler.judging import judge
from scheduler.solving import Limits
from scheduler.solving.relaxing import ways as searching
from scheduler.solving.relaxing.relaxations import relaxed
from scheduler.solving.relaxing.ways import ways
from scheduler.solving.run import Deadline
from scheduler.solving.subsets import Answer, any_timetable
from scheduler.solving.tick import tick_of
from tests.mini import clause_of
from tests.solving.relaxing.impossible import forums, made, offered

FOUR = {"sessions": {f"round-table-{number}": {} for number in (1, 2, 3, 4)}}
"""Four round tables in two half-days."""


def accept(_some, _timetable):
    return True


def found(forum, most=3, limits=Limits(), offers=None, accept=accept):
    answer = ways(forum, offered(forum) if offers is None else offers, most, accept, limits)
    return answer, [[one.name for one in way.relaxations] for way in answer.found]


def cost(some):
    return sum(one.aside for one in some), sum(one.price for one in some), len(some)


def possible(forum, some):
    changed, rules = relaxed(forum, some)
    answer = any_timetable(changed, rules, tick_of(changed, rules), None, Deadline(None))
    return answer.possible


def sets(offers):
    """Yield all sets in the order of their costs."""
    every = (some for count in range(len(offers) + 1) for some in combinations(offers, count))
    whole = (some for some in every if {one.behind for one in some} <= {"", *(one.name for one in some)})
    return sorted(whole, key=cost)


@settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(forum=forums())
def test_no_cheaper_set_is_a_way_out_and_the_judge_accepts_each(forum):
    offers = offered(forum)
    assume(len(offers) <= 11)
    answer, _ = found(forum)
    taken = [{*way.relaxations} for way in answer.found]
    event(f"{len(taken)} ways out of up to {max((len(one) for one in taken), default=0)}")
    assert answer.complete
    assert [cost(way.relaxations) for way in answer.found] == sorted(
        cost(way.relaxations) for way in answer.found
    )
    for way in answer.found:
        changed, rules = relaxed(forum, way.relaxations)
        assert judge(changed, rules, way.timetable).breaches == ()
    last = cost(answer.found[-1].relaxations) if len(taken) == 3 else (len(offers),)
    cheaper = [
        some for some in sets(offers) if cost(some) < last and not any(one <= {*some} for one in taken)
    ]
    for some in cheaper[:150]:
        assert possible(forum, some) is False, [one.name for one in some]


def test_a_possible_forum_needs_nothing():
    answer, names = found(made({"sessions": {"plenary": {}}}), most=1)
    assert names == [[]]
    assert answer.complete


def test_ways_out_come_by_price_and_then_in_order():
    answer, names = found(made(FOUR, ["within"]), most=5)
    assert names == [
        ["open-room annex"],
        ["open-room attic"],
        ["shorten round-table"],
    ]
    assert [way.cheapest for way in answer.found] == [True, True, True]
    assert answer.complete


def test_fewer_practices_come_before_a_smaller_sum():
    closures = [{"room": "hall", "window": window} for window in ("day-1 morning", "day-2")]
    overlay = {"sessions": {"plenary": {}}, "closures": closures}
    _, names = found(
        made(overlay, [], ["in-room"], costs={"set-aside": 0, "open-room": 0, "shorten": 900}), most=2
    )
    assert names == [[]]
    closed = {"sessions": {"plenary": {}}, "closures": [{"room": "hall", "window": "until day-2"}]}
    _, names = found(
        made(closed, [], ["in-room"], costs={"set-aside": 0, "open-room": 0, "reopen-room": 900})
    )
    assert names == [
        ["reopen-room hall until day-2"],
        ["open-room annex", "set-aside in-room"],
        ["open-room attic", "set-aside in-room"],
    ]


def test_a_second_room_that_is_alike_comes_only_beside_the_first():
    six = {"sessions": {f"round-table-{number}": {} for number in range(1, 7)}}
    rooms = {"hall": {}, "annex": {}, "cellar": {}, "attic": {}}
    _, names = found(made({**six, "rooms": rooms}, ["within"], costs={"shorten": 100}), most=2)
    assert names == [["open-room annex", "open-room cellar"], ["open-room annex", "shorten round-table"]]


def test_what_is_not_accepted_is_passed_over():
    def not_the_annex(some, _timetable):
        return all(one.name != "open-room annex" for one in some)

    _, names = found(made(FOUR, ["within"]), most=1, accept=not_the_annex)
    assert names == [["open-room attic"]]


def test_where_nothing_helps_that_is_proven():
    forum = made({"sessions": {"plenary": {}, "round-table-1": {}}}, ["within", "before", "fills-day"])
    evening = [one for one in offered(forum) if one.sort != "set-aside"]
    late = made({"sessions": {"plenary": {}}}, ["fills-day"])
    answer, names = found(late, offers=[one for one in offered(late) if one.sort == "open-room"])
    assert (answer.complete, names) == (True, [])
    assert evening


class Out:
    """A deadline that is reached after so many answers."""

    def __init__(self, monkeypatch, answers):
        self.left = answers
        monkeypatch.setattr(searching, "any_timetable", self.ask)

    def ask(self, *words):
        self.left -= 1
        return any_timetable(*words) if self.left >= 0 else Answer(None)


@pytest.mark.parametrize("limits", [Limits(), Limits(600)])
def test_without_time_nothing_is_found(monkeypatch, limits):
    Out(monkeypatch, 0)
    answer, names = found(made(FOUR, ["within"]), limits=limits)
    assert (names, answer.complete) == ([], False)


def test_a_way_out_that_was_found_quickly_is_told_apart(monkeypatch):
    forum = made(FOUR, ["within"])
    whole = Out(monkeypatch, 1000)
    found(forum, limits=Limits(600), most=0)
    quick = 1000 - whole.left
    Out(monkeypatch, quick)
    answer, names = found(forum, limits=Limits(600))
    assert names[-1] == ["open-room annex"]
    assert [way.cheapest for way in answer.found] in ([False], [True])
    assert not answer.complete
    Out(monkeypatch, quick)
    assert found(forum, limits=Limits(600), accept=lambda *_: False)[1] == []


def test_what_is_proven_is_not_told_twice(monkeypatch):
    forum = made(FOUR, ["within"])
    whole = Out(monkeypatch, 1000)
    found(forum, limits=Limits(600), most=5)
    Out(monkeypatch, 1000 - whole.left - 1)
    answer, names = found(forum, limits=Limits(600), most=5)
    assert names[0] == ["open-room annex"]
    assert all(way.cheapest for way in answer.found)
    assert not answer.complete


def test_a_practice_that_the_data_breaks_is_part_of_each_way_out():
    forum = made(FOUR, ["within"])
    many = clause_of("so-many", {"sessions": {"kind": "round-table"}, "exactly": 5}, "practice")
    answer, names = found(forum.replace(clauses=(*forum.clauses, many)), most=2)
    assert names == [["open-room annex", "set-aside so-many"], ["open-room attic", "set-aside so-many"]]
    assert answer.complete


def test_one_of_two_who_are_away_is_replaced_and_not_both():
    opening = [{"segment": "opening", "title": "Opening", "minutes": 30}, {"segment": "debate", "title": "D"}]
    duties = [{"role": "co-chair", "party": "egypt"}, {"role": "co-chair", "party": "germany"}]
    away = [
        {"party": name, "name": name.title(), "kind": "member-state", "unavailable": ["day-2"]}
        for name in ("egypt", "germany")
    ]
    overlay = {"sessions": {"plenary": {"segments": opening}, "round-table-1": {"duties": duties}}}
    late = clause_of("within", {"sessions": {"session": "plenary"}, "windows": ["day-2"]})
    forum = made({**overlay, "parties": away}, ["represented"])
    some = [one for one in offered(forum) if one.sort == "officer"]
    _, names = found(forum.replace(clauses=(*forum.clauses, late)), most=9, offers=some)
    assert names == [
        ["officer egypt"],
        ["officer egypt round-table-1"],
        ["officer germany"],
        ["officer germany round-table-1"],
    ]
