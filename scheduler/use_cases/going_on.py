"""A run that goes on from where an earlier one of the same forum stopped without a proof."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from scheduler.domain.forum import Forum
from scheduler.domain.programme import LevelResult, Stopped
from scheduler.reading import BadData, read_timetable
from scheduler.solving import SOLVER_VERSION, Limits, Solution, Stop
from scheduler.version import VERSION

VERSIONS = {"hemicycle": VERSION, "ortools": SOLVER_VERSION}
"""What makes timetables now."""
_LEVEL = ("level", "clauses", "value", "bound")


@dataclass(frozen=True)
class Earlier:
    """The unproven timetable of an earlier run, and where that run stopped.

    Where no run can go on from it, ``because`` says why, and ``stop`` is ``None``.
    """

    file: Path
    stop: Stop | None = None
    stopped: Stopped | None = None
    because: str = ""

    def stop_of(self, forum: Forum) -> Stop | None:
        """Return where the earlier run stopped, for a forum that may not be quite the one it solved.

        Parameters
        ----------
        forum
            As it is solved now.

        Returns
        -------
        Stop or None
            Without its levels where other clauses are spared: then what was proven is not proven any more.
        """
        same = self.stopped is not None and self.stopped.spared == forum.spared
        return self.stop if same or self.stop is None else replace(self.stop, levels=())


def starting_point(
    forum: Forum, inputs: Mapping[str, str], output: Path, frozen: Sequence[str]
) -> Earlier | None:
    """Look for an unproven timetable from which a run can go on.

    Parameters
    ----------
    forum
        The forum as it was read.
    inputs
        Digests of the files it was read from.
    output
        The folder to which an earlier run has written.
    frozen
        The words of ``--freeze``.

    Returns
    -------
    Earlier or None
        ``None`` where no run without a proof has written there.
    """
    record, file = _record(output / "run.json"), output / "timetable.json"
    try:
        stopped = Stopped.model_validate(record["stopped"])
        levels = tuple(LevelResult(**{key: one[key] for key in _LEVEL}) for one in record["levels"])
        because = _otherwise(record, inputs, stopped, frozen)
        timetable = None if because else read_timetable(file, forum).timetable
    except (BadData, OSError, KeyError, TypeError, ValueError):
        return None
    if timetable is None:
        return Earlier(file, because=because)
    known = levels if tuple(one.clauses for one in levels) == forum.levels else ()
    return Earlier(file, Stop(timetable, known), stopped)


def ended(
    solution: Solution, limits: Limits, frozen: Sequence[str], spared: tuple[str, ...]
) -> Stopped | None:
    """Say what kept a timetable from being proven.

    Parameters
    ----------
    solution
        With its status.
    limits
        Of the run.
    frozen
        The words of ``--freeze``.
    spared
        Clauses that the last release breaks and may go on breaking.

    Returns
    -------
    Stopped or None
        ``None`` where it is proven.
    """
    if solution.status == "optimal":
        return None
    planner = limits.deadline.stopped
    return Stopped(
        by="planner" if planner else "time limit",
        reproducible=limits.reproducible and not planner,
        frozen=tuple(frozen),
        spared=spared,
    )


def _otherwise(
    record: Mapping[str, Any], inputs: Mapping[str, str], stopped: Stopped, frozen: Sequence[str]
) -> str:
    """Say what is otherwise than in the earlier run; empty where nothing is."""
    then = dict(record["inputs"])
    changed = [name for name in sorted({*then, *inputs}) if then.get(name) != inputs.get(name)]
    if changed:
        return f"{', '.join(changed)} changed since"
    if record["versions"] != VERSIONS:
        return "another version of hemicycle or of its solver made it"
    if record["from_scratch"]:
        return "it was made from scratch"
    return "" if stopped.frozen == tuple(frozen) else "other things were frozen"


def _record(path: Path) -> dict[str, Any]:
    """Read the record of a run; empty where there is none."""
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}
