"""What every executor promises, and how a test finds out who has begun what."""

import os
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from scheduler.executing import Executor, Failed

from . import work

ROOT = Path(__file__).parents[2]


def begun(notes: Path) -> list[tuple[int, int]]:
    """Return the number of each task that was begun and the process that did it, in that order."""
    lines = (line.split() for line in notes.read_text().splitlines())
    return [(int(number), int(pid)) for pid, number in lines]


def until(happens: Callable[[], Any], seconds: float = 20) -> Any:
    """Wait until something is the case, and return it."""
    end = monotonic() + seconds
    while not (found := happens()):
        assert monotonic() < end, "it did not happen"
        sleep(0.01)
    return found


def is_there(pid: int) -> bool:
    """Tell whether a process is there, or a group of them when the number is negative."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def keeps_its_promises(executor: Executor, notes: Path) -> None:
    """Fail unless each task has its result once, and errors of the work are told and not tried again."""
    assert sorted(executor.run(work.square, range(30))) == [(number, number**2) for number in range(30)]
    found = dict(executor.run(work.refused, ((str(notes), number) for number in range(6))))
    assert found == {number: Failed(f"{number} is odd") if number % 2 else number for number in range(6)}
    assert sorted(number for number, _ in begun(notes)) == list(range(6))
    assert dict(executor.run(work.silent, [1, 2])) == dict.fromkeys((0, 1), Failed("RuntimeError"))
