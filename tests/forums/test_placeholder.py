"""Dates that only stand in are marked as such in every output."""

import json
from pathlib import Path

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from scheduler.publishing.fragility_html import page
from scheduler.reading import read_forum, read_timetable
from scheduler.use_cases.schedule import schedule
from tests.cli.running import hemicycle
from tests.golden.folders import DATA, copied, edited

FOLDER = DATA / "imrf-2030"
WORDS = "the week is not chosen yet"


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    output = tmp_path_factory.mktemp("placeholder")
    schedule(FOLDER, output)
    return output


def test_texts_and_pages(out):
    for name in ("timetable.txt", "timetable.html", "report.md"):
        text = " ".join((out / name).read_text(encoding="utf-8").split())
        assert "International Migration Review Forum 2030 (placeholder)" in text
        assert f"Placeholder: {WORDS}" in text


def test_tables(out):
    head, *rows = (out / "timetable.csv").read_text(encoding="utf-8").splitlines()
    assert head.endswith(",placeholder")
    assert all(WORDS in row for row in rows)
    book = load_workbook(out / "timetable.xlsx")
    sheets = [[str(cell.value) for row in sheet for cell in row] for sheet in book]
    assert all(any(WORDS in cell for cell in cells) for cells in sheets)


def test_documents(out):
    for name in ("timetable.json", "run.json"):
        assert json.loads((out / name).read_text(encoding="utf-8"))["placeholder"].startswith(WORDS)


def test_calendars(out):
    paths = sorted(out.glob("calendars/**/*.ics"))
    assert len(paths) > 200
    for path in (out / "calendars/all.ics", out / "calendars/parties/egypt.ics"):
        calendar = Calendar.from_ical(path.read_text(encoding="utf-8"))
        assert "(placeholder)" in calendar["X-WR-CALNAME"]
        for event in calendar.walk("VEVENT"):
            assert event["STATUS"] == "TENTATIVE"
            assert event["SUMMARY"].startswith("Placeholder: ")
            assert event["DESCRIPTION"].startswith(f"Placeholder: {WORDS}")


def test_what_is_written_is_read_back(out):
    forum = read_forum(FOLDER).forum
    read = [read_timetable(out / f"timetable.{sort}", forum) for sort in ("json", "csv", "xlsx")]
    assert [len(one.timetable.placements) for one in read] == [11, 11, 11]
    assert not any("placeholder" in words for words in read[0].not_judged)


def test_check_says_it(out, capsys):
    ended = hemicycle(capsys, "check", FOLDER, out / "timetable.json")
    assert ended.code == 0
    assert f"Placeholder: {WORDS}" in ended.out


def test_what_is_decided_has_no_mark(tmp_path):
    folder = copied(tmp_path)
    edited(folder / "forum.yaml", ("edition: 2022\n", "edition: 2022\nplaceholder:\n"))
    forum = read_forum(folder).forum
    assert forum == read_forum(DATA / "imrf-2022").forum
    assert forum.placeholder == ""


def test_a_published_placeholder_stays_tentative(tmp_path, monkeypatch):
    folder = copied(tmp_path)
    line = 'edition: 2022\nplaceholder: " the week may change. "\n'
    edited(folder / "forum.yaml", ("edition: 2022\n", line))
    schedule(folder, tmp_path / "out", ("ics", "txt"))
    calendar = Calendar.from_ical((tmp_path / "out/calendars/all.ics").read_text(encoding="utf-8"))
    assert {str(event["STATUS"]) for event in calendar.walk("VEVENT")} == {"TENTATIVE"}
    assert "\nPlaceholder: the week may change.\n" in (tmp_path / "out/timetable.txt").read_text(
        encoding="utf-8"
    )


def test_the_page_of_losses_says_it():
    template = Path(page.__code__.co_filename).parent / "templates/fragility.html.j2"
    assert "{{ placeholder }}" in template.read_text(encoding="utf-8")
