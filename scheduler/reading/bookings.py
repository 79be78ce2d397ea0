"""Bookings of other bodies: a calendar of theirs closes rooms to this forum."""

from collections.abc import Iterator
from dataclasses import replace

from scheduler.domain.clock import Clock, Day
from scheduler.domain.room import Closure
from scheduler.domain.venue import Venue
from scheduler.domain.window import Window, WindowWords
from scheduler.reading.booked import Booked
from scheduler.reading.bookings_csv import read_csv
from scheduler.reading.desk import Desk
from scheduler.reading.head import Head
from scheduler.reading.problems import Problems
from scheduler.reading.venues import Rooms

_CSV, _ICS = "bookings.csv", "bookings.ics"
_END_OF_DAY = "24:00"


def with_bookings(desk: Desk, head: Head | None, rooms: Rooms | None) -> Rooms | None:
    """Close rooms that other bodies have booked, by ``bookings.csv`` and ``bookings.ics``.

    Parameters
    ----------
    desk
        Reads files and takes problems.
    head
        What ``forum.yaml`` says.
    rooms
        What ``rooms.yaml`` says.

    Returns
    -------
    Rooms or None
        With a closure for each day of the forum that a booking touches; what lies outside its days is passed
        over. As it was where neither file is there; ``None`` after a problem.
    """
    if head is None or head.venue is None or head.clock is None:
        return rooms
    known = len(desk.problems)
    booked = [*_from_csv(desk, head.venue, head.clock), *_from_ics(desk, head.venue, head.clock)]
    closures = [one for booking in booked for one in _closures(booking, head.clock, desk.problems)]
    if rooms is None or len(desk.problems) > known:
        return None
    ordered = sorted({*rooms.closures, *closures}, key=_by_time)
    return replace(rooms, closures=tuple(ordered)) if booked else rooms


def _by_time(one: Closure) -> tuple[str, int, int, str, bool]:
    return one.room, one.window.start, one.window.end, one.because, one.booked


def _from_csv(desk: Desk, venue: Venue, clock: Clock) -> list[Booked]:
    file = desk.table(_CSV) if (desk.folder / _CSV).exists() else None
    return read_csv(file, venue, clock, desk.problems) if file else []


def _from_ics(desk: Desk, venue: Venue, clock: Clock) -> list[Booked]:
    path = desk.folder / _ICS
    file = desk.files.text(path, f"{desk.name}/{_ICS}") if path.exists() else None
    if file is None:
        return []
    from scheduler.reading.bookings_ics import read_ics  # noqa: PLC0415  (icalendar is slow to import)

    return read_ics(file, venue, clock, desk.problems)


def _closures(booked: Booked, clock: Clock, problems: Problems) -> Iterator[Closure]:
    if booked.end <= booked.start:
        sentence = f"it ends {_said(booked, clock)}, not after its start. Maybe the two are exchanged"
        booked.place.problem(problems, booked.keys[1:], None, sentence)
        return
    for day in clock.days:
        try:
            window = _window(booked, day, clock)
        except ValueError as error:
            booked.place.problem(problems, booked.keys[:1], None, str(error))
            continue
        if window is not None:
            yield Closure(room=booked.room, window=window, because=booked.because, booked=True)


def _said(booked: Booked, clock: Clock) -> str:
    start, end = (moment.astimezone(clock.zone) for moment in (booked.start, booked.end))
    return f"at {end:%Y-%m-%d %H:%M} and begins at {start:%Y-%m-%d %H:%M}"


def _window(booked: Booked, day: Day, clock: Clock) -> Window | None:
    """Return what a booking takes of a day, in a planner's words; nothing where it takes none of it."""
    first, last = clock.midnight(day.name), clock.midnight_after(day.name)
    start, end = (clock.minute_at(moment) for moment in (booked.start, booked.end))
    start, end = max(start, first), min(end, last)
    if start >= end:
        return None
    if (start, end) == (first, last):
        return WindowWords(clock).read(day.name)
    until = _END_OF_DAY if end == last else f"{clock.instant(end):%H:%M}"
    return WindowWords(clock).read(f"{day.name} {clock.instant(start):%H:%M}-{until}")
