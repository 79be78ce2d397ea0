"""``timetable.xlsx``: a grid for each day, made for print, and the meetings as a table."""

from datetime import datetime
from io import BytesIO
from typing import Any

from pandas import ExcelWriter

from scheduler.domain.programme import Programme
from scheduler.publishing.day_grid import day_grid, rooms_of
from scheduler.publishing.days import HeldDay, days_of
from scheduler.publishing.heading_words import forum_title, placeholder_words, zone
from scheduler.publishing.held import held_meetings
from scheduler.publishing.status_words import release_words, status_badge
from scheduler.publishing.tables import meetings_table
from scheduler.publishing.text_cells import wrapped
from scheduler.publishing.wall_times import utc
from scheduler.publishing.xlsx_day import DaySheet, write_day
from scheduler.publishing.xlsx_looks import looks
from scheduler.publishing.xlsx_names import sheet_names

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_TABLE = "meetings"
_A4, _LINE, _HIGHEST = 9, 15, 400
"""The number of the paper; heights of a line and of a row in points, of which the format allows 409."""
_ARROW = "   "
"""Room for the arrow of a filter."""
_WIDEST = 14
_WIDTHS = {"start": 25, "end": 25, "title": 22, "segments": 34}
"""Characters after which the columns of the table wrap: narrow enough to be read on one page's width."""


def publish(programme: Programme) -> dict[str, bytes]:
    """Write the timetable as a workbook.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    dict of str to bytes
        ``timetable.xlsx`` (ISO/IEC 29500); its only stamp is the forum's ``as_of``.
    """
    content = BytesIO()
    with ExcelWriter(content, engine="xlsxwriter", engine_kwargs={"options": _OPTIONS}) as writer:
        book: Any = writer.book
        book.set_properties(_properties(programme))
        formats = looks(book)
        _write_days(book, programme, formats)
        _write_meetings(writer, programme, formats)
    return {"timetable.xlsx": content.getvalue()}


def _properties(programme: Programme) -> dict[str, str | datetime]:
    """Return what the file says of itself; the library would take the clock's time."""
    created = utc(programme.forum.as_of).replace(tzinfo=None)
    return {"title": forum_title(programme), "created": created}


def _write_days(book: Any, programme: Programme, formats: dict[str, Any]) -> None:
    meetings = held_meetings(programme)
    times = zone(programme, meetings)
    note = f"Times in {times}. {status_badge(programme)}. {release_words(programme)}."
    note = " ".join(filter(None, (placeholder_words(programme.forum), note)))
    days = days_of(meetings)
    for day, name in zip(days, sheet_names([day.id for day in days], _TABLE), strict=True):
        drawn = _day_sheet(day, programme, note)
        write_day(book.add_worksheet(name), drawn, formats)


def _day_sheet(day: HeldDay, programme: Programme, note: str) -> DaySheet:
    grid = day_grid(day, rooms_of(day, programme.forum.rooms))
    return DaySheet(title=forum_title(programme), day=day.heading, note=note, grid=grid)


def _write_meetings(writer: Any, programme: Programme, formats: dict[str, Any]) -> None:
    table = meetings_table(programme)
    table.to_excel(writer, sheet_name=_TABLE, index=False)
    sheet = writer.sheets[_TABLE]
    widths = [_width(name, [str(cell) for cell in table[name]]) for name in table.columns]
    for number, (name, width) in enumerate(zip(table.columns, widths, strict=True)):
        sheet.set_column(number, number, width, formats["cell"])
        sheet.write(0, number, name, formats["name"])
    for number, row in enumerate(table.itertuples(index=False), 1):
        lines = (len(wrapped(str(cell), width - 2)) for cell, width in zip(row, widths, strict=True))
        sheet.set_row(number, min(_HIGHEST, _LINE * max(lines)))
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(1, len(table)), len(table.columns) - 1)
    _set_up_page(sheet)


def _width(name: str, cells: list[str]) -> int:
    """Give a column the characters it needs, but no more than it may have."""
    return 1 + max(map(len, [f"{name}{_ARROW}", *(cell[: _WIDTHS.get(name, _WIDEST)] for cell in cells)]))


def _set_up_page(sheet: Any) -> None:
    """Print the table on landscape pages as wide as it is, its head on each."""
    sheet.repeat_rows(0)
    sheet.hide_gridlines(0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.3, right=0.3, top=0.5, bottom=0.5)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&RPage &P of &N")
