"""Large made-up conferences: what scheduling, checking and handing out cost, in seconds and megabytes."""

import json
import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from bench.timing import Times
from tests.bench.synthetic import Size, Synthetic
from tests.bench.synthetic_forum import write

LOOSE = Size()
DENSE = Size(rooms=12)
CHANGED = Size(sessions=1_000, hard=3_000, soft=4_000, parties=2_000, changes=30, released=True)
MEGABYTE = 1 << 20


@dataclass(frozen=True)
class Amount:
    """What was measured in a unit, with the most that is aimed at."""

    name: str
    least: float
    typical: float
    unit: str
    aim: float

    @property
    def met(self) -> bool:
        """Whether the least is at most what is aimed at: others on the machine only add to it."""
        return self.least <= self.aim

    @property
    def line(self) -> str:
        """The amount in one line."""
        verdict = "met" if self.met else "MISSED"
        return (
            f"{self.name:<52} {self.least:8.2f} {self.typical:8.2f} {self.unit:<3}"
            f" {self.least / self.aim:6.3f}  at most {self.aim:<5g} {verdict}"
        )


@dataclass(frozen=True)
class Ended:
    """A process that has ended: its time, and the most memory it had."""

    seconds: float
    megabytes: float


def amounts(work: Path, ours: Sequence[str], rounds: int, seeds: Sequence[int] = (1, 2, 3)) -> list[Amount]:
    """Measure whole processes on large conferences.

    Parameters
    ----------
    work
        A folder for what is written.
    ours
        The command ``hemicycle``.
    rounds
        How often each is measured.
    seeds
        Of the conferences of 500 sessions.

    Returns
    -------
    list of Amount
        Start of the process and reading included.

    Raises
    ------
    RuntimeError
        A command failed, or a timetable is not proven or not valid.
    """
    found = [one for seed in seeds for one in _placed(Synthetic(LOOSE, seed), work, ours, rounds, 15)]
    found += [_placed(Synthetic(DENSE, seed), work, ours, rounds, 60)[0] for seed in seeds]
    return [*found, *_changed(Synthetic(CHANGED, 1), work, ours, rounds)]


def _placed(one: Synthetic, work: Path, ours: Sequence[str], rounds: int, aim: float) -> list[Amount]:
    """Schedule from nothing, and let the timetable be judged."""
    folder, output = write(one, work / "data"), work / one.name
    ended = [_proven(ours, folder, output, "json") for _ in range(rounds)]
    _run([*ours, "check", str(folder), str(output / "timetable.json")])
    rooms = f"{one.size.sessions} sessions in {one.size.rooms} rooms, seed {one.seed}"
    most = max(process.megabytes for process in ended)
    return [
        _seconds(f"{rooms}: proven", ended, aim),
        Amount(f"{rooms}: memory", most, most, "MB", 1_000),
    ]


def _changed(one: Synthetic, work: Path, ours: Sequence[str], rounds: int) -> list[Amount]:
    """Schedule again after changes, check, and write all outputs."""
    folder, output = write(one, work / "data"), work / one.name
    moved = [_proven(ours, folder, output, "json") for _ in range(rounds)]
    checked = [_run([*ours, "check", str(folder), str(output / "timetable.json")]) for _ in range(rounds)]
    full = [_proven(ours, folder, work / "all") for _ in range(rounds)]
    least = min(process.seconds for process in moved)
    written = [Ended(max(process.seconds - least, 0.0), process.megabytes) for process in full]
    name = f"{one.size.sessions} sessions"
    return [
        _seconds(f"{name}, {one.size.changes} changes: fewest moves proven", moved, 30),
        _seconds(f"{name}: check", checked, 3),
        _seconds(f"{name}, {one.size.parties} parties: all outputs more than one", written, 10),
    ]


def _proven(ours: Sequence[str], folder: Path, output: Path, formats: str = "") -> Ended:
    wanted = [f"--formats={formats}"] if formats else []
    ended = _run([*ours, "schedule", str(folder), f"--output={output}", *wanted])
    status = json.loads((output / "timetable.json").read_text(encoding="utf-8"))["status"]
    if status != "optimal":
        raise RuntimeError(f"{folder.name} is {status}")
    return ended


def _run(command: Sequence[str]) -> Ended:
    """Run a command, and ask the system for the most memory that this one process had."""
    begin = perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return Ended(perf_counter() - begin, used.ru_maxrss * 1_024 / MEGABYTE)


def _seconds(name: str, ended: Sequence[Ended], aim: float) -> Amount:
    times = Times(tuple(process.seconds for process in ended))
    return Amount(name, times.least, times.typical, "s", aim)


def table(title: str, found: Sequence[Amount]) -> str:
    """Write amounts below a title.

    Parameters
    ----------
    title
        Says what was measured.
    found
        One line each.

    Returns
    -------
    str
        Lines; the last one is ended.
    """
    head = f"{'':<52} {'least':>8} {'median':>8} {'':<3} {'of aim':>6}  aim"
    return "".join(f"{line}\n" for line in (title, head, *(amount.line for amount in found)))
