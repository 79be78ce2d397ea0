"""``speakers.xlsx``: all lines with filters, a sheet for each meeting, what has happened, and the figures."""

from datetime import datetime
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from scheduler.domain.speakers_plan import SpeakersPlan
from scheduler.publishing.speakers_rows import MeetingLines
from scheduler.publishing.speakers_sheets import (
    FIGURES,
    HAPPENED,
    LIST,
    Cell,
    Sheet,
    figures_sheet,
    happened_sheet,
    meeting_sheet,
    whole_list,
)
from scheduler.publishing.speakers_words import Head
from scheduler.publishing.text_cells import wrapped
from scheduler.publishing.wall_times import utc
from scheduler.publishing.xlsx_looks import looks
from scheduler.publishing.xlsx_names import sheet_names

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_A4, _LINE, _BIG_LINE, _HIGHEST = 9, 15, 21, 400
"""The number of the paper; heights of lines and of a row in points, of which the format allows 409."""
_LONGEST = 32767
"""Characters that a cell may have."""
_BIG: dict[str, Any] = {"bold": True, "font_size": 16, "valign": "top", "align": "left", "text_wrap": True}
_HEADS = ("day", "note", "note", "note", "note")
"""Looks of the lines above a table; the first of the podium's sheet is the meeting."""


def workbook(plan: SpeakersPlan, head: Head, meetings: tuple[MeetingLines, ...]) -> bytes:
    """Write a list as a workbook.

    Parameters
    ----------
    plan
        The list with all that is said about it.
    head
        What stands at its head.
    meetings
        Its rows.

    Returns
    -------
    bytes
        XLSX (ISO/IEC 29500); its only stamp is the forum's ``as_of``, and no text in it is run as a formula.
    """
    content = BytesIO()
    names = sheet_names([HAPPENED, FIGURES, *(one.id for one in meetings)], LIST)[2:]
    with Workbook(content, _OPTIONS) as book:
        book.set_properties(_properties(plan, head))
        formats = {**looks(book), "big": book.add_format(_BIG)}
        _write(book.add_worksheet(LIST), whole_list(meetings), formats)
        for name, meeting in zip(names, meetings, strict=True):
            _write(book.add_worksheet(name), meeting_sheet(head, meeting), formats)
        _write(book.add_worksheet(HAPPENED), happened_sheet(plan, head), formats)
        _write(book.add_worksheet(FIGURES), figures_sheet(plan, head), formats)
    return content.getvalue()


def _properties(plan: SpeakersPlan, head: Head) -> dict[str, str | datetime]:
    """Return what the file says of itself; the library would take the clock's time."""
    created = utc(plan.forum.as_of).replace(tzinfo=None)
    return {"title": f"{head.title}: list of speakers"[:255], "created": created}


def _write(sheet: Any, drawn: Sheet, formats: dict[str, Any]) -> None:
    top = len(drawn.lines)
    for number, (line, look) in enumerate(zip(drawn.lines, _HEADS, strict=False)):
        sheet.merge_range(number, 0, number, len(drawn.columns) - 1, line[:_LONGEST], formats[look])
    for number, (name, width) in enumerate(drawn.columns):
        sheet.set_column(number, number, width, formats["cell"])
        sheet.write_string(top, number, name, formats["name"])
    for number, row in enumerate(drawn.rows, top + 1):
        sheet.set_row(number, _height(drawn, row))
        found = (formats["big" if at in drawn.big else "cell"] for at in range(len(row)))
        _write_row(sheet, number, row, tuple(found))
    if drawn.has_filters:
        sheet.autofilter(top, 0, top + max(1, len(drawn.rows)), len(drawn.columns) - 1)
    _set_up_page(sheet, top)


def _write_row(sheet: Any, number: int, row: tuple[Cell, ...], looks_of: tuple[Any, ...]) -> None:
    for column, (cell, look) in enumerate(zip(row, looks_of, strict=True)):
        if isinstance(cell, int):
            sheet.write_number(number, column, cell, look)
        elif cell:
            sheet.write_string(number, column, cell[:_LONGEST], look)


def _height(drawn: Sheet, row: tuple[Cell, ...]) -> int:
    """Give a row the height of its highest cell."""
    found = [_BIG_LINE if drawn.big else _LINE]
    for number, (cell, (_, width)) in enumerate(zip(row, drawn.columns, strict=True)):
        line, room = (_BIG_LINE, width * 5 // 8) if number in drawn.big else (_LINE, width - 2)
        if isinstance(cell, str) and len(cell) > room // 2:
            found.append(line * len(wrapped(cell, room)))
    return min(_HIGHEST, max(found))


def _set_up_page(sheet: Any, top: int) -> None:
    """Print a sheet on landscape pages as wide as it is, its head on each."""
    sheet.freeze_panes(top + 1, 0)
    sheet.repeat_rows(0, top)
    sheet.hide_gridlines(0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.3, right=0.3, top=0.5, bottom=0.5)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&RPage &P of &N")
