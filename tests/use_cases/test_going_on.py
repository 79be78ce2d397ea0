"""Runs that stopped without a proof: what they record, and who goes on from them."""

import json

import pytest

from scheduler.domain.programme import Stopped
from scheduler.solving import Limits
from scheduler.use_cases import schedule as use_case
from scheduler.use_cases.going_on import Earlier, ended
from scheduler.use_cases.schedule import schedule
from tests.use_cases.releasing import out, unreleased
from tests.use_cases.test_schedule import wrong

FORMATS = ("json", "run")


def unproven(solution):
    """Return a solution as if it had been cut off in its last level."""
    levels = (*solution.levels[:-1], solution.levels[-1].replace(bound=0))
    return type(solution)("feasible", solution.timetable, levels, solution.went_on)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return the small forum, of which an earlier run has left a timetable without a proof."""
    folder = unreleased(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(use_case, "solve", wrong(unproven))
        assert again(folder).status == "feasible"
    return folder


def again(folder, *limits, told=None, **more):
    told = [] if told is None else told
    return schedule(folder, out(folder), FORMATS, *limits, on_earlier=told.append, **more)


def record(folder):
    return json.loads((out(folder) / "run.json").read_text(encoding="utf-8"))


def rewrite(folder, **changes):
    document = record(folder) | changes
    (out(folder) / "run.json").write_text(json.dumps(document), encoding="utf-8")


def files(folder):
    return {path.name: path.read_bytes() for path in out(folder).iterdir()}


def test_a_run_without_a_proof_records_what_ended_it(folder):
    assert record(folder)["stopped"] == {
        "by": "time limit",
        "reproducible": False,
        "frozen": [],
        "spared": [],
    }


def test_the_next_run_goes_on_from_it_and_leaves_no_trace_once_it_is_proven(folder):
    told = []
    answer = again(folder, told=told)
    assert (answer.status, answer.went_on_from) == ("optimal", out(folder) / "timetable.json")
    assert [(one.file, one.because) for one in told] == [(out(folder) / "timetable.json", "")]
    assert told[0].stop.levels
    assert "stopped" not in record(folder)
    proven = files(folder)
    told = []
    assert again(folder, told=told).went_on_from is None
    assert told == []
    assert files(folder) == proven
    again(folder, from_scratch=True)
    assert files(folder) == proven


@pytest.mark.parametrize(
    ("limits", "more"), [((), {"from_scratch": True}), ((Limits(60, reproducible=True),), {})]
)
def test_from_scratch_and_reproducible_runs_begin_anew(folder, limits, more):
    told = []
    answer = again(folder, *limits, told=told, **more)
    assert (answer.went_on_from, told) == (None, [])


@pytest.mark.parametrize(
    ("changes", "because"),
    [
        ({"versions": {"hemicycle": "0.0.1"}}, "another version of hemicycle or of its solver made it"),
        ({"from_scratch": True}, "it was made from scratch"),
        ({"stopped": {"by": "planner", "frozen": ["room:hall"]}}, "other things were frozen"),
    ],
)
def test_what_is_otherwise_now_is_no_place_to_go_on_from(folder, changes, because):
    rewrite(folder, **changes)
    told = []
    assert again(folder, told=told).went_on_from is None
    assert [(one.stop, one.because) for one in told] == [(None, because)]


def test_changed_data_are_named(folder):
    path = folder / "sessions.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    told = []
    again(folder, told=told)
    assert told[0].because == f"{folder.name}/sessions.yaml changed since"


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"stopped": null}', '{"stopped": {"by": "chance"}}'])
def test_a_record_that_says_nothing_is_passed_over(folder, text):
    (out(folder) / "run.json").write_text(text, encoding="utf-8")
    told = []
    assert again(folder, told=told).went_on_from is None
    assert told == []


@pytest.mark.parametrize("text", [None, "{}"])
def test_a_timetable_that_is_gone_or_wrong_is_passed_over(folder, text):
    path = out(folder) / "timetable.json"
    path.unlink() if text is None else path.write_text(text, encoding="utf-8")
    told = []
    assert again(folder, told=told).went_on_from is None
    assert told == []


def test_levels_of_other_clauses_are_passed_over(folder):
    rewrite(folder, levels=record(folder)["levels"][1:])
    told = []
    assert again(folder, told=told).status == "optimal"
    assert told[0].stop.levels == ()


def test_other_clauses_that_are_spared_leave_the_timetable_without_its_bounds(folder):
    told = []
    again(folder, told=told)
    found = told[0]
    forum = unreleased_forum(folder)
    assert found.stop_of(forum) == found.stop
    assert found.stop_of(forum.replace(spared=("a",))).levels == ()
    assert found.stop_of(forum.replace(spared=("a",))).timetable == found.stop.timetable
    assert Earlier(found.file, because="gone").stop_of(forum) is None


def unreleased_forum(folder):
    from scheduler.reading import read_forum

    return read_forum(folder).forum


@pytest.mark.parametrize("reproducible", [False, True])
def test_the_record_says_who_ended_a_run(reproducible):
    limits = Limits(seconds=60, reproducible=reproducible, anytime=True)
    solution = use_case.Solution("feasible")
    assert ended(use_case.Solution("optimal"), limits, (), ()) is None
    late = ended(solution, limits, ("day:day-1",), ("a",))
    assert late == Stopped(by="time limit", reproducible=reproducible, frozen=("day:day-1",), spared=("a",))
    limits.deadline.keep()
    limits.deadline.stop()
    assert ended(solution, limits, (), ()) == Stopped(by="planner")
