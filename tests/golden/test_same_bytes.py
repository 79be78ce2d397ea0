"""The same forum gives the same bytes, whatever the machine, the run and the order of the data."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scheduler.solving import Limits
from scheduler.use_cases.schedule import schedule
from tests.golden.folders import FOLDER, bytes_of, copied
from tests.golden.shuffled import shuffle
from tests.uncounted import uncounted

pytestmark = uncounted

ROOT = Path(__file__).parents[2]
WAYS = [False, True]
RUN = "run.json"


def named(from_scratch: bool) -> str:
    return "from-scratch" if from_scratch else "with-the-release"


ways = pytest.mark.parametrize("from_scratch", WAYS, ids=named)


@pytest.fixture(scope="module")
def wanted(tmp_path_factory):
    """Schedule once in this process, from the release and from nothing."""
    found = {}
    for from_scratch in WAYS:
        output = tmp_path_factory.mktemp(named(from_scratch))
        answer = schedule(FOLDER, output, from_scratch=from_scratch)
        assert answer.status == "optimal"
        found[from_scratch] = bytes_of(output)
    return found


def run(output: Path, from_scratch: bool, folder: Path = FOLDER, cwd: Path = ROOT, **environment: str):
    """Run the whole command in a process of its own."""
    more = ["--from-scratch"] if from_scratch else []
    command = [sys.executable, "-m", "scheduler.cli", "schedule", str(folder), "--output", str(output), *more]
    environ = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    subprocess.run(command, cwd=cwd, env=environ, check=True, capture_output=True, timeout=120)
    return bytes_of(output)


def differing(found: dict[str, bytes], wanted: dict[str, bytes], *but: str) -> list[str]:
    """Name the files that are not the same, or are only on one side."""
    names = sorted({*found, *wanted}.difference(but))
    return [name for name in names if found.get(name) != wanted.get(name)]


def test_every_format_is_compared(wanted):
    files = set(wanted[False])
    assert {"timetable.json", "timetable.html", "timetable.txt", "timetable.csv", "timetable.xlsx"} < files
    assert {"report.md", RUN, "calendars/all.ics", "calendars/parties/egypt.ics"} < files
    assert differing(wanted[False], wanted[True])


@ways
@pytest.mark.parametrize("seed", ["0", "1", "2"])
def test_hash_seeds(wanted, tmp_path, from_scratch, seed):
    found = run(tmp_path / "out", from_scratch, PYTHONHASHSEED=seed)
    assert differing(found, wanted[from_scratch]) == []


@ways
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Anchorage"])
def test_time_zones_of_the_machine(wanted, tmp_path, from_scratch, zone):
    assert differing(run(tmp_path / "out", from_scratch, TZ=zone), wanted[from_scratch]) == []


@ways
def test_languages_and_encodings_of_the_machine(wanted, tmp_path, from_scratch):
    found = run(tmp_path / "out", from_scratch, LC_ALL="C", LANG="C", PYTHONUTF8="0", COLUMNS="40")
    assert differing(found, wanted[from_scratch]) == []


@ways
def test_working_folders_and_places_of_the_data(wanted, tmp_path, from_scratch):
    copied(tmp_path)
    found = run(Path("out"), from_scratch, Path("data/imrf-2022"), tmp_path)
    assert found == {}
    assert differing(bytes_of(tmp_path / "out"), wanted[from_scratch]) == []


@ways
@pytest.mark.parametrize("workers", [1, 8])
def test_numbers_of_workers(wanted, tmp_path, from_scratch, workers):
    schedule(FOLDER, tmp_path, limits=Limits(workers=workers), from_scratch=from_scratch)
    assert differing(bytes_of(tmp_path), wanted[from_scratch]) == []


@ways
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_orders_of_the_data(wanted, tmp_path, from_scratch, seed):
    folder = copied(tmp_path)
    shuffle(folder, seed)
    schedule(folder, tmp_path / "out", from_scratch=from_scratch)
    found = bytes_of(tmp_path / "out")
    assert differing(found, wanted[from_scratch], RUN) == []
    assert found[RUN] != wanted[from_scratch][RUN], "the digests are of other files"


@ways
def test_a_second_run_touches_nothing(tmp_path, from_scratch):
    schedule(FOLDER, tmp_path, from_scratch=from_scratch)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    schedule(FOLDER, tmp_path, from_scratch=from_scratch)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before
