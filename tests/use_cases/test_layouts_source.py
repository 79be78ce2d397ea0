"""A forum's files on their way to workers: the same bytes for the same files, and nothing left behind."""

import os
import subprocess
import sys
import tempfile
from dataclasses import replace
from multiprocessing.util import get_temp_dir
from pathlib import Path

import pytest

from scheduler.executing.on_cores import OnCores
from scheduler.reading import read_forum
from scheduler.use_cases import layouts_source
from scheduler.use_cases.layouts_source import folder_of, source_of, unpacked
from scheduler.use_cases.layouts_work import Batch, Puzzle, keyed, solved
from tests.reading.test_layouts_file import ROOT
from tests.use_cases.laid_out import laid_out, swept
from tests.use_cases.releasing import change, files


@pytest.fixture
def folder(tmp_path):
    return laid_out(tmp_path / "data")


@pytest.fixture
def scratch(tmp_path, monkeypatch):
    """Return the folder in which all that is for a while is made."""
    place = tmp_path / "scratch"
    place.mkdir()
    get_temp_dir()  # that of sockets, whose paths may not be long, stays where it is
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


def test_the_same_files_are_the_same_bytes(folder, tmp_path):
    source = source_of(folder)
    assert source == source_of(laid_out(tmp_path / "elsewhere"))
    assert source.forum == "fragile"
    os.utime(folder / "forum.yaml", (0, 0))
    change(folder / "layouts.yaml", "Hall alone", "The Hall alone")
    assert source_of(folder) == source
    change(folder / "forum.yaml", "A <fragile> forum", "Another")
    assert source_of(folder).digest != source.digest


@pytest.mark.parametrize("name", ["notes/layouts.yaml", "releases/release-1.json"])
def test_all_other_files_count(folder, name):
    before = source_of(folder).digest
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("{}")
    assert source_of(folder).digest != before


def test_dots_and_other_names_of_a_folder(folder, tmp_path, monkeypatch):
    source = source_of(folder)
    monkeypatch.chdir(folder)
    assert source_of(Path()) == source_of(Path("../fragile")) == source
    (tmp_path / "data/second").symlink_to(folder)
    change(folder / "forum.yaml", "forum: fragile", "forum: second")
    with unpacked(source_of(tmp_path / "data/second")) as lying:
        assert read_forum(folder_of(lying)).forum.forum == "second"


def test_mandates_and_venues_beside_it_come_before_those_of_the_program(folder):
    physical = "mandate: physical\ntitle: Our own\nclauses: []\n"
    (folder.parent / "mandates/physical.yaml").write_text(physical)
    with unpacked(source_of(folder)) as source:
        place = folder_of(source)
        assert (place.parent / "mandates/physical.yaml").read_text() == physical
        assert (place.parent / "venues/un-headquarters.yaml").is_file()
        assert read_forum(place).forum == read_forum(folder).forum
        assert read_forum(place).inputs == read_forum(folder).inputs


def test_workers_of_this_machine_read_where_it_lies(folder, scratch):
    with unpacked(source_of(folder)) as source:
        assert folder_of(source) == Path(source.place) / "fragile"
        assert folder_of(source).is_relative_to(scratch)
        assert keyed(Batch(source, ((),)))[0].key
    assert not folder_of(source).is_relative_to(source.place)
    layouts_source._own_copy(source).cleanup()
    layouts_source._COPIES.clear()


@pytest.mark.parametrize("mark", [None, b"another", b"\xff"])
def test_workers_of_another_machine_have_a_copy_of_their_own(folder, scratch, tmp_path, mark):
    with unpacked(source_of(folder)) as source:
        here = keyed(Batch(source, ((),)))
        (Path(source.place) / ".digest").unlink()
        if mark:
            (Path(source.place) / ".digest").write_bytes(mark)
        place = folder_of(source)
        assert not place.is_relative_to(source.place)
        assert files(place) == {name: text for name, text in files(folder).items() if name != "layouts.yaml"}
        assert folder_of(source) == place
        assert keyed(Batch(source, ((),))) == here
        assert solved(Puzzle(source, ())).status == "optimal"
    layouts_source._own_copy(source).cleanup()
    layouts_source._COPIES.clear()
    assert not any(scratch.iterdir())


@pytest.mark.parametrize("count", [1, 2])
def test_nothing_is_left_behind(folder, scratch, count):
    assert swept(folder, OnCores(count)).counts.open == 0
    assert [one.name for one in scratch.iterdir() if one.name.startswith("hemicycle-")] == []


def test_files_are_the_same_under_each_seed_of_hashing(folder, tmp_path):
    found = []
    for seed in ("0", "1"):
        output = tmp_path / seed
        command = [sys.executable, "-m", "scheduler.cli", "layouts", str(folder), "--output", str(output)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed}
        command += ["--workers", "1"]
        subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True, timeout=60)
        found.append(files(output))
    assert found[0] == found[1]
    assert {"layouts.html", "layouts.csv", "kept/problems.jsonl"} <= found[0].keys()


def test_of_several_forums_a_process_keeps_the_copies_of_the_last_few(folder, scratch):
    sources = [replace(source_of(folder), digest=str(number)) for number in range(5)]
    places = [folder_of(source) for source in sources]
    assert [place.is_dir() for place in places] == [False, True, True, True, True]
    assert folder_of(sources[4]) == places[4]
    while layouts_source._COPIES:
        layouts_source._COPIES.popitem()[1].cleanup()
