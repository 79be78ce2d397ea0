"""Solving that is ended early: what was found is kept, and a later solve goes on from it."""

import os
import signal
from dataclasses import replace
from importlib import import_module
from random import Random
from threading import Timer
from types import SimpleNamespace

import pytest
from ortools.sat.python import cp_model

from scheduler.judging import judge
from scheduler.judging import paid as judged
from scheduler.rules import active_rules
from scheduler.solving import Limits, Stop, levels
from scheduler.solving.levels import hold
from scheduler.solving.posting import post
from scheduler.solving.run import Deadline, Run, Settings, run
from scheduler.solving.stopping import solve_until_stopped
from scheduler.solving.tick import tick_of
from tests.solving.test_solve import PARALLEL, Answers, cut_off, forum_with, solved, three, without_proof

solve_module = import_module("scheduler.solving.solve")
mending = import_module("scheduler.solving.mending")
WISHES = [("fewest-parallel", {}), ("time-between", {"first": "all", "then": "all", "wanted": 60})]


def anytime(**more):
    return Limits(anytime=True, **more)


def puzzle():
    """Return a model of which solutions are soon found, and which no worker proves in seconds."""
    model, draw = cp_model.CpModel(), Random(1)
    nests = [[model.new_bool_var("") for _ in range(10)] for _ in range(50)]
    for nest in nests:
        model.add_exactly_one(nest)
    for hole in zip(*nests, strict=True):
        model.add(sum(hole) <= 5)
    torn = []
    for one in nests:
        for other in draw.sample(nests, 8):
            if other is not one:
                torn.append(model.new_bool_var(""))
                for here, there in (*zip(one, other), *zip(one[1:], other), *zip(one, other[1:])):  # noqa: B905
                    model.add_bool_or(torn[-1], ~here, ~there)
    model.minimize(sum(draw.randint(1, 9) * one for one in torn))
    return model


def watched(deadline, told):
    return levels.Watch("level 1 of 1: all", 0, deadline, told.append)


def test_a_run_that_is_ended_gives_what_it_has_found():
    deadline, model = anytime().deadline, puzzle()

    def tell(sentence):
        if "gap" in sentence:
            deadline.stop()

    watch = levels.Watch("level", 0, deadline, tell)
    answer = run(model, Settings(workers=1), deadline, watch=watch)
    assert (answer.status, deadline.stopped, deadline.left()) == ("feasible", True, 0.0)
    assert answer.values
    assert run(model, Settings(workers=1), deadline).status == "unknown"


def test_ctrl_c_interrupts_a_run_that_has_found_nothing(monkeypatch):
    deadline, stopped = anytime().deadline, []

    def pressed(*_):
        raise KeyboardInterrupt

    solver = SimpleNamespace(
        parameters=SimpleNamespace(catch_sigint_signal=True),
        solve=lambda *_: cp_model.UNKNOWN,
        stop_search=lambda: stopped.append(1),
    )
    monkeypatch.setattr(import_module("scheduler.solving.stopping"), "_awaited", pressed)
    with pytest.raises(KeyboardInterrupt):
        solve_until_stopped(solver, cp_model.CpModel(), deadline, None)
    assert (stopped, solver.parameters.catch_sigint_signal) == ([1], False)


def test_ctrl_c_is_heard_while_the_solver_runs():
    """The solver itself would hear it only after the third time."""
    deadline, heard, model = anytime().deadline, [], puzzle()
    before = signal.signal(signal.SIGINT, lambda *_: heard.append(deadline.stop()))
    try:
        press = Timer(0.0, lambda: os.kill(os.getpid(), signal.SIGINT))
        told = []

        def tell(sentence):
            if "gap" in sentence and not told:
                told.append(sentence)
                press.start()

        watch = levels.Watch("level", 0, deadline, tell)
        assert run(model, Settings(workers=1), deadline, watch=watch).status == "feasible"
    finally:
        signal.signal(signal.SIGINT, before)
    assert heard == [True]


def test_a_deadline_ends_early_only_once_and_only_with_something_in_hand():
    deadline = anytime(seconds=60).deadline
    part = deadline.within(1)
    assert not deadline.stop()
    deadline.keep()
    assert (part.stop(), deadline.stop()) == (True, False)
    assert (deadline.stopped, deadline.left(), part.left()) == (True, 0.0, 0.0)


def test_work_is_counted_instead_of_seconds_by_those_that_share_it():
    deadline = Limits(seconds=10, reproducible=True).deadline
    part, longer = deadline.within(4), deadline.within(40)
    part.spend(3)
    assert (deadline.left(), part.left(), longer.left()) == (7.0, 1.0, 7.0)


def test_what_work_cuts_off_is_the_same_twice():
    def once():
        limits = Limits(seconds=0.3, workers=8, reproducible=True)
        return run(puzzle(), Settings(), limits.deadline)

    first = once()
    assert (first.status, once()) == ("feasible", first)


def test_reproducible_limits_without_seconds_cut_nothing_off():
    forum = forum_with(PARALLEL, wishes=WISHES)
    assert solved(forum, Limits(reproducible=True)) == solved(forum)


def test_whoever_watches_is_told_value_bound_and_gap():
    told, deadline = [], anytime().deadline
    watch = watched(deadline, told)
    watch.begin(None, 2)
    watch.bound(3.0)
    watch.begin(12, 3)
    watch.bound(9.0)
    watch.bound(4.0)
    watch.bound(12.0)
    assert told == [
        "level 1 of 1: all; nothing found yet, at least 3",
        "level 1 of 1: all; 12 found, at least 9, gap 25 %",
        "level 1 of 1: all; 12 found, at least 9, gap 25 %",
        "level 1 of 1: all; 12 found, at least 12, gap 0 %",
    ]


def test_progress_counts_what_the_forum_costs_anyway():
    overlay = {**PARALLEL, "sessions": {f"round-table-{one}": {"objectives": [1]} for one in (1, 2, 3)}}
    words = {"sessions": "all", "split": [{"number": 1, "objectives": [2]}]}
    forum = forum_with(overlay, wishes=[("covers-as-listed", words), ("fewest-parallel", {})])
    forum, told = forum.replace(levels=(("covers-as-listed", "fewest-parallel"),)), []
    solution = solved(forum, anytime(), tell=told.append)
    assert told[0] == "level 1 of 1: covers-as-listed, fewest-parallel"
    value = solution.levels[0].value
    assert value > 1
    assert told[-1].endswith(f"; {value} found, at least {value}, gap 0 %")


@pytest.mark.parametrize(
    ("clauses", "said"),
    [(("a", "b", "c"), "a, b, c"), (("a", "b", "c", "d"), "a, b, 2 more")],
)
def test_progress_names_few_of_many_clauses(clauses, said):
    assert levels._some(clauses) == said


def test_a_planner_may_end_it_after_something_is_found():
    forum, told = forum_with(PARALLEL, wishes=WISHES), []
    limits = anytime()

    def tell(sentence):
        told.append(sentence)
        limits.deadline.stop()

    solution = solved(forum, limits, tell=tell)
    assert (solution.status, limits.deadline.stopped) == ("feasible", True)
    assert told[-1].startswith("level 1 of 2")
    assert judge(forum, active_rules(forum), solution.timetable).breaches == ()
    assert (solution.levels[1].proven, solution.levels[1].bound) == (False, 0)


def test_a_worse_answer_than_before_is_passed_over(monkeypatch):
    """What is offered as a hint can be lost when time runs out early."""
    forum = forum_with(PARALLEL, wishes=WISHES)
    usual = solved(forum)
    worse = Run("feasible", (10_000,) * 10_000, 0, 0)
    Answers(monkeypatch, levels, None, lambda _: worse)
    solution = solved(forum)
    assert solution.status == "feasible"
    assert solution.levels[0] == usual.levels[0]
    assert solution.levels[1].value < 10_000
    assert judge(forum, active_rules(forum), solution.timetable).breaches == ()


def stopped(monkeypatch, forum, *answers):
    """Solve a forum with some answers in the place of the solver's, and tell where that stopped."""
    with monkeypatch.context() as patch:
        Answers(patch, levels, *answers)
        solution = solved(forum)
    assert solution.status == "feasible"
    verdict = judge(forum, active_rules(forum), solution.timetable)
    paid = judged(forum, verdict)
    known = (level.replace(value=now) for level, now in zip(solution.levels, paid, strict=True))
    return Stop(solution.timetable, tuple(known))


def test_it_goes_on_from_where_an_earlier_one_stopped(monkeypatch):
    forum = forum_with(PARALLEL, wishes=WISHES)
    usual, stop = solved(forum), stopped(monkeypatch, forum, None, cut_off)
    solution = solved(forum, stop=stop)
    assert solution.went_on
    assert (solution.timetable, solution.levels) == (usual.timetable, usual.levels)


def test_what_was_proven_is_not_proven_again(monkeypatch):
    forum = forum_with(PARALLEL, wishes=WISHES)
    stop, runs = stopped(monkeypatch, forum, None, cut_off), []
    monkeypatch.setattr(levels, "run", lambda *some, **_: runs.append(1) or cut_off(some))
    solution = solved(forum, stop=stop)
    assert (solution.status, len(runs)) == ("feasible", 1)
    assert solution.timetable == stop.timetable
    assert solution.levels[0] == stop.levels[0]
    assert solution.levels[0].proven


def test_a_bound_of_before_counts_as_long_as_the_levels_above_are_as_good(monkeypatch):
    forum = forum_with(PARALLEL, wishes=WISHES)
    stop = stopped(monkeypatch, forum, without_proof)
    assert stop.levels[0].value > 0
    monkeypatch.setattr(levels, "run", lambda *some, **_: cut_off(some))
    known = tuple(level.replace(bound=1) for level in stop.levels)
    assert [one.bound for one in solved(forum, stop=Stop(stop.timetable, known)).levels] == [1, 1]
    worse = (known[0].replace(value=0, bound=0), known[1])
    assert [one.bound for one in solved(forum, stop=Stop(stop.timetable, worse)).levels] == [0, 0]
    assert [one.bound for one in solved(forum, stop=Stop(stop.timetable)).levels] == [0, 0]


def test_an_impossible_timetable_is_no_place_to_go_on_from():
    forum = forum_with(three())
    later = forum_with(three(), clauses=[("within", {"sessions": "all", "windows": ["day-2"]})])
    usual = solved(forum)
    solution = solved(later, begin=usual.timetable, stop=Stop(usual.timetable))
    assert not solution.went_on
    assert solution == solved(later)


def test_an_equal_answer_leaves_what_is_better_at_levels_to_come(monkeypatch):
    """A cut-off run finds another timetable that pays as much at its level, and more at the next."""
    forum = forum_with(PARALLEL, wishes=WISHES)
    usual = solved(forum)
    open_levels = tuple(level.replace(bound=0) for level in usual.levels)

    def dearer(*some, **_):
        board = post(forum, active_rules(forum), tick_of(forum, active_rules(forum)))
        first, second = (board.prices.terms(clauses) for clauses in forum.levels)
        hold(board, first, usual.levels[0].value)
        board.model.maximize(sum(price * one for price, one in second))
        answer = run(board.model, Settings(), Deadline(None))
        assert levels.paid(second, answer) > usual.levels[1].value
        monkeypatch.setattr(levels, "run", lambda *some, **_: cut_off(some))
        return replace(answer, status="feasible", bound=0)

    monkeypatch.setattr(levels, "run", dearer)
    solution = solved(forum, stop=Stop(usual.timetable, open_levels))
    assert solution.timetable == usual.timetable
    assert [level.value for level in solution.levels] == [level.value for level in usual.levels]
