"""Tables of meetings: the columns that count, and the rows under them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from scheduler.domain.forum import Forum
from scheduler.domain.maybe import maybe, natural, near
from scheduler.domain.room import Room
from scheduler.domain.session import Meeting, Session
from scheduler.reading.apostrophes import without_apostrophe
from scheduler.reading.entries import Place
from scheduler.reading.files import TextFile
from scheduler.reading.names import Names, meeting_names, room_names
from scheduler.reading.placing import Row, only, times_of
from scheduler.reading.problems import Problems, shown
from scheduler.reading.sentences import MISSING
from scheduler.reading.table_doubles import DOUBLES, refuse_contradictions
from scheduler.reading.yaml_nodes import Node

COLUMNS = ("meeting", "room", "start", "end")
"""What a table of meetings must have; other columns are for people."""

_MOST_ABOVE = 10

Cell = str | datetime


@dataclass(frozen=True)
class Table:
    """Rows of cells, each with its line; the names of the columns stand in one of the first."""

    file: TextFile
    rows: list[tuple[int, list[Cell]]]

    @cached_property
    def _top(self) -> int:
        """Where the names of the columns stand: a title, or nothing, may stand above them."""
        rows = enumerate(self.rows[:_MOST_ABOVE])
        return next((number for number, (_, cells) in rows if {*COLUMNS} <= {*_names(cells)}), 0)

    @property
    def head(self) -> list[str]:
        """The names of the columns in small letters."""
        return _names(self.rows[self._top][1]) if self.rows else []

    @property
    def body(self) -> list[tuple[int, list[Cell]]]:
        """The rows under the names of the columns."""
        return self.rows[self._top + 1 :]

    @property
    def line(self) -> int | None:
        """The line with the names of the columns; ``None`` in a table without rows."""
        return self.rows[self._top][0] if self.rows else None

    @property
    def above(self) -> str:
        """What stands above the names of the columns, on one line."""
        cells = [str(cell) for _, row in self.rows[: self._top] for cell in row if cell]
        return " ".join(" ".join(cells).split())


def _names(cells: list[Cell]) -> list[str]:
    return [str(cell).strip().casefold() for cell in cells]


def read_table(table: Table, forum: Forum, problems: Problems) -> tuple[list[Row], list[str]]:
    """Read the rows of a table.

    Parameters
    ----------
    table
        The table.
    forum
        The forum whose timetable it is.
    problems
        Takes what is wrong.

    Returns
    -------
    tuple of list
        The rows, and sentences on what is not read.
    """
    if not _has_columns(table, problems):
        return [], []
    lists = _Lists(meeting_names(forum), room_names(forum))
    rows = [row for place in _places(table) if (row := _row(place, lists, forum, problems))]
    others = [name for name in table.head if name and name not in COLUMNS]
    left_out = [f'not read above the table: "{shown(table.above)}"'] if table.above else []
    return rows, left_out + ([f"not read in the table: {', '.join(others)}"] if others else [])


@dataclass(frozen=True)
class _Lists:
    meetings: Names[Meeting | Session]
    rooms: Names[Room]


def _has_columns(table: Table, problems: Problems) -> bool:
    known, head, line = len(problems), table.head, table.line
    others = [name for name in head if name and name not in COLUMNS]
    add = "add it" if {*COLUMNS} & {*head} else f"name the columns {', '.join(COLUMNS)} in one row"
    for name in COLUMNS:
        if name not in head:
            sentence = f"column '{name}' is missing. Maybe {near(name, others) or add}"
            problems.add(table.file.name, line, name, "", sentence)
        elif head.count(name) > 1:
            problems.add(table.file.name, line, name, name, f"column '{name}' stands twice. Maybe delete one")
    return len(problems) == known


def _places(table: Table) -> Iterator[Place]:
    """Return the rows that are not empty as maps of the columns that count, and of their doubles."""
    for line, cells in table.body:
        if any(cells):
            row = dict(zip(table.head, map(_plain, cells), strict=False))
            kept = {name: Node(line, row.get(name)) for name in (*COLUMNS, *DOUBLES)}
            yield Place(table.file, Node(line, kept))


def _plain(cell: Cell) -> Cell:
    """Take off the apostrophe that keeps a spreadsheet from running a cell as a formula."""
    if not isinstance(cell, str):
        return cell
    return without_apostrophe(cell.strip())


def _row(place: Place, lists: _Lists, forum: Forum, problems: Problems) -> Row | None:
    words = {name: str(cell or "") for name, cell in place.node.plain().items()}
    meetings, rooms = lists.meetings.find(words["meeting"]), lists.rooms.find(words["room"])
    target = only(meetings, place, "meeting", "meeting", problems)
    room = only(rooms, place, "room", "room", problems)
    if not meetings.things:
        _unknown(place, "meeting", sorted(forum.meeting_by_id, key=natural), problems)
    if not rooms.things:
        _unknown(place, "room", [one.room for one in forum.venue.rooms], problems)
    times = times_of(place, ("start", "end"), forum, problems, _minutes(target))
    if target is None or room is None or times is None:
        return None
    row = Row(place, "meeting", words["meeting"], target, room.room, *times)
    refuse_contradictions(row, forum, problems)
    return row


def _minutes(target: Meeting | Session | None) -> int | None:
    """Tell how long a meeting lasts, where it is one or all of the session last as long."""
    if isinstance(target, Session):
        return target.lengths[0] if len({*target.lengths}) == 1 else None
    return target.minutes if target else None


def _unknown(place: Place, key: str, known: list[str], problems: Problems) -> None:
    words = place.node.plain()[key]
    sentence = (
        f"there is no {key} '{words}'.{maybe(str(words), known)}"
        if words
        else f"{MISSING}. Maybe fill in the cell"
    )
    place.problem(problems, (key,), words, sentence)
