"""Work done by a Dask cluster; nothing else knows Dask, which is imported when a cluster is asked for."""

import asyncio
import logging
import pickle
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from time import monotonic, sleep
from typing import Any, Final, Generic

from scheduler.executing.crews import done_by
from scheduler.executing.executor import Failed, NoCluster, Result, Task
from scheduler.executing.trying import answered
from scheduler.executing.waiting import Attempt, Waiting

SECONDS_TO_CONNECT: Final = 5
SECONDS_WITHOUT_WORKERS: Final = 30
"""How long all workers may be gone: a cluster that replaces a lost one needs some seconds."""
_SECONDS_BETWEEN_LOOKS: Final = 1.0
_SECONDS_BETWEEN_RESULTS: Final = 0.005
_SECONDS_BETWEEN_KNOCKS: Final = 0.1
_TASKS_A_THREAD: Final = 2
"""One to do, and one to go on with while the result of the first is on its way."""
_SAME: Final[tuple[str, ...]] = ("hemicycle", "ortools", "distributed")
"""What has to have the same version everywhere, or results differ; the scheduler needs the last only."""
_LACKING: Final = "dask's distributed is not installed here. Maybe python -m pip install 'hemicycle[cluster]'"
_SILENT: Final = (
    f"no scheduler of Dask answers there within {SECONDS_TO_CONNECT} seconds. "
    "Maybe start one with: dask scheduler, and give its address, such as tcp://10.0.0.1:8786"
)
_LOST: Final = "its scheduler was lost on the way. Maybe start it again, and then this command"
_UNABLE: Final = "a worker cannot begin ({}). Maybe install there what is installed here"
_NOBODY: Final = "it has no workers. Maybe start some with: dask worker ADDRESS --nthreads 1 --nworkers auto"
_LOGGERS: Final = ("distributed", "distributed.client", "distributed.core", "tornado.application")


class OnCluster:
    """Does tasks on the workers of a Dask cluster, where this hemicycle has to be installed as well.

    Parameters
    ----------
    address
        Where the scheduler of the cluster is, such as ``tcp://10.0.0.1:8786``.
    """

    def __init__(self, address: str) -> None:
        self._address = address

    def run(
        self, work: Callable[[Task], Result], tasks: Iterable[Task]
    ) -> Iterator[tuple[int, Result | Failed]]:
        """Do the work on every task; see `Executor.run`.

        Parameters
        ----------
        work
            What is done; workers find it by its name.
        tasks
            At most two for each thread of the cluster are under way.

        Yields
        ------
        tuple of int and Result or Failed
            The number of a task, from 0, and what came of it, as they end.

        Raises
        ------
        NoCluster
            Nothing answers at the address, other versions run there, or the cluster is lost on the way.
        """
        distributed = _distributed(self._address)
        with _connected(distributed, self._address) as client:
            fleet: _Fleet[Task, Result] = _Fleet(distributed, client, self._address, work)
            yield from done_by(fleet, Waiting(tasks))


def _distributed(address: str) -> Any:
    """Import Dask; what it would write to a log comes as a `NoCluster` here."""
    try:
        import distributed  # noqa: PLC0415
    except ImportError:
        raise NoCluster(address, _LACKING) from None
    for name in _LOGGERS:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    return distributed


@contextmanager
def _connected(distributed: Any, address: str) -> Iterator[Any]:
    """Lend a client of a cluster; versions are compared by us."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", distributed.versions.VersionMismatchWarning)
        try:
            asyncio.run(_ask(distributed, address))
            client = distributed.Client(address, timeout=SECONDS_TO_CONNECT, set_as_default=False)
        except Exception:  # whatever is there instead, and however it answers
            raise NoCluster(address, _SILENT) from None
    try:
        yield client
    finally:
        with suppress(OSError, TimeoutError):
            client.close(timeout=SECONDS_TO_CONNECT)


async def _ask(distributed: Any, address: str) -> None:
    """Ask who is there; a client that finds nobody would go on trying, and complain at the very end."""
    async with asyncio.timeout(SECONDS_TO_CONNECT), distributed.rpc(address) as there:
        await there.ncores()


def differing(versions: Mapping[str, Any]) -> str | None:
    """Find a version at the cluster that is not the one here.

    Parameters
    ----------
    versions
        As `distributed.Client.get_versions` gives them for this process, the scheduler and the workers.

    Returns
    -------
    str or None
        A sentence about the first one found.
    """
    here = versions["client"]["packages"]
    parties = [("its scheduler", versions["scheduler"], _SAME[-1:])]
    parties += [(f"the worker {one}", found, _SAME) for one, found in sorted(versions["workers"].items())]
    for who, found, names in parties:
        for name in names:
            there = found["packages"][name]
            if there != here[name]:
                has = f"has {name} {there}" if there else f"lacks {name}"
                return f"{who} {has}, and here is {here[name]}. Maybe install {name} {here[name]} there"
    return None


class _Fleet(Generic[Task, Result]):
    """A `Crew` on a cluster.

    Each task is meant for one worker, so that it is known what a lost worker had. Any of that may have cost
    the worker; so each is then done alone on a worker, and what costs that one too is known as well.
    """

    def __init__(self, distributed: Any, client: Any, address: str, work: Callable[[Task], Result]) -> None:
        self._client, self._address, self._work = client, address, work
        self._gone = distributed.scheduler.KilledWorker, distributed.scheduler.NoValidWorkerError
        self._threads: dict[str, int] = {}
        self._under_way: dict[str, tuple[str, Any, Attempt[Task]]] = {}
        self._ready = distributed.as_completed([], loop=client.loop, with_results=True, raise_errors=False)
        self._given = 0
        self._look(SECONDS_TO_CONNECT)

    def set_to_work(self, waiting: Waiting[Task]) -> bool:
        has = Counter(worker for worker, _, _ in self._under_way.values())
        alone = {worker for worker, _, attempt in self._under_way.values() if attempt.lost}
        for worker in self._threads:
            if waiting.has_suspects and not has[worker]:
                alone.add(worker)
                self._give_next(worker, waiting)
        if not waiting.has_suspects:
            self._fill(waiting, has, [worker for worker in self._threads if worker not in alone])
        return bool(self._under_way)

    def _fill(self, waiting: Waiting[Task], has: Counter[str], workers: list[str]) -> None:
        """Hand out tasks until all have enough: one for every thread before anybody has two."""
        for turn in range(1, _TASKS_A_THREAD + 1):
            for worker in workers:
                while has[worker] < turn * self._threads[worker] and self._give_next(worker, waiting):
                    has[worker] += 1

    def _give_next(self, worker: str, waiting: Waiting[Task]) -> bool:
        """Hand a task to a worker, and tell whether there was any left."""
        attempt = waiting.next()
        if attempt is None:
            return False
        self._given += 1
        future = self._client.submit(
            pickle.loads,
            pickle.dumps(_Call(self._work, attempt.task)),
            key=f"hemicycle-{self._client.id}-{self._given}",
            workers=[worker],
        )
        self._under_way[future.key] = worker, future, attempt
        self._ready.add(future)
        return True

    def ended(self, waiting: Waiting[Task]) -> list[tuple[int, Result | Failed]]:
        while monotonic() < self._next_look:
            if self._ready.has_ready():
                return list(self._results())
            sleep(_SECONDS_BETWEEN_RESULTS)
        return self._after_losses(waiting)

    def _results(self) -> Iterator[tuple[int, Result | Failed]]:
        """Yield what has come, but for tasks whose worker is lost: `_after_losses` sees to them."""
        for future, result in self._ready.next_batch(block=False):
            error = result[1] if isinstance(result, tuple) else result
            if future.key not in self._under_way or isinstance(error, self._gone):
                continue
            if not isinstance(result, bytes):
                raise NoCluster(self._address, _UNABLE.format(error) if error is not result else _LOST)
            yield self._under_way.pop(future.key)[2].number, pickle.loads(result)

    def _after_losses(self, waiting: Waiting[Task]) -> list[tuple[int, Result | Failed]]:
        """Look who is left, and let wait again what lost workers had."""
        self._look(SECONDS_WITHOUT_WORKERS)
        failed: list[tuple[int, Result | Failed]] = []
        for key, (worker, future, attempt) in list(self._under_way.items()):
            if worker not in self._threads:
                del self._under_way[key]
                future.release()
                failed.extend(waiting.lost(attempt))
        return failed

    def _look(self, patience: float) -> None:
        """Find out which workers there are, and wait some seconds where there are none."""
        until, wrong = monotonic() + patience, None
        try:
            threads = self._client.nthreads()
            while not threads and monotonic() < until:
                sleep(_SECONDS_BETWEEN_KNOCKS)
                threads = self._client.nthreads()
            if threads.keys() - self._threads.keys():
                wrong = differing(self._client.get_versions(packages=_SAME))
        except (OSError, TimeoutError):
            raise NoCluster(self._address, _LOST) from None
        if wrong or not threads:
            raise NoCluster(self._address, wrong or _NOBODY)
        self._threads = dict(sorted(threads.items()))
        self._next_look = monotonic() + _SECONDS_BETWEEN_LOOKS

    def dismiss(self) -> None:
        for _, future, _ in self._under_way.values():
            future.release()


class _Call(Generic[Task, Result]):
    """A piece of work that is done by unpickling it: scheduler and workers then meet it as mere bytes.

    Were it a function of ours, a Dask that cannot import it would break off with a traceback in its log.
    """

    def __init__(self, work: Callable[[Task], Result], task: Task) -> None:
        self._work, self._task = work, task

    def __reduce__(self) -> tuple[Any, ...]:
        return answered, (self._work, pickle.dumps(self._task))
