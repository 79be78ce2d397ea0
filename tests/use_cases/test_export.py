"""Exporting: the timetable that was scheduled last, judged again and never solved again."""

import json
from pathlib import Path

import pytest
from icalendar import Calendar

from scheduler.reading import BadData
from scheduler.use_cases.export import export
from scheduler.use_cases.schedule import schedule
from tests.golden.folders import copied
from tests.reading import small

from .two_releases import planner

OUT = Path("outputs/small-2030")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return the small forum, scheduled."""
    monkeypatch.chdir(tmp_path)
    folder = small.write(tmp_path / "data")
    schedule(folder, formats=("json", "run"))
    return folder


def moved(folder, **change):
    """Move the workshop by hand, in the timetable that was scheduled."""
    path = folder / "timetable.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    next(one for one in document["meetings"] if one["id"] == "workshop").update(change)
    path.write_text(json.dumps(document), encoding="utf-8")


def test_what_lies_in_the_outputs_is_exported(folder):
    answer = export(folder, ["frab-xml", "jcal"])
    assert (answer.source, answer.programme.status) == (OUT, "optimal")
    assert answer.files == (OUT / "schedule.xml", OUT / "calendars/all.jcal")
    assert all(path.stat().st_size > 1000 for path in answer.files)
    assert (OUT / "timetable.json").exists()


def test_nothing_is_solved_again(folder):
    later = {"start": "2030-03-11T11:00:00-04:00", "end": "2030-03-11T12:00:00-04:00"}
    export(folder, ["frab-json"])
    assert later["start"] not in (OUT / "schedule.json").read_text(encoding="utf-8")
    moved(OUT, **later)
    export(folder, ["frab-json"])
    assert later["start"] in (OUT / "schedule.json").read_text(encoding="utf-8")


def test_the_judge_says_what_was_broken_by_hand(folder):
    assert export(folder, ["frab-xml"]).programme.verdict.breaches == ()
    moved(OUT, room="hall", start="2030-03-12T10:00:00-04:00", end="2030-03-12T11:00:00-04:00")
    breaches = export(folder, ["frab-xml"]).programme.verdict.breaches
    assert [one.clause for one in breaches] == ["nature/rooms"]


@pytest.mark.parametrize("stale", ["{}", "[]", "no JSON", '{"inputs": {"small-2030/forum.yaml": "other"}}'])
def test_what_was_made_from_other_files_is_not_exported(folder, stale):
    (OUT / "run.json").write_text(stale, encoding="utf-8")
    assert export(folder, ["frab-xml"]) is None
    assert not (OUT / "schedule.xml").exists()


def test_a_status_that_nobody_knows_is_not_exported(folder):
    run = json.loads((OUT / "run.json").read_text(encoding="utf-8"))
    (OUT / "run.json").write_text(json.dumps(run | {"status": "fine"}), encoding="utf-8")
    assert export(folder, ["frab-xml"]) is None


def test_a_timetable_that_cannot_be_read_is_not_exported(folder):
    moved(OUT, room="attic")
    assert export(folder, ["frab-xml"]) is None


def test_without_outputs_there_is_nothing_to_export(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert export(small.write(tmp_path / "data"), ["frab-xml"]) is None
    assert not Path("outputs").exists()


def test_a_forum_that_cannot_be_read(folder):
    (folder / "rooms.yaml").unlink()
    with pytest.raises(BadData, match=r"rooms\.yaml"):
        export(folder, ["frab-xml"])


def test_another_folder_takes_the_timetable_of_the_usual_one(folder):
    answer = export(folder, ["frab-xml"], Path("site"))
    assert (answer.source, answer.files) == (OUT, (Path("site/schedule.xml"),))
    assert not (OUT / "schedule.xml").exists()


def test_the_timetable_of_the_other_folder_comes_first(folder):
    schedule(folder, Path("site"), ("json", "run"))
    moved(Path("site"), start="2030-03-11T11:00:00-04:00", end="2030-03-11T12:00:00-04:00")
    answer = export(folder, ["frab-json"], Path("site"))
    assert answer.source == Path("site")
    assert answer.programme.forum.clock.words(answer.programme.timetable.by_meeting["workshop"].start) == (
        "11:00 on day-1"
    )


def test_a_release_is_known_until_something_is_otherwise(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folder, out = copied(tmp_path), Path("outputs/imrf-2022")
    schedule(folder, formats=("json", "run"))
    assert export(folder, ["frab-xml"]).programme.release == 1
    assert "<version>release 1, published</version>" in (out / "schedule.xml").read_text(encoding="utf-8")
    document = (out / "timetable.json").read_text(encoding="utf-8")
    other = document.replace('"room": "trusteeship-council-chamber"', '"room": "conference-room-4"', 1)
    (out / "timetable.json").write_text(other, encoding="utf-8")
    assert export(folder, ["frab-xml"]).programme.release is None


def test_the_calendar_is_that_of_the_outputs(tmp_path, monkeypatch):
    monkeypatch.chdir(planner(tmp_path))
    folder = tmp_path / "data/small-2030"
    schedule(folder, formats=("json", "run", "ics"))
    export(folder, ["jcal"])
    calendar = Calendar.from_ical((OUT / "calendars/all.ics").read_bytes())
    again = Calendar.from_jcal(json.loads((OUT / "calendars/all.jcal").read_text(encoding="utf-8")))
    assert again.subcomponents == calendar.subcomponents
    assert "CANCELLED: Side event" in [str(one.get("SUMMARY")) for one in again.walk("VEVENT")]
