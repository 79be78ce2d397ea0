"""The timetable as CSV and as a workbook."""

import csv
import re
import zipfile
from datetime import UTC, date, datetime
from html import unescape
from io import BytesIO, StringIO
from typing import Any

import pandas as pd
from openpyxl import load_workbook

from scheduler.domain.clock import Clock, Day
from scheduler.domain.programme import Programme
from scheduler.domain.timetable import Placement, Timetable, arranged
from scheduler.publishing import timetable_csv, timetable_xlsx
from scheduler.publishing.xlsx_names import sheet_names

from .nasty_programme import nasty
from .programmes import AFTERNOON, MORNING, ROOMS, at, forum, programme, timetable

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def rows(of: Programme) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(timetable_csv.publish(of)["timetable.csv"].decode(), newline="")))


def book(of: Programme) -> Any:
    return load_workbook(BytesIO(timetable_xlsx.publish(of)["timetable.xlsx"]))


def test_the_first_columns_are_those_that_are_read_back() -> None:
    raw = timetable_csv.publish(programme())["timetable.csv"]
    assert raw.startswith(b"meeting,room,start,end,")
    first = rows(programme())[0]
    assert first["meeting"] == "hearing-1"
    assert first["room"] == "conference-room-4"
    assert first["start"] == "2022-05-16T10:00:00-04:00"
    assert first["end"] == "2022-05-16T13:00:00-04:00"


def test_the_other_columns_are_for_people() -> None:
    second = rows(programme())[1]
    assert list(second.items())[4:] == [
        ("session", "hearing"),
        ("kind", "hearing"),
        ("title", "Multi-stakeholder hearing (2 of 2)"),
        ("number", "2 of 2"),
        ("room name", "Conference Room 4"),
        ("building", "Conference Building"),
        ("day", "Hearing day"),
        ("date", "2022-05-16"),
        ("period", "afternoon"),
        ("from", "15:00"),
        ("to", "18:00"),
        ("minutes", "180"),
        ("segments", "15:00-15:50 Session I (continued); 15:50-18:00 Session II"),
    ]


def test_times_outside_days_and_periods_are_told_as_they_are() -> None:
    of = forum()
    night = at(of, "day-2", 22)
    starts = (("round-table-3", night), ("round-table-4", night - 720), ("plenary-1", night + 1440))
    placements = [
        Placement(meeting=one, room="spare-room", start=start, end=start + 180) for one, start in starts
    ]
    found = rows(programme(of, timetable=arranged(placements)))
    assert [(row["day"], row["date"], row["period"], row["from"], row["to"]) for row in found] == [
        ("Day 2", "2022-05-18", "morning", "10:00", "13:00"),
        ("Day 2", "2022-05-18", "", "22:00", "01:00"),
        ("", "2022-05-19", "", "22:00", "01:00"),
    ]


def test_no_cell_is_run_as_a_formula() -> None:
    found = rows(nasty())
    cells = [cell for row in found for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(FORMULA)]
    titles = [row["title"] for row in found]
    assert "'=cmd|' /C calc'!A0" in titles
    assert "'=1+1" in [row["building"] for row in found]
    assert "Türkiye und die Länder – ÅÄÖ çşğ" in titles


def test_control_characters_stay_out_of_cells() -> None:
    raw = timetable_csv.publish(nasty())["timetable.csv"].decode()
    assert [one for one in raw if one < " " and one != "\n"] == []


def test_pandas_reads_back_what_it_wrote() -> None:
    raw = timetable_csv.publish(programme())["timetable.csv"]
    assert len(pd.read_csv(BytesIO(raw))) == 6
    sheet = pd.read_excel(
        BytesIO(timetable_xlsx.publish(programme())["timetable.xlsx"]), "meetings", dtype=str
    )
    assert sheet.fillna("").to_dict("records") == rows(programme())


def test_the_workbook_has_a_sheet_for_each_day() -> None:
    found = book(programme())
    assert found.sheetnames == ["hearing-day", "day-1", "day-2", "meetings"]
    sheet = found["day-1"]
    assert [cell.value for cell in sheet[4]] == ["Time", "Conference Room 4", "Trusteeship Council Chamber"]
    assert sheet["A5"].value == "10:00-13:00"
    assert sheet["B5"].value == "Round table 3\n10:00-13:00"
    assert found["hearing-day"]["B6"].value == "No meeting"
    assert found["hearing-day"]["B5"].value.split("\n")[2:] == [
        "10:00-10:30 Opening",
        "10:30-13:00 Session I",
    ]


def test_a_day_is_printed_on_one_landscape_page() -> None:
    sheet = book(programme())["day-1"]
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight or 1) == (1, 1)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$4"
    assert sheet.oddHeader.left.text == "International Migration Review Forum 2022"
    assert sheet.oddHeader.right.text == "Day 1, Tuesday 17 May 2022"
    assert "America/New_York (EDT, UTC-04:00)" in sheet.oddFooter.left.text


def test_the_meetings_are_printed_on_landscape_pages_that_can_be_read() -> None:
    sheet = book(programme())["meetings"]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$1:$1"
    assert sum(column.width for column in sheet.column_dimensions.values()) < 260
    assert all(cell.alignment.wrap_text for cell in sheet[2])
    assert sheet.row_dimensions[2].height == 30
    assert sheet.column_dimensions["C"].width > len(sheet["C2"].value)


def test_meetings_that_overlap_stand_beside_each_other() -> None:
    of = forum()
    places = (
        ("hearing-1", "spare-room", "day-1", 10, 13),
        ("hearing-2", "spare-room", "day-1", 11, 14),
        ("round-table-3", "spare-room", "day-1", 13, 16),
        ("round-table-4", "conference-room-4", "day-1", 10, 16),
    )
    sheet = book(programme(of, timetable=timetable(of, places)))["day-1"]
    assert [cell.value for cell in sheet[4]] == ["Time", "Conference Room 4", "Spare Room", None]
    assert {str(one) for one in sheet.merged_cells.ranges} >= {"C4:D4", "B5:B8", "C5:C6", "D6:D7", "C7:C8"}
    titles = {cell: sheet[cell].value.split("\n")[0] for cell in ("B5", "C5", "D6", "C7")}
    assert titles == {
        "B5": "Round table 4",
        "C5": "Multi-stakeholder hearing (1 of 2)",
        "D6": "Multi-stakeholder hearing (2 of 2)",
        "C7": "Round table 3",
    }


def test_nothing_in_the_workbook_is_a_formula_or_a_link() -> None:
    found = book(nasty())
    cells = [cell for sheet in found for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} <= {"s", "n", "inlineStr"}
    assert [cell for cell in cells if cell.hyperlink] == []
    assert "=cmd|' /C calc'!A0" in [cell.value for cell in cells]


def test_a_long_name_of_a_forum_fits_the_header() -> None:
    raw = timetable_xlsx.publish(programme(forum(title="R&D & " * 60)))["timetable.xlsx"]
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    (header,) = re.findall("<oddHeader>(.*)</oddHeader>", sheet)
    assert header.startswith("&amp;LR&amp;&amp;D &amp;&amp; R&amp;&amp;D")
    assert len(unescape(header)) < 256


def test_a_text_longer_than_its_row_makes_the_row_higher() -> None:
    of = forum(rooms=ROOMS)
    long = programme(
        of.replace(sessions=tuple(one.replace(title="word " * 900, meeting_titles=()) for one in of.sessions))
    )
    usual = book(programme())["day-1"].row_dimensions[5].height
    assert book(long)["day-1"].row_dimensions[5].height > 390 > usual
    assert book(long)["meetings"].row_dimensions[2].height > 390


def test_an_empty_timetable_still_makes_a_workbook() -> None:
    found = book(programme(timetable=Timetable(placements=())))
    assert found.sheetnames == ["meetings"]
    assert [cell.value for cell in found["meetings"][1]][:4] == ["meeting", "room", "start", "end"]


def test_the_only_stamp_is_that_of_the_forum() -> None:
    raw = timetable_xlsx.publish(programme())["timetable.xlsx"]
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert core.count("2022-03-01T12:00:00Z") == 2
    later = programme(forum(as_of=datetime(2022, 3, 1, 13, tzinfo=UTC)))
    assert timetable_xlsx.publish(later)["timetable.xlsx"] != raw


def test_names_of_sheets_are_short_and_different() -> None:
    assert sheet_names(["day-1", "meetings", "history", "m" * 40, "m" * 41], "Meetings") == [
        "day-1",
        "meetings 2",
        "history 2",
        "m" * 31,
        f"{'m' * 27} 2",
    ]


def test_days_with_long_names_have_sheets_of_their_own() -> None:
    names = ("a" * 78 + "-1", "a" * 78 + "-2")
    days = tuple(Day(name=name, date=date(2022, 5, 16 + number)) for number, name in enumerate(names))
    of = forum(clock=Clock(timezone="Etc/UTC", days=days, periods=(MORNING, AFTERNOON)))
    places = (("hearing-1", "spare-room", names[0], 10, 13), ("hearing-2", "spare-room", names[1], 10, 13))
    assert book(programme(of, timetable=timetable(of, places))).sheetnames == [
        "a" * 31,
        f"{'a' * 27} 2",
        "meetings",
    ]
