"""What the script of the explorer reads: all cells as columns of indices, each text and problem once."""

import json
from collections.abc import Iterable
from typing import Any

from scheduler.publishing.layouts_csv import head
from scheduler.publishing.layouts_grid import in_order
from scheduler.publishing.layouts_values import Cell, Layouts, PlacedMeeting, Problem
from scheduler.publishing.layouts_words import (
    POSSIBLE,
    STATUS_WORDS,
    UNVERIFIED,
    Measure,
    axis_title,
    measured,
    measures,
    problems_of,
    sentence,
    value_title,
)
from scheduler.publishing.plain_words import one_line

_ENDS_A_SCRIPT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


class _Table(dict[Any, int]):
    """Things numbered in the order in which they are first asked for."""

    def __missing__(self, thing: Any) -> int:
        self[thing] = len(self)
        return self[thing]


class _Tables:
    """The tables that cells and problems point into."""

    def __init__(self) -> None:
        self.texts, self.places, self.lists = _Table(), _Table(), _Table()

    def sentences(self, said: Iterable[str]) -> int:
        """Return the number of a list of sentences."""
        return self.lists[tuple(self.texts[sentence(one)] for one in said)]

    def place(self, one: PlacedMeeting) -> int:
        """Return the number of a meeting at its place."""
        words = (one.day, one.start, one.end, one.title, one.room)
        return self.places[tuple(self.texts[one_line(word)] for word in words)]


def data(layouts: Layouts) -> str:
    """Write what the script reads.

    Parameters
    ----------
    layouts
        Every cell.

    Returns
    -------
    str
        JSON in which no character can end the element it stands in, or begin another.
    """
    tables, wanted = _Tables(), measures(layouts)
    document = {
        "forum": layouts.forum.forum,
        "unverified": UNVERIFIED,
        "head": head(layouts),
        "axes": [
            {
                "id": axis.id,
                "title": axis_title(axis),
                "values": [[one.id, value_title(one), tables.sentences(one.notes)] for one in axis.values],
            }
            for axis in layouts.axes
        ],
        "measures": [vars(one) | {"heading": one.heading} for one in wanted],
        "statuses": [
            {"id": status, "title": title, "possible": status in POSSIBLE}
            for status, title in STATUS_WORDS.items()
        ],
        "problems": [_problem(layouts, one, tables) for one in problems_of(layouts).values()],
        "cells": _cells(layouts, wanted, tables),
    }
    found = {name: list(getattr(tables, name)) for name in ("texts", "places", "lists")}
    return json.dumps(document | found, ensure_ascii=False, separators=(",", ":")).translate(_ENDS_A_SCRIPT)


def _problem(layouts: Layouts, problem: Problem, tables: _Tables) -> list[Any]:
    """Return number, meetings, reasons, and whether those are verified."""
    places = [tables.place(meeting) for meeting in in_order(layouts.forum, problem.meetings)]
    return [problem.number, places, tables.sentences(problem.reasons), int(problem.verified)]


def _cells(layouts: Layouts, wanted: tuple[Measure, ...], tables: _Tables) -> dict[str, Any]:
    statuses = list(STATUS_WORDS)
    problems = {number: index for index, number in enumerate(problems_of(layouts))}
    cells = layouts.cells
    return {
        "number": [cell.number for cell in cells],
        "values": _values(layouts),
        "problem": [problems[cell.problem] for cell in cells],
        "status": [statuses.index(cell.status) for cell in cells],
        "front": [int(cell.on_front) for cell in cells],
        "measures": _columns(cells, wanted),
        "reasons": [tables.sentences(cell.reasons) for cell in cells],
        "notes": [tables.sentences(cell.notes) for cell in cells],
    }


def _values(layouts: Layouts) -> list[list[int]]:
    """Return for each axis the index of each cell's value."""
    found = []
    for number, axis in enumerate(layouts.axes):
        indices = {value.id: index for index, value in enumerate(axis.values)}
        found.append([indices[cell.values[number]] for cell in layouts.cells])
    return found


def _columns(cells: tuple[Cell, ...], wanted: tuple[Measure, ...]) -> list[list[int | None]]:
    """Return for each level and criterion what each cell comes to."""
    rows = [measured(cell, wanted) for cell in cells]
    return [[row[number] for row in rows] for number in range(len(wanted))]
