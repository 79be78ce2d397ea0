"""A sweep over layouts: on two cores, beside its bare solves, with a worker killed, and ten times larger."""

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

from ortools.sat.python import cp_model

from bench.figures import Figure
from bench.timing import Times, alternate
from scheduler.executing import Failed
from scheduler.executing.on_cores import OnCores
from scheduler.reading.changes import Change
from scheduler.use_cases.layouts_source import Source, source_of
from scheduler.use_cases.layouts_work import Answer, Batch, Puzzle, keyed, solved

FORUM = "imrf-2030"
SPEED_UP, OVERHEAD, GROWTH = 1.7, 2, 1.25
"""How much faster two cores are at least, and what a cell and ten times as many cells cost at most."""

_PARTIES = ("egypt", "france")
"""Parties whose number of delegates decides nothing, but makes another problem."""

_WARM = 2
"""Cells that are solved before the clock runs."""


def many(data: Path, to: Path, problems: tuple[int, int], copies: tuple[int, int] = (1, 1)) -> Path:
    """Copy the forum with two axes that make different problems, and two that make copies of each.

    Parameters
    ----------
    data
        Folder with forums, mandates and venues.
    to
        A folder that is not there yet.
    problems
        Values of the first two axes.
    copies
        Values of the other two.

    Returns
    -------
    pathlib.Path
        The forum's folder.
    """
    shutil.copytree(data, to)
    text = "axes:\n"
    for party, count in zip(_PARTIES, problems, strict=True):
        text += _axis(party, count, f"parties.{party}.delegates: NUMBER")
    for number, count in enumerate(copies, 1):
        text += _axis(f"copy-{number}", count, "forum.url: ''")
    (to / FORUM / "layouts.yaml").write_text(text, encoding="utf-8")
    return to / FORUM


def _axis(name: str, count: int, change: str) -> str:
    lines = (
        f"  - {{value: v-{number}, title: {number}, set: {{{change.replace('NUMBER', str(number))}}}}}\n"
        for number in range(1, count + 1)
    )
    return f"- axis: {name}\n  title: {name}\n  values:\n{''.join(lines)}"


def speed_up(
    data: Path, work: Path, ours: Sequence[str], problems: tuple[int, int], rounds: int
) -> tuple[Figure, float]:
    """Measure the same cells on two cores, and one after another in one process.

    Parameters
    ----------
    data
        Folder with forums, mandates and venues.
    work
        A folder that is not there yet.
    ours
        The command ``hemicycle``.
    problems
        Values of two axes: each cell is a problem of its own.
    rounds
        How often each is measured.

    Returns
    -------
    Figure
        The ratio of the times.
    float
        Cells a second on two cores.
    """
    folder, cells = many(data, work / "data", problems), problems[0] * problems[1]

    def command(workers: int) -> list[str]:
        out = work / f"out-{workers}"
        return [*ours, "layouts", str(folder), "--no-kept", f"--workers={workers}", f"--output={out}"]

    times = alternate({"two": lambda _: command(2), "one": lambda _: command(1)}, rounds)
    figure = Figure(f"{cells} layouts, two processes to one", times["two"], times["one"], 1 / SPEED_UP)
    return figure, cells / times["two"].typical


def overhead(data: Path, cells: int) -> Figure:
    """Measure what cells cost in one process beside the solver's own runs in them.

    Parameters
    ----------
    data
        Folder with forums, mandates and venues.
    cells
        How many, each a problem of its own.

    Returns
    -------
    Figure
        All the time, to the time in which CP-SAT ran.
    """
    source, some = source_of(data / FORUM), _cells(cells + _WARM)
    for changes in some[:_WARM]:
        _one(source, changes)
    clock = _SolverClock()
    try:
        begin = perf_counter()
        for changes in some[_WARM:]:
            _one(source, changes)
        whole = perf_counter() - begin
    finally:
        clock.take_away()
    return Figure("a layout, to its bare CP-SAT runs", Times((whole,)), Times((clock.seconds,)), OVERHEAD)


def _cells(count: int) -> list[tuple[Change, ...]]:
    return [(Change("parties.egypt.delegates", str(number)),) for number in range(1, count + 1)]


def _one(source: Source, changes: tuple[Change, ...]) -> None:
    keyed(Batch(source, (changes,)))
    solved(Puzzle(source, changes))


class _SolverClock:
    """Counts the seconds in which CP-SAT runs, from now on."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._own = cp_model.CpSolver.solve

        def timed(solver: cp_model.CpSolver, model: cp_model.CpModel, *more: Any) -> cp_model.CpSolverStatus:
            begin = perf_counter()
            try:
                return self._own(solver, model, *more)
            finally:
                self.seconds += perf_counter() - begin

        setattr(cp_model.CpSolver, "solve", timed)  # noqa: B010 - a method is not assigned to

    def take_away(self) -> None:
        """Let the solver run as before."""
        setattr(cp_model.CpSolver, "solve", self._own)  # noqa: B010


def killed(data: Path, work: Path, cells: int) -> tuple[int, int]:
    """Kill a worker half-way, and count how often cells are solved.

    Parameters
    ----------
    data
        Folder with forums, mandates and venues.
    work
        A folder that is not there yet.
    cells
        How many.

    Returns
    -------
    tuple of int
        Cells with a result, and solves that were begun.
    """
    work.mkdir()
    source = source_of(data / FORUM)
    tasks = [(work, Puzzle(source, changes)) for changes in _cells(cells)]
    results = []
    for _, result in OnCores(2).run(noted, tasks):
        results.append(result)
        if len(results) == cells // 2:
            os.kill(_last_begun(work), signal.SIGKILL)
    begun = sum(len(path.read_text().splitlines()) for path in work.iterdir())
    return sum(not isinstance(one, Failed) for one in results), begun


def noted(task: tuple[Path, Puzzle]) -> Answer:
    """Solve a cell, and note which process has begun it.

    Parameters
    ----------
    task
        A folder for notes, and the cell.

    Returns
    -------
    Answer
        What the cell came to.
    """
    folder, puzzle = task
    with (folder / str(os.getpid())).open("a") as notes:
        notes.write(f"{puzzle.changes[0].value}\n")
    return solved(puzzle)


def _last_begun(work: Path) -> int:
    return int(max(work.iterdir(), key=lambda path: path.stat().st_mtime_ns).name)


def growth(data: Path, work: Path, ours: Sequence[str]) -> Figure:
    """Measure the memory of 10,000 cells beside that of 1,000, all in one process.

    Parameters
    ----------
    data
        Folder with forums, mandates and venues.
    work
        A folder that is not there yet.
    ours
        The command ``hemicycle``.

    Returns
    -------
    Figure
        The ratio of the peaks, in megabytes where other figures have seconds.
    """
    peaks = []
    for cells, copies in ((10_000, (25, 20)), (1_000, (10, 5))):
        folder = many(data, work / f"data-{cells}", (10, 2), copies)
        out = work / f"out-{cells}"
        peaks.append(_peak([*ours, "layouts", str(folder), "--workers=1", f"--output={out}"]))
    more, fewer = ((peak / 1024,) for peak in peaks)
    return Figure("memory of 10,000 layouts to 1,000, in MB", Times(more), Times(fewer), GROWTH)


def _peak(command: Sequence[str]) -> int:
    """Run a command, and return the most memory it held, in kilobytes."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return usage.ru_maxrss
