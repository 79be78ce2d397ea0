"""One day as a grid of times by rooms, for every output that draws one.

A room in which meetings overlap (a timetable somebody made by hand) gets one lane for each, so
that no meeting hides another and rows and columns always add up.
"""

from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from scheduler.domain.room import Room
from scheduler.domain.value import Minute
from scheduler.publishing.days import HeldDay
from scheduler.publishing.held import Held
from scheduler.publishing.plain_words import named
from scheduler.publishing.wall_times import hours


@dataclass(frozen=True)
class GridColumn:
    """A room and the number of lanes it takes, which is 1 unless meetings overlap in it."""

    room: Room
    lanes: int

    @property
    def name(self) -> str:
        """The room's name on one line."""
        return named(self.room.name, self.room.room)


@dataclass(frozen=True)
class GridCell:
    """A cell that begins in a row, at a lane counted from 0, and the rows and lanes it spans."""

    held: Held | None
    lane: int
    rows: int = 1
    lanes: int = 1


@dataclass(frozen=True)
class GridRow:
    """A stretch of time in which nothing begins or ends, and the cells that begin with it."""

    hours: str
    minutes: int
    is_idle: bool
    cells: tuple[GridCell, ...]


@dataclass(frozen=True)
class DayGrid:
    """Columns from left to right and rows from top to bottom."""

    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...]

    @property
    def lanes(self) -> int:
        """Lanes of all columns."""
        return sum(column.lanes for column in self.columns)


def rooms_of(day: HeldDay, order: tuple[Room, ...]) -> tuple[Room, ...]:
    """Return the rooms in which meetings of a day are held.

    Parameters
    ----------
    day
        A day with its meetings.
    order
        The rooms of the forum.

    Returns
    -------
    tuple of Room
        In the forum's order.
    """
    used = {held.room.room for held in day.meetings}
    return tuple(room for room in order if room.room in used)


def day_grid(day: HeldDay, rooms: tuple[Room, ...]) -> DayGrid:
    """Draw up the grid of a day.

    Parameters
    ----------
    day
        A day with its meetings.
    rooms
        The rooms to show; each has a meeting on that day.

    Returns
    -------
    DayGrid
        With one row between any two times at which a meeting begins or ends.
    """
    by_room = [[held for held in day.meetings if held.room.room == room.room] for room in rooms]
    split = [_lanes(meetings) for meetings in by_room]
    columns = tuple(GridColumn(room=room, lanes=len(own)) for room, own in zip(rooms, split, strict=True))
    lanes = list(chain.from_iterable(split))
    edges = _edges(lanes)
    rows = tuple(_row(lanes, edges, index) for index in range(len(edges) - 1))
    return DayGrid(columns=columns, rows=rows)


def _lanes(meetings: list[Held]) -> list[list[Held]]:
    """Spread the meetings of a room over as few lanes as their overlaps need."""
    lanes: list[list[Held]] = []
    for held in meetings:
        free = next((lane for lane in lanes if lane[-1].placement.end <= held.placement.start), None)
        if free is None:
            lanes.append([held])
        else:
            free.append(held)
    return lanes


def _edges(lanes: list[list[Held]]) -> list[tuple[Minute, datetime]]:
    """Return all times at which a meeting begins or ends."""
    found: dict[Minute, datetime] = {}
    for held in chain.from_iterable(lanes):
        found[held.placement.start] = held.start
        found[held.placement.end] = held.end
    return sorted(found.items())


def _row(lanes: list[list[Held]], edges: list[tuple[Minute, datetime]], index: int) -> GridRow:
    (since, start), (until, end) = edges[index], edges[index + 1]
    running = [_running(lane, since) for lane in lanes]
    is_idle = not any(running)
    if is_idle:
        cells = [GridCell(held=None, lane=0, lanes=len(lanes))]
    else:
        cells = [
            GridCell(held=held, lane=lane, rows=_rows(held, edges))
            for lane, held in enumerate(running)
            if held is None or held.placement.start == since
        ]
    return GridRow(hours=hours(start, end), minutes=until - since, is_idle=is_idle, cells=tuple(cells))


def _running(lane: list[Held], minute: Minute) -> Held | None:
    """Return the meeting that is held in a lane from a minute on."""
    here = (held for held in lane if held.placement.start <= minute < held.placement.end)
    return next(here, None)


def _rows(held: Held | None, edges: list[tuple[Minute, datetime]]) -> int:
    if held is None:
        return 1
    return sum(1 for minute, _ in edges if held.placement.start < minute <= held.placement.end)
