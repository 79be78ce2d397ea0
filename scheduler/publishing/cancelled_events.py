"""Meetings that were given out and are held no more: they stay in the calendars as cancelled."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from scheduler.domain.address import mail_address, web_address
from scheduler.domain.event_history import EventRecord, events_now, releases_of
from scheduler.domain.forum import Forum
from scheduler.domain.permanent_ids import permanent_id
from scheduler.domain.programme import Programme
from scheduler.domain.room import Room
from scheduler.domain.session import Session
from scheduler.publishing.calendar_event import add_place, add_times, add_words, begun_event
from scheduler.publishing.event_words import EventWords
from scheduler.publishing.plain_words import named

_CANCELLED = "This meeting is cancelled."
_WITHDRAWN = "This meeting is held, but you are no longer among those whom it concerns."
_PROPOSED = "It is proposed to cancel this meeting."


@dataclass(frozen=True)
class CancelledEvent:
    """A meeting that is gone, as it was last given out.

    ``session`` is the one it belonged to, and ``name`` what that was called; ``parties`` are those of
    the forum that it concerned.
    """

    record: EventRecord
    session: str
    name: str
    kind: str
    title: str
    page: str
    room: Room
    parties: frozenset[str]


def cancelled_events(programme: Programme) -> tuple[CancelledEvent, ...]:
    """Look up all that belongs to the meetings that are gone.

    Titles, rooms and parties are those of the release that had the meeting last, where the forum as it
    was then is known (``Programme.earlier``); else those of now, and all parties when the session is
    gone as well. They are listed as long as there are releases, since nothing comes from the clock.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    tuple of CancelledEvent
        By start, then meeting. One that the last release still has is only proposed to be cancelled
        (``record.proposed``).
    """
    gone = [record for record in events_now(programme).values() if record.status == "CANCELLED"]
    gone.sort(key=lambda one: (one.given.start.timestamp(), one.given.id))
    return tuple(_cancelled_event(programme, record) for record in gone)


def _cancelled_event(programme: Programme, record: EventRecord) -> CancelledEvent:
    given, forum = record.given, programme.forum
    then = programme.earlier.get(record.release)
    known = [one for one in (then, forum) if one]
    meeting = next((one.meeting_by_id[given.id] for one in known if given.id in one.meeting_by_id), None)
    name = given.session or (meeting.session if meeting else given.id)
    sessions = [one.session_by_id[name] for one in known if name in one.session_by_id]
    title = given.title or (meeting.title if meeting else "")
    pages = [web_address(page) for page in (*(one.url for one in sessions), forum.url)]
    return CancelledEvent(
        record=record,
        session=name,
        name=named(sessions[0].title if sessions else title, name),
        kind=given.kind or (sessions[0].kind if sessions else "meeting"),
        title=named(title, given.id),
        page=next(filter(None, pages), ""),
        room=next(_rooms(known, given.room), Room(room=given.room, name=given.room)),
        parties=_parties(known, name, forum),
    )


def _rooms(forums: list[Forum], name: str) -> Iterator[Room]:
    """Find a room in forums, or at least in their venues."""
    for forum in forums:
        rooms = (*forum.rooms, *forum.venue.rooms)
        yield from (room for room in rooms if room.room == name)


def _parties(forums: list[Forum], session: str, now: Forum) -> frozenset[str]:
    """Return the parties of now that a session concerned; all of them when nobody knows."""
    for forum in forums:
        found: Session | None = forum.session_by_id.get(session)
        if found:
            return frozenset(forum.attendance(found)) & frozenset(now.party_by_id)
    return frozenset(now.party_by_id)


def cancelled_blocks(programme: Programme) -> dict[str, bytes]:
    """Write the meetings that are gone.

    A calendar has no word for what is only proposed: such a meeting is CANCELLED in it as well, and
    its description says that it is a proposal.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    dict of str to bytes
        By meeting, in the order of time: a VEVENT with its permanent UID and a raised SEQUENCE at its
        last place and time, STATUS:CANCELLED, without an alarm (RFC 5545, 3.8.1.11), which takes no
        time in the reader's calendar.
    """
    return {
        one.record.given.id: _block(one, programme.forum, _PROPOSED if one.record.proposed else _CANCELLED)
        for one in cancelled_events(programme)
    }


def withdrawn_block(programme: Programme, meeting: str) -> bytes:
    """Write a meeting that is held, for a party that does not attend it any more.

    Parameters
    ----------
    programme
        What is handed out.
    meeting
        Id of the meeting.

    Returns
    -------
    bytes
        A VEVENT with STATUS:CANCELLED where the calendars have it, stamped with the last release. Its
        SEQUENCE is theirs, since the event itself stays: so it is taken back in when the party attends
        again.
    """
    last = releases_of(programme.forum)[-1].released
    gone = replace(events_now(programme)[meeting], status="CANCELLED", changed=last)
    return _block(_cancelled_event(programme, gone), programme.forum, _WITHDRAWN)


def _block(cancelled: CancelledEvent, forum: Forum, sentence: str) -> bytes:
    given, zone = cancelled.record.given, forum.clock.zone
    event = begun_event(permanent_id(forum, given.id), cancelled.record)
    event.add("transp", "TRANSPARENT")
    add_times(event, given.start.astimezone(zone), given.end.astimezone(zone))
    add_place(event, cancelled.room)
    add_words(event, _words(cancelled, forum, sentence))
    block: bytes = event.to_ical()
    return block


def _words(cancelled: CancelledEvent, forum: Forum, sentence: str) -> EventWords:
    return EventWords(
        summary=f"CANCELLED: {cancelled.title}",
        category=cancelled.kind,
        description="\n\n".join(filter(None, (sentence, cancelled.page))),
        page=cancelled.page,
        webcast="",
        organizer=mail_address(forum.organizer),
    )
