"""What is exported and imported again is the same timetable."""

import json
import shutil
from pathlib import Path

from scheduler.domain.forum import Forum
from scheduler.domain.permanent_ids import permanent_id
from scheduler.reading import read_forum
from tests.cli.running import hemicycle
from tests.golden.folders import DATA
from tests.importing.files import schedule
from tests.importing.test_import import here  # noqa: F401 - a fixture

FORMATS = {"frab-xml": "schedule.xml", "frab-json": "schedule.json"}


def placed(forum: Forum) -> list[tuple[str, ...]]:
    """Return what calendars know of a release."""
    assert forum.release is not None
    return [
        (one.id, one.title, one.room, one.start.isoformat(), one.end.isoformat(), forum.release.uids[one.id])
        for one in forum.release.meetings
    ]


def exported_and_imported(capsys, name: str) -> list[Forum]:
    """Schedule a forum, export it in each format, and import what was written."""
    assert hemicycle(capsys, "schedule", f"data/{name}").code == 0
    for form, file in FORMATS.items():
        assert hemicycle(capsys, "export", f"data/{name}", "--format", form).code == 0
        assert hemicycle(capsys, "import", f"outputs/{name}/{file}", "--as", form).code == 0
    return [read_forum(Path("data") / form).forum for form in FORMATS]


def test_an_imported_forum_comes_back(here, capsys):  # noqa: F811 - the fixture
    Path("first.json").write_bytes(schedule())
    assert hemicycle(capsys, "import", "first.json", "--as", "first").code == 0
    first = read_forum(Path("data/first")).forum
    for again in exported_and_imported(capsys, "first"):
        assert placed(again) == placed(first)
        assert again.clock == first.clock
        assert [(one.room, one.name) for one in again.rooms] == [(one.room, one.name) for one in first.rooms]
        assert again.parties == first.parties


def test_a_bundled_forum_comes_back(here, capsys):  # noqa: F811 - the fixture
    shutil.copytree(DATA / "imrf-2022", here / "data/imrf-2022")
    found = [placed(again) for again in exported_and_imported(capsys, "imrf-2022")]
    first = read_forum(Path("data/imrf-2022")).forum
    said = json.loads(Path("outputs/imrf-2022/timetable.json").read_text(encoding="utf-8"))["meetings"]
    keys = ("id", "title", "room", "start", "end")
    wanted = [(*(one[key] for key in keys), permanent_id(first, one["id"])) for one in said]
    assert found == [wanted, wanted]
