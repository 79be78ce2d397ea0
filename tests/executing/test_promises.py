"""Executors keep the same promises, whoever does the work."""

import pytest

from scheduler.executing import Failed
from scheduler.executing.in_turn import InTurn
from scheduler.executing.on_cores import OnCores
from scheduler.executing.trying import answered

from . import work
from .promises import keeps_its_promises


@pytest.mark.parametrize("executor", [InTurn(), OnCores(2)], ids=["in turn", "on cores"])
def test_each_task_has_its_result_once(executor, notes):
    keeps_its_promises(executor, notes)


def test_in_turn_takes_a_task_when_the_result_before_has_been_seen():
    taken = []
    running = InTurn().run(work.square, (taken.append(number) or number for number in range(3)))
    for done, _ in enumerate(running, start=1):
        assert len(taken) == done


def test_in_turn_is_interrupted_like_anything_else():
    def interrupted(_task):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(InTurn().run(interrupted, [1]))


def test_what_cannot_be_sent_back_is_an_error_of_the_work():
    found = dict(OnCores(2).run(work.unsendable, [0, 1, 2]))
    assert isinstance(found[1], Failed)
    assert "unsendable" in found[1].because
    assert (found[0], found[2]) == (0, 2)


def test_what_is_no_task_is_an_error_of_the_work():
    assert b"Failed" in answered(work.square, b"")
