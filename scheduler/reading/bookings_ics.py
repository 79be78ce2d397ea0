"""``bookings.ics``: other bodies' bookings as a calendar (RFC 5545)."""

from datetime import date, datetime

from scheduler.domain.clock import Clock
from scheduler.domain.venue import Venue
from scheduler.reading.booked import BECAUSE, Booked, booked_room, midnight
from scheduler.reading.calendar_events import Event, Moment, read_events
from scheduler.reading.files import TextFile
from scheduler.reading.instants import instant_of
from scheduler.reading.problems import Problems


def read_ics(file: TextFile, venue: Venue, clock: Clock, problems: Problems) -> list[Booked]:
    """Read the bookings of a calendar.

    Parameters
    ----------
    file
        The calendar; LOCATION is the room, SUMMARY who has it. Events that are cancelled or leave the time
        free (TRANSP, 3.8.2.7) are passed over.
    venue
        Has the rooms.
    clock
        The forum's clock: times without a zone are wall-clock times of its zone, and whole days are its.
    problems
        Takes what is wrong, repeated events among it.

    Returns
    -------
    list of Booked
        In the order of the file.
    """
    events = read_events(file, clock.zone, problems)
    found = [_booked(event, venue, clock, problems) for event in events if _holds(event)]
    return [one for one in found if one is not None]


def _holds(event: Event) -> bool:
    return event.text("STATUS").upper() != "CANCELLED" and event.text("TRANSP").upper() != "TRANSPARENT"


def _booked(event: Event, venue: Venue, clock: Clock, problems: Problems) -> Booked | None:
    if event.repeats:
        sentence = f"the event is repeated ({event.repeats}). Maybe enter each booking by itself"
        event.problem(problems, event.repeats, sentence)
        return None
    room = booked_room(event.place, "LOCATION", venue, problems)
    start = _moment(event, "DTSTART", event.start, clock, problems)
    end = _moment(event, "DTEND", event.end, clock, problems)
    if room is None or start is None or end is None:
        return None
    return Booked(event.place, room, start, end, event.text("SUMMARY") or BECAUSE, ("DTSTART", "DTEND"))


def _moment(event: Event, key: str, moment: Moment, clock: Clock, problems: Problems) -> datetime | None:
    try:
        if isinstance(moment, str):
            raise ValueError(moment)
        if isinstance(moment, date) and not isinstance(moment, datetime):
            return midnight(moment, clock)
        return instant_of(moment, clock)
    except ValueError as error:
        event.problem(problems, key, str(error))
        return None
