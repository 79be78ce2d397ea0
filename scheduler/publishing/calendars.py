"""``calendars/``: one calendar for all, and one for each room, each session and each party.

Every event and the zone are written once; a calendar is its head, the zone and its events put
one after the other, so that hundreds of calendars cost little more than one.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from scheduler.domain.programme import Programme
from scheduler.publishing.calendar_event import event_block
from scheduler.publishing.calendar_head import FOOT, common_head, name_lines
from scheduler.publishing.calendar_zone import zone_block
from scheduler.publishing.heading_words import forum_title
from scheduler.publishing.held import Held, held_meetings
from scheduler.publishing.plain_words import named


@dataclass(frozen=True)
class _Calendar:
    """Ids of the meetings of one calendar; ``name`` is empty for the calendar of all."""

    path: str
    name: str
    meetings: tuple[str, ...]


def publish(programme: Programme) -> dict[str, bytes]:
    """Write all calendars of a programme.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    dict of str to bytes
        Calendars (RFC 5545, RFC 7986) by path. One without a meeting is not written: it would
        empty the calendars of those who have subscribed to it.
    """
    meetings = held_meetings(programme)
    events, zone = _events(meetings, programme), _zone(meetings, programme)
    head, title = common_head(programme), forum_title(programme)
    bodies: dict[tuple[str, ...], bytes] = {}
    files: dict[str, bytes] = {}
    for one in _calendars(meetings, programme):
        if one.meetings not in bodies:
            bodies[one.meetings] = _body(zone, [events[meeting] for meeting in one.meetings])
        if one.meetings:
            names = name_lines(title, one.path, one.name)
            files[f"calendars/{one.path}.ics"] = b"".join((head, names, bodies[one.meetings], FOOT))
    return files


def _events(meetings: tuple[Held, ...], programme: Programme) -> dict[str, bytes]:
    firsts: dict[str, Held] = {}
    for held in sorted(meetings, key=lambda one: one.meeting.position):
        firsts.setdefault(held.session.session, held)
    return {
        held.meeting.id: event_block(held, programme, firsts[held.session.session].meeting.id)
        for held in meetings
    }


def _zone(meetings: tuple[Held, ...], programme: Programme) -> bytes:
    """Describe the forum's zone for the years in which it meets; UTC needs no description."""
    timezone = programme.forum.clock.timezone
    years = [moment.year for held in meetings for moment in (held.start, held.end)]
    return zone_block(timezone, min(years), max(years)) if years and timezone != "UTC" else b""


def _body(zone: bytes, events: list[bytes]) -> bytes:
    body = b"".join(events)
    return zone + body if b";TZID=" in body else body


def _calendars(meetings: tuple[Held, ...], programme: Programme) -> Iterator[_Calendar]:
    yield _Calendar("all", "", tuple(held.meeting.id for held in meetings))
    for room in programme.forum.rooms:
        own = tuple(held.meeting.id for held in meetings if held.room.room == room.room)
        yield _Calendar(f"rooms/{room.room}", named(room.name, room.room), own)
    for session in programme.forum.sessions:
        own = tuple(held.meeting.id for held in meetings if held.session.session == session.session)
        yield _Calendar(f"sessions/{session.session}", named(session.title, session.session), own)
    yield from _party_calendars(meetings, programme)


def _party_calendars(meetings: tuple[Held, ...], programme: Programme) -> Iterator[_Calendar]:
    forum = programme.forum
    present = {session.session: frozenset(forum.attendance(session)) for session in forum.sessions}
    for party in forum.parties:
        own = tuple(held.meeting.id for held in meetings if party.party in present[held.session.session])
        yield _Calendar(f"parties/{party.party}", named(party.name, party.party), own)
