"""All losses of a forum by one command, beside one command line for each of them."""

import csv
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from ruamel.yaml import YAML

from bench.figures import Figure
from bench.timing import Times

AIM = 0.5
_DONE = (0, 3)
"""A timetable, or the proof that there is none."""


def figure(forum: Path, work: Path, ours: Sequence[str], sample: int, rounds: int = 1) -> Figure:
    """Measure ``hemicycle fragility`` and estimate how long its losses take one by one.

    Parameters
    ----------
    forum
        The forum's folder.
    work
        A folder for what is written.
    ours
        The command ``hemicycle``.
    sample
        How many losses are scheduled one by one, evenly chosen; their mean stands for all.
    rounds
        How often both are measured.

    Returns
    -------
    Figure
        The ratio of the whole to the estimate.
    """
    whole, singly = [], []
    for number in range(rounds):
        out = work / f"fragility-{number}"
        whole.append(_timed([*ours, "fragility", str(forum), "--no-kept", f"--output={out}"]))
        losses = _losses(out / "fragility.csv")
        chosen = [losses[place * len(losses) // sample] for place in range(sample)]
        folders = [_without(forum, work / f"{number}-{place}", loss) for place, loss in enumerate(chosen)]
        took = [_timed([*ours, "schedule", str(folder), f"--output={out}-one"]) for folder in folders]
        singly.append(sum(took) / len(took) * len(losses))
    return Figure("hemicycle fragility, all losses", Times(tuple(whole)), Times(tuple(singly)), AIM)


def _losses(table: Path) -> list[dict[str, str]]:
    """Read the losses that are written into the forum's own data, rooms and officers, with their windows."""
    with table.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["sort"] != "teams"]
    always = f"from {rows[0]['day']}"
    return [row | {"window": f"{row['day']} {row['period']}".strip() or always} for row in rows]


def _without(forum: Path, data: Path, loss: dict[str, str]) -> Path:
    """Copy a forum with its mandates and venues, and write a loss into it."""
    shutil.copytree(forum.parent, data)
    folder = data / forum.name
    if loss["sort"] == "room":
        _close(folder / "rooms.yaml", loss["what"], loss["window"])
    else:
        _send_away(folder / "parties.csv", loss["what"], loss["window"])
    return folder


def _close(path: Path, room: str, when: str) -> None:
    yaml = YAML()
    said = yaml.load(path)
    said["closures"] = [*said.get("closures", []), {"room": room, "window": when}]
    yaml.dump(said, path)


def _send_away(path: Path, party: str, when: str) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        if row["party"] == party:
            row["unavailable"] = "; ".join(filter(None, (row["unavailable"], when)))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def _timed(command: Sequence[str]) -> float:
    begin = perf_counter()
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    took = perf_counter() - begin
    if ended.returncode not in _DONE:
        raise RuntimeError(f"{' '.join(command)} ended with {ended.returncode}: {ended.stdout}{ended.stderr}")
    return took
