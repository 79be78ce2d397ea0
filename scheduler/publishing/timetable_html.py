"""``timetable.html``: one self-contained page with a grid and a list for each day."""

from typing import Any

from scheduler.domain.address import web_address
from scheduler.domain.programme import Programme
from scheduler.publishing.agenda_words import segment_details
from scheduler.publishing.assumptions import seats_words
from scheduler.publishing.day_grid import DayGrid, day_grid, rooms_of
from scheduler.publishing.days import HeldDay, days_of
from scheduler.publishing.heading_words import dates, forum_title, place, placeholder_words, zone
from scheduler.publishing.held import held_meetings
from scheduler.publishing.kinds import kind_colors
from scheduler.publishing.pages import page_of
from scheduler.publishing.plain_words import one_line, spelled
from scheduler.publishing.status_words import release_words, standing, status_badge, status_remark

WIDEST = 12
"""Rooms that stand side by side on a page that is printed."""

ON_PAPER = 8
"""Rooms of each part where there are more."""


def publish(programme: Programme) -> dict[str, bytes]:
    """Write the page.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    dict of str to bytes
        ``timetable.html`` in UTF-8 without scripts; it asks for nothing beside itself, and what
        comes from planners' files is escaped.
    """
    filters = {
        "one_line": one_line,
        "spelled": spelled,
        "web_address": web_address,
        "seats_words": seats_words,
        "segment_details": segment_details,
    }
    return {"timetable.html": page_of("timetable.html.j2", filters, _context(programme))}


def _context(programme: Programme) -> dict[str, Any]:
    """Return everything the template shows."""
    forum = programme.forum
    meetings = held_meetings(programme)
    clauses = {clause.clause: clause for clause in forum.all_clauses}
    return {
        "title": forum_title(programme),
        "page": web_address(forum.url),
        "dates": dates(programme),
        "place": place(programme),
        "placeholder": placeholder_words(forum),
        "zone": zone(programme, meetings),
        "standing": standing(programme),
        "badge": status_badge(programme),
        "remark": status_remark(programme),
        "release": release_words(programme),
        "colors": kind_colors(forum),
        "days": [_day(day, programme) for day in days_of(meetings)],
        "breaches": programme.verdict.breaches,
        "set_aside": [(one, clauses.get(one.clause)) for one in forum.set_aside],
    }


def _day(day: HeldDay, programme: Programme) -> tuple[HeldDay, DayGrid, list[DayGrid]]:
    """Draw up the grid of a day, and its parts where it is too wide for paper."""
    rooms = rooms_of(day, programme.forum.rooms)
    wide = rooms if len(rooms) > WIDEST else ()
    parts = [day_grid(day, wide[first : first + ON_PAPER]) for first in range(0, len(wide), ON_PAPER)]
    return day, day_grid(day, rooms), parts
