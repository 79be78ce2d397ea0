"""``milestones.csv``: one row for each last day of a milestone."""

import csv
from io import StringIO

from scheduler.domain.clock import Clock
from scheduler.domain.programme import Programme
from scheduler.publishing.formulas import neutral
from scheduler.publishing.milestone_rows import MilestoneRow, milestone_rows
from scheduler.publishing.milestone_words import counted_words, left_out_words
from scheduler.publishing.plain_words import one_line

COLUMNS = (
    "milestone",
    "name",
    "last day",
    "done",
    "days late",
    "tier",
    "paragraph",
    "mandate",
    "clause",
    "says",
    "counted",
    "left out",
    "note",
)
HEAD = f"{','.join(COLUMNS)}\n"
"""The head line, by which a table of ours is known again."""


def table(programme: Programme) -> bytes:
    """Write the milestones as CSV.

    Parameters
    ----------
    programme
        With the last days that the forum's clauses set.

    Returns
    -------
    bytes
        In UTF-8 with a head line (RFC 4180, lines ended by a line feed); dates are ISO dates, and cells
        that a spreadsheet would run as a formula begin with an apostrophe.
    """
    text, forum = StringIO(), programme.forum
    writer = csv.writer(text, lineterminator="\n")
    rows = milestone_rows(forum, programme.last_days)
    writer.writerows([neutral(cell) for cell in _cells(row, forum.clock)] for row in rows)
    return f"{HEAD}{text.getvalue()}".encode()


def _cells(row: MilestoneRow, clock: Clock) -> list[str]:
    milestone, last, late = row.milestone, row.last, row.days_late
    clause = last.clause if last else None
    return [
        milestone.milestone,
        row.name,
        last.on.isoformat() if last else "",
        milestone.done.isoformat() if milestone.done else "",
        "" if late is None else str(late),
        *((clause.tier, clause.paragraph, clause.mandate, clause.clause) if clause else ("",) * 4),
        one_line(clause.says) if clause else "",
        counted_words(last, clock) if last else "",
        left_out_words(last) if last else "",
        one_line(milestone.note),
    ]
