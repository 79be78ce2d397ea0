"""``parties.csv``: those who attend or officiate, one row each, as a spreadsheet writes it."""

from scheduler.domain.maybe import natural
from scheduler.domain.party import Party
from scheduler.reading.apostrophes import without_apostrophe
from scheduler.reading.csv_rows import Columns, csv_rows
from scheduler.reading.desk import Desk
from scheduler.reading.doubles import refuse_doubles
from scheduler.reading.entries import Entry, Place, typed
from scheduler.reading.files import TextFile
from scheduler.reading.yaml_nodes import Node

COLUMNS = ("party", "name", "kind", "group", "attends", "delegates", "unavailable")
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
    file = desk.table("parties.csv")
    if file is None:
        return None
    entries = []
    for line, row in csv_rows(file, Columns(COLUMNS, _NEEDED), desk.problems):
        entry = _entry(desk, file, line, row)
        if entry is not None:
            entries.append(entry)
    refuse_doubles(
        [(entry.value.party, entry.place, ("party",)) for entry in entries], "party", desk.problems
    )
    entries.sort(key=lambda entry: natural(entry.value.party))
    return entries if len(desk.problems) == known else None


def _entry(desk: Desk, file: TextFile, line: int, row: dict[str, str]) -> Entry[Party] | None:
    """Read a row, or take what came of the same row before: only times depend on anything else."""
    seen = (file.name, line, *row.items())
    known = desk.changes.before.parties.get(seen)
    if known is not None:
        return known
    place = Place(file, Node(line, _nodes(line, row, desk.words is not None)))
    party = typed(Party, place, desk.problems, desk.words)
    if party is None:
        return None
    ordered = party.replace(
        attends=tuple(sorted(party.attends)),
        unavailable=tuple(sorted(party.unavailable, key=lambda one: (one.start, one.end))),
    )
    entry = Entry(ordered, place)
    if not row.get("unavailable"):
        desk.changes.before.parties.put(seen, entry)
    return entry


def _nodes(line: int, row: dict[str, str], windows: bool) -> dict[str, Node]:
    """Return the cells that are not empty; those that hold several things as lists."""
    nodes = {name: Node(line, without_apostrophe(cell)) for name, cell in row.items() if cell}
    for name in _SEVERAL:
        if name in nodes:
            parts = [part.strip() for part in row[name].split(";")]
            nodes[name] = Node(line, [Node(line, part) for part in parts if part])
    if not windows:
        nodes.pop("unavailable", None)
    return nodes
