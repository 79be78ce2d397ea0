"""One task, done once: an error of the work becomes a value."""

import pickle
from collections.abc import Callable
from typing import Any

from scheduler.executing.executor import Failed, Result, Task


def tried(work: Callable[[Task], Result], task: Task) -> Result | Failed:
    """Do the work on a task.

    Parameters
    ----------
    work
        What is done.
    task
        On what.

    Returns
    -------
    Result or Failed
        Its result, or what its error says; an error that says nothing is named.
    """
    try:
        return work(task)
    except Exception as error:
        return Failed(because=str(error) or type(error).__name__)


def answered(work: Callable[[Any], Any], packed: bytes) -> bytes:
    """Do the work on a task that has come from another process.

    Parameters
    ----------
    work
        What is done.
    packed
        On what, pickled.

    Returns
    -------
    bytes
        The result or a `Failed`, pickled; a task or a result that cannot be is an error of the work.
    """
    answer = tried(lambda _: pickle.dumps(work(pickle.loads(packed))), packed)
    return pickle.dumps(answer) if isinstance(answer, Failed) else answer
