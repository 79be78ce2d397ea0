"""What another body has booked is no way out; what is closed is one."""

import shutil
from pathlib import Path

from scheduler.reading import read_forum
from scheduler.solving.relaxing.offers import offers
from tests.golden.folders import DATA, edited


def reopened(folder: Path) -> list[str]:
    reading = read_forum(folder)
    return [one.name for one in offers(reading.forum, reading.rules) if one.sort == "reopen-room"]


def test_only_closures_can_be_taken_back(tmp_path):
    shutil.copytree(DATA, tmp_path / "data")
    folder = tmp_path / "data" / "imrf-2026"
    assert reopened(folder) == []
    closure = "closures:\n  - {room: conference-room-4, window: day-1, because: works}\n"
    edited(folder / "rooms.yaml", ("closures: []\n", closure))
    assert len(reopened(folder)) == 1
    edited(folder / "rooms.yaml", ("because: works}", "because: works, booked: true}"))
    assert reopened(folder) == []
