"""``schedule.jsonld``: the programme for search engines, in the words of schema.org."""

import json
from datetime import datetime
from typing import Any

from scheduler.domain.address import web_address
from scheduler.domain.event_history import EventRecord, events_now, releases_of
from scheduler.domain.forum import Forum
from scheduler.domain.permanent_ids import permanent_id, permanent_uuid
from scheduler.domain.programme import Programme
from scheduler.domain.room import Room
from scheduler.publishing.cancelled_events import CancelledEvent, cancelled_events
from scheduler.publishing.event_words import words_of
from scheduler.publishing.heading_words import forum_title, placeholder_words
from scheduler.publishing.held import Held, held_meetings
from scheduler.publishing.plain_words import named, one_line

_SCHEMA = "https://schema.org"


def publish(programme: Programme) -> dict[str, bytes]:
    """Write the programme as JSON-LD.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    dict of str to bytes
        ``schedule.jsonld`` in UTF-8: one Event, with a ``subEvent`` for each meeting that is held or was
        cancelled. It may stand in a page: nothing in it ends a ``script``.
    """
    text = json.dumps(_document(programme), ensure_ascii=False, indent=2).replace("<", "\\u003c")
    return {"schedule.jsonld": f"{text}\n".encode()}


def _document(programme: Programme) -> dict[str, Any]:
    forum, records = programme.forum, events_now(programme)
    held = [_held(forum, one, records[one.meeting.id]) for one in held_meetings(programme)]
    gone = [_cancelled(forum, one) for one in cancelled_events(programme)]
    days = [day.date.isoformat() for day in forum.clock.days]
    return {
        "@context": _SCHEMA,
        **_event(forum_title(programme), days[0], days[-1], "Scheduled"),
        **_known(description=placeholder_words(forum), url=web_address(forum.url)),
        "location": _place(named(forum.venue.name, forum.venue.venue), forum.venue.city),
        "subEvent": [*held, *gone],
    }


def _event(name: str, start: str, end: str, status: str) -> dict[str, Any]:
    return {
        "@type": "Event",
        "name": name,
        "startDate": start,
        "endDate": end,
        "eventStatus": f"{_SCHEMA}/Event{status}",
    }


def _known(**words: str) -> dict[str, str]:
    return {name: text for name, text in words.items() if text}


def _held(forum: Forum, held: Held, record: EventRecord) -> dict[str, Any]:
    words, before = words_of(held, forum), _start_before(forum, record)
    return {
        **_identified(forum, held.meeting.id),
        **_event(
            held.title,
            held.start.isoformat(),
            held.end.isoformat(),
            "Rescheduled" if before else "Scheduled",
        ),
        **_known(previousStartDate=before, description=words.description, url=words.page),
        "location": _of_room(held.room),
    }


def _start_before(forum: Forum, record: EventRecord) -> str:
    """Say when a meeting was to begin by the last public release that said something else; or nothing."""
    public = (one for one in reversed(releases_of(forum)) if one.status != "draft")
    starts = (given.start for one in public for given in one.meetings if given.id == record.given.id)
    return next((_local(forum, start) for start in starts if start != record.given.start), "")


def _cancelled(forum: Forum, one: CancelledEvent) -> dict[str, Any]:
    given = one.record.given
    return {
        **_identified(forum, given.id),
        **_event(one.title, _local(forum, given.start), _local(forum, given.end), "Cancelled"),
        **_known(url=one.page),
        "location": _of_room(one.room),
    }


def _identified(forum: Forum, meeting: str) -> dict[str, str]:
    """Name a meeting by the id that it has in every calendar and every release."""
    uuid = permanent_uuid(forum, meeting)
    return {"@id": f"urn:uuid:{uuid}", "identifier": permanent_id(forum, meeting)}


def _local(forum: Forum, moment: datetime) -> str:
    return moment.astimezone(forum.clock.zone).isoformat()


def _of_room(room: Room) -> dict[str, str]:
    return _place(named(room.name, room.room), ", ".join(filter(None, (room.building, room.city))))


def _place(name: str, address: str) -> dict[str, str]:
    return {"@type": "Place", "name": name, **_known(address=one_line(address))}
