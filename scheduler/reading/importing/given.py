"""Events of a file as sessions of a forum, each with its ids, duties and place."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from scheduler.domain.address import web_address
from scheduler.domain.foreign_programme import ForeignPlacement
from scheduler.domain.party import Party
from scheduler.domain.room import Room
from scheduler.domain.session import Duty, Session
from scheduler.domain.track import Track
from scheduler.reading.importing.foreign_events import ForeignEvent, ForeignEvents, ForeignPerson
from scheduler.reading.importing.foreign_file import ForeignFile
from scheduler.reading.importing.identifiers import Identifiers, identifier
from scheduler.reading.importing.wordings import DESCRIPTION, DESCRIPTIONS, TITLE, shortened

BREAK = "break"
"""Kind of what is no session but time without one."""

_BREAKS = frozenset({BREAK, "breaks", "pause", "lunch", "lunch-break", "coffee", "coffee-break", "tea-break"})
"""Types and titles of breaks."""


@dataclass(frozen=True)
class Given:
    """An event and the session that it becomes; ``room`` is the id of its room, empty without one."""

    event: ForeignEvent
    session: Session
    room: str

    @property
    def title(self) -> str:
        """Of the session."""
        return self.session.title

    @property
    def placement(self) -> ForeignPlacement | None:
        """Where and when the file has it; ``None`` where it does not say both."""
        start, room = self.event.start, self.room
        if start is None or not room:
            return None
        return ForeignPlacement(session=self.session.session, room=room, start=start, uid=self.event.uid)


class Parts:
    """The parts of a programme, with ids that are the same in every version of the file.

    Parameters
    ----------
    file
        The file, with the ids of an earlier version.
    found
        What it says.
    """

    def __init__(self, file: ForeignFile, found: ForeignEvents) -> None:
        sorts = ("room", "track", "person", "session")
        self._ids = {sort: Identifiers(sort, file.ids) for sort in sorts}
        self._rooms = dict(self._named_rooms(found))
        tracks = dict.fromkeys(one.track for one in found.events if one.track)
        self._tracks = {name: self._ids["track"].give(name, name) for name in tracks}
        self._people = _names(who for one in found.events for who in one.people)
        self._most = min(DESCRIPTION, DESCRIPTIONS // len(found.events))
        self.given = tuple(self._given(one) for one in _each_once(found.events))

    @property
    def ids(self) -> dict[str, str]:
        """All ids, by what the file knows the things by."""
        return {key: name for one in self._ids.values() for key, name in sorted(one.given.items())}

    @property
    def rooms(self) -> tuple[Room, ...]:
        """The rooms that the file lists, or in which something is held."""
        return tuple(self._rooms.values())

    @property
    def tracks(self) -> tuple[Track, ...]:
        """The tracks of which there are sessions."""
        titles = self._tracks.items()
        return tuple(Track(track=name, title=shortened(title, TITLE)) for title, name in titles)

    @property
    def people(self) -> tuple[Party, ...]:
        """Everybody who is named for a session."""
        return tuple(
            Party(party=self._ids["person"].give(key, name), name=shortened(name, TITLE), kind="person")
            for key, name in self._people.items()
        )

    def _named_rooms(self, found: ForeignEvents) -> Iterable[tuple[str, Room]]:
        """Yield each room once by its name: events know their rooms by nothing else."""
        seen: set[str] = set()
        listed = ((one.key, one.name, one.seats) for one in found.rooms)
        for key, name, seats in (*listed, *((one.room, one.room, None) for one in found.events)):
            if name and name not in seen:
                seen.add(name)
                room = self._ids["room"].give(key, name)
                yield name, Room(room=room, name=shortened(name, TITLE), seats=seats)

    def _given(self, event: ForeignEvent) -> Given:
        room = self._rooms.get(event.room)
        return Given(event, self._session(event), room.room if room else "")

    def _session(self, event: ForeignEvent) -> Session:
        return Session(
            session=self._ids["session"].give(event.key, event.wished),
            kind=_kind(event),
            title=shortened(event.title, TITLE),
            track=self._tracks.get(event.track),
            minutes=event.minutes,
            seats=event.seats,
            duties=self._duties(event),
            url=web_address(event.url),
            description=shortened(event.description, self._most),
        )

    def _duties(self, event: ForeignEvent) -> tuple[Duty, ...]:
        parties = dict.fromkeys(
            self._ids["person"].give(one.key, self._people[one.key]) for one in event.people
        )
        return tuple(Duty(role="speaker", party=party) for party in parties)


def _names(people: Iterable[ForeignPerson]) -> dict[str, str]:
    """Name everybody: by the first name that is more than what the file knows the person by."""
    names: dict[str, str] = {}
    for one in people:
        if names.setdefault(one.key, one.name) == one.key:
            names[one.key] = one.name
    return names


def _kind(event: ForeignEvent) -> str:
    kind = identifier(event.kind)
    return BREAK if {kind, identifier(event.title)} & _BREAKS else kind or "session"


def _each_once(events: Iterable[ForeignEvent]) -> Iterable[ForeignEvent]:
    """Give what the file has twice a key of its own: it is held twice, and so two sessions."""
    seen: Counter[str] = Counter()
    for one in events:
        seen[one.key] += 1
        again = seen[one.key]
        yield one if again == 1 else replace(one, key=f"{one.key}/{again}", uid="")
