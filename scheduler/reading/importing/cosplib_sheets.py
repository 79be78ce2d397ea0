"""The sheets of a CoSPLib workbook: tables with names down the side and across the top."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from scheduler.domain.maybe import maybe
from scheduler.reading.importing.foreign_file import ForeignFile
from scheduler.reading.importing.times import YEARS
from scheduler.reading.importing.workbooks import Sheets
from scheduler.reading.problems import Problems
from scheduler.reading.table_rows import Cell

NAMES = (
    "parameters",
    "submissions",
    "tracks",
    "sessions",
    "rooms",
    "tracks_sessions|penalty",
    "tracks_rooms|penalty",
    "similar tracks",
    "sessions_rooms|penalty",
)
"""The sheets that a workbook of CoSPLib has."""

MOST = 1_000_000
"""The largest number that is read: what costs more would not be counted rightly."""

_DIGITS, _SHOWN = 9, 40

Penalties = Mapping[tuple[str, str], int]
"""What a row and a column cost together, where they cost something."""


@dataclass(frozen=True)
class Row:
    """A row of a sheet, with the names of its columns."""

    book: "Workbook"
    sheet: str
    line: int
    head: Sequence[str]
    cells: Sequence[Cell]

    def text(self, column: int) -> str:
        """Return what a cell says.

        Parameters
        ----------
        column
            Its number, from 0.

        Returns
        -------
        str
            On one line; empty where nothing stands.
        """
        return " ".join(str(self.cells[column]).split()) if column < len(self.cells) else ""

    def number(self, column: int, least: int = 0) -> int:
        """Return the whole number of a cell.

        Parameters
        ----------
        column
            Its number, from 0.
        least
            The smallest that makes sense.

        Returns
        -------
        int
            ``least`` after a problem, and 0 or ``least`` for an empty cell.
        """
        text = self.text(column)
        plain = text.removesuffix(".0")
        if not text:
            return least
        if not plain.isdecimal() or len(plain) > _DIGITS or not least <= int(plain) <= MOST:
            self.problem(
                column,
                f"'{text[:_SHOWN]}' is no whole number from {least} to {MOST:,}. Maybe {max(least, 1)}",
            )
            return least
        return int(plain)

    def at(self, column: int) -> time | None:
        """Return the time of day in a cell; ``None`` after a problem."""
        text = self.text(column)
        try:
            found = time.fromisoformat(text.rpartition(" ")[2])
        except ValueError:
            found = None
        if found is None or found.tzinfo is not None:
            self.problem(column, f"'{text}' is no time of day. Maybe 09:30")
            return None
        return found.replace(second=0, microsecond=0)

    def on(self, column: int) -> date | None:
        """Return the date in a cell; ``None`` after a problem."""
        cell = self.cells[column] if column < len(self.cells) else ""
        text = self.text(column).partition(" ")[0]
        try:
            found = cell.date() if isinstance(cell, datetime) else date.fromisoformat(text)
        except ValueError:
            found = None
        if found is None or found.year not in YEARS:
            self.problem(column, f"'{text}' is no date of a conference. Maybe 2027-05-18")
            return None
        return found

    def problem(self, column: int, sentence: str) -> None:
        """Note what is wrong with a cell.

        Parameters
        ----------
        column
            Its number, from 0.
        sentence
            What is wrong, and what would be right.
        """
        name = self.head[column] if column < len(self.head) else ""
        where = f"sheet {self.sheet}: {sentence}"
        self.book.problems.add(self.book.file.name, self.line, name, self.text(column), where)


@dataclass(frozen=True)
class Workbook:
    """The sheets, and where problems with them go."""

    file: ForeignFile
    sheets: Sheets
    problems: Problems

    def head(self, sheet: str) -> list[str]:
        """Return the first row of a sheet."""
        rows = self.sheets[sheet]
        return [" ".join(str(cell).split()) for cell in rows[0][1]] if rows else []

    def rows(self, sheet: str) -> Iterator[Row]:
        """Yield the rows of a sheet below the names of its columns, without those that begin with nothing."""
        head = self.head(sheet)
        for line, cells in self.sheets[sheet][1:]:
            row = Row(self, sheet, line, head, cells)
            if row.text(0):
                yield row

    def names(self, sheet: str) -> list[str]:
        """Return the first column of a sheet, in which no name may come twice."""
        found: dict[str, int] = {}
        for row in self.rows(sheet):
            name = row.text(0)
            if name in found:
                row.problem(0, f"'{name}' stands here again, first in line {found[name]}. Maybe delete one")
            found.setdefault(name, row.line)
        return list(found)

    def penalties(self, sheet: str, down: Sequence[str], across: Sequence[str]) -> Penalties:
        """Read a table of penalties.

        Parameters
        ----------
        sheet
            Its name.
        down, across
            The names that may stand down the side and across the top.

        Returns
        -------
        Mapping
            Without what costs nothing.
        """
        found: dict[tuple[str, str], int] = {}
        columns = self._columns(sheet, across)
        for row in self.rows(sheet):
            if self.known(row, 0, down):
                costs = {name: row.number(column) for column, name in columns}
                found |= {(row.text(0), name): cost for name, cost in costs.items() if cost}
        return found

    def _columns(self, sheet: str, known: Sequence[str]) -> list[tuple[int, str]]:
        found = []
        for column, name in enumerate(self.head(sheet)):
            if column and name and name not in known:
                where = f"sheet {sheet}: there is no '{name}'.{maybe(name, list(known))}"
                self.problems.add(self.file.name, self.sheets[sheet][0][0], name, name, where)
            elif column and name:
                found.append((column, name))
        return found

    def known(self, row: Row, column: int, names: Sequence[str]) -> bool:
        """Tell whether a cell names something that there is, and note a problem where it does not.

        Parameters
        ----------
        row, column
            The cell.
        names
            All that it may name.

        Returns
        -------
        bool
            True when it is one of them.
        """
        name = row.text(column)
        if name not in names:
            row.problem(column, f"there is no '{name}'.{maybe(name, list(names))}")
        return name in names
