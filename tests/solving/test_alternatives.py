"""Alternatives: as different as possible, with no more claimed than is proven."""

from importlib import import_module
from itertools import combinations

import pytest

from scheduler.judging import judge
from scheduler.rules import active_rules
from scheduler.solving import Limits, solve
from scheduler.solving.alternatives import (
    Bounded,
    Contradicted,
    Copies,
    Unfinished,
    Wanted,
    alike,
    different,
    distance,
    every,
    spots_of,
)
from scheduler.solving.alternatives.differing import Differing
from scheduler.solving.alternatives.picking import pick
from scheduler.solving.run import Deadline, Run
from scheduler.solving.tick import tick_of
from tests.golden.placements import as_good_as_any, copies, held
from tests.golden.test_enumeration import FORUMS, HALLS, TABLES, small, tables

module = import_module("scheduler.solving.alternatives.different")
TOLD_APART = {f"round-table-{number}": {"objectives": [number]} for number in (1, 2, 3)}
APART_ROOMS = {"rooms": {"hall": {"building": "north"}}}


def plain(**more):
    """Make a forum of which no two timetables are copies: 192 of them."""
    return small({"sessions": TOLD_APART, **APART_ROOMS, **more})


def best_of(forum):
    solution = solve(forum, active_rules(forum))
    return solution.timetable, [level.value for level in solution.levels]


def found(forum, *wanted, limits=Limits(), slack=0):
    best, most = best_of(forum)
    return different(forum, active_rules(forum), best, [one + slack for one in most], Wanted(*wanted), limits)


def apart(timetables):
    return [distance(spots_of(one), spots_of(other)) for one, other in combinations(timetables, 2)]


def nearest(forum, one, other, sessions, rooms):
    """Count the meetings that differ from the nearest copy, by trying all."""
    return min(len(held(other) - copy) for copy in copies(forum, held(one), sessions, rooms))


def test_the_best_comes_first_and_as_many_as_wanted():
    answer = found(plain(), 4, 2)
    assert answer.timetables[0] == best_of(plain())[0]
    assert (len(answer.timetables), answer.proof, answer.known) == (4, "one-by-one", None)
    assert min(apart(answer.timetables)) >= 2


def test_each_is_as_far_as_possible_from_those_before_it():
    forum = plain()
    chosen = list(found(forum, 6).timetables)
    everything = [spots_of(one) for one in as_good_as_any(forum, active_rules(forum), 60)]
    order = Copies(forum, alike(forum, active_rules(forum)))
    for number in range(1, 6):
        before = [spots_of(one) for one in chosen[:number]]
        scores = [(min(d := [distance(one, other) for other in before]), sum(d)) for one in everything]
        mine = [distance(spots_of(chosen[number]), other) for other in before]
        assert (min(mine), sum(mine)) == max(scores)
        best = max(scores)
        equal = (one for one, score in zip(everything, scores, strict=True) if score == best)
        assert order.key(spots_of(chosen[number])) == min(map(order.key, equal))


@pytest.mark.parametrize("workers", [1, 8])
def test_workers_change_nothing(workers):
    assert found(plain(), 4, limits=Limits(workers=workers)) == found(plain(), 4)


@pytest.mark.parametrize("name", ["all alike", "numbers do not count", "two meetings each, three rooms"])
def test_distances_are_those_to_the_nearest_copy(name, monkeypatch):
    monkeypatch.setattr(module, "FEW_WITH_COPIES", 0)
    forum, sessions, rooms = FORUMS[name]
    rules = active_rules(forum)
    first, second = found(forum, 2).timetables
    everything = as_good_as_any(forum, rules, tick_of(forum, rules))
    farthest = max(nearest(forum, first, one, sessions, rooms) for one in everything)
    assert nearest(forum, first, second, sessions, rooms) == farthest > 0


@pytest.mark.parametrize("few", [0, 500])
def test_what_is_handed_out_is_the_copy_nearest_to_the_first(few, monkeypatch):
    monkeypatch.setattr(module, "FEW_WITH_COPIES", few)
    forum, sessions, rooms = FORUMS["all alike"]
    rules = active_rules(forum)
    first, *others = found(forum, 6).timetables
    assert others
    for one in others:
        assert distance(spots_of(one), spots_of(first)) == nearest(forum, one, first, sessions, rooms)
        assert not judge(forum, rules, one).breaches


def test_without_time_for_the_nearest_copies_others_are_handed_out(monkeypatch):
    forum = FORUMS["all alike"][0]
    best, most = best_of(forum)
    monkeypatch.setattr(module, "FEW_WITH_COPIES", 0)
    search = module._Search(forum, active_rules(forum), best, most, Wanted(2), Limits(), lambda _: None)
    search.found()
    monkeypatch.setattr(Copies, "nearest", lambda *_: None)
    assert search._as_found("all").timetables == tuple(search._chosen)
    assert len(search._chosen) == 2


def test_a_copy_that_the_solver_does_not_find_is_a_contradiction():
    forum = FORUMS["all alike"][0]
    made, spots = bounded(forum), spots_of(best_of(forum)[0])
    with pytest.raises(Contradicted):
        made.at({meeting: (start, "moon") for meeting, (start, _) in spots.items()})


def test_the_nearest_copy_of_every_pair():
    forum, sessions, rooms = FORUMS["all alike"]
    same = Copies(forum, alike(forum, active_rules(forum)))
    some = as_good_as_any(forum, active_rules(forum), 60)[::17]
    for one, other in combinations(some, 2):
        copy = same.nearest(spots_of(one), spots_of(other), Deadline(None))
        assert distance(copy, spots_of(other)) == nearest(forum, one, other, sessions, rooms)
        assert frozenset((meeting, room, start) for meeting, (start, room) in copy.items()) in copies(
            forum, held(one), sessions, rooms
        )


def test_few_are_picked_exactly():
    forum = small({"sessions": {"round-table-1": {}, "round-table-2": {"objectives": [1]}}, **APART_ROOMS})
    answer = found(forum, 4)
    everything = [spots_of(one) for one in as_good_as_any(forum, active_rules(forum), 60)]
    first = spots_of(answer.timetables[0])
    least = max(
        min(distance(one, other) for one, other in combinations((first, *some), 2))
        for some in combinations([one for one in everything if one != first], 3)
    )
    assert (answer.proof, answer.known) == ("farthest", len(everything))
    assert min(apart(answer.timetables)) == least


def test_all_there_are():
    forum = small({"sessions": {"round-table-1": {}}, **APART_ROOMS})
    answer = found(forum, 9)
    assert (len(answer.timetables), answer.proof, answer.known) == (8, "all", 8)


def test_one_by_one_ends_with_all_there_are(monkeypatch):
    monkeypatch.setattr(module, "FEW", 0)
    forum = small({"sessions": {"round-table-1": {}}, **APART_ROOMS})
    answer = found(forum, 9)
    assert (len(answer.timetables), answer.proof, answer.known) == (8, "all", 8)


def test_more_that_are_so_far_apart_do_not_exist():
    forum = small({"sessions": {"round-table-1": {}, "round-table-2": {"objectives": [1]}}, **APART_ROOMS})
    answer = found(forum, 20, 2)
    assert (answer.proof, min(apart(answer.timetables))) == ("no-more", 2)
    everything = [spots_of(one) for one in as_good_as_any(forum, active_rules(forum), 60)]
    assert (len(answer.timetables), answer.known) == (8, len(everything))


def test_whether_others_could_be_chosen_is_decided_on_a_longer_list(monkeypatch):
    forum = small({"sessions": {"round-table-1": {}, "round-table-2": {"objectives": [1]}}, **APART_ROOMS})
    exact = found(forum, 20, 2)
    monkeypatch.setattr(module, "FEW", 3)
    again = found(forum, 20, 2)
    assert (len(again.timetables), again.proof, again.known) == (8, exact.proof, exact.known)
    monkeypatch.setattr(module, "MANY", 3)
    open_still = found(forum, 20, 2)
    assert (open_still.proof, open_still.known) == ("none-further", None)
    assert min(apart(open_still.timetables)) == 2


def test_where_none_differs_so_much_no_two_do(monkeypatch):
    monkeypatch.setattr(module, "FEW", 3)
    answer = found(plain(), 5, 4)
    assert (len(answer.timetables), answer.proof) == (1, "no-more")


def test_a_large_forum_is_not_listed_beforehand(monkeypatch):
    monkeypatch.setattr(module, "SMALL", 3)
    monkeypatch.setattr(module, "every", None)
    assert found(small({"sessions": {"round-table-1": {}}, **APART_ROOMS}), 3).proof == "one-by-one"


def test_copies_are_not_handed_out():
    forum, sessions, rooms = FORUMS["all alike"]
    answer = found(forum, 50)
    assert answer.proof == "all"
    assert answer.alike.sessions == (TABLES,)
    assert {*answer.alike.rooms[0]} == {*HALLS[0]}
    assert all(
        nearest(forum, one, other, sessions, rooms) for one, other in combinations(answer.timetables, 2)
    )


def test_what_costs_more_is_allowed_by_slack(monkeypatch):
    monkeypatch.setattr(module, "FEW", 500)
    two = {name: TOLD_APART[name] for name in TABLES[:2]}
    forum = small({"sessions": two, **APART_ROOMS}, wishes=[("numbered-order", {})])
    rules = active_rules(forum)
    least, more = (len(as_good_as_any(forum, rules, 60, slack)) for slack in ([0], [1]))
    assert (found(forum, 2).known, found(forum, 2, slack=1).known) == (least, more)
    assert least < more


def test_no_time_leaves_the_best_alone():
    forum = plain()
    best, most = best_of(forum)
    answer = different(forum, active_rules(forum), best, most, Wanted(), Limits(seconds=1e-9))
    assert (answer.timetables, answer.proof) == ((best,), "unfinished")


def test_time_that_runs_out_while_more_are_looked_for_leaves_what_was_found(monkeypatch):
    class Late(Differing):
        def next(self, least):
            if len(self._chosen) == 3:
                raise Unfinished
            return super().next(least)

    monkeypatch.setattr(module, "Differing", Late)
    answer = found(plain(), 5)
    assert (len(answer.timetables), answer.proof) == (3, "unfinished")


def test_time_that_runs_out_while_the_longer_list_is_made_leaves_it_open(monkeypatch):
    def late(*_):
        raise Unfinished

    monkeypatch.setattr(module, "FEW", 3)
    monkeypatch.setattr(module, "pick", late)
    forum = small({"sessions": {"round-table-1": {}, "round-table-2": {"objectives": [1]}}, **APART_ROOMS})
    assert found(forum, 20, 2).proof == "none-further"


def test_a_best_that_is_not_among_all_is_a_contradiction(monkeypatch):
    monkeypatch.setattr(module, "every", lambda *some: [*every(*some)][1:])
    with pytest.raises(Contradicted):
        found(small({"sessions": {"round-table-1": {}}, **APART_ROOMS}), 3)


def bounded(forum):
    return Bounded(forum, active_rules(forum), best_of(forum)[1], Limits())


@pytest.mark.parametrize(
    ("statuses", "error"),
    [
        (["impossible", "optimal"], Contradicted),
        (["impossible", "unknown"], Unfinished),
        (["unknown"], Unfinished),
        (["invalid"], Contradicted),
    ],
)
def test_an_impossibility_is_confirmed_by_a_second_configuration(monkeypatch, statuses, error):
    made = bounded(plain())
    answers = iter(statuses)
    monkeypatch.setattr(
        import_module("scheduler.solving.alternatives.bounded"),
        "run",
        lambda *_, **__: Run(next(answers), (), 0, 0),
    )
    with pytest.raises(error):
        made.run(made.board.model.clone())


def test_what_was_found_cannot_be_impossible_afterwards(monkeypatch):
    differing = Differing(bounded(plain()), Copies(plain(), alike(plain(), active_rules(plain()))))
    differing.choose(best_of(plain())[0])
    answers = iter([Run("optimal", (), 1, 1), None])
    monkeypatch.setattr(differing, "_solved", lambda *_: next(answers))
    with pytest.raises(Contradicted):
        differing.next(1)


def test_the_nearest_copy_is_not_known_without_time(monkeypatch):
    forum = FORUMS["all alike"][0]
    same = Copies(forum, alike(forum, active_rules(forum)))
    best = best_of(forum)[0]
    assert same.nearest(spots_of(best), spots_of(best), Deadline(0)) is None
    monkeypatch.setattr(same, "nearest", lambda *_: None)
    differing = Differing(bounded(forum), same)
    differing.choose(best)
    with pytest.raises(Unfinished):
        differing.next(1)


def test_distances_to_copies_are_not_known_without_time(monkeypatch):
    forum = FORUMS["two meetings each, three rooms"][0]
    monkeypatch.setattr(Copies, "nearest", lambda *_: None)
    assert found(forum, 2).proof == "unfinished"


def test_a_meeting_that_cannot_be_somewhere_differs_from_it_anyway():
    forum = plain()
    made = bounded(forum)
    start, room = spots_of(best_of(forum)[0])["round-table-1"]
    assert made.truths("round-table-1", (start, room)) is not None
    assert made.truths("round-table-1", (start + 1, room)) is None
    assert made.truths("round-table-1", (start, "moon")) is None
    elsewhere = best_of(forum)[0].replace(
        placements=tuple(one.replace(room="moon") for one in best_of(forum)[0].placements)
    )
    differing = Differing(made, Copies(forum, alike(forum, active_rules(forum))))
    differing.choose(elsewhere)
    assert distance(spots_of(differing.next(3)), spots_of(elsewhere)) == 3


def test_picking_ends_with_its_time():
    with pytest.raises(Unfinished):
        pick([[0, 1], [1, 0]], 0, 2, 1, Deadline(0))


def test_a_small_choice_of_the_farthest():
    rows = [[0, 3, 1, 2], [3, 0, 2, 1], [1, 2, 0, 3], [2, 1, 3, 0]]
    assert pick(rows, 0, 2, 1, Deadline(None)) == [0, 1]
    assert pick(rows, 2, 2, 1, Deadline(None)) == [2, 3]
    assert pick(rows, 0, 4, 1, Deadline(None)) == [0, 1, 2, 3]
    assert pick(rows, 0, 4, 2, Deadline(None)) == [0, 1]
    assert pick(rows, 0, 4, 4, Deadline(None)) == [0]


def test_tables_of_one_forum_are_alike_by_hand():
    assert alike(small(tables()), active_rules(small(tables()))).sessions == (TABLES,)
