"""What ``hemicycle compare`` says of its answer."""

from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import groupby
from textwrap import fill
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from scheduler.cli.findings import WIDTH, folded, section
from scheduler.domain.release import GivenMeeting
from scheduler.publishing.comparison_values import Comparison, Elsewhere, Row
from scheduler.publishing.comparison_words import (
    APART,
    EQUAL,
    KEY,
    SORTS,
    counted,
    notes,
    place_words,
    programme_words,
    title_words,
    value_words,
)
from scheduler.publishing.difference_words import room_of
from scheduler.publishing.plain_words import one_line
from scheduler.use_cases.compare import CompareAnswer

_LABEL, _VALUE = 46, 9
"""Columns of the table: what is counted, and each value."""


def lines(answer: CompareAnswer) -> Iterator[str]:
    """Say a comparison to a planner.

    Parameters
    ----------
    answer
        What was found.

    Yields
    ------
    str
        Lines; the table is one of them.
    """
    found = answer.comparison
    yield from folded(f"{len(found.programmes)} programmes side by side", 0)
    for one in found.programmes:
        yield from folded(f"{one.letter}  {programme_words(one)}")
    yield ""
    yield table(found)
    yield from section("Signs", (f"{sign}  {words}" for sign, words in KEY))
    yield from section("What the levels that differ ask for", _levels(found))
    yield from section("By the levels", (f"{words}." for words in found.order))
    broken = (f"{one.letter}: {one_line(words)}" for one in found.programmes for words in one.broken)
    yield from section("Clauses broken", broken)
    yield from ("", *folded(f"{counted(found)}.", 0))
    for meeting in found.elsewhere:
        yield from _meeting(found, meeting)
    for other in found.apart:
        yield from section(APART.format(other.letter), _listed(other.sentences))
    yield from section("Notes", (f"{who}: {words}." for who, words in notes(found)))
    yield from ("", f"Written: {answer.page.as_posix()}.")


def _levels(found: Comparison) -> Iterator[str]:
    for row in found.rows:
        if row.says and not row.equal:
            yield f"{title_words(row)}: {' '.join(map(one_line, row.says))}"


def _listed(sentences: Iterable[str]) -> Iterator[str]:
    return (f"{one_line(words)}." for words in sentences)


def _meeting(found: Comparison, one: Elsewhere) -> Iterator[str]:
    places = (
        f"{programme.letter}  {place_words(found, one, number)}"
        for number, programme in enumerate(found.programmes)
    )
    yield from section(one.title, places)


def table(found: Comparison) -> str:
    """Draw the table of levels and criteria.

    Parameters
    ----------
    found
        A comparison.

    Returns
    -------
    str
        Lines without colours: signs tell the best value of a row, and rows of equal values.
    """
    drawn = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    drawn.add_column("", width=_LABEL)
    for one in found.programmes:
        drawn.add_column(one.letter, justify="right", width=_VALUE)
    drawn.add_column("")
    for sort, rows in groupby(found.rows, key=lambda row: row.sort):
        drawn.add_row()
        drawn.add_row(Text(SORTS[sort]))
        for row in rows:
            values = (Text(value_words(row, number)) for number in range(len(row.values)))
            label = _folded(title_words(row))
            drawn.add_row(Text(label), *values, EQUAL if row.equal else "")
    wide = _LABEL + (_VALUE + 2) * len(found.programmes) + 5
    screen = Console(file=StringIO(), width=max(WIDTH, wide), color_system=None, highlight=False)
    with screen.capture() as said:
        screen.print(drawn)
    return "\n".join(line.rstrip() for line in said.get().splitlines())


def _folded(title: str) -> str:
    """Fold what a row counts into its column; ids are not broken."""
    return fill(title, _LABEL, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)


def document(answer: CompareAnswer) -> dict[str, Any]:
    """Put a comparison into JSON.

    Parameters
    ----------
    answer
        What was found.

    Returns
    -------
    dict
        What JSON can hold; ``null`` stands for a value that is not known, a level that a forum does not
        have, and a meeting that is not held.
    """
    found = answer.comparison
    return {
        "programmes": [
            {
                "letter": one.letter,
                "name": one.name,
                "what": one.what,
                "title": one.title,
                "forum": one.forum or None,
                "timezone": one.state.timezone,
                "placeholder": one.placeholder or None,
                "broken": list(one.broken),
                "notes": list(one.notes),
            }
            for one in found.programmes
        ],
        "rows": [_row(found, row) for row in found.rows],
        "order": list(found.order),
        "same-places": found.same,
        "meetings": [_document(found, one) for one in found.elsewhere],
        "apart": [{"letter": one.letter, "sentences": list(one.sentences)} for one in found.apart],
        "page": answer.page.as_posix(),
    }


def _row(found: Comparison, row: Row) -> dict[str, Any]:
    letters = [one.letter for one in found.programmes]
    return {
        "id": row.id,
        "sort": row.sort,
        "title": row.title,
        "unit": row.unit or None,
        "better": row.better,
        "values": list(row.values),
        "said": [value_words(row, number) for number in range(len(letters))],
        "best": [letter for letter, best in zip(letters, row.best, strict=True) if best],
        "equal": row.equal,
    }


def _document(found: Comparison, one: Elsewhere) -> dict[str, Any]:
    return {
        "meeting": one.meeting,
        "title": one.title,
        "places": [_place(found, held, number, one.like[number]) for number, held in enumerate(one.held)],
    }


def _place(found: Comparison, held: GivenMeeting | None, number: int, like: int) -> dict[str, Any] | None:
    if held is None:
        return None
    return {
        "day": held.day,
        "start": held.start.isoformat(),
        "end": held.end.isoformat(),
        "room": held.room,
        "room-name": room_of(held, found.programmes[number].state),
        "as": found.programmes[like].letter if like != number else None,
    }
