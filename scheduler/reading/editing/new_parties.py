"""``parties.csv`` of a new edition: delegations and offices stay, persons do not."""

import csv
from io import StringIO

from scheduler.reading.delimiters import delimiter_of
from scheduler.reading.editing.edition import Edition

_EMPTIED = "unavailable"


def new_parties(text: str, edition: Edition) -> str:
    """Write ``parties.csv`` of a new edition.

    Parameters
    ----------
    text
        That of the forum it is like.
    edition
        What is otherwise.

    Returns
    -------
    str
        Without the persons of the old edition and without the times at which parties were away.
    """
    delimiter = delimiter_of(text)
    rows = [row for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter) if any(row)]
    head = [name.strip() for name in rows[0]]
    written = StringIO()
    writer = csv.writer(written, delimiter=delimiter, lineterminator="\n")
    writer.writerow(head)
    for row in rows[1:]:
        cells = dict(zip(head, (cell.strip() for cell in row), strict=False))
        if cells["party"] not in edition.persons:
            cells["name"] = edition.office(cells["name"])
            writer.writerow("" if name == _EMPTIED else cells.get(name, "") for name in head)
    return written.getvalue()
