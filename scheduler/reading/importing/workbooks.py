"""Workbooks as sheets of rows, refused where they are packed or written as no planner's are."""

from collections.abc import Mapping

from scheduler.reading.importing.foreign_file import ForeignFile
from scheduler.reading.problems import Problems
from scheduler.reading.table_rows import Cell
from scheduler.reading.timetable_xlsx import NoWorkbook, check_parts, sheets_of

Sheets = Mapping[str, list[tuple[int, list[Cell]]]]
"""Rows with their numbers by the name of their sheet, from the first that is not empty on."""


def is_package(content: bytes) -> bool:
    """Tell whether a file is packed as workbooks are.

    Parameters
    ----------
    content
        Its bytes.

    Returns
    -------
    bool
        By its first four bytes.
    """
    return content.startswith(b"PK\x03\x04")


def read_sheets(file: ForeignFile, problems: Problems) -> Sheets | None:
    """Read all sheets of a workbook (ISO/IEC 29500).

    Parameters
    ----------
    file
        The file.
    problems
        Takes what is no workbook, or too large.

    Returns
    -------
    Mapping or None
        Formulas have the values that were saved with them; ``None`` after a problem.
    """
    try:
        check_parts(file.content)
        return sheets_of(file.content)
    except NoWorkbook as error:
        problems.add(file.name, None, "", "", str(error))
    except Exception as error:  # a broken workbook fails anywhere in the libraries
        what = type(error).__name__
        sentence = f"is no workbook that can be read ({what}). Maybe save it as .xlsx again"
        problems.add(file.name, None, "", "", sentence)
    return None
