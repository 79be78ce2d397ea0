"""The meetings and the grid of a day as tables, for CSV and XLSX."""

from pandas import DataFrame

from scheduler.domain.clock import Clock
from scheduler.domain.programme import Programme
from scheduler.publishing.day_grid import DayGrid
from scheduler.publishing.heading_words import placeholder_words
from scheduler.publishing.held import Held, held_meetings
from scheduler.publishing.plain_words import one_line, spelled

COLUMNS = (
    "meeting",
    "room",
    "start",
    "end",
    "session",
    "kind",
    "title",
    "number",
    "room name",
    "building",
    "day",
    "date",
    "period",
    "from",
    "to",
    "minutes",
    "segments",
)
"""The first four are what ``hemicycle check`` reads; the others are for people."""


def meetings_table(programme: Programme) -> DataFrame:
    """Put the meetings into a table.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    pandas.DataFrame
        One row a meeting, in the order of time; text without control characters. Where dates only
        stand in, the last column says so.
    """
    clock = programme.forum.clock
    rows = [_row(held, clock) for held in held_meetings(programme)]
    table = DataFrame.from_records(rows, columns=list(COLUMNS))
    remark = placeholder_words(programme.forum)
    return table.assign(placeholder=remark) if remark else table


def _row(held: Held, clock: Clock) -> dict[str, str | int]:
    return {
        "meeting": held.meeting.id,
        "room": held.room.room,
        "start": held.start.isoformat(),
        "end": held.end.isoformat(),
        "session": held.session.session,
        "kind": held.session.kind,
        "title": held.title,
        "number": f"{held.meeting.position} of {held.session.meetings}",
        "room name": held.room_name,
        "building": one_line(held.room.building),
        "day": spelled(held.day.name) if held.day else "",
        "date": held.start.date().isoformat(),
        "period": _period(held, clock),
        "from": f"{held.start:%H:%M}",
        "to": f"{held.end:%H:%M}",
        "minutes": held.placement.end - held.placement.start,
        "segments": "; ".join(f"{part.hours} {part.title}" for part in held.segments),
    }


def _period(held: Held, clock: Clock) -> str:
    """Name the period in which a meeting lies; empty where it lies in none."""
    if held.start.date() != held.end.date():
        return ""
    start, end = held.start.time(), held.end.time()
    here = (period.name for period in clock.periods if period.start <= start and end <= period.end)
    return next(here, "")


def grid_table(grid: DayGrid) -> DataFrame:
    """Put the grid of a day into a table.

    Parameters
    ----------
    grid
        Times by rooms.

    Returns
    -------
    pandas.DataFrame
        Times as index, a column for each lane of a room; where a meeting begins stand its title,
        its hours and its segments on lines of their own, elsewhere nothing.
    """
    texts = [[""] * grid.lanes for _ in grid.rows]
    for row, line in zip(grid.rows, texts, strict=True):
        for cell in row.cells:
            line[cell.lane] = cell_text(cell.held)
    names = [column.name for column in grid.columns for _ in range(column.lanes)]
    return DataFrame(texts, index=[row.hours for row in grid.rows], columns=names)


def cell_text(held: Held | None) -> str:
    """Say what stands in a cell of a day's grid.

    Parameters
    ----------
    held
        The meeting that begins there, or ``None``.

    Returns
    -------
    str
        Title, hours and segments on lines of their own; empty without a meeting.
    """
    if held is None:
        return ""
    agenda = (f"{part.hours} {part.title}" for part in held.segments)
    return "\n".join((held.title, held.hours, *agenda))
