"""Solving: honest statuses, rooms matched after the times, and the same answer on every way to it."""

import os
import signal
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module

import pytest
from ortools.sat.python import cp_model

from scheduler.judging import judge
from scheduler.rules import active_rules
from scheduler.solving import Limits, levels, solve
from scheduler.solving.posting import post
from scheduler.solving.run import Deadline, Run, Settings, run
from scheduler.solving.tick import tick_of
from tests.mini import clause_of, forum_of

solve_module = import_module("scheduler.solving.solve")
PHYSICAL = ("placed", "one-meeting-per-room", "room-open", "room-fits", "one-place-per-party", "agenda")


def forum_with(overlay, clauses=(), wishes=()):
    forum = forum_of(overlay)
    made = [clause_of(rule, {}, "physical") for rule in (*PHYSICAL, "official-hours")]
    made += [clause_of(rule, words) for rule, words in clauses]
    made += [clause_of(rule, words, "preference") for rule, words in wishes]
    return forum.replace(clauses=tuple(made), levels=tuple((rule,) for rule, _ in wishes))


def solved(forum, *limits, **more):
    return solve(forum, active_rules(forum), *limits, **more)


def three(**more):
    return {"sessions": {f"round-table-{number}": {} for number in (1, 2, 3)}, **more}


def starts(solution, forum):
    return {
        place.meeting: (place.room, forum.clock.words(place.start)) for place in solution.timetable.placements
    }


def test_without_levels_the_earliest_timetable_is_found():
    forum = forum_with(three())
    assert starts(solved(forum), forum) == {
        "round-table-1": ("hall", "10:00 on day-1"),
        "round-table-2": ("annex", "10:00 on day-1"),
        "round-table-3": ("hall", "15:00 on day-1"),
    }


@pytest.mark.parametrize("seed", [0, 1, 7])
@pytest.mark.parametrize("workers", [0, 1, 8])
def test_seeds_and_workers_change_nothing(seed, workers):
    forum = forum_with(three(), wishes=[("fewest-parallel", {}), ("numbered-order", {})])
    usual = solved(forum)
    assert solved(forum, Limits(workers=workers, seed=seed)) == usual
    assert [(level.value, level.bound) for level in usual.levels] == [(0, 0), (0, 0)]


def test_a_timetable_to_begin_with_changes_nothing():
    forum = forum_with(three(), wishes=[("fewest-parallel", {})])
    other = forum_with(three(), wishes=[("numbered-order", {})])
    usual = solved(forum)
    assert solved(forum, begin=solved(other).timetable) == usual


def test_a_hint_may_know_meetings_that_are_no_more():
    more, forum = forum_with(three()), forum_with({"sessions": {"round-table-2": {}}})
    assert starts(solved(forum, begin=solved(more).timetable), forum) == {
        "round-table-2": ("hall", "10:00 on day-1")
    }


def test_agendas_begin_with_what_is_hinted():
    parts = [
        {"segment": "opening", "title": "Opening", "shortest": 30},
        {"segment": "debate", "title": "Debate", "shortest": 30},
    ]
    forum = forum_with({"sessions": {"plenary": {"segments": parts}}})
    usual = solved(forum)
    assert solved(forum, begin=usual.timetable) == usual
    assert [part.end - part.start for part in usual.timetable.segments] == [30, 150]


def test_too_few_rooms_are_impossible():
    forum = forum_with(
        three(closures=[{"room": "annex", "window": "day-1"}, {"room": "annex", "window": "day-2"}]),
        clauses=[("within", {"sessions": "all", "windows": ["day-1"]})],
    )
    assert solved(forum).status == "impossible"
    assert solved(forum).timetable is None


def test_rooms_that_counts_alone_do_not_match_are_cut():
    """Three meetings with rooms {1, 2}, {2, 3} and {1, 3}, and a fourth with {1, 3}: no slot holds all."""
    features = {"one": "ab", "two": "bc", "three": "ac"}
    rooms = {name: {"features": [f for f in "abc" if f in marks]} for name, marks in features.items()}
    shut = [{"room": room, "window": day} for room in ("hall", "annex") for day in ("day-1", "day-2")]
    sessions = {
        "round-table-1": {"features": ["a"]},
        "round-table-2": {"features": ["a"]},
        "round-table-3": {"features": ["b"]},
        "round-table-4": {"features": ["c"]},
    }
    forum = forum_with({"rooms": rooms, "sessions": sessions, "closures": shut})
    rules = active_rules(forum)
    assert not post(forum, rules, tick_of(forum, rules)).rooms.tied
    solution = solve(forum, rules)
    assert solution.status == "optimal"
    assert judge(forum, rules, solution.timetable).breaches == ()
    assert [forum.clock.words(one.start) for one in solution.timetable.placements] == [
        "10:00 on day-1",
        "10:00 on day-1",
        "10:00 on day-1",
        "15:00 on day-1",
    ]


@pytest.mark.parametrize(("clauses", "overlay"), [((), {}), ([("consecutive", {})], {"sessions": {}})])
def test_no_session_is_a_timetable_too(clauses, overlay):
    forum = forum_with(overlay, clauses=clauses)
    solution = solved(forum)
    assert (solution.status, solution.timetable.placements) == ("optimal", ())


def test_no_time_finds_nothing_and_says_so():
    forum = forum_with(three(), wishes=[("fewest-parallel", {})])
    solution = solved(forum, Limits(seconds=0.0))
    assert (solution.status, solution.timetable) == ("unknown", None)


class Answers:
    """Gives the answers of a list in the place of the solver's, where there is one."""

    def __init__(self, monkeypatch, module, *answers):
        self._answers = list(answers)
        self._real = module.run
        monkeypatch.setattr(module, "run", self)

    def __call__(self, *arguments, **more):
        answer = self._answers.pop(0) if self._answers else None
        real = self._real(*arguments, **more)
        return real if answer is None else answer(real)


def cut_off(real):
    return Run("unknown", (), 0, 0)


def without_proof(real):
    return Run("feasible", real.values, real.value, real.value - 1)


PARALLEL = three(closures=[{"room": "hall", "window": "day-2"}, {"room": "annex", "window": "day-2"}])


def test_a_level_that_time_cut_off_keeps_its_value_without_a_proof(monkeypatch):
    forum = forum_with(PARALLEL, wishes=[("fewest-parallel", {}), ("numbered-order", {})])
    Answers(monkeypatch, levels, without_proof)
    solution = solved(forum)
    assert solution.status == "feasible"
    assert (solution.levels[0].value, solution.levels[0].bound) == (1, 0)
    assert judge(forum, active_rules(forum), solution.timetable).breaches == ()


def test_a_later_level_that_time_cut_off_keeps_what_was_found(monkeypatch):
    wishes = [("fewest-parallel", {}), ("time-between", {"first": "all", "then": "all", "wanted": 60})]
    forum = forum_with(PARALLEL, wishes=wishes)
    Answers(monkeypatch, levels, None, cut_off)
    solution = solved(forum)
    assert solution.status == "feasible"
    assert solution.levels[0].proven
    assert not solution.levels[1].proven


def test_a_canonical_run_that_time_cut_off_claims_no_proof(monkeypatch):
    forum = forum_with(three(), wishes=[("fewest-parallel", {})])
    found = solved(forum)
    monkeypatch.setattr(solve_module, "first_of_the_best", lambda *_: cut_off(None))
    solution = solved(forum)
    assert solution.status == "feasible"
    assert solution.levels == found.levels


@pytest.mark.parametrize(
    ("second", "status"),
    [("impossible", "impossible"), ("optimal", "invalid"), ("unknown", "unknown"), ("feasible", "invalid")],
)
def test_impossible_is_confirmed_by_a_second_configuration(monkeypatch, second, status):
    forum = forum_with({"sessions": {"plenary": {"minutes": 240}}})
    monkeypatch.setattr(solve_module, "run_otherwise", lambda *_: Run(second, (), 0, 0))
    assert solved(forum).status == status


def test_a_proven_optimum_without_a_canonical_timetable_is_no_answer(monkeypatch):
    monkeypatch.setattr(solve_module, "first_of_the_best", lambda *_: Run("impossible", (), 0, 0))
    solution = solved(forum_with({}))
    assert (solution.status, solution.timetable) == ("invalid", None)


def test_the_solver_leaves_ctrl_c_to_us():
    before = signal.getsignal(signal.SIGINT)
    assert run(cp_model.CpModel(), Settings(), Deadline(None)).status == "optimal"
    with pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


def test_beside_the_main_thread_signals_are_left_alone():
    with ThreadPoolExecutor() as pool:
        found = pool.submit(run, cp_model.CpModel(), Settings(), Deadline(None)).result()
    assert found.status == "optimal"


def test_what_the_forum_costs_anyway_is_added_to_its_level():
    overlay = {"sessions": {"round-table-1": {"objectives": [1]}}}
    words = {"sessions": "all", "split": [{"number": 1, "objectives": [2]}]}
    forum = forum_with(overlay, wishes=[("covers-as-listed", words)])
    solution = solved(forum)
    assert [(level.value, level.bound) for level in solution.levels] == [(2, 2)]


def test_progress_is_told_level_by_level():
    forum, told = forum_with(three(), wishes=[("fewest-parallel", {}), ("numbered-order", {})]), []
    solved(forum, tell=told.append)
    assert told == ["level 1 of 2: fewest-parallel", "level 2 of 2: numbered-order"]


def test_time_that_is_left_shrinks_to_nothing():
    assert Deadline(None).left() is None
    assert Deadline(0.0).left() == 0.0
    assert 0.0 < Deadline(100.0).left() <= 100.0


def test_a_broken_model_is_neither_impossible_nor_unknown():
    model = cp_model.CpModel()
    model.new_int_var(0, 1, "x")
    model.proto.variables[0].domain[0] = 5
    assert run(model, Settings(), Deadline(None)).status == "invalid"


def test_a_solver_that_stops_before_its_time_was_interrupted(monkeypatch):
    monkeypatch.setattr(cp_model.CpSolver, "solve", lambda *_: cp_model.UNKNOWN)
    monkeypatch.setattr(cp_model.CpSolver, "response_proto", property(lambda _: Nothing))
    for seconds in (None, 60.0):
        with pytest.raises(KeyboardInterrupt):
            run(cp_model.CpModel(), Settings(), Deadline(seconds))
    assert run(cp_model.CpModel(), Settings(), Deadline(0.1)).status == "unknown"


@pytest.mark.parametrize("work", [2.0, 1.0])
def test_a_run_that_counts_work_is_interrupted_only_before_its_work_is_done(monkeypatch, work):
    monkeypatch.setattr(cp_model.CpSolver, "solve", lambda *_: cp_model.UNKNOWN)
    monkeypatch.setattr(cp_model.CpSolver, "response_proto", property(lambda _: Nothing))
    deadline = Deadline(None).counting(work)
    if work > Nothing.deterministic_time:
        with pytest.raises(KeyboardInterrupt):
            run(cp_model.CpModel(), Settings(), deadline)
    else:
        assert run(cp_model.CpModel(), Settings(), deadline).status == "unknown"


class Nothing:
    """What a solver says that has found nothing."""

    solution = ()
    deterministic_time = 1.0
    objective_value = best_objective_bound = 0.0


def test_the_tick_divides_everything():
    overlay = {
        "sessions": {
            "plenary": {
                "minutes": 180,
                "setup": 20,
                "segments": [{"segment": "all", "title": "All", "shortest": 30, "longest": 180}],
            }
        },
        "closures": [{"room": "hall", "window": "day-1 09:00-10:40"}],
        "parties": [{"party": "egypt", "name": "Egypt", "kind": "x", "unavailable": ["day-1 10:00-10:05"]}],
    }
    forum = forum_with(overlay)
    assert tick_of(forum, active_rules(forum)) == 5
    assert tick_of(forum_with({}), ()) == 60
    half = "interactive-share", {"sessions": "all", "percent": 51}
    lively = forum_with({"sessions": {"plenary": {}}}, wishes=[half])
    assert tick_of(lively, active_rules(lively)) == 4
    gap = forum_with({}, wishes=[("gap-in-room", {"minutes": 7})])
    assert tick_of(gap, active_rules(gap)) == 1
