"""``parties.csv`` of an imported forum: everybody who is named in the programme."""

import csv
from collections.abc import Iterable
from io import StringIO

from scheduler.domain.party import Party
from scheduler.publishing.formulas import neutral
from scheduler.publishing.plain_words import one_line

_COLUMNS = ("party", "name", "kind", "group", "attends", "delegates", "unavailable")


def parties_csv(people: Iterable[Party]) -> bytes:
    """Write the parties.

    Parameters
    ----------
    people
        Those of the programme.

    Returns
    -------
    bytes
        CSV (RFC 4180) in UTF-8; no cell is run as a formula.
    """
    written = StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for one in people:
        times = "; ".join(window.words for window in one.unavailable)
        cells = (one.party, one.name, one.kind, one.group, "; ".join(one.attends), str(one.delegates), times)
        writer.writerow(neutral(one_line(cell)) for cell in cells)
    return written.getvalue().encode()
