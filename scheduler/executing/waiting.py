"""Tasks that wait for a worker: taken as they are needed, and taken again when a worker was lost."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic

from scheduler.executing.executor import MOST_WORKERS_LOST, Failed, Task


@dataclass
class Attempt(Generic[Task]):
    """A task with its number, from 0, and how many workers it has lost."""

    number: int
    task: Task
    lost: int = 0


class Waiting(Generic[Task]):
    """What no worker has yet; those that have lost a worker come first, so that few are remembered.

    Parameters
    ----------
    tasks
        Taken one by one, so that thousands of them need no memory.
    """

    def __init__(self, tasks: Iterable[Task]) -> None:
        self._fresh = enumerate(tasks)
        self._again: deque[Attempt[Task]] = deque()

    def next(self) -> Attempt[Task] | None:
        """Return the next, or nothing when none waits.

        Returns
        -------
        Attempt or None
            One that has lost a worker, else a task that nobody has seen.
        """
        if self._again:
            return self._again.popleft()
        return next((Attempt(number, task) for number, task in self._fresh), None)

    @property
    def has_suspects(self) -> bool:
        """Whether the next has lost a worker."""
        return bool(self._again)

    def lost(self, attempt: Attempt[Task]) -> list[tuple[int, Failed]]:
        """Let a task wait again whose worker was lost, unless it has lost too many.

        Parameters
        ----------
        attempt
            What the worker had.

        Returns
        -------
        list of tuple of int and Failed
            Its number and why it failed; nothing while it is tried again.
        """
        attempt.lost += 1
        if attempt.lost < MOST_WORKERS_LOST:
            self._again.append(attempt)
            return []
        return [(attempt.number, Failed(because=_sentence(attempt.lost)))]


def _sentence(lost: int) -> str:
    return (
        f"{lost} workers were lost over it, one after the other: they were killed, or ran out of memory. "
        "Maybe give each worker more memory"
    )
