"""Changes to a forum's files that are made while they are read, and never on the disk.

A change names a part by its data path: the file without its ending, then keys, then the names of the entries
of lists, all with dots between them. ``sessions.round-table-1.minutes`` is the field ``minutes`` of the entry
that begins with ``round-table-1`` in ``sessions.yaml``; in a name ``*`` stands for any letters, and then all
entries are meant that it fits. ``venues.ID`` and ``mandates.ID`` are files that forums share.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from io import StringIO
from typing import Any

from scheduler.domain.maybe import maybe
from scheduler.reading.before import Before
from scheduler.reading.delimiters import delimiter_of
from scheduler.reading.files import TextFile
from scheduler.reading.yaml_nodes import Node

_SHARED = ("venues", "mandates")


@dataclass(frozen=True)
class Change:
    """One part of a file that is otherwise.

    ``value`` is plain: text, nothing, a list or a map. With ``add`` its entries are put behind those of the
    list that stands there. ``line`` is where the change was written.
    """

    path: str
    value: Any
    add: bool = False
    line: int = 1

    @property
    def steps(self) -> tuple[str, ...]:
        """The parts of the data path, that of the file first."""
        return tuple(self.path.split("."))

    @property
    def file(self) -> str:
        """The file without its ending, such as ``sessions`` or ``venues/un-headquarters``."""
        steps = self.steps
        return "/".join(steps[:2]) if steps[0] in _SHARED else steps[0]

    @property
    def inner(self) -> tuple[str, ...]:
        """The steps inside the file."""
        return self.steps[2:] if self.steps[0] in _SHARED else self.steps[1:]


class NoSuchPart(ValueError):
    """A data path leads nowhere.

    Parameters
    ----------
    change
        The change with the path.
    sentence
        Which step leads nowhere, and what may be meant.
    """

    def __init__(self, change: Change, sentence: str) -> None:
        super().__init__(f"{change.path} leads nowhere: {sentence}")
        self.change = change


@dataclass(frozen=True)
class Changes:
    """All changes of one reading, by file.

    ``before`` is what earlier readings have read; ``read`` fills with the files that were read.
    """

    of: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)
    before: Before = field(default_factory=Before)
    read: set[str] = field(default_factory=set)

    def made_in(self, file: str, node: Node) -> Node:
        """Make the changes of a file of YAML.

        Parameters
        ----------
        file
            Its name without ending, as changes call it.
        node
            Its outermost part, which stays as it is.

        Returns
        -------
        Node
            Another one where there are changes.

        Raises
        ------
        NoSuchPart
            A data path leads nowhere.
        """
        self.read.add(file)
        for change in self.of.get(file, ()):
            node = _changed(node, _within(node, change), change)
        return node

    def made_in_table(self, table: str, file: TextFile) -> TextFile:
        """Make the changes of a table.

        Parameters
        ----------
        table
            Its name without ending.
        file
            The table; rows are called by their first cell.

        Returns
        -------
        TextFile
            Another one where there are changes.

        Raises
        ------
        NoSuchPart
            A data path leads nowhere.
        """
        self.read.add(table)
        changes = self.of.get(table, ())
        if not changes:
            return file
        delimiter = delimiter_of(file.text)
        rows = [row for row in csv.reader(StringIO(file.text, newline=""), delimiter=delimiter) if any(row)]
        for change in changes:
            _set_cells(rows, change)
        text = StringIO(newline="")
        csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(rows)
        return TextFile(file.name, file.key, text.getvalue())

    def check_all_made(self) -> None:
        """Refuse changes in files that the reading did not come to.

        Raises
        ------
        NoSuchPart
            Of the first such change.
        """
        files = sorted(self.read)
        for file, changes in self.of.items():
            if file not in self.read:
                names = [name.replace("/", ".") for name in files]
                raise NoSuchPart(
                    changes[0], f"the forum has no file '{file}'.{maybe(file.replace('/', '.'), names)}"
                )


def changes_of(changes: Iterable[Change], before: Before | None = None) -> Changes:
    """Put changes together by file.

    Parameters
    ----------
    changes
        In the order in which they are made.
    before
        What earlier readings have read, to be filled and used again.

    Returns
    -------
    Changes
        For one reading.
    """
    found: dict[str, list[Change]] = {}
    for change in changes:
        found.setdefault(change.file, []).append(change)
    return Changes({file: tuple(some) for file, some in found.items()}, before or Before())


def _within(node: Node, change: Change) -> tuple[str, ...]:
    """Return the steps in a file; a list that is called as its file need not be named."""
    steps, same = change.inner, node.get(change.steps[0])
    named = bool(steps) and node.get(steps[0]) is not None
    return (change.steps[0], *steps) if same and isinstance(same.value, list) and not named else steps


def _changed(node: Node, steps: tuple[str, ...], change: Change) -> Node:
    if not steps:
        return _added(node, change) if change.add else _node(change.value, change.line)
    if isinstance(node.value, dict):
        return _in_map(node, steps, change)
    if isinstance(node.value, list):
        return _in_list(node, steps, change)
    raise NoSuchPart(change, f"there is nothing inside what comes before '{steps[0]}'")


def _in_map(node: Node, steps: tuple[str, ...], change: Change) -> Node:
    """Change a part of a map; a last key that is not there yet is new."""
    inner = node.value.get(steps[0])
    if len(steps) > 1 and (inner is None or inner.value is None):
        inner = Node(change.line, {})
    if inner is None:
        inner = Node(change.line, [] if change.add else None)
    return Node(node.line, {**node.value, steps[0]: _changed(inner, steps[1:], change)})


def _in_list(node: Node, steps: tuple[str, ...], change: Change) -> Node:
    names = [_name(part) for part in node.value]
    if not any(fnmatchcase(name, steps[0]) for name in names):
        raise NoSuchPart(change, f"there is no entry '{steps[0]}'.{maybe(steps[0], names)}")
    parts = (
        _changed(part, steps[1:], change) if fnmatchcase(name, steps[0]) else part
        for name, part in zip(names, node.value, strict=True)
    )
    return Node(node.line, list(parts))


def _name(node: Node) -> str:
    """Return what the entry of a list is called by: itself, or the first thing that stands in it."""
    first = next(iter(node.value.values()), node) if isinstance(node.value, dict) else node
    return first.value if isinstance(first.value, str) else ""


def _added(node: Node, change: Change) -> Node:
    more = change.value if isinstance(change.value, list) else [change.value]
    if not isinstance(node.value, list | None):
        raise NoSuchPart(change, "nothing can be added there, as it is no list")
    return Node(node.line, [*node.items(), *(_node(one, change.line) for one in more)])


def _node(plain: Any, line: int) -> Node:
    if isinstance(plain, Mapping):
        return Node(line, {key: _node(one, line) for key, one in plain.items()})
    if isinstance(plain, list):
        return Node(line, [_node(one, line) for one in plain])
    return Node(line, plain)


def _set_cells(rows: list[list[str]], change: Change) -> None:
    name, column = _row_and_column(rows, change)
    for row in _rows_of(rows, name, change):
        row.extend([""] * (len(rows[0]) - len(row)))
        row[column] = "; ".join(_texts(change, row[column]))


def _row_and_column(rows: list[list[str]], change: Change) -> tuple[str, int]:
    head = [name.strip() for name in rows[0]] if rows else []
    if len(change.inner) != 2:
        raise NoSuchPart(change, "a table has rows and columns. Maybe table.row.column")
    name, column = change.inner
    if column not in head:
        raise NoSuchPart(change, f"there is no column '{column}'.{maybe(column, head)}")
    return name, head.index(column)


def _rows_of(rows: list[list[str]], name: str, change: Change) -> Iterator[list[str]]:
    names = [row[0].strip() for row in rows[1:]]
    if not any(fnmatchcase(one, name) for one in names):
        raise NoSuchPart(change, f"there is no row '{name}'.{maybe(name, names)}")
    yield from (row for row in rows[1:] if fnmatchcase(row[0].strip(), name))


def _texts(change: Change, cell: str) -> Iterator[str]:
    if change.add and cell.strip():
        yield cell.strip()
    several = change.value if isinstance(change.value, list) else [change.value]
    if any(isinstance(one, dict | list) for one in several):
        raise NoSuchPart(change, "a cell holds text, or a list of texts, and nothing inside them")
    yield from ("" if one is None else str(one) for one in several)
