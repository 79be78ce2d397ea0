"""``bookings.csv``: other bodies' bookings as a table, one row each."""

import re
from datetime import date, datetime

from scheduler.domain.certainty import Sourced
from scheduler.domain.clock import Clock
from scheduler.domain.venue import Venue
from scheduler.reading.booked import BECAUSE, Booked, booked_room, midnight, midnight_after
from scheduler.reading.csv_rows import Columns, csv_rows
from scheduler.reading.entries import Place, typed
from scheduler.reading.files import TextFile
from scheduler.reading.instants import instant_of
from scheduler.reading.problems import Problems
from scheduler.reading.yaml_nodes import Node

COLUMNS = ("room", "start", "end", "because", "source", "certainty")
_NEEDED = COLUMNS[:3]
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class Booking(Sourced):
    """A row: a room, from when to when, and who has it.

    A date without a time of day means the whole day.
    """

    room: str
    start: str
    end: str
    because: str = BECAUSE


def read_csv(file: TextFile, venue: Venue, clock: Clock, problems: Problems) -> list[Booked]:
    """Read the bookings of a table.

    Parameters
    ----------
    file
        The table.
    venue
        Has the rooms.
    clock
        The forum's clock: times without an offset are wall-clock times of its zone.
    problems
        Takes what is wrong.

    Returns
    -------
    list of Booked
        In the order of the file.
    """
    found = []
    for line, row in csv_rows(file, Columns(COLUMNS, _NEEDED), problems):
        cells: dict[str, object] = {name: Node(line, cell) for name, cell in row.items() if cell}
        place = Place(file, Node(line, cells))
        booking = typed(Booking, place, problems)
        if booking is not None:
            room = booked_room(place, "room", venue, problems)
            start, end = (_moment(place, key, clock, problems) for key in ("start", "end"))
            if room is not None and start is not None and end is not None:
                found.append(Booked(place, room, start, end, booking.because))
    return found


def _moment(place: Place, key: str, clock: Clock, problems: Problems) -> datetime | None:
    words = place.node.plain()[key]
    try:
        if not _DAY.fullmatch(words):
            return instant_of(words, clock)
        day = date.fromisoformat(words)
    except ValueError as error:
        sentence = str(error) if "Maybe" in str(error) else f"'{words}' is no date. Maybe 2026-05-05"
        place.problem(problems, (key,), words, sentence)
        return None
    return midnight(day, clock) if key == "start" else midnight_after(day, clock)
