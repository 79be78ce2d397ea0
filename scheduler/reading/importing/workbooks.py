"""Workbooks as sheets of rows, refused where they are packed or written as no planner's are."""

from collections.abc import Mapping
from io import BytesIO

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


def sheet_names(content: bytes) -> list[str]:
    """List the sheets of a workbook without reading them.

    Parameters
    ----------
    content
        Its bytes.

    Returns
    -------
    list of str
        Empty where it is no workbook that can be read.
    """
    from openpyxl import load_workbook  # noqa: PLC0415 - a quarter of a second that other formats need not wait for

    try:
        check_parts(content)
        return list(load_workbook(BytesIO(content), read_only=True).sheetnames)
    except Exception:  # a broken workbook fails anywhere in the libraries
        return []
