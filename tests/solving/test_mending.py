"""Rooms that cannot be matched when time is up: the best found is mended, and not lost."""

from importlib import import_module

import pytest

from scheduler.judging import judge
from scheduler.rules import active_rules
from scheduler.solving import Limits, Stop
from scheduler.solving.run import Run
from scheduler.solving.solution import MissingCut
from tests.solving.test_solve import PARALLEL, forum_with, solved

solve_module = import_module("scheduler.solving.solve")
mending = import_module("scheduler.solving.mending")
ALL = frozenset({"hall", "annex"})


class Unmatched:
    """Lets the first readings of a timetable fail, and time be up from then on."""

    def __init__(self, monkeypatch, limits, readings):
        self._limits, self._readings, self._read = limits, readings, mending.read
        monkeypatch.setattr(solve_module, "read", self)
        monkeypatch.setattr(mending, "read", self)

    def __call__(self, board, answer):
        self._readings -= 1
        if self._readings < 0:
            return self._read(board, answer)
        self._limits.deadline.keep()
        self._limits.deadline.stop()
        raise MissingCut((ALL,))


@pytest.fixture
def forum():
    return forum_with(PARALLEL, wishes=[("fewest-parallel", {}), ("numbered-order", {})])


@pytest.mark.parametrize("readings", [1, 2])
def test_the_best_found_is_mended_after_time_is_up(monkeypatch, forum, readings):
    limits = Limits(anytime=True)
    Unmatched(monkeypatch, limits, readings)
    solution = solved(forum, limits)
    assert (solution.status, solution.went_on) == ("feasible", False)
    assert judge(forum, active_rules(forum), solution.timetable).breaches == ()
    assert [level.bound for level in solution.levels] == [1, 0]


def test_what_an_earlier_run_has_found_needs_no_mending(monkeypatch, forum):
    usual, limits = solved(forum), Limits(anytime=True)
    Unmatched(monkeypatch, limits, 1)
    monkeypatch.setattr(mending, "run", None)
    solution = solved(forum, limits, stop=Stop(usual.timetable, usual.levels))
    assert (solution.status, solution.went_on) == ("feasible", True)
    assert (solution.timetable, solution.levels) == (usual.timetable, usual.levels)


def test_what_cannot_be_mended_is_not_found(monkeypatch, forum):
    limits = Limits(anytime=True)
    Unmatched(monkeypatch, limits, 1)
    monkeypatch.setattr(mending, "run", lambda *_: Run("unknown", (), 0, 0))
    assert solved(forum, limits).status == "unknown"


def test_whoever_ends_it_when_all_is_lost_has_interrupted_it(monkeypatch, forum):
    limits = Limits(anytime=True)
    limits.deadline.keep()
    limits.deadline.stop()
    with pytest.raises(KeyboardInterrupt):
        solved(forum, limits)
