"""A timetable from a workbook, our own or one that a planner made."""

import warnings
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from scheduler.reading.files import TextFile
from scheduler.reading.problems import Problems
from scheduler.reading.table_rows import COLUMNS, Cell, Table
from scheduler.reading.timetable_csv import MOST_ROWS

MOST_PACKED, MOST_UNPACKED = 10_000_000, 20_000_000
"""Bytes of a workbook as it lies on the disk, and of what is packed in it."""


class NoWorkbook(ValueError):
    """Says why a file is not read as a workbook."""


def read_workbook(name: str, content: bytes, problems: Problems) -> Table | None:
    """Read the first sheet that has the columns of a timetable (ISO/IEC 29500).

    Parameters
    ----------
    name
        The file as the planner gave it.
    content
        Its bytes.
    problems
        Takes what is wrong.

    Returns
    -------
    Table or None
        Rows with their numbers in the sheet; ``None`` after a problem.
    """
    try:
        check_parts(content)
        sheets = sheets_of(content)
        sheet = _best(sheets)
        table = Table(TextFile(name, name, ""), sheets[sheet])
        formulas = _formulas(content, sheet, table.head)
    except NoWorkbook as error:
        problems.add(name, None, "", "", str(error))
        return None
    except Exception as error:  # a broken workbook fails anywhere in the libraries
        what = type(error).__name__
        problems.add(
            name, None, "", "", f"is no workbook that can be read ({what}). Maybe save it as .xlsx again"
        )
        return None
    return table if _have_values(table, formulas, problems) else None


def check_parts(content: bytes) -> None:
    """Refuse what is packed so tightly, or written so strangely, that it is no planner's work.

    Parameters
    ----------
    content
        The bytes of a workbook.

    Raises
    ------
    NoWorkbook
        Says why.
    """
    with ZipFile(BytesIO(content)) as parts:
        if sum(part.file_size for part in parts.infolist()) > MOST_UNPACKED:
            raise NoWorkbook(f"unpacks to more than {MOST_UNPACKED:,} bytes: that is no timetable")
        for part in parts.namelist():
            if b"<!DOCTYPE" in parts.read(part):
                raise NoWorkbook(
                    "holds a document type, which no spreadsheet writes. Maybe save it as .xlsx again"
                )


def sheets_of(content: bytes) -> dict[str, list[tuple[int, list[Cell]]]]:
    """Return the rows of all sheets with their numbers, from the first that is not empty on.

    Parameters
    ----------
    content
        The bytes of a workbook whose parts were checked.

    Returns
    -------
    dict
        Rows by the name of their sheet: texts, and datetimes to the second.

    Raises
    ------
    NoWorkbook
        A sheet has too many rows.
    """
    from pandas import read_excel  # noqa: PLC0415 - half a second that other formats need not wait for

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl tells of looks that it does not know
        frames = read_excel(
            BytesIO(content),
            sheet_name=None,
            header=None,
            dtype=object,
            na_filter=False,
            nrows=MOST_ROWS + 1,
            engine="openpyxl",
        )
    return {str(name): _rows(frame.to_numpy().tolist()) for name, frame in frames.items()}


def _rows(cells: list[list[Any]]) -> list[tuple[int, list[Cell]]]:
    if len(cells) > MOST_ROWS:
        raise NoWorkbook(f"has more than {MOST_ROWS:,} rows: that is no timetable")
    rows = [(number, [_cell(cell) for cell in row]) for number, row in enumerate(cells, 1)]
    first = next((index for index, (_, row) in enumerate(rows) if any(row)), len(rows))
    return rows[first:]


def _cell(cell: Any) -> Cell:
    """Return a date with a time to the second, since spreadsheets count in fractions of days."""
    if isinstance(cell, datetime):
        return (cell + timedelta(milliseconds=500)).replace(microsecond=0)
    return "" if cell is None or cell != cell else str(cell)  # noqa: PLR0124 - an error in a cell is no number


def _best(sheets: dict[str, list[tuple[int, list[Cell]]]]) -> str:
    """Name the sheet that has the most of the columns; the first of several."""
    if not sheets:
        raise NoWorkbook("has no sheet of cells")
    heads = {name: Table(TextFile("", "", ""), rows).head for name, rows in sheets.items()}
    return max(heads, key=lambda name: len(set(COLUMNS) & set(heads[name])))


def _formulas(content: bytes, sheet: str, head: list[str]) -> set[tuple[int, str]]:
    """Find the cells under the columns that hold formulas, by row and column."""
    from openpyxl import load_workbook  # noqa: PLC0415

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(BytesIO(content), read_only=True)
        rows = book[sheet].iter_rows(max_row=MOST_ROWS, max_col=len(head))
        return {
            (number, head[column])
            for number, row in enumerate(rows, 1)
            for column, cell in enumerate(row)
            if cell.data_type == "f" and head[column] in COLUMNS
        }


def _have_values(table: Table, formulas: set[tuple[int, str]], problems: Problems) -> bool:
    """Refuse formulas whose values were not saved: nothing here works them out."""
    known = len(problems)
    for line, cells in table.body:
        row = dict(zip(table.head, cells, strict=False))
        for name in COLUMNS:
            if (line, name) in formulas and not row.get(name):
                sentence = "is a formula without a value. Maybe open and save it in a spreadsheet program"
                problems.add(table.file.name, line, name, "", sentence)
    return len(problems) == known
