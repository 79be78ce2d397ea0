"""What the command costs beside importing the libraries it stands on."""

import sys
from collections.abc import Sequence
from pathlib import Path

from bench.figures import Figure
from bench.timing import alternate

BARE = "import ortools.sat.python.cp_model, pandas, pydantic, click, icalendar"
AIMS = {"schedule": 1.6, "check": 0.7, "help": 0.2}
_NAMES = {
    "schedule": "hemicycle schedule data/imrf-2022, all outputs",
    "check": "hemicycle check data/imrf-2022",
    "help": "hemicycle --help",
}


def figures(forum: Path, work: Path, ours: Sequence[str], rounds: int) -> list[Figure]:
    """Measure the command in alternation with the bare imports.

    Parameters
    ----------
    forum
        The forum's folder.
    work
        A folder for what is written; every run writes into a new one.
    ours
        The command ``hemicycle``.
    rounds
        How often each is measured.

    Returns
    -------
    list of Figure
        Ratios to ``python -c "import …"``.
    """
    times = alternate(
        {
            "bare": lambda _: [sys.executable, "-c", BARE],
            "schedule": lambda number: [*ours, "schedule", str(forum), f"--output={work / str(number)}"],
            "check": lambda _: [*ours, "check", str(forum), str(work / "0/timetable.json")],
            "help": lambda _: [*ours, "--help"],
        },
        rounds,
    )
    return [Figure(_NAMES[name], times[name], times["bare"], aim) for name, aim in AIMS.items()]
