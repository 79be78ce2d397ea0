"""Has the work of a sweep done: cells are told apart first, and then each problem is solved once."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from math import ceil
from time import monotonic
from typing import TypeVar

from scheduler.executing import Executor, Failed
from scheduler.executing.executor import Result, Task
from scheduler.reading.changes import Change
from scheduler.solving import Limits
from scheduler.use_cases.layouts_kept import Kept
from scheduler.use_cases.layouts_source import Source
from scheduler.use_cases.layouts_work import (
    Answer,
    Batch,
    Keyed,
    Puzzle,
    Reasons,
    explained,
    keyed,
    solved,
)

_AT_ONCE = 20
"""Cells that a worker tells apart in one task, which takes some tenths of a second."""

_UNKNOWN = Answer("unknown")

_NOT_SAID = Reasons()

_IN_SECONDS = 90
"""Up to here an estimate is given in seconds."""


_REFUSED = ("the solver contradicts itself, or refuses the model",)

Final = TypeVar("Final", Answer, Reasons)
Piece = TypeVar("Piece")


@dataclass(frozen=True)
class Earlier:
    """What earlier runs have found of cells, of problems, and of why problems are impossible."""

    cells: Kept[Keyed]
    answers: Kept[Answer]
    reasons: Kept[Reasons]


class Sweep:
    """Tells cells apart and solves problems, as far as earlier runs have not.

    Parameters
    ----------
    source
        The forum's files.
    executor
        Who does the work.
    kept
        What earlier runs have found.
    limits
        The time for all of it.
    tell
        Takes sentences on the progress.
    """

    def __init__(
        self, source: Source, executor: Executor, kept: Earlier, limits: Limits, tell: Callable[[str], None]
    ) -> None:
        self._source, self._executor, self._kept = source, executor, kept
        self._limits, self._tell = limits, tell
        self._answers: dict[str, Answer] = {}
        self._reasons: dict[str, Reasons] = {}
        self.solved = self.kept = 0
        self.faults: list[str] = []
        self.lost: list[str] = []

    def keys(self, cells: Iterable[tuple[Change, ...]]) -> list[Keyed | None]:
        """Tell which problem each cell is.

        Parameters
        ----------
        cells
            Each by the changes that make it.

        Returns
        -------
        list of Keyed or None
            In their order; ``None`` where that was not found out in time.
        """
        asked = [*cells]
        names = [self._name(changes) for changes in asked]
        found = [self._kept.cells.get(name) for name in names]
        missing = [number for number, key in enumerate(found) if key is None]
        groups = [missing[first : first + _AT_ONCE] for first in range(0, len(missing), _AT_ONCE)]
        tasks = self._in_time(
            Batch(self._source, tuple(asked[number] for number in group)) for group in groups
        )
        for number, answer in self._run(keyed, tasks, "telling layouts apart", len(groups)):
            for cell, key in zip(groups[number], answer, strict=True):
                self._kept.cells.put(names[cell], key)
                found[cell] = key
        same: dict[Keyed, Keyed] = {}
        return [key and same.setdefault(key, key) for key in found]  # one value for all that are equal

    def _name(self, changes: tuple[Change, ...]) -> str:
        said = [[one.path, one.value, one.add] for one in changes]
        return f"{self._source.digest} {json.dumps(said)}"

    def solve(self, problems: dict[str, tuple[Change, ...]]) -> None:
        """Solve the problems that no earlier run has solved.

        Parameters
        ----------
        problems
            By key, each by the changes of a cell that has it.
        """
        missing = [key for key in problems if key not in self._kept.answers]
        self.kept = len(problems) - len(missing)
        tasks = self._puzzles(problems[key] for key in missing)
        for number, answer in self._run(solved, tasks, "solving problems", len(missing)):
            self.faults += answer.faults or (_REFUSED if answer.status == "invalid" else ())
            self.solved += answer.final
            self._note(self._kept.answers, self._answers, missing[number], answer)

    def explain(self, problems: dict[str, tuple[Change, ...]]) -> None:
        """Say why problems are impossible, as far as no earlier run has said it.

        Parameters
        ----------
        problems
            By the key of their possibility, each by the changes of a cell.
        """
        missing = [key for key in problems if key not in self._kept.reasons]
        tasks = self._puzzles(problems[key] for key in missing)
        for number, reasons in self._run(explained, tasks, "saying why some are impossible", len(missing)):
            self._note(self._kept.reasons, self._reasons, missing[number], reasons)

    def _puzzles(self, problems: Iterable[tuple[Change, ...]]) -> Iterator[Puzzle]:
        """Yield tasks as long as there is time."""
        for changes in self._in_time(problems):
            yield Puzzle(self._source, changes, self._limits.deadline.left())

    def _in_time(self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        return takewhile(lambda _: not self._limits.up, pieces)

    def _note(self, kept: Kept[Final], unkept: dict[str, Final], key: str, found: Final) -> None:
        if found.final:
            kept.put(key, found)
        else:
            unkept[key] = found

    def answer(self, key: str) -> Answer:
        """Return what a problem came to.

        Parameters
        ----------
        key
            Its key.

        Returns
        -------
        Answer
            ``unknown`` where it was not solved.
        """
        found = self._answers.get(key) or self._kept.answers.get(key)
        if found is None:
            return _UNKNOWN
        return self._answers.setdefault(key, found)

    def reasons(self, key: str) -> Reasons:
        """Return why a problem is impossible.

        Parameters
        ----------
        key
            The key of its possibility.

        Returns
        -------
        Reasons
            Without sentences where that was not found out.
        """
        return self._reasons.get(key) or self._kept.reasons.get(key) or _NOT_SAID

    def _run(
        self, work: Callable[[Task], Result], tasks: Iterable[Task], what: str, count: int
    ) -> Iterator[tuple[int, Result]]:
        """Yield what comes of tasks, and note those that nothing comes of."""
        if not count:
            return
        pace = Pace(what, count, self._tell)
        for number, result in self._executor.run(work, tasks):
            pace.step()
            if isinstance(result, Failed):
                self.lost.append(result.because)
            else:
                yield number, result


class Pace:
    """Says how far work has come, and how long the rest will take at the pace so far.

    Parameters
    ----------
    what
        What is done.
    count
        How many pieces there are.
    tell
        Takes sentences.
    """

    def __init__(self, what: str, count: int, tell: Callable[[str], None]) -> None:
        self._what, self._count, self._tell = what, count, tell
        self._done, self._begun = 0, monotonic()
        tell(f"{what}: {count} to do")

    def step(self) -> None:
        """Count a piece that is done."""
        self._done += 1
        left = (monotonic() - self._begun) / self._done * (self._count - self._done)
        self._tell(f"{self._what}: {self._done} of {self._count}, {time_left(left)}")


def time_left(seconds: float) -> str:
    """Say how long something will take.

    Parameters
    ----------
    seconds
        An estimate.

    Returns
    -------
    str
        In seconds up to a minute and a half, then in minutes, rounded up.
    """
    if seconds <= _IN_SECONDS:
        return f"about {ceil(seconds)} s left"
    return f"about {ceil(seconds / 60)} minutes left"
