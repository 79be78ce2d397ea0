"""The bench of large conferences, on small ones: what is measured, and what is refused."""

import sys

import pytest

from bench import large
from tests.bench.synthetic import Size

_OURS = [sys.executable, "-m", "scheduler.cli"]
SMALL = Size(sessions=6, rooms=2, slots=10, hard=3, soft=3)
CHANGED = Size(sessions=6, rooms=2, slots=10, hard=3, soft=3, parties=4, changes=2, released=True)


def test_every_aim_has_its_amount(tmp_path, monkeypatch):
    monkeypatch.setattr(large, "LOOSE", SMALL)
    monkeypatch.setattr(large, "DENSE", SMALL)
    monkeypatch.setattr(large, "CHANGED", CHANGED)
    found = large.amounts(tmp_path, _OURS, 1, seeds=(1,))
    assert [one.name.partition(": ")[2] for one in found] == [
        "proven",
        "memory",
        "proven",
        "fewest moves proven",
        "check",
        "all outputs more than one",
    ]
    assert all(one.least > 0 for one in found[:5])
    assert 20 < found[1].least < 1_000


def test_the_least_counts_beside_the_aim():
    amount = large.Amount("check", 1.5, 4.0, "s", 3)
    assert amount.met
    assert amount.line.endswith("1.50     4.00 s    0.500  at most 3     met")
    assert large.Amount("check", 3.1, 4.0, "s", 3).line.endswith("MISSED")
    assert large.table("Title", [amount]).splitlines()[0] == "Title"


def test_what_fails_or_is_not_proven_is_told(tmp_path):
    with pytest.raises(RuntimeError, match="false ended with 1"):
        large._run(["false"])
    said = tmp_path / "timetable.json"
    said.write_text('{"status": "feasible"}')
    with pytest.raises(RuntimeError, match="is feasible"):
        large._proven(["true"], tmp_path, tmp_path)
