"""How a released timetable was made is the reason of what the best one would not move."""

import json

import pytest

from scheduler.use_cases.made_how import made_how
from tests.use_cases.releasing import kept, plan, released, unreleased


@pytest.mark.parametrize(
    ("run", "said"),
    [
        ({"from_scratch": True, "status": "optimal"}, "the timetable was made from scratch"),
        ({"from_scratch": False, "status": "optimal"}, "the timetable was scheduled with --freeze"),
        ({"status": "feasible"}, "time ran out before a better timetable was found"),
        (
            {"status": "feasible", "stopped": {"by": "time limit"}},
            "time ran out before a better timetable was found",
        ),
        (
            {"status": "feasible", "stopped": {"by": "planner"}},
            "it was stopped before a better timetable was found",
        ),
    ],
)
def test_the_record_of_the_run_says_it(tmp_path, run, said):
    (tmp_path / "run.json").write_text(json.dumps(run), encoding="utf-8")
    assert made_how(None, tmp_path) == said
    assert made_how(tmp_path / "plan.csv", tmp_path) == "the timetable was given by hand"


def test_a_release_made_by_hand_says_so_with_its_note(tmp_path):
    folder = unreleased(tmp_path)
    released(folder, 2, "draft", plan(tmp_path))
    released(folder, 3, "draft", plan(tmp_path, "annex", of="plenary-1"), note="The hall is loud")
    because = kept(folder, 2)["because"]
    assert because["plenary-1"] == "the timetable was given by hand: The hall is loud"
