"""``timetable.xlsx``: a grid for each day, made for print, and the meetings as a table."""

from datetime import datetime
from io import BytesIO
from typing import Any

from pandas import ExcelWriter

from scheduler.domain.programme import Programme
from scheduler.publishing.day_grid import day_grid, rooms_of
from scheduler.publishing.days import HeldDay, days_of
from scheduler.publishing.heading_words import forum_title, zone
from scheduler.publishing.held import held_meetings
from scheduler.publishing.status_words import release_words, status_badge
from scheduler.publishing.tables import meetings_table
from scheduler.publishing.wall_times import utc
from scheduler.publishing.xlsx_day import DaySheet, write_day
from scheduler.publishing.xlsx_looks import looks
from scheduler.publishing.xlsx_names import sheet_names

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_TABLE = "meetings"
_WIDEST = 60


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
        _write_meetings(writer, programme, formats["name"])
    return {"timetable.xlsx": content.getvalue()}


def _properties(programme: Programme) -> dict[str, str | datetime]:
    """Return what the file says of itself; the library would take the clock's time."""
    created = utc(programme.forum.as_of).replace(tzinfo=None)
    return {"title": forum_title(programme), "created": created}


def _write_days(book: Any, programme: Programme, formats: dict[str, Any]) -> None:
    meetings = held_meetings(programme)
    times = zone(programme, meetings)
    note = f"Times in {times}. {status_badge(programme)}. {release_words(programme)}."
    days = days_of(meetings)
    for day, name in zip(days, sheet_names([day.id for day in days], _TABLE), strict=True):
        drawn = _day_sheet(day, programme, note)
        write_day(book.add_worksheet(name), drawn, formats)


def _day_sheet(day: HeldDay, programme: Programme, note: str) -> DaySheet:
    grid = day_grid(day, rooms_of(day, programme.forum.rooms))
    return DaySheet(title=forum_title(programme), day=day.heading, note=note, grid=grid)


def _write_meetings(writer: Any, programme: Programme, head: Any) -> None:
    table = meetings_table(programme)
    table.to_excel(writer, sheet_name=_TABLE, index=False)
    sheet = writer.sheets[_TABLE]
    for number, name in enumerate(table.columns):
        longest = max(map(len, [name, *map(str, table[name])]))
        sheet.set_column(number, number, min(_WIDEST, longest + 2))
        sheet.write(0, number, name, head)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(1, len(table)), len(table.columns) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
