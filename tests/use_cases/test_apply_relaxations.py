"""A way out is written into the forum's files: whole, with comments kept, or not at all."""

import shutil
from pathlib import Path

import pytest

from scheduler.domain.costs import SORTS
from scheduler.domain.facts import facts_of
from scheduler.reading import read_forum
from scheduler.solving.relaxing.offers import offers
from scheduler.solving.relaxing.relaxations import relaxed
from scheduler.use_cases import apply_relaxations as use_case
from scheduler.use_cases.apply_relaxations import CannotApply, apply_relaxations
from tests.reading import small

DATA = Path(__file__).parents[2] / "data"
CLOSURES = """closures:
  # The annex is not ours.
  - room: trusteeship-council-chamber
    window: day-1 morning
    because: taken
  - {room: conference-room-4, window: day-3}  # painted
"""
PINS = """\
# What is held where it is.
pins:
  # Asked for by the co-chairs.
  - at: {session: round-table-1}
    window: day-1 morning
    by: A. Planner
    because: the co-chair leaves at noon
"""


@pytest.fixture
def folder(tmp_path):
    """Return a copy of the 2022 forum in which everything could be relaxed."""
    shutil.copytree(DATA, tmp_path / "data")
    folder = tmp_path / "data" / "imrf-2022"
    change(folder / "rooms.yaml", "closures: []\n", CLOSURES)
    (folder / "pins.yaml").write_text(PINS, encoding="utf-8")
    path = folder / "parties.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    away = [f"{one.rstrip()}day-1 morning\n" if one.startswith("egypt,") else one for one in lines]
    path.write_text("".join(away), encoding="utf-8")
    return folder


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def texts(folder):
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.*"))}


def comments(text):
    return [line for line in text.splitlines() if "#" in line]


def test_each_relaxation_is_read_as_the_forum_that_was_solved(folder, tmp_path):
    reading = read_forum(folder)
    offered = offers(reading.forum, reading.rules)
    assert {one.sort for one in offered} == {*SORTS}
    first = {one.sort: one for one in reversed(offered)}
    before = texts(folder)
    for one in first.values():
        (path,) = apply_relaxations(folder, reading.forum, [one])
        assert facts_of(read_forum(folder).forum) == facts_of(relaxed(reading.forum, [one])[0])
        path.write_text(before[path.name], encoding="utf-8")
    assert texts(folder) == before


def test_several_files_change_together_and_comments_stay(folder):
    reading = read_forum(folder)
    offered = offers(reading.forum, reading.rules)
    before = texts(folder)
    files = apply_relaxations(folder, reading.forum, offered)
    assert sorted(path.name for path in files) == [
        "forum.yaml",
        "parties.csv",
        "pins.yaml",
        "rooms.yaml",
        "sessions.yaml",
    ]
    assert facts_of(read_forum(folder).forum) == facts_of(relaxed(reading.forum, offered)[0])
    after = texts(folder)
    for name in ("forum.yaml", "sessions.yaml", "pins.yaml", "rooms.yaml"):
        kept = [line for line in comments(before[name]) if "# painted" not in line]
        assert comments(after[name]) == kept
    assert after["pins.yaml"] == "# What is held where it is.\npins: []\n  # Asked for by the co-chairs.\n"
    assert after["rooms.yaml"].endswith("closures: []\n  # The annex is not ours.\n")
    assert not list(folder.parent.glob(".hemicycle-*"))


def test_a_folder_is_named_by_where_one_stands(folder, monkeypatch):
    monkeypatch.chdir(folder)
    reading = read_forum(Path())
    some = [one for one in offers(reading.forum, reading.rules) if one.sort == "drop-pin"]
    assert apply_relaxations(Path(), reading.forum, some) == (Path("pins.yaml"),)
    assert "pins: []" in (folder / "pins.yaml").read_text(encoding="utf-8")


def test_files_that_somebody_has_changed_meanwhile_are_left_alone(folder):
    reading = read_forum(folder)
    (pin,) = (one for one in offers(reading.forum, reading.rules) if one.sort == "drop-pin")
    change(folder / "sessions.yaml", "title: Policy debate", "title: Debate")
    before = texts(folder)
    with pytest.raises(CannotApply, match="cannot be changed by themselves, or somebody has changed them"):
        apply_relaxations(folder, reading.forum, [pin])
    assert texts(folder) == before


def test_files_that_cannot_be_read_any_more_are_left_alone(folder):
    reading = read_forum(folder)
    offered = offers(reading.forum, reading.rules)
    (pin,) = (one for one in offered if one.sort == "drop-pin")
    change(folder / "sessions.yaml", "title: Policy debate", "titel: Debate")
    with pytest.raises(CannotApply):
        apply_relaxations(folder, reading.forum, [pin])
    (shorter,) = (one for one in offered if one.name == "shorten round-table")
    change(folder / "sessions.yaml", "session: round-table-2", "session: round-table-7")
    with pytest.raises(CannotApply):
        apply_relaxations(folder, reading.forum, [shorter])


def test_a_forum_without_mandates_of_its_own_is_read_with_the_bundled_ones(tmp_path, monkeypatch):
    shutil.copytree(DATA / "imrf-2022", tmp_path / "imrf-2022")
    folder = tmp_path / "imrf-2022"
    reading = read_forum(folder)
    some = [one for one in offers(reading.forum, reading.rules) if one.name == "open-room ecosoc-chamber"]
    apply_relaxations(folder, reading.forum, some)
    assert "  - conference-room-4\n  - ecosoc-chamber\n" in texts(folder)["rooms.yaml"]


def test_a_disk_that_is_full_leaves_everything_as_it_was(folder, monkeypatch):
    reading = read_forum(folder)
    offered = offers(reading.forum, reading.rules)
    before = texts(folder)

    def full(*_words):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(use_case, "write", full)
    with pytest.raises(OSError, match="No space left"):
        apply_relaxations(folder, reading.forum, offered)
    assert texts(folder) == before


def test_the_small_forum_keeps_its_own_mandates(tmp_path):
    folder = small.write(tmp_path)
    reading = read_forum(folder)
    some = [one for one in offers(reading.forum, reading.rules) if one.sort == "shorten"]
    apply_relaxations(folder, reading.forum, some)
    assert facts_of(read_forum(folder).forum) == facts_of(relaxed(reading.forum, some)[0])
