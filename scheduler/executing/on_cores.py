"""Work done by processes of this machine, one for each core."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain, islice
from multiprocessing import forkserver, get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from signal import SIG_BLOCK, SIG_SETMASK, SIGINT, pthread_sigmask
from typing import Any, Generic

from scheduler.executing.crews import done_by
from scheduler.executing.executor import Failed, Result, Task
from scheduler.executing.in_turn import InTurn
from scheduler.executing.trying import answered
from scheduler.executing.waiting import Attempt, Waiting

_SAFE_PATH = "PYTHONSAFEPATH"


def cores() -> int:
    """Return how many cores this process may use.

    Returns
    -------
    int
        Those it is bound to, or all where the system binds none; at least 1.
    """
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class OnCores:
    """Does tasks side by side, one in each process.

    On one core, or for a single task, there is nothing to gain, and the work is done in this process.

    Parameters
    ----------
    count
        How many processes; as many as there are `cores` when left out.
    """

    def __init__(self, count: int | None = None) -> None:
        self._count = cores() if count is None else count

    def run(
        self, work: Callable[[Task], Result], tasks: Iterable[Task]
    ) -> Iterator[tuple[int, Result | Failed]]:
        """Do the work on every task; see `Executor.run`.

        Parameters
        ----------
        work
            What is done; its module is imported once, however many processes there are.
        tasks
            At most one for each process is under way.

        Yields
        ------
        tuple of int and Result or Failed
            The number of a task, from 0, and what came of it, as they end. Processes end with the iterator.
        """
        coming = iter(tasks)
        first = list(islice(coming, 2))
        every = chain(first, coming)
        if self._count == 1 or len(first) == 1:
            yield from InTurn().run(work, every)
            return
        crew: _Crew[Task, Result] = _Crew(work, self._count)
        yield from done_by(crew, Waiting(every))


class _Worker:
    """A process and the line to it."""

    def __init__(self, work: Callable[[Any], Any]) -> None:
        _be_ready_to_fork(work.__module__)
        self.line, theirs = get_context("forkserver").Pipe()
        made = get_context("forkserver").Process(target=serve, args=(theirs, work), daemon=True)
        made.start()
        theirs.close()
        self.process: BaseProcess = made

    def end(self) -> None:
        self.line.close()
        self.process.kill()
        self.process.join()
        self.process.close()


class _Crew(Generic[Task, Result]):
    """A `Crew` of up to so many processes, started when there is something to do for them."""

    def __init__(self, work: Callable[[Task], Result], count: int) -> None:
        self._work, self._count = work, count
        self._idle: list[_Worker] = []
        self._busy: dict[Connection, tuple[_Worker, Attempt[Task]]] = {}

    def set_to_work(self, waiting: Waiting[Task]) -> bool:
        while len(self._busy) < self._count and (attempt := waiting.next()) is not None:
            worker = self._idle.pop() if self._idle else _Worker(self._work)
            self._busy[worker.line] = worker, attempt
            with suppress(ConnectionError):  # `ended` finds out who is gone
                worker.line.send(attempt.task)
        return bool(self._busy)

    def ended(self, waiting: Waiting[Task]) -> list[tuple[int, Result | Failed]]:
        results: list[tuple[int, Result | Failed]] = []
        for line in wait(list(self._busy)):
            assert isinstance(line, Connection)
            worker, attempt = self._busy.pop(line)
            try:
                results.append((attempt.number, line.recv()))
                self._idle.append(worker)
            except (EOFError, OSError):
                worker.end()
                results.extend(waiting.lost(attempt))
        return results

    def dismiss(self) -> None:
        for worker in (*self._idle, *(worker for worker, _ in self._busy.values())):
            worker.end()


def _be_ready_to_fork(module: str) -> None:
    """Start the process from which all workers are forked, unless it runs; it has imported a module.

    Workers never hear Ctrl-C: this process does, and ends them. The tracker comes first because its start
    would let the signal through again. Neither imports anything of the working folder, where a planner may
    have any file.
    """
    forkserver.set_forkserver_preload([module])
    with _away_from_here():
        resource_tracker.ensure_running()
        before = pthread_sigmask(SIG_BLOCK, {SIGINT})
        try:
            forkserver.ensure_running()
        finally:
            pthread_sigmask(SIG_SETMASK, before)


@contextmanager
def _away_from_here() -> Iterator[None]:
    """Keep Python programs that are started now from looking for modules in the working folder."""
    before = os.environ.get(_SAFE_PATH)
    os.environ[_SAFE_PATH] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_SAFE_PATH]
        else:
            os.environ[_SAFE_PATH] = before


def serve(line: Connection, work: Callable[[Any], Any]) -> None:
    """Do the work on each task that comes along a line, until nobody is at its other end.

    Parameters
    ----------
    line
        Tasks come and results go there.
    work
        What is done.
    """
    with suppress(EOFError, ConnectionError):
        while True:
            line.send_bytes(answered(work, line.recv_bytes()))
