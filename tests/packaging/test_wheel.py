"""The wheel holds the two packages and the bundled data, and runs from an empty folder."""

import json
import shutil
import tarfile
import zipfile
from pathlib import Path

import pytest

from .conftest import ROOT, build


def files_below(folder: str, within: str = "") -> set[str]:
    """Name the files of a folder of the checkout as the wheel should name them."""
    found = (
        path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts
    )
    return {f"{within or folder}/{path.relative_to(ROOT / folder).as_posix()}" for path in found}


def test_the_wheel_holds_exactly_our_packages_and_the_bundled_data(wheel):
    about = "hemicycle-0.1.0.dist-info"
    expected = (
        files_below("scheduler") | files_below("constraints") | files_below("data", "scheduler/bundled")
    )
    expected |= {f"{about}/{name}" for name in ("METADATA", "RECORD", "WHEEL", "entry_points.txt")}
    with zipfile.ZipFile(wheel) as archive:
        assert set(archive.namelist()) == expected | {f"{about}/licenses/LICENSE"}


def test_the_source_distribution_holds_no_more_than_it_needs(wheel):
    with tarfile.open(next(wheel.parent.glob("*.tar.gz"))) as archive:
        tops = {Path(name).parts[1] for name in archive.getnames()}
    needed = {"scheduler", "constraints", "data", "LICENSE", "PKG-INFO", "README.md", "pyproject.toml"}
    assert needed <= tops <= needed | {".gitignore", "CHANGELOG.md"}


def test_the_same_source_gives_the_same_wheel(wheel, tmp_path):
    assert build(ROOT, tmp_path, "--wheel").read_bytes() == wheel.read_bytes()


@pytest.fixture
def empty(tmp_path):
    """Return an empty folder to work in."""
    folder = tmp_path / "empty"
    folder.mkdir()
    return folder


def test_it_says_what_it_is(bare, empty):
    assert bare.hemicycle("--version", cwd=empty).stdout == "hemicycle 0.1.0\n"
    assert "Exit codes:" in bare.hemicycle("--help", cwd=empty).stdout
    ended = bare.hemicycle("rules", cwd=empty)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert list(empty.iterdir()) == []


def test_a_new_forum_is_made_from_a_bundled_one(bare, empty):
    ended = bare.hemicycle("new", "imrf-2034", "--like", "imrf-2022", "--first-day", "2034-05-16", cwd=empty)
    assert (ended.returncode, ended.stderr) == (0, ""), ended.stderr
    assert (empty / "data/imrf-2034/forum.yaml").is_file()
    ended = bare.hemicycle("roll-forward", "imrf-2022", "imrf-2034", "--json", cwd=empty)
    assert json.loads(ended.stdout)["now"] == "imrf-2034"


def test_a_copy_of_a_bundled_forum_is_scheduled_and_checked(bare, empty):
    bundled = bare.site_packages / "scheduler/bundled/imrf-2022"
    shutil.copytree(bundled, empty / "data/imrf-2022")
    ended = bare.hemicycle("schedule", "data/imrf-2022", cwd=empty)
    assert (ended.returncode, ended.stderr) == (0, ""), ended.stderr
    timetable = empty / "outputs/imrf-2022/timetable.json"
    assert json.loads(timetable.read_text())["status"] == "optimal"
    checked = bare.hemicycle("check", "data/imrf-2022", timetable, cwd=empty)
    assert (checked.returncode, checked.stderr) == (0, ""), checked.stdout
