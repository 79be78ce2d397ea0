"""Many layouts of one forum: every combination of some values, each solved to its proof."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from scheduler.domain.forum import Forum
from scheduler.executing import Executor
from scheduler.publishing.layouts import publish_layouts
from scheduler.publishing.layouts_values import Axis, AxisValue, Layouts
from scheduler.reading import read_forum
from scheduler.reading.before import Before
from scheduler.reading.changes import changes_of
from scheduler.reading.facts import read_facts
from scheduler.reading.layouts import LayoutAxes, LayoutAxis, read_layouts
from scheduler.solving import Limits
from scheduler.use_cases.layouts_assembled import assembled, impossible_among, problems_of
from scheduler.use_cases.layouts_cells import Combination, changes_for, combinations
from scheduler.use_cases.layouts_kept import Kept, code_digest
from scheduler.use_cases.layouts_source import source_of, unpacked
from scheduler.use_cases.layouts_sweep import Earlier, Sweep
from scheduler.use_cases.layouts_work import Answer, Keyed, Reasons
from scheduler.use_cases.writing import write

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Counts:
    """How many cells there are, and how many problems they are.

    Problems were ``solved`` in this run or ``kept`` from earlier ones; the cells of those that were not
    decided in the time given, or whose workers were lost, are ``open``.
    """

    cells: int
    problems: int
    solved: int
    kept: int
    open: int


@dataclass(frozen=True)
class LayoutsAnswer:
    """What a sweep came to.

    ``wrong`` says of combinations why they cannot be read, and ``faults`` where solver and judge disagree:
    then nothing was written. ``lost`` says why problems were not decided although there was time.
    """

    forum: Forum
    layouts: Layouts | None = None
    counts: Counts | None = None
    files: tuple[Path, ...] = ()
    wrong: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


def layouts(  # noqa: PLR0913 - one keyword for each option of the command
    folder: Path,
    executor: Executor,
    output: Path | None = None,
    limits: Limits = Limits(),
    *,
    keeping: bool = True,
    tell: Tell = lambda _: None,
) -> LayoutsAnswer:
    """Solve every layout of a forum that its ``layouts.yaml`` asks for.

    Parameters
    ----------
    folder
        The forum's folder.
    executor
        Who does the work.
    output
        Where to write; ``None`` for ``outputs/FORUM-layouts`` in the working folder.
    limits
        The time for all of it.
    keeping
        Use what was found in earlier runs; what is found is kept in any case.
    tell
        Takes sentences on the progress.

    Returns
    -------
    LayoutsAnswer
        With all cells, or what is wrong.

    Raises
    ------
    BadData
        The forum's folder or ``layouts.yaml`` cannot be read.
    NoCluster
        There is nobody to do the work.
    OSError
        The output cannot be written.
    """
    before = Before()
    forum = read_forum(folder, changes_of((), before)).forum
    if forum.release is not None:
        read_facts(folder, forum.release)  # workers read them too, and cannot say as well what is wrong
    axes = read_layouts(folder, forum, before)
    place = output or Path("outputs") / f"{forum.forum}-layouts"
    with ExitStack() as files:
        source = files.enter_context(unpacked(source_of(folder)))
        sweep = Sweep(source, executor, _earlier(place / "kept", files, reading=keeping), limits, tell)
        asked = combinations(axes)
        made = [changes_for(axes, cell) for cell in asked]
        keys = sweep.keys(made)
        wrong = tuple(_wrong(axes, asked, keys))
        if wrong:
            return LayoutsAnswer(forum, wrong=wrong)
        sweep.solve({key: made[first] for key, first in problems_of(keys).items()})
        if sweep.faults:
            return LayoutsAnswer(forum, faults=tuple(sweep.faults))
        sweep.explain({key: made[first] for key, first in impossible_among(keys, sweep).items()})
        found = Layouts(
            forum, tuple(map(_axis, axes.axes)), axes.criteria, *assembled(axes, asked, keys, sweep)
        )
    tell("writing")
    written = write(place, publish_layouts(found))
    return LayoutsAnswer(forum, found, _counts(found, sweep), written, lost=tuple(sweep.lost))


def _earlier(folder: Path, files: ExitStack, *, reading: bool) -> Earlier:
    version = code_digest()
    return Earlier(
        files.enter_context(Kept(folder / "cells.jsonl", Keyed, version, reading=reading)),
        files.enter_context(Kept(folder / "problems.jsonl", Answer, version, reading=reading)),
        files.enter_context(Kept(folder / "reasons.jsonl", Reasons, version, reading=reading)),
    )


def _axis(axis: LayoutAxis) -> Axis:
    values = tuple(AxisValue(one.id, one.title, one.notes) for one in axis.values)
    return Axis(axis.id, axis.title, values, axis.left_out)


def _wrong(axes: LayoutAxes, asked: list[Combination], keys: list[Keyed | None]) -> Iterator[str]:
    """Say of each combination that cannot be read which one it is, and why."""
    for cell, key in zip(asked, keys, strict=True):
        if key is not None and key.wrong:
            names = ", ".join(
                f"{axis.title}: {axis.values[number].title}"
                for axis, number in zip(axes.axes, cell, strict=True)
            )
            yield f"{names}: {key.wrong}"


def _counts(found: Layouts, sweep: Sweep) -> Counts:
    left = sum(cell.status not in {"optimal", "impossible"} for cell in found.cells)
    return Counts(len(found.cells), len(found.problems), sweep.solved, sweep.kept, left)
