"""``calendars/``: one calendar for all, and one for each room, each session and each party.

Every event and the zone are written once; a calendar is its head, the zone and its events put
one after the other, so that hundreds of calendars cost little more than one. A meeting that was
given out and is held no more stays in them as cancelled.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from scheduler.domain.programme import Programme
from scheduler.publishing.calendar_events import ShownEvent, calendar_body, shown_events, zone_of
from scheduler.publishing.calendar_head import FOOT, common_head, name_lines
from scheduler.publishing.cancellations import cancellation_file
from scheduler.publishing.cancelled_events import cancelled_events
from scheduler.publishing.heading_words import forum_title
from scheduler.publishing.plain_words import named


@dataclass(frozen=True)
class _Calendar:
    """The events of one calendar; ``name`` is empty for the calendar of all."""

    path: str
    name: str
    events: tuple[ShownEvent, ...]


def publish(programme: Programme) -> dict[str, bytes]:
    """Write all calendars of a programme.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    dict of str to bytes
        Calendars (RFC 5545, RFC 7986) by path, and what is cancelled by itself. A calendar without a
        meeting is not written: it would empty the calendars of those who have subscribed to it.
    """
    events, zone = shown_events(programme), zone_of(programme)
    title = forum_title(programme)
    bodies: dict[tuple[ShownEvent, ...], bytes] = {}
    files: dict[str, bytes] = {}
    for one in _calendars(programme, events):
        if one.events not in bodies:
            bodies[one.events] = calendar_body(zone, one.events)
        if one.events:
            head = common_head(programme, max(event.changed for event in one.events))
            names = name_lines(title, one.path, one.name)
            files[f"calendars/{one.path}.ics"] = b"".join((head, names, bodies[one.events], FOOT))
    return files | cancellation_file(programme, events)


def _calendars(programme: Programme, events: tuple[ShownEvent, ...]) -> Iterator[_Calendar]:
    yield _Calendar("all", "", events)
    for room, name in _rooms(programme).items():
        own = tuple(event for event in events if event.room == room)
        yield _Calendar(f"rooms/{room}", named(name, room), own)
    for session, name in _sessions(programme).items():
        own = tuple(event for event in events if event.session == session)
        yield _Calendar(f"sessions/{session}", named(name, session), own)
    for party in programme.forum.parties:
        own = tuple(event for event in events if party.party in event.parties)
        yield _Calendar(f"parties/{party.party}", named(party.name, party.party), own)


def _rooms(programme: Programme) -> dict[str, str]:
    """Name the rooms, and behind them those in which only cancelled meetings were."""
    gone = {one.room.room: one.room.name for one in cancelled_events(programme)}
    return _joined({room.room: room.name for room in programme.forum.rooms}, gone)


def _sessions(programme: Programme) -> dict[str, str]:
    """Name the sessions, and behind them those of which only cancelled meetings are left."""
    gone = {one.session: one.name for one in cancelled_events(programme)}
    return _joined({one.session: one.title for one in programme.forum.sessions}, gone)


def _joined(now: dict[str, str], gone: dict[str, str]) -> dict[str, str]:
    return now | {name: title for name, title in gone.items() if name not in now}
