"""``timetable.csv``: one row a meeting, to be edited in a spreadsheet and read back."""

from typing import TypeVar

from scheduler.domain.programme import Programme
from scheduler.publishing.formulas import neutral
from scheduler.publishing.tables import meetings_table

Cell = TypeVar("Cell")


def publish(programme: Programme) -> dict[str, bytes]:
    """Write the meetings as CSV.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    dict of str to bytes
        ``timetable.csv`` in UTF-8 with a head line (RFC 4180, lines ended by a line feed); cells
        that a spreadsheet would run as a formula begin with an apostrophe.
    """
    table = meetings_table(programme).map(_neutral)
    return {"timetable.csv": table.to_csv(index=False, lineterminator="\n").encode()}


def _neutral(cell: Cell) -> Cell | str:
    return neutral(cell) if isinstance(cell, str) else cell
