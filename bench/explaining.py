"""What it takes to explain a forum that is impossible, beside scheduling it as it was."""

from collections.abc import Sequence
from pathlib import Path

from bench.figures import Figure
from bench.planted import DATA, FAULTS, plant
from bench.timing import alternate

AIM = 10
_ENDINGS = (0, 3)
"""Scheduled, and explained."""


def figure(work: Path, ours: Sequence[str], rounds: int, names: Sequence[str] = tuple(FAULTS)) -> Figure:
    """Measure ``hemicycle explain`` on planted faults, in alternation with ``hemicycle schedule``.

    Parameters
    ----------
    work
        A folder that is not there yet.
    ours
        The command ``hemicycle``.
    rounds
        How often each is measured.
    names
        Of the faults.

    Returns
    -------
    Figure
        That of the fault with the worst ratio.
    """
    found = [_figure(work / name, ours, rounds, name) for name in names]
    return max(found, key=lambda one: one.ratio)


def _figure(work: Path, ours: Sequence[str], rounds: int, name: str) -> Figure:
    folder = plant(FAULTS[name], work / "data")
    as_it_was = [*ours, "schedule", str(DATA / folder.name), "--formats=json", f"--output={work / 'out'}"]
    explained = [*ours, "explain", str(folder), "--ways-out=0"]
    times = alternate({"schedule": lambda _: as_it_was, "explain": lambda _: explained}, rounds, _ENDINGS)
    return Figure(f"explain {name}", times["explain"], times["schedule"], AIM)
