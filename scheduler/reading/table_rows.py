"""Tables of meetings: the columns that count, and the rows under them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from scheduler.domain.forum import Forum
from scheduler.domain.room import Room
from scheduler.domain.session import Meeting, Session
from scheduler.domain.window import maybe
from scheduler.reading.entries import Place
from scheduler.reading.files import TextFile
from scheduler.reading.names import Names, meeting_names, room_names
from scheduler.reading.natural import natural
from scheduler.reading.placing import Row, only, times_of
from scheduler.reading.problems import Problems
from scheduler.reading.sentences import MISSING
from scheduler.reading.yaml_nodes import Node

COLUMNS = ("meeting", "room", "start", "end")
"""What a table of meetings must have; other columns are for people."""

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")

Cell = str | datetime


@dataclass(frozen=True)
class Table:
    """Rows of cells, each with its line; the first has the names of the columns."""

    file: TextFile
    rows: list[tuple[int, list[Cell]]]

    @property
    def head(self) -> list[str]:
        """The names of the columns in small letters."""
        return [str(cell).strip().casefold() for cell in self.rows[0][1]] if self.rows else []


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
        The rows, and sentences on the columns that are not read.
    """
    if not _has_columns(table, problems):
        return [], []
    lists = _Lists(meeting_names(forum), room_names(forum))
    rows = [row for place in _places(table) if (row := _row(place, lists, forum, problems))]
    others = [name for name in table.head if name and name not in COLUMNS]
    return rows, [f"not read in the table: {', '.join(others)}"] if others else []


@dataclass(frozen=True)
class _Lists:
    meetings: Names[Meeting | Session]
    rooms: Names[Room]


def _has_columns(table: Table, problems: Problems) -> bool:
    line = table.rows[0][0] if table.rows else None
    known, head = len(problems), table.head
    for name in COLUMNS:
        if name not in head:
            sentence = f"column '{name}' is missing.{maybe(name, [other for other in head if other])}"
            problems.add(table.file.name, line, name, "", sentence)
        elif head.count(name) > 1:
            problems.add(table.file.name, line, name, name, f"column '{name}' stands twice. Maybe delete one")
    return len(problems) == known


def _places(table: Table) -> Iterator[Place]:
    """Return the rows that are not empty as maps of the columns that count."""
    for line, cells in table.rows[1:]:
        if any(cells):
            row = dict(zip(table.head, map(_plain, cells), strict=False))
            yield Place(table.file, Node(line, {name: Node(line, row.get(name)) for name in COLUMNS}))


def _plain(cell: Cell) -> Cell:
    """Take off the apostrophe that keeps a spreadsheet from running a cell as a formula."""
    if not isinstance(cell, str):
        return cell
    text = cell.strip()
    return text[1:] if text[:1] == "'" and text[1:].lstrip().startswith(_FORMULA) else text


def _row(place: Place, lists: _Lists, forum: Forum, problems: Problems) -> Row | None:
    words = {name: str(cell or "") for name, cell in place.node.plain().items()}
    meetings, rooms = lists.meetings.find(words["meeting"]), lists.rooms.find(words["room"])
    target = only(meetings, place, "meeting", "meeting", problems)
    room = only(rooms, place, "room", "room", problems)
    if not meetings.things:
        _unknown(place, "meeting", sorted(forum.meeting_by_id, key=natural), problems)
    if not rooms.things:
        _unknown(place, "room", [one.room for one in forum.venue.rooms], problems)
    times = times_of(place, ("start", "end"), forum, problems)
    if target is None or room is None or times is None:
        return None
    return Row(place, "meeting", words["meeting"], target, room.room, *times)


def _unknown(place: Place, key: str, known: list[str], problems: Problems) -> None:
    words = place.node.plain()[key]
    sentence = (
        f"there is no {key} '{words}'.{maybe(str(words), known)}"
        if words
        else f"{MISSING}. Maybe fill in the cell"
    )
    place.problem(problems, (key,), words, sentence)
