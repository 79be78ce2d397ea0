"""A time limit cuts the work off, and nothing is called proven that is not."""

import pytest

from scheduler.rules import active_rules
from scheduler.solving import Limits, solve
from scheduler.solving.run import Deadline
from scheduler.use_cases.schedule import schedule
from tests.golden.folders import FOLDER
from tests.golden.test_oracles import ONE_ROOM
from tests.rules.programmes import edition


@pytest.fixture(scope="module")
def best(tmp_path_factory):
    output = tmp_path_factory.mktemp("best")
    return schedule(FOLDER, output, ("json",), from_scratch=True).programme


def cut_off(monkeypatch, runs: int) -> None:
    """Let the time run out after so many runs of the solver."""
    left = iter([None] * runs)
    monkeypatch.setattr(Deadline, "left", lambda self: next(left, 0.0))


def honest(answer, best) -> None:
    """Hold every claim of an answer against what is the best."""
    if answer.programme is None:
        assert (answer.status, answer.files) == ("unknown", ())
        return
    programme = answer.programme
    assert (answer.faults, programme.verdict.breaches) == ((), ())
    assert answer.status == programme.status
    for level, known in zip(programme.levels, best.levels, strict=True):
        assert level.bound <= level.value
        if not level.proven:
            assert answer.status == "feasible"
            break
        assert level.value == known.value
    if answer.status == "optimal":
        assert programme.timetable == best.timetable


@pytest.mark.parametrize("seconds", [0.0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3])
def test_whatever_the_limit_the_status_is_honest(best, tmp_path, seconds):
    answer = schedule(FOLDER, tmp_path / "out", ("json",), Limits(seconds=seconds), from_scratch=True)
    assert answer.status in ("optimal", "feasible", "unknown")
    honest(answer, best)


def test_without_any_time_nothing_is_found_and_nothing_written(tmp_path):
    answer = schedule(FOLDER, tmp_path / "out", limits=Limits(seconds=0.0), from_scratch=True)
    assert (answer.status, answer.programme, answer.files, answer.faults) == ("unknown", None, (), ())
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("runs", range(1, 6))
def test_an_answer_that_was_cut_off_says_so(monkeypatch, best, tmp_path, runs):
    cut_off(monkeypatch, runs)
    answer = schedule(FOLDER, tmp_path, ("json", "report"), from_scratch=True)
    honest(answer, best)
    assert answer.status == "feasible"
    report = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert "proven: nothing better exists" not in report
    assert "may differ from run to run" in report
    assert '"status": "feasible"' in (tmp_path / "timetable.json").read_text(encoding="utf-8")


def test_an_impossibility_is_not_claimed_without_its_second_proof(monkeypatch):
    forum = ONE_ROOM(edition().replace(release=None))
    rules = active_rules(forum)
    assert solve(forum, rules).status == "impossible"
    cut_off(monkeypatch, 1)
    assert solve(forum, rules).status == "unknown"
