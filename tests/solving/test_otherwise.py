"""A second configuration of the solver: one worker at first, and several where it takes long."""

import sys

import pytest
from ortools.sat.python import cp_model

from scheduler.solving.run import NO_DEADLINE, Deadline, run_otherwise


def pigeons(count: int, holes: int) -> cp_model.CpModel:
    model = cp_model.CpModel()
    nests = [[model.new_bool_var("") for _ in range(holes)] for _ in range(count)]
    for nest in nests:
        model.add_exactly_one(nest)
    for hole in zip(*nests, strict=True):
        model.add_at_most_one(hole)
    return model


@pytest.mark.parametrize(("holes", "status"), [(3, "impossible"), (4, "optimal")])
def test_one_worker_answers_most_questions(holes, status):
    assert run_otherwise(pigeons(4, holes), NO_DEADLINE).status == status


@pytest.mark.parametrize("seconds", [None, 60.0])
def test_several_are_asked_what_takes_one_long(monkeypatch, seconds):
    module = sys.modules["scheduler.solving.run"]
    asked = []
    right = module.run

    def run(model, settings, deadline, **more):
        asked.append((settings.workers, more))
        left = deadline.left()
        if settings.workers == 1:
            assert left <= 3.0
            return module.Run("unknown", (), 0, 0)
        return right(model, settings, deadline, **more)

    monkeypatch.setattr(module, "run", run)
    assert run_otherwise(pigeons(4, 3), Deadline(seconds)).status == "impossible"
    assert asked == [(1, {"presolve": False}), (8, {"presolve": False})]
