"""What an executor promises, whoever does the work."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Protocol, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

MOST_WORKERS_LOST: Final = 3
"""How many workers a task may lose: it is tried so often in all, each time on another worker."""


@dataclass(frozen=True)
class Failed:
    """A task without a result: the work raised an error, or each worker that did it was lost.

    Parameters
    ----------
    because
        The reason: what the error says, or that workers were lost.
    """

    because: str


class NoCluster(Exception):
    """No cluster can be used at an address, or none any more; its text is a sentence for a planner.

    Parameters
    ----------
    address
        Where the scheduler of the cluster should be, such as ``tcp://10.0.0.1:8786``.
    because
        What is wrong and what to do about it, to follow the address.
    """

    def __init__(self, address: str, because: str) -> None:
        super().__init__(f"The cluster at {address} cannot be used: {because}")
        self.address = address


class Executor(Protocol):
    """Does the same work on many tasks, each by itself."""

    def run(
        self, work: Callable[[Task], Result], tasks: Iterable[Task]
    ) -> Iterator[tuple[int, Result | Failed]]:
        """Do the work on every task, and yield what comes of each as it ends.

        Parameters
        ----------
        work
            A function of a module, so that another process finds it by its name. It changes nothing outside
            itself: a task whose worker was lost is done again.
        tasks
            Plain values that can be pickled. They are taken as they are needed, never all at once.

        Yields
        ------
        tuple of int and Result or Failed
            The number of a task, from 0, and its result, in the order in which they end. An error of the work
            is not tried again. A task that has lost ``MOST_WORKERS_LOST`` workers is a ``Failed``, and takes
            no other with it.
        """
        ...
