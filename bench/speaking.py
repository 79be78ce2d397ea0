"""What a list of 196 speakers costs beside importing the libraries it stands on."""

import csv
import shutil
import subprocess
import sys
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from bench.figures import Figure
from bench.startup import BARE
from bench.timing import alternate

AIM = 3.0
LIMIT = "2:30"
RESTRICTED = 30
KINDS = ("member-state", "observer-state", "regional-organisation")
WINDOWS = (
    "day-3 10:30-13:00",
    "day-3 afternoon",
    "day-4 morning",
    "day-4 15:00-17:35",
    "day-3 11:00-12:00",
    "day-4 10:00-11:30",
    "day-3",
    "day-4",
)
_FIRST = datetime(2022, 3, 1, 9)  # noqa: DTZ001 - a planner's table has wall-clock times


def figure(forum: Path, work: Path, ours: Sequence[str], rounds: int) -> Figure:
    """Measure ``hemicycle speakers`` in alternation with the bare imports.

    Parameters
    ----------
    forum
        The forum's folder; a copy of it gets 196 inscriptions.
    work
        A folder for the copy and for what is written.
    ours
        The command ``hemicycle``.
    rounds
        How often each is measured.

    Returns
    -------
    Figure
        Ratio to ``python -c "import …"``.
    """
    copy, output = work / forum.name, work / "outputs"
    shutil.copytree(forum, copy)
    inscribe(copy, Random(6))
    subprocess.run([*ours, "schedule", str(copy), f"--output={output}"], check=True, capture_output=True)
    command = [*ours, "speakers", str(copy), f"--limit={LIMIT}", f"--output={output}"]
    times = alternate({"bare": lambda _: [sys.executable, "-c", BARE], "speakers": lambda _: command}, rounds)
    return Figure("hemicycle speakers, 196 inscriptions, all outputs", times["speakers"], times["bare"], AIM)


def inscribe(folder: Path, random: Random) -> None:
    """Inscribe all parties that may speak: three levels, and 30 speakers with times of their own.

    Parameters
    ----------
    folder
        The forum's folder; its table of inscriptions is written.
    random
        Draws order, levels and times.
    """
    with (folder / "parties.csv").open(encoding="utf-8") as file:
        parties = [row["party"] for row in csv.DictReader(file) if row["kind"] in KINDS]
    restricted = {*random.sample(parties, RESTRICTED)}
    by_level = random.sample(parties, len(parties))
    levels = {party: _level(number) for number, party in enumerate(by_level)}
    with (folder / "inscriptions.csv").open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(["party", "level", "inscribed", "available"])
        for number, party in enumerate(random.sample(parties, len(parties))):
            at = _FIRST + timedelta(minutes=7 * number)
            there = random.choice(WINDOWS) if party in restricted else ""
            table.writerow([party, levels[party], f"{at:%Y-%m-%d %H:%M}", there])


def _level(number: int) -> str:
    return "head-of-state" if number < 20 else "minister" if number < 140 else "chair-of-delegation"
