"""One VEVENT for each meeting, with everything in it taken from the forum's data."""

from datetime import UTC

from icalendar import Event, vText, vUri

from scheduler.domain.address import mail_address, web_address
from scheduler.domain.permanent_ids import permanent_id
from scheduler.domain.programme import Programme
from scheduler.publishing.calendar_lines import escaped
from scheduler.publishing.calendar_stamp import calendar_stamp
from scheduler.publishing.held import Held
from scheduler.publishing.plain_words import clean, named


class PlainText(vText):
    r"""A TEXT value that keeps ``\N``, which the library would turn into the end of a line."""

    def to_ical(self) -> bytes:
        """Escape the text.

        Returns
        -------
        bytes
            As RFC 5545, 3.3.11 wants it.
        """
        return escaped(str(self)).encode()


def event_block(held: Held, programme: Programme, first: str) -> bytes:
    """Write one meeting.

    Parameters
    ----------
    held
        The meeting as it is held.
    programme
        What is handed out.
    first
        Id of the first meeting of its session.

    Returns
    -------
    bytes
        A VEVENT (RFC 5545, 3.6.1) without attendees, alarms and recurrence.
    """
    event = Event()
    event.add("uid", permanent_id(programme.forum, held.meeting.id))
    _add_stamps(event, programme)
    _add_times(event, held)
    _add_place(event, held)
    _add_words(event, held, programme)
    if held.meeting.id != first:
        event.add("related-to", permanent_id(programme.forum, first))
    block: bytes = event.to_ical()
    return block


def _add_stamps(event: Event, programme: Programme) -> None:
    stamp = calendar_stamp(programme)
    for name in ("dtstamp", "created", "last-modified"):
        event.add(name, stamp.changed)
    event.add("sequence", 0)
    event.add("status", stamp.status)
    event.add("class", "PUBLIC")
    event.add("transp", "OPAQUE")


def _add_times(event: Event, held: Held) -> None:
    """Add start and end in the forum's zone.

    A wall-clock time that comes twice means its first coming (RFC 5545, 3.3.5), so that a
    meeting which touches the second one is written in UTC.
    """
    start, end = held.start, held.end
    if start.fold or end.fold:
        start, end = start.astimezone(UTC), end.astimezone(UTC)
    event.add("dtstart", start)
    event.add("dtend", end)


def _add_place(event: Event, held: Held) -> None:
    room = held.room
    event.add("location", PlainText(named(room.address, room.room)))
    if room.latitude is not None and room.longitude is not None:
        event.add("geo", (room.latitude, room.longitude))


def _add_words(event: Event, held: Held, programme: Programme) -> None:
    page = web_address(held.session.url) or web_address(programme.forum.url)
    webcast = web_address(held.session.webcast)
    organizer = mail_address(programme.forum.organizer)
    event.add("summary", PlainText(held.title))
    event.add("categories", [held.session.kind])
    description = _description(held, page, webcast)
    if description:
        event.add("description", PlainText(description))
    if page:
        event.add("url", page)
    if webcast:
        event.add("conference", vUri(webcast), parameters={"VALUE": "URI"})
    if organizer:
        event.add("organizer", organizer)


def _description(held: Held, page: str, webcast: str) -> str:
    """Put together the paragraphs of plain text that a calendar shows below the title."""
    paragraphs = (
        clean(held.session.description).strip(),
        "\n".join(_agenda(held)),
        "\n".join(held.duties),
        f"Webcast: {webcast}" if webcast else "",
        page,
    )
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _agenda(held: Held) -> list[str]:
    lines = []
    for part in held.segments:
        lines.append(f"{part.hours} {part.title}")
        if part.speakers:
            lines.append(f"Speakers: {'; '.join(part.speakers)}")
    return lines
