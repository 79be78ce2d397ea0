"""On which release a timetable in a file was made, and what is refused because of it."""

import json
from shutil import copytree

import pytest

from scheduler.reading import BadData, read_forum
from scheduler.use_cases.timetable_base import check_base
from tests.reading.small import DOCUMENT, MEETINGS

from .releasing import out, plan, released, unreleased


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Make a forum with two releases, and set the outputs of the first one aside."""
    folder = unreleased(tmp_path_factory.mktemp("made"))
    released(folder, 2, file=plan(folder.parent))
    out(folder).rename(folder.parent / "earlier")
    released(folder, 3, file=plan(folder.parent, "annex", of="workshop"))
    return folder


@pytest.fixture
def folder(made, tmp_path):
    """Return a copy of that forum, with its outputs beside it."""
    copytree(made.parent, tmp_path, dirs_exist_ok=True)
    return tmp_path / made.name


def refused(folder, file, day=4):
    before = sorted((folder / "releases").iterdir())
    with pytest.raises(BadData) as problem:
        released(folder, day, file=file)
    assert sorted((folder / "releases").iterdir()) == before
    return str(problem.value)


@pytest.mark.parametrize("name", ["timetable.json", "timetable.csv", "timetable.xlsx", "calendars/all.ics"])
def test_what_was_made_on_an_earlier_release_is_refused(name, folder, tmp_path):
    file = tmp_path / "earlier" / name
    if name.startswith("calendars"):
        file = file.rename(tmp_path / "earlier/all.ics")
    assert refused(folder, file) == (
        f"{file}: was made on release 1, and its base is no longer the last: release 2 is. "
        "Maybe schedule the forum again and look at the difference"
    )


def test_the_file_itself_says_it_also_where_nothing_lies_beside_it(folder, tmp_path):
    alone = tmp_path / "alone.json"
    (tmp_path / "earlier/timetable.json").rename(alone)
    assert "was made on release 1, and its base" in refused(folder, alone)


def test_a_timetable_json_beside_it_is_asked_last(folder, tmp_path):
    (tmp_path / "earlier/run.json").unlink()
    assert "was made on release 1, and its base" in refused(folder, tmp_path / "earlier/timetable.csv")


def test_what_was_made_before_anything_was_released_is_refused(folder, tmp_path):
    run = json.dumps({"forum": "small-2030", "inputs": {"small-2030/forum.yaml": "0"}})
    (tmp_path / "run.json").write_text(run)
    assert "was made before anything was released, and its base is no" in refused(folder, plan(tmp_path))


def test_what_was_made_on_the_last_release_is_fine(folder):
    for name in ("timetable.json", "timetable.csv"):
        assert check_base(out(folder) / name, read_forum(folder).forum) == ()
    assert released(folder, 4, file=out(folder) / "timetable.json").said == ()


@pytest.mark.parametrize(
    "beside",
    [
        None,
        "{",
        "[]",
        json.dumps({"forum": "elsewhere", "inputs": {"small-2030/releases/release-1.json": ""}}),
        json.dumps({"forum": "small-2030", "inputs": 1}),
    ],
)
def test_a_base_that_nobody_knows_is_said(beside, folder, tmp_path):
    if beside is not None:
        (tmp_path / "run.json").write_text(beside)
    table = tmp_path / "own.csv"
    rows = [f"{one['id']},{one['room']},{one['start'][:16]},{one['end'][:16]}" for one in MEETINGS]
    table.write_text("\n".join(["meeting,room,start,end", *rows]))
    (tmp_path / "own.json").write_text(json.dumps({**DOCUMENT, "release": "one"}))
    for name in ("own.csv", "own.json"):
        (said,) = check_base(tmp_path / name, read_forum(folder).forum)
        assert said == (
            f"nobody knows on which release {tmp_path / name} was made: what release 2 has changed may be "
            "undone by it"
        )
    assert released(folder, 4, file=table).said


def test_before_the_first_release_there_is_no_base(tmp_path):
    folder = unreleased(tmp_path)
    assert check_base(plan(tmp_path), read_forum(folder).forum) == ()
