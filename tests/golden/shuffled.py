"""The same data in another order: rows of tables, and lists whose order says nothing."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

UNORDERED = ("features", "objectives")
"""Lists of a session in which no order is meant: who is named first, and what comes first, is meant."""


def shuffle(folder: Path, seed: int) -> None:
    """Shuffle the forum in a folder, its venue and its mandates, in place."""
    chance = random.Random(seed)
    _rows(folder / "parties.csv", chance)
    _yaml(folder / "sessions.yaml", lambda data: _sessions(data["sessions"], chance))
    _yaml(folder / "rooms.yaml", lambda data: chance.shuffle(data["open"]))
    _yaml(folder / "clauses.yaml", lambda data: chance.shuffle(data["clauses"]))
    _yaml(folder / "forum.yaml", lambda data: _forum(data, chance))
    for file in sorted((folder.parent / "mandates").glob("*.yaml")):
        _yaml(file, lambda data: (chance.shuffle(data["clauses"]), chance.shuffle(data["kinds"])))
    for file in sorted((folder.parent / "venues").glob("*.yaml")):
        _yaml(file, lambda data: (chance.shuffle(data["rooms"]), chance.shuffle(data.get("holidays", []))))


def _rows(file: Path, chance: random.Random) -> None:
    head, *rows = file.read_text(encoding="utf-8").splitlines(keepends=True)
    chance.shuffle(rows)
    file.write_text("".join([head, *rows]), encoding="utf-8")


def _sessions(sessions: list[dict[str, Any]], chance: random.Random) -> None:
    chance.shuffle(sessions)
    for session in sessions:
        for name in UNORDERED:
            chance.shuffle(session.get(name, []))


def _forum(data: dict[str, Any], chance: random.Random) -> None:
    chance.shuffle(data["milestones"])
    days = list(data["days"].items())
    chance.shuffle(days)
    data["days"] = dict(days)


def _yaml(file: Path, change: Callable[[Any], object]) -> None:
    """Change a file's data, and leave how it writes dates and times as it is."""
    yaml = YAML(typ="rt")
    yaml.width = 10_000
    data = yaml.load(file.read_text(encoding="utf-8"))
    change(data)
    with file.open("w", encoding="utf-8") as out:
        yaml.dump(data, out)
