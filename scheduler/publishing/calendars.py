"""``calendars/``: one calendar for all, and one for each room, each session, each party and the milestones.

Every event and the zone are written once; a calendar is its head, the zone and its events put
one after the other, so that hundreds of calendars cost little more than one. A meeting that was
given out and is held no more stays in them as cancelled. A party's calendar says what concerns that
party, and nothing of what others have to do.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from scheduler.domain.permanent_ids import calendar_id
from scheduler.domain.programme import Programme
from scheduler.publishing.calendar_event import event_stamp
from scheduler.publishing.calendar_events import ShownEvent, calendar_body, shown_events, zone_of
from scheduler.publishing.calendar_head import FOOT, common_head, name_lines
from scheduler.publishing.calendar_lines import folded
from scheduler.publishing.cancellations import cancellation_file
from scheduler.publishing.cancelled_events import cancelled_events
from scheduler.publishing.heading_words import forum_title
from scheduler.publishing.milestones_ics import calendar as milestone_calendar
from scheduler.publishing.party_events import PartyEvents
from scheduler.publishing.plain_words import named
from scheduler.publishing.side_events_ics import calendar as side_event_calendar


@dataclass(frozen=True)
class _Calendar:
    """The events of one calendar; ``name`` is empty for the calendar of all.

    ``known`` tells that it has been given out: without events it stays, so that those who subscribed
    to it see that nothing is there any more, and do not keep what was.
    """

    path: str
    name: str
    events: tuple[ShownEvent, ...]
    known: bool = False


def publish(programme: Programme) -> dict[str, bytes]:
    """Write all calendars of a programme.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    dict of str to bytes
        Calendars (RFC 5545, RFC 7986) by path, what is cancelled by itself, and the last days of
        milestones. A calendar without a meeting is not written: it would empty the calendars of those
        who have subscribed to it.
    """
    events, zone = shown_events(programme), zone_of(programme)
    title = forum_title(programme)
    bodies: dict[tuple[ShownEvent, ...], bytes] = {}
    files: dict[str, bytes] = {}
    for one in _calendars(programme, events):
        if one.events not in bodies:
            bodies[one.events] = calendar_body(zone, one.events)
        if one.events or one.known:
            changed = _changed(programme, one.events)
            head, names = common_head(programme, changed), name_lines(title, one.path, one.name)
            body = bodies[one.events] or _note(programme, one, changed)
            files[f"calendars/{one.path}.ics"] = b"".join((head, names, body, FOOT))
    files |= cancellation_file(programme, events) | milestone_calendar(programme)
    return files | side_event_calendar(programme)


def _calendars(programme: Programme, events: tuple[ShownEvent, ...]) -> Iterator[_Calendar]:
    yield _Calendar("all", "", events)
    given = {one.room for release in programme.forum.history for one in release.meetings}
    for room, name in _rooms(programme, given).items():
        own = tuple(event for event in events if event.room == room)
        yield _Calendar(f"rooms/{room}", named(name, room), own, room in given)
    for session, name in _sessions(programme).items():
        own = tuple(event for event in events if event.session == session)
        yield _Calendar(f"sessions/{session}", named(name, session), own)
    concerned = PartyEvents(programme, events)
    for party in programme.forum.parties:
        yield _Calendar(f"parties/{party.party}", named(party.name, party.party), concerned.of(party.party))


def _changed(programme: Programme, events: tuple[ShownEvent, ...]) -> datetime:
    """Return when a calendar last changed; one without events with the last release."""
    release = programme.forum.release
    last = event_stamp(release.released if release else programme.forum.as_of)
    return max((event.changed for event in events), default=last)


def _note(programme: Programme, calendar: _Calendar, changed: datetime) -> bytes:
    """Say that nothing is left; a calendar has to hold something (RFC 5545, 3.6), and this is no event."""
    lines = (
        f"UID:{calendar_id(programme.forum, calendar.path)}",
        f"DTSTAMP:{changed:%Y%m%dT%H%M%SZ}",
        "SUMMARY:No meeting of the forum is held here any more",
    )
    return b"".join(map(folded, ("BEGIN:VJOURNAL", *lines, "END:VJOURNAL")))


def _rooms(programme: Programme, given: set[str]) -> dict[str, str]:
    """Name the rooms, and behind them those in which meetings only were."""
    gone = {one.room.room: one.room.name for one in cancelled_events(programme)}
    gone |= {room: programme.forum.room_name(room) for room in sorted(given) if room not in gone}
    return _joined({room.room: room.name for room in programme.forum.rooms}, gone)


def _sessions(programme: Programme) -> dict[str, str]:
    """Name the sessions, and behind them those of which only cancelled meetings are left."""
    gone = {one.session: one.name for one in cancelled_events(programme)}
    return _joined({one.session: one.title for one in programme.forum.sessions}, gone)


def _joined(now: dict[str, str], gone: dict[str, str]) -> dict[str, str]:
    return now | {name: title for name, title in gone.items() if name not in now}


def calendar_of_all(programme: Programme) -> bytes:
    """Write the calendar of all meetings alone.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    bytes
        As ``publish`` writes it to ``calendars/all.ics``; nothing where that is not written.
    """
    events = shown_events(programme)
    head = common_head(programme, _changed(programme, events))
    names = name_lines(forum_title(programme), "all", "")
    return b"".join((head, names, calendar_body(zone_of(programme), events), FOOT)) if events else b""
