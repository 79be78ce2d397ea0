"""One time limit for all steps of a command: each has what those before have left."""

from scheduler.solving import Limits
from scheduler.solving import deadline as deadline_module
from tests.solving.test_solve import forum_with, solved, three


def test_the_time_runs_from_when_the_limits_are_made_and_whoever_shares_them_shares_it(monkeypatch):
    now = [10.0]
    monkeypatch.setattr(deadline_module, "monotonic", lambda: now[0])
    limits = Limits(seconds=4, workers=2, seed=3)
    assert (limits.deadline.left(), limits.up) == (4.0, False)
    now[0] = 12.0
    half = limits.half()
    assert (limits.deadline.left(), half.deadline.left(), half.workers, half.seed) == (2.0, 1.0, 2, 3)
    now[0] = 13.5
    assert (half.up, limits.up) == (True, False)
    assert solved(forum_with(three()), half).status == "unknown"
    now[0] = 15.0
    assert limits.up
    assert solved(forum_with(three()), limits).status == "unknown"


def test_without_a_limit_half_of_it_is_none_either():
    assert Limits().half() == Limits()
    assert Limits().deadline.left() is None
    assert not Limits().up
