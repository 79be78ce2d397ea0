"""What is exported and imported again is the same timetable."""

import shutil
from pathlib import Path

import pytest

from scheduler.domain.forum import Forum
from scheduler.reading import read_forum
from tests.cli.running import hemicycle
from tests.golden.folders import DATA
from tests.importing.files import schedule
from tests.importing.test_import import here  # noqa: F401 - a fixture

pytest.importorskip("scheduler.cli.export", reason="there is no verb export yet")

FORMATS = {"frab-xml": "schedule.xml", "frab-json": "schedule.json"}


def placed(forum: Forum) -> list[tuple[str, ...]]:
    """Return what calendars know of a release."""
    assert forum.release is not None
    return [
        (one.id, one.title, one.room, one.start.isoformat(), one.end.isoformat(), forum.release.uids[one.id])
        for one in forum.release.meetings
    ]


@pytest.mark.parametrize("form", FORMATS)
def test_an_imported_forum_comes_back(here, capsys, form):  # noqa: F811 - the fixture
    Path("first.json").write_bytes(schedule())
    steps = (
        ("import", "first.json", "--as", "first"),
        ("schedule", "data/first"),
        ("export", "data/first", "--format", form),
        ("import", f"outputs/first/{FORMATS[form]}", "--as", "again"),
    )
    assert [hemicycle(capsys, *step).code for step in steps] == [0, 0, 0, 0]
    first, again = (read_forum(Path("data") / name).forum for name in ("first", "again"))
    assert placed(first) == placed(again)
    assert first.clock == again.clock
    assert [(one.room, one.name) for one in first.rooms] == [(one.room, one.name) for one in again.rooms]
    assert first.parties == again.parties


@pytest.mark.parametrize("form", FORMATS)
def test_a_bundled_forum_comes_back(here, capsys, form):  # noqa: F811 - the fixture
    shutil.copytree(DATA / "imrf-2022", here / "data/imrf-2022")
    steps = (
        ("schedule", "data/imrf-2022"),
        ("release", "data/imrf-2022", "--status", "draft"),
        ("export", "data/imrf-2022", "--format", form),
        ("import", f"outputs/imrf-2022/{FORMATS[form]}", "--as", "again"),
    )
    assert [hemicycle(capsys, *step).code for step in steps] == [0, 0, 0, 0]
    first, again = (read_forum(Path("data") / name).forum for name in ("imrf-2022", "again"))
    assert placed(first) == placed(again)
