"""The venue of a forum, the rooms it may use there, and when they are closed."""

from dataclasses import dataclass

from scheduler.domain.maybe import natural
from scheduler.domain.room import Closure, Room
from scheduler.domain.venue import Venue
from scheduler.reading.desk import Desk, Mention
from scheduler.reading.doubles import refuse_doubles
from scheduler.reading.entries import Entry, Known, Place, listed, refuse_other_keys, typed


@dataclass(frozen=True)
class Rooms:
    """The rooms that a forum may use, and when they are closed to it."""

    open: tuple[Room, ...]
    closures: tuple[Closure, ...]


def read_venue(desk: Desk, identifier: str, mention: Mention) -> tuple[Venue, Place] | None:
    """Read a venue.

    Parameters
    ----------
    desk
        Reads files and takes problems.
    identifier
        Id of the venue.
    mention
        Where ``forum.yaml`` names it.

    Returns
    -------
    tuple of Venue and Place, or None
        With its rooms and holidays in order; ``None`` after a problem.
    """
    place, known = desk.shared("venue", identifier, mention), len(desk.problems)
    if place is None:
        return None
    seen, before = (place.file.name, place.file.text), desk.changes.before.venues
    changed = f"venues/{identifier}" in desk.changes.of
    venue = (None if changed else before.get(seen)) or _ordered(desk, place, identifier)
    if venue is None:
        return None
    if not changed and len(desk.problems) == known:
        before.put(seen, venue)
    return venue, place


def _ordered(desk: Desk, place: Place, identifier: str) -> Venue | None:
    venue = typed(Venue, place, desk.problems)
    if venue is None:
        return None
    if venue.venue != identifier:
        sentence = f"'{venue.venue}' is not the name of its file. Maybe {identifier}"
        place.problem(desk.problems, ("venue",), venue.venue, sentence)
    rooms = [(room.room, place, ("rooms", number, "room")) for number, room in enumerate(venue.rooms)]
    refuse_doubles(rooms, "room", desk.problems)
    return venue.replace(
        rooms=tuple(sorted(venue.rooms, key=lambda room: natural(room.room))),
        holidays=tuple(sorted(venue.holidays, key=lambda one: (one.date, one.name))),
    )


def read_rooms(desk: Desk, venue: Venue | None) -> Rooms | None:
    """Read ``rooms.yaml``.

    Parameters
    ----------
    desk
        Reads files and takes problems.
    venue
        The venue of the rooms; ``None`` when it could not be read.

    Returns
    -------
    Rooms or None
        ``None`` after a problem.
    """
    place, known = desk.own("rooms.yaml"), len(desk.problems)
    if place is None:
        return None
    refuse_other_keys(place, ("open", "closures"), desk.problems)
    names = _open_names(desk, place)
    closures: list[Entry[Closure]] | None = []
    if place.node.get("closures") is not None and desk.words is not None:
        closures = listed(Closure, place, "closures", desk.problems, desk.words)
    if venue is None or closures is None or len(desk.problems) > known:
        return None
    rooms = {room.room: room for room in venue.rooms}
    known_rooms = Known("room", rooms)
    found = [name for n, name in enumerate(names) if known_rooms.has(name, place, ("open", n), desk.problems)]
    for entry in closures:
        known_rooms.has(entry.value.room, entry.place, ("room",), desk.problems)
    ordered = sorted((entry.value for entry in closures), key=_by_time)
    return Rooms(tuple(rooms[name] for name in sorted(found, key=natural)), tuple(ordered))


def _by_time(closure: Closure) -> tuple[str, int, int, str]:
    return closure.room, closure.window.start, closure.window.end, closure.because


def _open_names(desk: Desk, place: Place) -> list[str]:
    """Return the ids under ``open``, in the order in which they stand there."""
    node = place.node.get("open")
    names = [part.plain() for part in node.items()] if node else []
    texts = [name for name in names if isinstance(name, str)]
    if not names or len(texts) < len(names):
        sentence = "is no list of ids of rooms. Maybe '- conference-room-4'"
        place.problem(desk.problems, ("open",), node and node.plain(), sentence)
    refuse_doubles(
        [(name, place, ("open", number)) for number, name in enumerate(texts)], "room", desk.problems
    )
    return texts
