"""``parties.csv``: those who attend or officiate, one row each, as a spreadsheet writes it."""

import csv
from collections.abc import Iterator
from io import StringIO

from scheduler.domain.maybe import maybe, natural
from scheduler.domain.party import Party
from scheduler.reading.delimiters import delimiter_of
from scheduler.reading.desk import Desk
from scheduler.reading.doubles import refuse_doubles
from scheduler.reading.entries import Entry, Place, typed
from scheduler.reading.files import TextFile
from scheduler.reading.problems import Problems
from scheduler.reading.yaml_nodes import Node

COLUMNS = ("party", "name", "kind", "group", "attends", "delegates", "unavailable")
_MOST_COLUMNS = 50
_NEEDED = COLUMNS[:3]
_SEVERAL = ("attends", "unavailable")


def read_parties(desk: Desk) -> list[Entry[Party]] | None:
    """Read ``parties.csv``.

    Parameters
    ----------
    desk
        Reads files and takes problems; windows are read when it understands them.

    Returns
    -------
    list of Entry or None
        By id; ``None`` after a problem.
    """
    known = len(desk.problems)
    file = desk.files.text(desk.folder / "parties.csv", f"{desk.name}/parties.csv")
    if file is None:
        return None
    entries = []
    for place in _places(file, desk):
        party = typed(Party, place, desk.problems, desk.words)
        if party is not None:
            ordered = party.replace(
                attends=tuple(sorted(party.attends)),
                unavailable=tuple(sorted(party.unavailable, key=lambda one: (one.start, one.end))),
            )
            entries.append(Entry(ordered, place))
    refuse_doubles(
        [(entry.value.party, entry.place, ("party",)) for entry in entries], "party", desk.problems
    )
    entries.sort(key=lambda entry: natural(entry.value.party))
    return entries if len(desk.problems) == known else None


def _places(file: TextFile, desk: Desk) -> Iterator[Place]:
    rows = list(_rows(file, desk.problems))
    if not _has_columns(file, rows[0] if rows else (1, []), desk.problems):
        return
    columns = rows[0][1]
    for line, cells in rows[1:]:
        if len(cells) > len(columns):
            sentence = (
                f"has {len(cells)} cells; there are {len(columns)} columns. Maybe put the name in quotes"
            )
            desk.problems.add(file.name, line, "", cells[len(columns)], sentence)
        else:
            row = dict(zip(columns, cells, strict=False))
            yield Place(file, Node(line, _nodes(line, row, desk.words is not None)))


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


def _has_columns(file: TextFile, head: tuple[int, list[str]], problems: Problems) -> bool:
    line, columns = head
    known, names = len(problems), list(COLUMNS)
    if len(columns) > _MOST_COLUMNS:
        problems.add(file.name, line, "", "", f"has {len(columns)} columns. Maybe {', '.join(names)}")
        return False
    for number, name in enumerate(columns):
        if name not in names:
            problems.add(file.name, line, name, name, f"there is no column '{name}'.{maybe(name, names)}")
        elif name in columns[:number]:
            problems.add(file.name, line, name, name, f"column '{name}' stands twice. Maybe delete one")
    for name in _NEEDED:
        if name not in columns:
            problems.add(
                file.name, line, name, "", f"column '{name}' is missing. Maybe add it to the first line"
            )
    return len(problems) == known


def _nodes(line: int, row: dict[str, str], windows: bool) -> dict[str, Node]:
    """Return the cells that are not empty; those that hold several things as lists."""
    nodes = {name: Node(line, cell) for name, cell in row.items() if cell}
    for name in _SEVERAL:
        if name in nodes:
            parts = [part.strip() for part in row[name].split(";")]
            nodes[name] = Node(line, [Node(line, part) for part in parts if part])
    if not windows:
        nodes.pop("unavailable", None)
    return nodes
