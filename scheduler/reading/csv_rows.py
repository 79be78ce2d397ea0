"""Rows of a table of the forum's own, as a spreadsheet writes it, each with its line."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from scheduler.domain.maybe import maybe
from scheduler.reading.delimiters import delimiter_of
from scheduler.reading.files import TextFile
from scheduler.reading.problems import Problems

_MOST_COLUMNS = 50


@dataclass(frozen=True)
class Columns:
    """The columns that a table may have, and those that it must have."""

    names: Sequence[str]
    needed: Sequence[str]


def csv_rows(file: TextFile, columns: Columns, problems: Problems) -> Iterator[tuple[int, dict[str, str]]]:
    """Read the rows of a table (RFC 4180).

    Parameters
    ----------
    file
        The table; its first row that is not empty names the columns.
    columns
        Those that are known.
    problems
        Takes what is wrong: columns that are unknown, missing or there twice, and rows with too many cells.

    Yields
    ------
    tuple of int and dict
        The line in which a row begins, and its cells by column, without spaces around them.
    """
    rows = list(_rows(file, problems))
    if not _has_columns(file, rows[0] if rows else (1, []), columns, problems):
        return
    head = rows[0][1]
    for line, cells in rows[1:]:
        if len(cells) > len(head):
            sentence = f"has {len(cells)} cells; there are {len(head)} columns. Maybe put the name in quotes"
            problems.add(file.name, line, "", cells[len(head)], sentence)
        else:
            yield line, dict(zip(head, cells, strict=False))


def _rows(file: TextFile, problems: Problems) -> Iterator[tuple[int, list[str]]]:
    """Return the rows that are not empty, with the line in which each begins."""
    reader = csv.reader(StringIO(file.text, newline=""), delimiter=delimiter_of(file.text), strict=True)
    line = 1
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            if any(cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        problems.add(
            file.name, line, "", "", f"is no row of a table: {error}. Maybe a quotation mark is missing"
        )


def _has_columns(file: TextFile, head: tuple[int, list[str]], known: Columns, problems: Problems) -> bool:
    line, columns = head
    before, names = len(problems), list(known.names)
    if len(columns) > _MOST_COLUMNS:
        problems.add(file.name, line, "", "", f"has {len(columns)} columns. Maybe {', '.join(names)}")
        return False
    for number, name in enumerate(columns):
        if name not in names:
            problems.add(file.name, line, name, name, f"there is no column '{name}'.{maybe(name, names)}")
        elif name in columns[:number]:
            problems.add(file.name, line, name, name, f"column '{name}' stands twice. Maybe delete one")
    for name in known.needed:
        if name not in columns:
            problems.add(
                file.name, line, name, "", f"column '{name}' is missing. Maybe add it to the first line"
            )
    return len(problems) == before
