"""A timetable from CSV, as our own tables and spreadsheets write it."""

import re
from io import StringIO

from scheduler.reading.delimiters import delimiter_of
from scheduler.reading.files import TextFile
from scheduler.reading.problems import Problems
from scheduler.reading.table_rows import COLUMNS, Cell, Table

MOST_ROWS, MOST_COLUMNS = 5_000, 200
"""The largest table that is read: far more meetings than any forum has."""

_LINE_ENDS = re.compile("\r\n|\r|\n")


def read_csv_table(file: TextFile, problems: Problems) -> Table | None:
    """Read a table from CSV (RFC 4180; semicolons and tabs are understood too).

    Parameters
    ----------
    file
        The file.
    problems
        Takes what is wrong.

    Returns
    -------
    Table or None
        Rows of text with the lines in which they begin; ``None`` after a problem.
    """
    from pandas import read_csv  # noqa: PLC0415 - half a second that other formats need not wait for
    from pandas.errors import ParserError  # noqa: PLC0415

    text = file.text.lstrip("\r\n")
    skipped = len(_LINE_ENDS.findall(file.text[: len(file.text) - len(text)]))
    delimiter = delimiter_of(text, COLUMNS)
    lines = _LINE_ENDS.split(text)
    width = 1 + max(line.count(delimiter) for line in lines)
    if len(lines) > MOST_ROWS or width > MOST_COLUMNS:
        sentence = f"has more than {MOST_ROWS:,} rows or {MOST_COLUMNS} columns: that is no timetable"
        problems.add(file.name, None, "", "", sentence)
        return None
    try:
        frame = read_csv(
            StringIO(text, newline=""),
            sep=delimiter,
            header=None,
            names=range(width),
            dtype=str,
            na_filter=False,
            skip_blank_lines=False,
        )
    except ParserError:
        problems.add(file.name, None, "", "", "is no table: a quotation mark is never closed")
        return None
    return Table(file, _with_lines(frame.to_numpy().tolist(), skipped + 1))


def _with_lines(rows: list[list[str]], first: int) -> list[tuple[int, list[Cell]]]:
    """Count rows by the lines in which they begin: a cell may hold several lines."""
    numbered: list[tuple[int, list[Cell]]] = []
    line = first
    for row in rows:
        numbered.append((line, [*row]))
        line += 1 + sum(len(_LINE_ENDS.findall(cell)) for cell in row)
    return numbered
