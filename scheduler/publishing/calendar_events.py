"""The events of a programme, held and cancelled, written once for all calendars that show them."""

from dataclasses import dataclass
from datetime import datetime

from scheduler.domain.event_history import events_now
from scheduler.domain.programme import Programme
from scheduler.publishing.calendar_event import event_blocks, event_stamp
from scheduler.publishing.calendar_zone import zone_block
from scheduler.publishing.cancelled_events import cancelled_blocks, cancelled_events
from scheduler.publishing.held import held_meetings


@dataclass(frozen=True, eq=False)
class ShownEvent:
    """The event of a meeting, with the room, the session and the parties in whose calendars it stands.

    ``changed`` is its stamp in UTC, ``block`` its VEVENT. It is equal to itself alone, so that
    calendars of the same events are found without a look at their bytes.
    """

    meeting: str
    room: str
    session: str
    parties: frozenset[str]
    changed: datetime
    block: bytes
    cancelled: bool


def shown_events(programme: Programme) -> tuple[ShownEvent, ...]:
    """Write all events of a programme.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    tuple of ShownEvent
        Those that are held, in the order of time, and then those that are cancelled.
    """
    return (*_held(programme), *_cancelled(programme))


def _held(programme: Programme) -> list[ShownEvent]:
    forum, records, blocks = programme.forum, events_now(programme), event_blocks(programme)
    present = {one.session: frozenset(forum.attendance(one)) for one in forum.sessions}
    return [
        ShownEvent(
            meeting=held.meeting.id,
            room=held.room.room,
            session=held.session.session,
            parties=present[held.session.session],
            changed=event_stamp(records[held.meeting.id].changed),
            block=blocks[held.meeting.id],
            cancelled=False,
        )
        for held in held_meetings(programme)
    ]


def _cancelled(programme: Programme) -> list[ShownEvent]:
    blocks = cancelled_blocks(programme)
    return [
        ShownEvent(
            meeting=one.record.given.id,
            room=one.room.room,
            session=one.session,
            parties=one.parties,
            changed=event_stamp(one.record.changed),
            block=blocks[one.record.given.id],
            cancelled=True,
        )
        for one in cancelled_events(programme)
    ]


def zone_of(programme: Programme) -> bytes:
    """Describe the forum's zone for the years of all its events, those that are cancelled among them.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    bytes
        A VTIMEZONE; nothing for UTC, which needs no description, and where there is no event.
    """
    clock = programme.forum.clock
    given = [record.given for record in events_now(programme).values()]
    moments = [moment.astimezone(clock.zone) for one in given for moment in (one.start, one.end)]
    years = [moment.year for moment in moments]
    if not years or clock.timezone == "UTC":
        return b""
    return zone_block(clock.timezone, min(years), max(years))


def calendar_body(zone: bytes, events: tuple[ShownEvent, ...]) -> bytes:
    """Put events behind the zone in which they are.

    Parameters
    ----------
    zone
        From ``zone_of``.
    events
        Those of one calendar.

    Returns
    -------
    bytes
        Without the zone when all times are in UTC.
    """
    body = b"".join(event.block for event in events)
    return zone + body if b";TZID=" in body else body
