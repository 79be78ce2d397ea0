"""How any crew of workers gets through its tasks."""

from collections.abc import Iterator
from typing import Protocol

from scheduler.executing.executor import Failed, Result, Task
from scheduler.executing.waiting import Waiting


class Crew(Protocol[Task, Result]):
    """Workers who do tasks side by side."""

    def set_to_work(self, waiting: Waiting[Task]) -> bool:
        """Give tasks to all who have none, and tell whether anybody has one.

        Parameters
        ----------
        waiting
            Tasks are taken from there.

        Returns
        -------
        bool
            Whether a result is still to come.
        """
        ...

    def ended(self, waiting: Waiting[Task]) -> list[tuple[int, Result | Failed]]:
        """Wait until something has ended.

        Parameters
        ----------
        waiting
            What a lost worker left goes back there.

        Returns
        -------
        list of tuple of int and Result or Failed
            Numbers of tasks, from 0, and what came of them; none where workers were lost.
        """
        ...

    def dismiss(self) -> None:
        """Stop at once: what is still under way is not wanted any more."""
        ...


def done_by(crew: Crew[Task, Result], waiting: Waiting[Task]) -> Iterator[tuple[int, Result | Failed]]:
    """Let a crew do all that waits, and dismiss it, whatever happens.

    Parameters
    ----------
    crew
        Who does it.
    waiting
        What is to be done.

    Yields
    ------
    tuple of int and Result or Failed
        The number of a task, from 0, and what came of it, as they end.
    """
    try:
        while crew.set_to_work(waiting):
            ended = crew.ended(waiting)
            crew.set_to_work(waiting)  # before the results are looked at, so that nobody idles meanwhile
            yield from ended
    finally:
        crew.dismiss()
