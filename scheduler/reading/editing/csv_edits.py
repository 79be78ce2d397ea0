"""A cell of a table emptied, with all other cells as they are."""

import csv
import re
from io import StringIO

from scheduler.reading.delimiters import delimiter_of


def emptied(text: str, column: str, key: str, name: str) -> str:
    """Empty a cell.

    Parameters
    ----------
    text
        The table; the names of its columns stand in the first row that is not empty.
    column
        Name of the column of the cell.
    key, name
        The row is the one with ``name`` in the column ``key``.

    Returns
    -------
    str
        The changed table.
    """
    delimiter = delimiter_of(text)
    records = _records(text, delimiter)
    filled = [number for number, (_, cells) in enumerate(records) if any(cells)]
    head = records[filled[0]][1]
    place, known = head.index(column), head.index(key)
    row = next(number for number in filled[1:] if records[number][1][known] == name)
    raw = [record for record, _ in records]
    raw[row] = _without_cell(raw[row], place, delimiter)
    return "".join(raw)


def _records(text: str, delimiter: str) -> list[tuple[str, list[str]]]:
    """Return the rows, each as it is written and as it is read."""
    lines = list(StringIO(text, newline=""))
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    found, line = [], 0
    for row in reader:
        found.append(("".join(lines[line : reader.line_num]), [cell.strip() for cell in row]))
        line = reader.line_num
    return found


def _without_cell(record: str, number: int, delimiter: str) -> str:
    other = rf"[^{re.escape(delimiter)}\r\n]*"
    cell = re.compile(rf'"(?:[^"]|"")*"{other}|{other}')
    place = 0
    for _ in range(number):
        found = cell.match(record, place)
        assert found is not None  # an empty cell matches too
        place = found.end() + 1
    return record[:place] + cell.sub("", record[place:], count=1)
