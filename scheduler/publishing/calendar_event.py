"""One VEVENT for each meeting, with everything in it taken from the forum's data and its releases."""

from datetime import UTC, datetime

from icalendar import Event, vText, vUri

from scheduler.domain.event_history import EventRecord, events_now
from scheduler.domain.permanent_ids import permanent_id
from scheduler.domain.programme import Programme
from scheduler.domain.room import Room
from scheduler.publishing.calendar_lines import escaped
from scheduler.publishing.event_words import EventWords, words_of
from scheduler.publishing.held import Held, held_meetings
from scheduler.publishing.plain_words import named
from scheduler.publishing.wall_times import utc


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


def event_blocks(programme: Programme) -> dict[str, bytes]:
    """Write the meetings that are held.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    dict of str to bytes
        By meeting, in the order of time: a VEVENT (RFC 5545, 3.6.1) without attendees, alarms and
        recurrence, related to the first meeting of its session.
    """
    meetings = held_meetings(programme)
    writer = EventWriter(programme, meetings)
    return {held.meeting.id: writer.block(held, words_of(held, programme.forum)) for held in meetings}


class EventWriter:
    """Writes meetings that are held, in the words of whoever reads of them.

    Parameters
    ----------
    programme
        What is handed out.
    meetings
        Those that are held.
    """

    def __init__(self, programme: Programme, meetings: tuple[Held, ...]) -> None:
        self._forum, self._records = programme.forum, events_now(programme)
        self._firsts: dict[str, str] = {}
        for held in sorted(meetings, key=lambda one: one.meeting.position):
            self._firsts.setdefault(held.session.session, held.meeting.id)

    def block(self, held: Held, words: EventWords) -> bytes:
        """Write one meeting.

        Parameters
        ----------
        held
            One of the meetings.
        words
            What is said of it.

        Returns
        -------
        bytes
            A VEVENT (RFC 5545, 3.6.1), with the same UID and stamps whatever the words are.
        """
        meeting, first = held.meeting.id, self._firsts[held.session.session]
        event = begun_event(permanent_id(self._forum, meeting), self._records[meeting])
        if self._forum.placeholder:
            event["STATUS"] = vText("TENTATIVE")
        event.add("transp", "OPAQUE")
        add_times(event, held.start, held.end)
        add_place(event, held.room)
        add_words(event, words)
        if meeting != first:
            event.add("related-to", permanent_id(self._forum, first))
        block: bytes = event.to_ical()
        return block


def begun_event(uid: str, record: EventRecord) -> Event:
    """Begin an event with its identity and its stamps.

    Parameters
    ----------
    uid
        The permanent id.
    record
        What the releases say of it.

    Returns
    -------
    icalendar.Event
        With UID, stamps, SEQUENCE, STATUS and CLASS.
    """
    event = Event()
    event.add("uid", uid)
    changed = event_stamp(record.changed)
    event.add("dtstamp", changed)
    event.add("created", event_stamp(record.created))
    event.add("last-modified", changed)
    event.add("sequence", record.sequence)
    event.add("status", record.status)
    event.add("class", "PUBLIC")
    return event


def event_stamp(moment: datetime) -> datetime:
    """Make a stamp of a time.

    Parameters
    ----------
    moment
        When something was given out.

    Returns
    -------
    datetime.datetime
        In UTC, to the second.
    """
    return utc(moment).replace(microsecond=0)


def add_times(event: Event, start: datetime, end: datetime) -> None:
    """Add start and end.

    A wall-clock time that comes twice means its first coming (RFC 5545, 3.3.5), so that a
    meeting which touches the second one is written in UTC.

    Parameters
    ----------
    event
        Takes the times.
    start, end
        In the forum's zone.
    """
    if start.fold or end.fold:
        start, end = start.astimezone(UTC), end.astimezone(UTC)
    event.add("dtstart", start)
    event.add("dtend", end)


def add_place(event: Event, room: Room) -> None:
    """Add the place.

    Parameters
    ----------
    event
        Takes LOCATION, and GEO where both coordinates are known.
    room
        Where it is held.
    """
    event.add("location", PlainText(named(room.address, room.room)))
    if room.latitude is not None and room.longitude is not None:
        event.add("geo", (room.latitude, room.longitude))


def add_words(event: Event, words: EventWords) -> None:
    """Add what a calendar says in words.

    Parameters
    ----------
    event
        Takes SUMMARY and CATEGORIES, and of the rest what is known.
    words
        Plain text and addresses.
    """
    event.add("summary", PlainText(words.summary))
    event.add("categories", [words.category, *words.marks])
    if words.description:
        event.add("description", PlainText(words.description))
    if words.page:
        event.add("url", words.page)
    if words.webcast:
        event.add("conference", vUri(words.webcast), parameters={"VALUE": "URI"})
    if words.organizer:
        event.add("organizer", words.organizer)
