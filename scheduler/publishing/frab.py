"""A programme as open conferences exchange it: days, rooms and events with ids of several kinds.

The format comes from frab and is checked by the schemas of c3voc; XML and JSON have the same content.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from math import gcd

from scheduler.domain.address import web_address
from scheduler.domain.forum import Forum
from scheduler.domain.permanent_ids import room_uuid
from scheduler.domain.programme import Programme
from scheduler.domain.room import Room
from scheduler.publishing.event_words import words_of
from scheduler.publishing.frab_ids import FrabIds, frab_ids
from scheduler.publishing.frab_persons import FrabPerson, persons_of
from scheduler.publishing.heading_words import forum_title
from scheduler.publishing.held import Held, held_meetings
from scheduler.publishing.plain_words import clean, named, spelled

_SHORTEST_ACRONYM = 4


@dataclass(frozen=True)
class FrabEvent:
    """A meeting with its ids and its words; ``address`` and ``webcast`` are empty where not known."""

    held: Held
    ids: FrabIds
    room: str
    track: str
    abstract: str
    description: str
    persons: tuple[FrabPerson, ...]
    address: str
    webcast: str

    @property
    def duration(self) -> str:
        """How long it lasts, in hours and minutes such as ``03:00``."""
        return _hours_and_minutes(_lasting(self.held))


@dataclass(frozen=True)
class FrabDay:
    """A day of the forum with its events by the names of their rooms; ``number`` counts from 1."""

    number: int
    date: date
    start: datetime
    end: datetime
    rooms: dict[str, tuple[FrabEvent, ...]]


@dataclass(frozen=True)
class FrabRoom:
    """A room by a name that no other room has."""

    name: str
    guid: str
    seats: int | None


@dataclass(frozen=True)
class Frab:
    """A programme in the words of the format; ``address`` is empty where the forum has no page."""

    title: str
    acronym: str
    version: str
    timezone: str
    step: str
    address: str
    days: tuple[FrabDay, ...]
    rooms: tuple[FrabRoom, ...]


def frab(programme: Programme) -> Frab:
    """Put a programme into the words of the format.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    Frab
        With all days of the forum and all its rooms, also those without a meeting.
    """
    forum, names = programme.forum, _room_names(programme.forum.rooms)
    events = _events(programme, names)
    return Frab(
        title=forum_title(programme),
        acronym=_acronym(forum),
        version=_version(programme),
        timezone=forum.clock.timezone,
        step=_hours_and_minutes(_step(events)),
        address=web_address(forum.url),
        days=_days(forum, events, list(names.values())),
        rooms=tuple(
            FrabRoom(names[one.room], str(room_uuid(forum, one.room)), one.seats) for one in forum.rooms
        ),
    )


def _acronym(forum: Forum) -> str:
    """Return letters and digits of the forum's id; the schemas want at least four, and no hyphens."""
    short = forum.forum.replace("-", "")
    return short if len(short) >= _SHORTEST_ACRONYM else f"forum{short}"


def _version(programme: Programme) -> str:
    release = programme.forum.release
    if release is None or release.number != programme.release:
        return "proposal"
    return f"release {release.number}, {release.status}"


def _room_names(rooms: Iterable[Room]) -> dict[str, str]:
    """Name each room so that no other has the same name: readers know rooms by nothing else."""
    names: dict[str, str] = {}
    for one in rooms:
        name = named(one.name, one.room)
        while name in names.values():
            name = f"{name} ({one.room})"
        names[one.room] = name
    return names


def _events(programme: Programme, names: dict[str, str]) -> tuple[FrabEvent, ...]:
    forum, meetings = programme.forum, held_meetings(programme)
    ids = frab_ids(forum, [held.meeting.id for held in meetings], _acronym(forum))
    persons = persons_of(forum, meetings)
    return tuple(
        FrabEvent(
            held=held,
            ids=ids[held.meeting.id],
            room=names[held.room.room],
            track=_track(held, forum),
            abstract=clean(held.session.description).strip(),
            description=_description(held, forum),
            persons=persons[held.meeting.id],
            address=web_address(held.session.url) or web_address(forum.url),
            webcast=web_address(held.session.webcast),
        )
        for held in meetings
    )


def _track(held: Held, forum: Forum) -> str:
    """Name the track of a session; one without has its kind in words, since readers want some track."""
    track = held.session.track
    return clean(forum.track_name(track)) if track else spelled(held.session.kind)


def _description(held: Held, forum: Forum) -> str:
    """Say what a calendar says, without what stands in the abstract already."""
    bare = held.session.replace(description="")
    return words_of(replace(held, session=bare), forum).description


def _step(events: Iterable[FrabEvent]) -> int:
    """Return the longest length of which all starts and lengths are multiples, in minutes."""
    starts = [60 * event.held.start.hour + event.held.start.minute for event in events]
    return gcd(*starts, *(_lasting(event.held) for event in events)) or 1


def _lasting(held: Held) -> int:
    return held.placement.end - held.placement.start


def _hours_and_minutes(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _days(forum: Forum, events: tuple[FrabEvent, ...], rooms: list[str]) -> tuple[FrabDay, ...]:
    """Put each event on the last day that has begun at its start; that day lasts until all its events end."""
    clock = forum.clock
    begins = [clock.midnight(day.name) for day in clock.days]
    mine: list[list[FrabEvent]] = [[] for _ in begins]
    for event in events:
        begun = sum(begin <= event.held.placement.start for begin in begins)
        mine[max(begun - 1, 0)].append(event)
    return tuple(
        FrabDay(
            number=number,
            date=day.date,
            start=clock.instant(clock.midnight(day.name)),
            end=clock.instant(max([clock.midnight_after(day.name) - 1, *_ends(own)])),
            rooms={room: tuple(one for one in own if one.room == room) for room in rooms},
        )
        for number, (day, own) in enumerate(zip(clock.days, mine, strict=True), 1)
    )


def _ends(events: Iterable[FrabEvent]) -> list[int]:
    return [event.held.placement.end for event in events]
