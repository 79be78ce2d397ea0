"""Timetables from workbooks: sheets, formulas, and files made to do harm."""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from scheduler.domain.forum import Forum
from scheduler.reading import read_timetable
from scheduler.reading.timetable_csv import MOST_ROWS
from tests.reading.sheets import put, refused


def _workbook(rows: list[list[Any]], title: str = "Sheet") -> Workbook:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(row)
    return book


def _saved(book: Workbook) -> bytes:
    content = BytesIO()
    book.save(content)
    return content.getvalue()


_MORNING, _NOON = datetime(2030, 3, 11, 10, 0, 0, 400), datetime(2030, 3, 11, 10, 59, 59, 999_900)  # noqa: DTZ001


def test_xlsx_is_read_from_the_sheet_with_the_columns(forum: Forum, tmp_path: Path) -> None:
    book = _workbook([["Programme"], [], [1, None, True]], "cover")
    table = book.create_sheet("table")
    table.append(["Programme"])
    table.append([])
    table.append(["Meeting", "ROOM", "start", "end", "why", None])
    table.append([])
    table.append(["workshop", "Great Hall", _MORNING, _NOON, "=A1", None])
    read = read_timetable(put(tmp_path, "a.xlsx", _saved(book)), forum)
    place = read.timetable.placements[0]
    assert (place.meeting, place.room, place.end - place.start) == ("workshop", "hall", 60)
    assert read.not_judged[:2] == ('not read above the table: "Programme"', "not read in the table: why")


def test_a_formula_without_a_value_isrefused(forum: Forum, tmp_path: Path) -> None:
    book = _workbook([["meeting", "room", "start", "end"], ["talk", "=A1", _MORNING, _NOON]])
    said = "is a formula without a value. Maybe open and save it in a spreadsheet program"
    assert refused(put(tmp_path, "a.xlsx", _saved(book)), forum) == [(2, "room", said)]


def test_cells_of_other_sorts_arerefused(forum: Forum, tmp_path: Path) -> None:
    rows = [["meeting", "room", "start", "end"], [3, "#REF!", 45727.5, "x"]]
    found = refused(put(tmp_path, "a.xlsx", _saved(_workbook(rows))), forum)
    assert [one[:2] for one in found] == [(2, "end"), (2, "meeting"), (2, "room"), (2, "start")]
    assert found[2][2] == "is missing. Maybe fill in the cell"


def _repacked(content: bytes, name: str, data: bytes) -> bytes:
    packed = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, data if part == name else old.read(part))
    return packed.getvalue()


def test_hostile_workbooks_arerefused(forum: Forum, tmp_path: Path) -> None:
    good = _saved(_workbook([["meeting", "room", "start", "end"]]))
    assert read_timetable(put(tmp_path, "good.xlsx", good), forum).timetable.placements == ()
    sheet = "xl/worksheets/sheet1.xml"
    cases = {
        b"": "is no workbook that can be read (BadZipFile). Maybe save it as .xlsx again",
        good[:-300]: "is no workbook that can be read (BadZipFile). Maybe save it as .xlsx again",
        _repacked(good, sheet, b"<x"): "is no workbook that can be read (",
        _repacked(good, sheet, b"<!DOCTYPE x>"): "holds a document type, which no spreadsheet writes.",
        _repacked(
            good, sheet, b"0" * 20_000_001
        ): "unpacks to more than 20,000,000 bytes: that is no timetable",
        b"x" * 10_000_001: "holds 10,000,001 bytes; at most 10,000,000 are read",
    }
    for content, sentence in cases.items():
        found = refused(put(tmp_path, "bad.xlsx", content), forum)
        assert found[0][2].startswith(sentence)


def test_a_workbook_with_endless_rows_isrefused(forum: Forum, tmp_path: Path) -> None:
    book = _workbook([["meeting", "room", "start", "end"]] + [["talk"]] * MOST_ROWS)
    said = "has more than 5,000 rows: that is no timetable"
    assert refused(put(tmp_path, "a.xlsx", _saved(book)), forum) == [(None, "", said)]


def test_a_workbook_of_charts_only_isrefused(
    forum: Forum, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pandas.read_excel", lambda *args, **kwargs: {})
    good = _saved(_workbook([["meeting"]]))
    assert refused(put(tmp_path, "a.xlsx", good), forum) == [(None, "", "has no sheet of cells")]


def test_an_empty_workbook_lacks_the_columns(forum: Forum, tmp_path: Path) -> None:
    found = refused(put(tmp_path, "a.xlsx", _saved(_workbook([]))), forum)
    assert [one[:2] for one in found] == [(None, name) for name in ("end", "meeting", "room", "start")]
