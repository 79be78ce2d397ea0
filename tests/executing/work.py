"""What the executors of the tests do: functions of a module, as another process has to find them."""

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path


def square(number: int) -> int:
    return number * number


def whose(seconds: float) -> int:
    """Take some time, and return by which process it was done."""
    time.sleep(seconds)
    return os.getpid()


def noted(task: tuple[str, int]) -> int:
    """Do nothing, but note in a file by which process which task is begun."""
    file, number = task
    with Path(file).open("a") as notes:
        notes.write(f"{os.getpid()} {number}\n")
    return number


def refused(task: tuple[str, int]) -> int:
    """Refuse the odd ones."""
    if noted(task) % 2:
        raise ValueError(f"{task[1]} is odd")
    return task[1]


def silent(number: int) -> int:
    raise RuntimeError


def unsendable(number: int) -> Callable[[], int] | int:
    """Return something that cannot be pickled for 1."""
    return (lambda: number) if number == 1 else number


def deadly(task: tuple[str, int]) -> int:
    """Kill whoever does number 3."""
    if noted(task) == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.02)
    return task[1]


def deadly_once(task: tuple[str, int]) -> int:
    """Wait to be killed with number 3, the first time."""
    first = f" {task[1]}\n" not in Path(task[0]).read_text()
    noted(task)
    time.sleep(30 if task[1] == 3 and first else 0.02)
    return task[1]


def leaving(number: int) -> int:
    """End the process in good order, which is no result either."""
    sys.exit(0)


def lasting(task: tuple[str, int, float]) -> int:
    """Note that it is begun, and take some time."""
    file, number, seconds = task
    noted((file, number))
    time.sleep(seconds)
    return number
