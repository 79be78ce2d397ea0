"""``comparison.html``: several programmes in one table, and side by side as small grids."""

from scheduler.publishing.comparison_grid import short_rooms, small_grids
from scheduler.publishing.comparison_values import Comparison, Row
from scheduler.publishing.comparison_words import (
    APART,
    EQUAL,
    KEY,
    NO_LEVEL,
    SORTS,
    counted,
    notes,
    place_words,
    programme_words,
    title_words,
    value_words,
)
from scheduler.publishing.pages import page_of
from scheduler.publishing.plain_words import named, one_line
from scheduler.publishing.wall_times import zone_words


def comparison_page(found: Comparison) -> bytes:
    """Write the page.

    Parameters
    ----------
    found
        What is to be shown.

    Returns
    -------
    bytes
        HTML in UTF-8 without scripts; it asks for nothing beside itself, and what comes from planners'
        files is escaped.
    """
    programmes = found.programmes
    shorts = short_rooms(found)
    values = {
        "title": _title(found),
        "programmes": [
            (one.letter, programme_words(one), zones)
            for one, zones in zip(programmes, _zones(found), strict=True)
        ],
        "key": KEY,
        "absent": NO_LEVEL,
        "equal": EQUAL,
        "groups": [
            (words, [_row(row) for row in found.rows if row.sort == sort]) for sort, words in SORTS.items()
        ],
        "order": found.order,
        "broken": [(one.letter, one_line(words)) for one in programmes for words in one.broken],
        "notes": list(notes(found)),
        "counted": counted(found),
        "meetings": _meetings(found),
        "grids": small_grids(found),
        "rooms": [(short, name) for name, short in shorts.items() if short != name],
        "apart": [
            (APART.format(one.letter), [one_line(words) for words in one.sentences]) for one in found.apart
        ],
    }
    return page_of("comparison.html.j2", {"one_line": one_line}, values)


def _title(found: Comparison) -> str:
    """Name the forum, or count the forums where there are several."""
    titles = dict.fromkeys(named(one.title, one.name) for one in found.programmes)
    several = f"{len(found.programmes)} programmes of {len(titles)} forums"
    return several if len(titles) > 1 else next(iter(titles))


def _zones(found: Comparison) -> list[str]:
    return [
        zone_words(one.state.timezone, (held.start for held in one.state.meetings))
        for one in found.programmes
    ]


def _row(row: Row) -> dict[str, object]:
    return {
        "title": title_words(row),
        "says": [one_line(words) for words in row.says],
        "equal": row.equal,
        "cells": [
            {
                "words": value_words(row, number),
                "best": row.best[number],
                "known": row.values[number] is not None,
            }
            for number in range(len(row.values))
        ],
    }


def _meetings(found: Comparison) -> list[dict[str, object]]:
    return [
        {
            "id": one.meeting,
            "title": one.title,
            "places": [
                {"words": place_words(found, one, number), "otherwise": one.like[number] != 0}
                for number in range(len(found.programmes))
            ],
        }
        for one in found.elsewhere
    ]
