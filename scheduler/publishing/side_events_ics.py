"""``calendars/side-events.ics``: the side events that have a slot."""

from datetime import datetime

from icalendar import Event, vUri

from scheduler.domain.address import web_address
from scheduler.domain.event_history import EventStatus
from scheduler.domain.forum import Forum
from scheduler.domain.permanent_ids import side_event_id
from scheduler.domain.programme import Programme
from scheduler.domain.side_events import SideEvent
from scheduler.publishing.calendar_event import PlainText, add_place, add_times, event_stamp
from scheduler.publishing.calendar_head import FOOT, common_head, name_lines
from scheduler.publishing.calendar_zone import zone_block
from scheduler.publishing.heading_words import forum_title, placeholder_words
from scheduler.publishing.plain_words import one_line
from scheduler.publishing.side_event_files import CALENDAR
from scheduler.publishing.side_event_rows import SideEventRow, rows_of, speakers_of, title_of

_STATUS: EventStatus = "TENTATIVE"
"""A release says nothing of side events, so that none of them is given out for good."""


def calendar(programme: Programme) -> dict[str, bytes]:
    """Write the side events as a calendar.

    Parameters
    ----------
    programme
        With its plan of side events, if there is one.

    Returns
    -------
    dict of str to bytes
        The calendar (RFC 5545, RFC 7986) by its path. Without a side event there is none: it would empty
        the calendars of those who have subscribed to it.
    """
    forum, plan = programme.forum, programme.side_events
    rows = [(row, row.shown) for row in rows_of(forum, plan) if row.shown] if plan else []
    if not rows:
        return {}
    changed = _changed(forum)
    body = b"".join(_block(forum, row, one, changed) for row, one in rows)
    head = common_head(programme, changed)
    names = name_lines(forum_title(programme), "side-events", "side events")
    return {CALENDAR: b"".join((head, names, _zone(forum, rows, body), body, FOOT))}


def _changed(forum: Forum) -> datetime:
    """Return the stamp of all events: that of the last release, so that nothing comes from the clock."""
    return event_stamp(forum.release.released if forum.release else forum.as_of)


def _zone(forum: Forum, rows: list[tuple[SideEventRow, SideEvent]], body: bytes) -> bytes:
    """Describe the forum's zone, where a time is in it."""
    years = [moment.year for row, _ in rows for moment in (row.start, row.end)]
    return zone_block(forum.clock.timezone, min(years), max(years)) if b";TZID=" in body else b""


def _block(forum: Forum, row: SideEventRow, one: SideEvent, changed: datetime) -> bytes:
    """Write a VEVENT (RFC 5545, 3.6.1): in person with its room, virtual with its address."""
    event = Event()
    event.add("uid", side_event_id(forum, one.side_event))
    for name in ("dtstamp", "created", "last-modified"):
        event.add(name, changed)
    event.add("sequence", 0)
    event.add("status", _STATUS)
    event.add("class", "PUBLIC")
    event.add("transp", "OPAQUE")
    add_times(event, row.start, row.end)
    rooms = {room.room: room for room in forum.venue.rooms}
    if one.mode == "in-person" and row.slot.room is not None:
        add_place(event, rooms[row.slot.room])
    title = f"Side event: {title_of(one)}"
    event.add("summary", PlainText(f"Placeholder: {title}" if forum.placeholder else title))
    event.add("categories", ["side-event"])
    event.add("description", PlainText(_description(forum, one)))
    address = web_address(one.url)
    if address:
        event.add("url", address)
        if one.mode == "virtual":
            event.add("conference", vUri(address), parameters={"VALUE": "URI"})
    block: bytes = event.to_ical()
    return block


def _description(forum: Forum, one: SideEvent) -> str:
    """Put together the paragraphs of plain text that a calendar shows below the title."""
    speakers = speakers_of(forum, one)
    paragraphs = (
        placeholder_words(forum),
        f"Organiser: {one_line(one.organiser)}",
        f"Speakers: {speakers}" if speakers else "",
        "Virtual" if one.mode == "virtual" else "In person",
        web_address(one.url),
    )
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
