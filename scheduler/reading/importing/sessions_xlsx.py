"""A table of sessions from a workbook: the sheet with the most of its columns."""

from scheduler.domain.foreign_programme import ForeignProgramme
from scheduler.reading.importing.foreign_file import ForeignFile
from scheduler.reading.importing.sessions_table import columns_among, read_rows
from scheduler.reading.importing.workbooks import is_package, read_sheets
from scheduler.reading.problems import Problems


def looks_like(content: bytes) -> bool:
    """Tell whether a file is a workbook.

    Parameters
    ----------
    content
        Its bytes.

    Returns
    -------
    bool
        By its first bytes.
    """
    return is_package(content)


def read(file: ForeignFile, problems: Problems) -> ForeignProgramme | None:
    """Read a workbook.

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
    sheets = read_sheets(file, problems)
    if sheets is None:
        return None
    rows = max(sheets.values(), key=columns_among, default=[])
    return read_rows(file, rows, problems)
