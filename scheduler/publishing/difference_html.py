"""A page with an old and a new programme side by side, and a list of all that is otherwise."""

from scheduler.domain.difference import Difference
from scheduler.publishing.difference_grid import compared_days, marks_before, marks_now
from scheduler.publishing.difference_words import (
    HEADINGS,
    counted,
    is_now,
    more_sentences,
    title_of,
    was,
)
from scheduler.publishing.pages import page_of
from scheduler.publishing.plain_words import one_line, spelled
from scheduler.publishing.wall_times import zone_words


def difference_page(
    found: Difference, title: str, names: tuple[str, str], aside: int = 0, lacking: tuple[str, ...] = ()
) -> bytes:
    """Write the page.

    Parameters
    ----------
    found
        What is to be shown.
    title
        The forum's title.
    names
        What the two programmes are called.
    aside
        How many meetings differ that are not shown.
    lacking
        Sentences on what could not be compared.

    Returns
    -------
    bytes
        HTML in UTF-8 without scripts; it asks for nothing beside itself, and what comes from planners'
        files is escaped.
    """
    values = {
        "title": one_line(title),
        "names": [one_line(name) for name in names],
        "zones": _zones(found),
        "counted": counted(found),
        "aside": aside,
        "lacking": [one_line(sentence) for sentence in lacking],
        "rows": [_row(found, number) for number in range(len(found.meetings))],
        "days": compared_days(found),
        "marks": (marks_before(found), marks_now(found)),
    }
    return page_of("difference.html.j2", {"spelled": spelled}, values)


def _row(found: Difference, number: int) -> dict[str, object]:
    """Return a meeting that differs, as the list of changes shows it."""
    one = found.meetings[number]
    return {
        "id": one.meeting,
        "title": title_of(one.shown),
        "kinds": [HEADINGS[kind] for kind in one.kinds],
        "was": was(one, found),
        "now": is_now(one, found),
        "more": [f"{sentence}." for sentence in more_sentences(one)],
    }


def _zones(found: Difference) -> str:
    """Name the zones of all times; two where they differ."""
    states = (found.before, found.now)
    words = (zone_words(one.timezone, (held.start for held in one.meetings)) for one in states)
    return " before, ".join(dict.fromkeys(words)) + (" now" if found.has_two_zones else "")
