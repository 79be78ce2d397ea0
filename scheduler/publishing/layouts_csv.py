"""``layouts.csv``: one row a cell."""

import csv
from io import StringIO

from scheduler.publishing.formulas import neutral
from scheduler.publishing.layouts_values import Layouts
from scheduler.publishing.layouts_words import (
    STATUS_WORDS,
    axis_title,
    cell_notes,
    measured,
    measures,
    notes_of,
    problems_of,
    reasons_of,
    titles_of,
)


def head(layouts: Layouts) -> list[str]:
    """Return the names of the columns.

    Parameters
    ----------
    layouts
        Every cell.

    Returns
    -------
    list of str
        As ``layouts.csv`` has them, and the page where it writes some rows of it; the first says where
        something of the forum only stands in.
    """
    return [
        "layout (placeholder)" if layouts.forum.placeholder else "layout",
        *map(axis_title, layouts.axes),
        "status",
        "problem",
        "on the front",
        *(f"{one.heading}: {one.says}" if one.says else one.heading for one in measures(layouts)),
        "notes",
        "reasons",
    ]


def table(layouts: Layouts) -> bytes:
    """Write all cells as CSV.

    Parameters
    ----------
    layouts
        Every cell.

    Returns
    -------
    bytes
        In UTF-8 with a head line (RFC 4180, lines ended by a line feed); cells that a spreadsheet would run
        as a formula begin with an apostrophe.
    """
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([neutral(name) for name in head(layouts)])
    writer.writerows(_rows(layouts))
    return text.getvalue().encode()


def _rows(layouts: Layouts) -> list[list[str | int]]:
    titles, notes, wanted = titles_of(layouts), notes_of(layouts), measures(layouts)
    problems = problems_of(layouts)
    return [
        [
            cell.number,
            *(neutral(known[value]) for value, known in zip(cell.values, titles, strict=True)),
            STATUS_WORDS[cell.status],
            cell.problem or "",
            "yes" if cell.on_front else "no",
            *("" if value is None else value for value in measured(cell, wanted)),
            neutral(" ".join(cell_notes(cell, notes))),
            neutral(" ".join(reasons_of(cell, problems[cell.problem]))),
        ]
        for cell in layouts.cells
    ]
