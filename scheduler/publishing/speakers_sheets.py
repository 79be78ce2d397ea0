"""The sheets of ``speakers.xlsx`` as titles, columns and rows."""

from collections.abc import Iterator
from dataclasses import dataclass

from scheduler.domain.speakers_plan import SpeakersPlan
from scheduler.publishing.formulas import neutral
from scheduler.publishing.speakers_rows import Line, MeetingLines
from scheduler.publishing.speakers_words import (
    Head,
    happened,
    impossible,
    level_rows,
    not_listed,
    proof,
    room_rows,
    sentences_before,
)

Cell = str | int
Column = tuple[str, int]
"""A name, and a width in characters."""

LIST, HAPPENED, FIGURES = "List of speakers", "What happened", "Figures"

_COLUMNS: tuple[Column, ...] = (
    ("No.", 6),
    ("At about", 13),
    ("Party", 42),
    ("Level", 26),
    ("On behalf of", 22),
    ("Language", 10),
    ("Limit", 7),
    ("Called between", 15),
    ("In the list", 12),
    ("Plain order", 12),
    ("Right of reply", 15),
    ("Spoken", 9),
    ("Why here", 50),
)
_WHERE: tuple[Column, ...] = (("Meeting", 22), ("Day", 26))
_SAID: tuple[Column, ...] = (("What", 40), ("What it came to", 100))
_COUNTED: tuple[Column, ...] = (("What", 80), ("Figure", 12), ("Remark", 40))


@dataclass(frozen=True)
class Sheet:
    """A table with lines above it; ``big`` are the columns that are read at a glance."""

    name: str
    lines: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    big: frozenset[int] = frozenset()
    has_filters: bool = False


def whole_list(meetings: tuple[MeetingLines, ...]) -> Sheet:
    """Return all lines in one table, which has nothing above it, so that it can be sorted and read back.

    Parameters
    ----------
    meetings
        The rows of a list.

    Returns
    -------
    Sheet
        With filters.
    """
    rows = ((one.title, one.day, *_cells(line)) for one in meetings for line in one.lines)
    return Sheet(LIST, (), (*_WHERE, *_COLUMNS), tuple(map(_safe, rows)), has_filters=True)


def meeting_sheet(head: Head, meeting: MeetingLines) -> Sheet:
    """Return the lines of a meeting.

    Parameters
    ----------
    head
        What stands at the head of the list.
    meeting
        The rows.

    Returns
    -------
    Sheet
        For the podium.
    """
    lines = (f"{head.title}: {meeting.title}", meeting.about, _zone(head))
    rows = tuple(_safe(_cells(line)) for line in meeting.lines)
    return Sheet(meeting.id, lines, _COLUMNS, rows, big=frozenset({0, 1, 2}))


def happened_sheet(plan: SpeakersPlan, head: Head) -> Sheet:
    """Return what has happened to a list, and who is not listed.

    Parameters
    ----------
    plan
        The list with all that is said about it.
    head
        What stands at its head.

    Returns
    -------
    Sheet
        With a row for each sentence.
    """
    rows = (*_outcomes(plan), *((f"Not listed: {name}", why) for name, why in not_listed(plan)))
    return Sheet(HAPPENED, (head.title,), _SAID, tuple(map(_safe, rows)))


def figures_sheet(plan: SpeakersPlan, head: Head) -> Sheet:
    """Return by which figures a list was made, and what it came to.

    Parameters
    ----------
    plan
        The list with all that is said about it.
    head
        What stands at its head.

    Returns
    -------
    Sheet
        Sentences first, then what fits at which limit, then the levels.
    """
    lines = (head.title, head.session, _zone(head), head.counted, proof(plan))
    rows = tuple(map(_safe, _figures(plan)))
    return Sheet(FIGURES, tuple(line for line in lines if line), _COUNTED, rows)


def _zone(head: Head) -> str:
    return " ".join(part for part in (head.placeholder, f"Times in {head.zone}; they are estimates.") if part)


def _cells(line: Line) -> tuple[Cell, ...]:
    return (
        line.number,
        line.at,
        line.party,
        line.level,
        line.group,
        line.language,
        line.limit,
        line.margin,
        line.place or "",
        line.plain or "",
        line.reply,
        line.is_spoken,
        line.remark,
    )


def _outcomes(plan: SpeakersPlan) -> Iterator[tuple[Cell, ...]]:
    for one in happened(plan):
        for words in filter(None, (one.refused, *one.changes)):
            yield one.what, words


def _figures(plan: SpeakersPlan) -> Iterator[tuple[Cell, ...]]:
    yield from ((words, "", "") for words in (*impossible(plan), *sentences_before(plan)))
    for limit, fit, enough in room_rows(plan):
        yield f"Statements that fit at {limit}", fit, f"Room for all {plan.wanted}: {enough}"
    for level, clauses, value, proven in level_rows(plan):
        yield f"Level {level}: {clauses}", value, proven


def _safe(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return tuple(neutral(cell) if isinstance(cell, str) else cell for cell in row)
