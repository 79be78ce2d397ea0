"""The sheet of one day in a workbook: times by rooms on one landscape page."""

from dataclasses import dataclass
from typing import Any

from scheduler.publishing.day_grid import DayGrid, GridCell, GridRow
from scheduler.publishing.tables import cell_text, grid_table
from scheduler.publishing.text_cells import wrapped

_A4 = 9
_HEAD = 3
_TIMES, _PAGE, _NARROWEST = 14, 128, 18
"""Widths in characters: of the times, of what a landscape page has beside them, of a lane."""
_HEAD_HEIGHTS = (30, 24, 22, 28)
_LINE, _IDLE, _LEAST, _MOST = 16, 24, 36, 400
"""Heights in points; the format allows rows of at most 409."""
_HEADER, _FOOTER = 60, 110
"""Characters of which a header may consist; the format allows 255 with all commands."""


@dataclass(frozen=True)
class DaySheet:
    """A day's grid, and what is printed around it.

    ``title``, ``day`` and ``note`` are the lines above the grid.
    """

    title: str
    day: str
    note: str
    grid: DayGrid


def write_day(sheet: Any, day: DaySheet, looks: dict[str, Any]) -> None:
    """Draw a day.

    Parameters
    ----------
    sheet
        An empty worksheet of XlsxWriter.
    day
        What to draw.
    looks
        The formats of the workbook.
    """
    width = max(_NARROWEST, _PAGE // day.grid.lanes)
    _set_up_page(sheet, day)
    sheet.set_column(0, 0, _TIMES)
    sheet.set_column(1, day.grid.lanes, width)
    _write_head(sheet, day, looks)
    _write_rooms(sheet, day.grid, looks)
    _write_rows(sheet, day.grid, looks, width)


def _set_up_page(sheet: Any, day: DaySheet) -> None:
    """Fit the sheet to one landscape page, whose header says what it belongs to."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.7)
    sheet.fit_to_pages(1, 1)
    sheet.center_horizontally()
    sheet.repeat_rows(0, _HEAD)
    sheet.freeze_panes(_HEAD + 1, 1)
    sheet.hide_gridlines(2)
    sheet.print_area(0, 0, _HEAD + len(day.grid.rows), day.grid.lanes)
    sheet.set_header(f"&L{_margin(day.title, _HEADER)}&R{_margin(day.day, _HEADER)}")
    sheet.set_footer(f"&L{_margin(day.note, _FOOTER)}&RPage &P of &N")


def _margin(text: str, longest: int) -> str:
    """Shorten a text for a margin, in which an ampersand begins a command."""
    return text[:longest].replace("&", "&&")


def _write_head(sheet: Any, day: DaySheet, looks: dict[str, Any]) -> None:
    for row, height in enumerate(_HEAD_HEIGHTS):
        sheet.set_row(row, height)
    for row, (name, text) in enumerate((("title", day.title), ("day", day.day), ("note", day.note))):
        _write(sheet, (row, 0, row, day.grid.lanes), text, looks[name])


def _write_rooms(sheet: Any, grid: DayGrid, looks: dict[str, Any]) -> None:
    sheet.write(_HEAD, 0, "Time", looks["room"])
    first = 1
    for column in grid.columns:
        _write(sheet, (_HEAD, first, _HEAD, first + column.lanes - 1), column.name, looks["room"])
        first += column.lanes


def _write_rows(sheet: Any, grid: DayGrid, looks: dict[str, Any], width: int) -> None:
    table = grid_table(grid)
    heights = _heights(grid, width)
    for number, (row, height) in enumerate(zip(grid.rows, heights, strict=True)):
        sheet.set_row(_HEAD + 1 + number, height)
        sheet.write(_HEAD + 1 + number, 0, table.index[number], looks["time"])
        for cell in row.cells:
            text = "No meeting" if row.is_idle else str(table.iat[number, cell.lane])
            span, look = _span(number, cell), looks[_look(row, cell)]
            _write(sheet, span, "" if cell.held else text, look)
            if cell.held:
                title, _, rest = text.partition("\n")
                sheet.write_rich_string(*span[:2], looks["strong"], title, f"\n{rest}", look)


def _span(number: int, cell: GridCell) -> tuple[int, int, int, int]:
    top = _HEAD + 1 + number
    return top, 1 + cell.lane, top + cell.rows - 1, cell.lane + cell.lanes


def _look(row: GridRow, cell: GridCell) -> str:
    if row.is_idle:
        return "idle"
    return "meeting" if cell.held else "empty"


def _write(sheet: Any, span: tuple[int, int, int, int], text: str, look: Any) -> None:
    if span[:2] == span[2:]:
        sheet.write(*span[:2], text, look)
    else:
        sheet.merge_range(*span, text, look)


def _heights(grid: DayGrid, width: int) -> list[int]:
    """Give each row height for its minutes, and more where the text of a meeting needs it."""
    heights = [_IDLE if row.is_idle else max(_LEAST, row.minutes) for row in grid.rows]
    for number, row in enumerate(grid.rows):
        for cell in row.cells:
            last = number + cell.rows
            short = _needed(cell, width) - sum(heights[number:last])
            heights[last - 1] += max(0, short)
    return [min(height, _MOST) for height in heights]


def _needed(cell: GridCell, width: int) -> int:
    lines = (len(wrapped(line, width - 3)) for line in cell_text(cell.held).splitlines())
    return _LINE * sum(lines)
