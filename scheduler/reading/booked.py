"""A room that another body has booked, whatever file says so."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from scheduler.domain.clock import Clock
from scheduler.domain.maybe import maybe
from scheduler.domain.room import Room
from scheduler.domain.venue import Venue
from scheduler.reading.entries import Place
from scheduler.reading.names import Names
from scheduler.reading.placing import only
from scheduler.reading.problems import Problems
from scheduler.reading.sentences import MISSING

BECAUSE = "taken by another body"
"""What is said of a booking that does not say it itself."""


@dataclass(frozen=True)
class Booked:
    """A booking: from ``start`` up to ``end``, in UTC; they stand under ``keys``."""

    place: Place
    room: str
    start: datetime
    end: datetime
    because: str
    keys: tuple[str, str] = ("start", "end")


def booked_room(place: Place, key: str, venue: Venue, problems: Problems) -> str | None:
    """Find the room of a booking.

    Parameters
    ----------
    place, key
        Where it is named: by its id, its name or its address.
    venue
        The venue.
    problems
        Takes a name that no room of the venue has, or several have.

    Returns
    -------
    str or None
        Its id; ``None`` after a problem.
    """
    words = str(place.node.plain().get(key) or "")
    names = Names[Room](
        [(label, room) for room in venue.rooms for label in (room.room, room.name, room.address)]
    )
    found = names.find(words)
    if not found.things:
        rooms = [room.room for room in venue.rooms]
        unknown = f"there is no room '{words}' at {venue.name}.{maybe(words, rooms)}"
        sentence = unknown if words else f"{MISSING}. Maybe the id of a room"
        place.problem(problems, (key,), words, sentence)
    room = only(found, place, key, "room", problems)
    return room.room if room else None


def midnight(day: date, clock: Clock) -> datetime:
    """Return the beginning of a day.

    Parameters
    ----------
    day
        Any date.
    clock
        The forum's clock.

    Returns
    -------
    datetime.datetime
        In UTC.
    """
    return datetime.combine(day, time(0), clock.zone).astimezone(UTC)


def midnight_after(day: date, clock: Clock) -> datetime:
    """Return the end of a day.

    Parameters
    ----------
    day
        Any date.
    clock
        The forum's clock.

    Returns
    -------
    datetime.datetime
        In UTC.
    """
    return midnight(day + timedelta(days=1), clock)
