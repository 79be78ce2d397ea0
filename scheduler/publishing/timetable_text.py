"""``timetable.txt``: a grid of times by rooms for each day, readable in 100 columns."""

from collections.abc import Iterator

from scheduler.domain.programme import Programme
from scheduler.domain.room import Room
from scheduler.publishing.agenda_words import segment_details
from scheduler.publishing.day_grid import day_grid, rooms_of
from scheduler.publishing.days import HeldDay, days_of
from scheduler.publishing.heading_words import dates, forum_title, place, placeholder_words, zone
from scheduler.publishing.held import Held, held_meetings
from scheduler.publishing.status_words import release_words, status_sentence
from scheduler.publishing.text_cells import wrapped
from scheduler.publishing.text_grid import draw

_PAGE = 100
_LANES = 4
"""The most columns beside each other; the rooms of a busier day are shown in several grids."""


def publish(programme: Programme) -> dict[str, bytes]:
    """Write the timetable as plain text.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    dict of str to bytes
        ``timetable.txt`` in UTF-8.
    """
    return {"timetable.txt": grid(programme).encode()}


def grid(programme: Programme) -> str:
    """Draw the timetable for a terminal.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    str
        Lines of at most 100 columns without control characters, the last one ended.
    """
    meetings = held_meetings(programme)
    lines = list(_head(programme, meetings))
    for day in days_of(meetings):
        lines += ["", day.heading, *_grids(day, programme.forum.rooms), *_agendas(day)]
    if not meetings:
        lines += ["", "No meeting is placed."]
    return "".join(f"{line}\n" for line in lines)


def _head(programme: Programme, meetings: tuple[Held, ...]) -> Iterator[str]:
    status = status_sentence(programme)
    yield from wrapped(forum_title(programme), _PAGE)
    yield from wrapped(", ".join(filter(None, (dates(programme), place(programme)))), _PAGE)
    yield from wrapped(placeholder_words(programme.forum), _PAGE) if programme.forum.placeholder else ()
    yield from wrapped(f"Times in {zone(programme, meetings)}", _PAGE)
    yield from wrapped(f"{status[:1].upper()}{status[1:]}. {release_words(programme)}.", _PAGE)


def _grids(day: HeldDay, order: tuple[Room, ...]) -> Iterator[str]:
    for rooms in _pages(day, rooms_of(day, order)):
        yield ""
        yield from draw(day_grid(day, rooms), _PAGE)


def _pages(day: HeldDay, rooms: tuple[Room, ...]) -> list[tuple[Room, ...]]:
    """Spread rooms over grids that are narrow enough to be read."""
    pages: list[tuple[Room, ...]] = []
    for room in rooms:
        if pages and day_grid(day, (*pages[-1], room)).lanes <= _LANES:
            pages[-1] = (*pages[-1], room)
        else:
            pages.append((room,))
    return pages


def _agendas(day: HeldDay) -> Iterator[str]:
    """Yield the segments of each meeting that has any."""
    for held in day.meetings:
        if held.segments:
            yield ""
            yield from wrapped(f"{held.hours} {held.title}, {held.room_name}", _PAGE)
        for part in held.segments:
            first, *rest = wrapped(f"{part.hours} {part.title}", _PAGE - 4)
            yield f"    {first}"
            yield from (f"{'':16}{line}" for more in rest for line in wrapped(more, _PAGE - 16))
            for detail in segment_details(part):
                yield from (f"{'':16}{line}" for line in wrapped(detail, _PAGE - 16))
