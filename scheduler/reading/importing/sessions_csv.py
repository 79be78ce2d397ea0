"""A table of sessions from CSV."""

import csv
from collections.abc import Iterator
from io import StringIO

from scheduler.domain.foreign_programme import ForeignProgramme
from scheduler.reading.apostrophes import without_apostrophe
from scheduler.reading.delimiters import delimiter_of
from scheduler.reading.files import TextFile
from scheduler.reading.importing.foreign_file import ForeignFile
from scheduler.reading.importing.sessions_table import COLUMNS, Row, read_rows
from scheduler.reading.problems import Problems

_ZIP = b"PK\x03\x04"


def looks_like(content: bytes) -> bool:
    """Tell whether a file may be a table: anything that is no package is text.

    Parameters
    ----------
    content
        Its bytes.

    Returns
    -------
    bool
        True for all text.
    """
    return not content.startswith(_ZIP)


def read(file: ForeignFile, problems: Problems) -> ForeignProgramme | None:
    """Read a table (RFC 4180; semicolons and tabs are understood too).

    Parameters
    ----------
    file
        The file.
    problems
        Takes what is wrong with it.

    Returns
    -------
    ForeignProgramme or None
        ``None`` after a problem.
    """
    text, known = file.text(problems), len(problems)
    rows = list(_rows(text, problems)) if text else []
    return read_rows(file, rows, problems) if text and len(problems) == known else None


def _rows(file: TextFile, problems: Problems) -> Iterator[Row]:
    """Yield the rows that are not empty, with the line in which each begins."""
    delimiter = delimiter_of(file.text, COLUMNS)
    reader, line = csv.reader(StringIO(file.text, newline=""), delimiter=delimiter, strict=True), 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield line, [without_apostrophe(cell.strip()) for cell in row]
            line = reader.line_num + 1
    except csv.Error as error:
        sentence = f"is no row of a table: {error}. Maybe a quotation mark is missing"
        problems.add(file.name, line, "", "", sentence)
