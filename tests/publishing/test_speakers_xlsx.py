"""The workbook of a list of speakers: all lines, a sheet for each meeting, and nothing that is run."""

import re
import zipfile
from io import BytesIO

from openpyxl import load_workbook

from scheduler.domain.list_of_speakers import Stretch
from scheduler.publishing.speakers import publish_speakers

from .speakers_plans import HOUR, LATER, PARTIES, entry, forum, hostile, nobody, plan

HEAD = [
    "No.",
    "At about",
    "Party",
    "Level",
    "On behalf of",
    "Language",
    "Limit",
    "Called between",
    "In the list",
    "Plain order",
    "Right of reply",
    "Spoken",
    "Why here",
]


def raw(of):
    return publish_speakers(of)["speakers.xlsx"]


def book(of):
    return load_workbook(BytesIO(raw(of)))


def values(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_there_are_all_lines_with_filters():
    sheet = book(plan())["List of speakers"]
    head, *lines = values(sheet)
    assert head == ["Meeting", "Day", *HEAD]
    assert sheet.auto_filter.ref == "A1:O6"
    assert lines[1] == [
        "General debate (1 of 2)",
        "Day 1, Monday 7 January 2030",
        2,
        "10:03:30",
        "Fiji",
        "Vice-Minister",
        "SIDS",
        None,
        "3:00",
        "10:01-10:06",
        2,
        None,
        None,
        "no",
        None,
    ]
    assert [line[12] for line in lines] == [None, None, None, "right of reply", "second right of reply"]
    assert [line[10] for line in lines] == [1, 2, 3, None, None]


def test_each_meeting_has_a_sheet():
    found = book(plan())
    assert found.sheetnames == ["List of speakers", "debate-1", "debate-2", "What happened", "Figures"]
    first = values(found["debate-1"])
    assert [row[0] for row in first[:3]] == [
        "Forum of lists: General debate (1 of 2)",
        "Day 1, Monday 7 January 2030, 10:00-13:00",
        "Times in America/New_York (EST, UTC-05:00); they are estimates.",
    ]
    assert first[3] == HEAD
    assert [row[:3] for row in first[4:7]] == [
        [1, "10:00:00", "Egypt"],
        [2, "10:03:30", "Fiji"],
        [3, "10:33:30", "Ghana"],
    ]
    assert first[6][9:] == [1, None, "no", LATER]
    assert len(values(found["debate-2"])) == 4
    assert found["debate-1"].row_dimensions[7].height > found["debate-1"].row_dimensions[5].height


def test_a_sheet_is_printed_on_landscape_pages_with_its_head():
    sheet = book(plan())["debate-1"]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == "$1:$4"
    assert sheet.freeze_panes == "A5"
    assert sheet.oddFooter.right.text == "Page &P of &N"


def test_what_happened_and_the_figures():
    found = book(plan())
    assert values(found["What happened"]) == [
        ["Forum of lists", None],
        ["What", "What it came to"],
        ["10:30 on day-1: Ghana is not there when called.", "2 others are called."],
        ["11:00 on day-1: Egypt and Fiji change places.", "Not possible: Fiji cannot be there."],
        ["11:10 on day-1: Fiji asks for the right of reply.", "Nothing else changes."],
        ["Not listed: Haiti", "Was inscribed after the list had been closed."],
    ]
    figures = values(found["Figures"])
    assert [row[0] for row in figures[:2]] == ["Forum of lists", "General debate"]
    assert figures[4][0].startswith("No list departs less from the plain order.")
    assert ["Statements that fit at 2:30 (the limit set)", 3, "Room for all 3: yes"] in figures
    assert ["Level 2: As few as possible are called out of turn.", 1, "at least 0, not proven"] in figures


def test_nobody_is_listed():
    found = book(nobody())
    assert values(found["List of speakers"]) == [["Meeting", "Day", *HEAD]]
    assert found["List of speakers"].auto_filter.ref == "A1:O2"
    assert ["Egypt: from 10:00 to 10:01 on day-1.", None, None] in values(found["Figures"])


def test_a_placeholder_is_told():
    of = plan(forum=forum(placeholder="the dates are not decided"))
    assert values(book(of)["debate-1"])[2][0].startswith("Placeholder: the dates are not decided. Times in")


def test_meetings_that_are_called_like_other_sheets():
    names = ("figures", "list-of-speakers")
    stretches = tuple(Stretch(meeting=one, day="day-1", start=10 * HOUR, end=11 * HOUR) for one in names)
    of = plan(stretches=stretches, entries=(entry("fiji", 1, 10 * HOUR, meeting="figures"),))
    assert book(of).sheetnames == [
        "List of speakers",
        "figures 2",
        "list-of-speakers",
        "What happened",
        "Figures",
    ]


def test_nothing_in_the_workbook_is_run():
    found = book(hostile())
    cells = [cell for sheet in found for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert [cell for cell in cells if cell.hyperlink] == []
    texts = [str(cell.value) for cell in cells]
    assert f"'{PARTIES['formula']}" in texts
    assert PARTIES["markup"] in texts
    assert "=1+1." not in texts
    assert "'=1+1." in texts


def test_a_text_longer_than_a_cell_is_cut():
    long = "word " * 8000
    of = plan(not_listed=(plan().not_listed[0].replace(because=long),))
    (cell,) = [row[1] for row in values(book(of)["What happened"]) if row[0].startswith("Not listed")]
    assert len(cell) == 32767
    assert book(of)["What happened"].row_dimensions[6].height > 399


def test_the_only_stamp_is_that_of_the_forum():
    with zipfile.ZipFile(BytesIO(raw(plan()))) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert re.findall(r">(2029[^<]*)<", core) == ["2029-12-01T14:00:00Z"] * 2
