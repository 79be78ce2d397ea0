"""A day's grid drawn with the characters of a typewriter, so that every terminal can show it."""

from collections.abc import Iterator, Sequence

from scheduler.publishing.day_grid import DayGrid, GridRow
from scheduler.publishing.text_cells import padded, wrapped

_WIDEST = 40
_NARROWEST = 2


def draw(grid: DayGrid, page: int) -> Iterator[str]:
    """Draw a grid.

    Parameters
    ----------
    grid
        Rooms and times of one day.
    page
        Columns that a line may take.

    Yields
    ------
    str
        Lines without trailing spaces.
    """
    times = max(len(row.hours) for row in grid.rows)
    lane = max(_NARROWEST, min(_WIDEST, (page - times) // grid.lanes - 3))
    rooms = [(column.name, column.lanes * (lane + 3) - 3) for column in grid.columns]
    yield from _lines("", times, rooms)
    for row in grid.rows:
        yield _rule(row, times, lane, grid.lanes)
        yield from _lines(row.hours, times, _texts(row, lane, grid.lanes))
    yield _rule(None, times, lane, grid.lanes)


def _texts(row: GridRow, lane: int, lanes: int) -> list[tuple[str, int]]:
    """Return the text and width of each cell; lanes in which a meeting goes on stay empty."""
    if row.is_idle:
        return [("(no meeting)", lanes * (lane + 3) - 3)]
    titles = {cell.lane: cell.held.title for cell in row.cells if cell.held}
    return [(titles.get(number, ""), lane) for number in range(lanes)]


def _lines(head: str, times: int, cells: Sequence[tuple[str, int]]) -> Iterator[str]:
    wraps = [wrapped(text, width) for text, width in cells]
    for number in range(max(1, *map(len, wraps))):
        parts = [padded(head if number == 0 else "", times)]
        for lines, (_, width) in zip(wraps, cells, strict=True):
            parts.append(padded(lines[number] if number < len(lines) else "", width))
        yield " | ".join(parts).rstrip()


def _rule(below: GridRow | None, times: int, lane: int, lanes: int) -> str:
    """Draw the line above a row, open where a meeting goes on into it."""
    begun = range(lanes) if below is None or below.is_idle else {cell.lane for cell in below.cells}
    line, closed = "-" * times, True
    for number in range(lanes):
        was_closed, closed = closed, number in begun
        line += "-+-" if was_closed or closed else " | "
        line += ("-" if closed else " ") * lane
    return line.rstrip()
