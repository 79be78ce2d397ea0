"""Work done in this process, one task after the other."""

from collections.abc import Callable, Iterable, Iterator

from scheduler.executing.executor import Failed, Result, Task
from scheduler.executing.trying import tried


class InTurn:
    """Does one task after the other, in this process; results come in the order of the tasks."""

    def run(
        self, work: Callable[[Task], Result], tasks: Iterable[Task]
    ) -> Iterator[tuple[int, Result | Failed]]:
        """Do the work on every task; see `Executor.run`.

        Parameters
        ----------
        work
            What is done.
        tasks
            Taken one by one, each after the result of the one before has been yielded.

        Yields
        ------
        tuple of int and Result or Failed
            The number of a task, from 0, and what came of it.
        """
        for number, task in enumerate(tasks):
            yield number, tried(work, task)
