"""The statements of parties as events of their own calendars, as they are estimated."""

from collections.abc import Iterator
from datetime import UTC

from scheduler.domain.address import mail_address, web_address
from scheduler.domain.clock import Clock
from scheduler.domain.estimates import Estimate
from scheduler.domain.event_history import EventStatus, events_now, releases_of
from scheduler.domain.forum import Forum
from scheduler.domain.permanent_ids import permanent_id, statement_id
from scheduler.domain.programme import Programme
from scheduler.domain.room import Room
from scheduler.publishing.calendar_event import event_stamp
from scheduler.publishing.calendar_events import ShownEvent
from scheduler.publishing.calendar_lines import folded, text_line
from scheduler.publishing.held import Held
from scheduler.publishing.plain_words import named
from scheduler.publishing.statement_words import statement_description, statement_summary

_MINUTE = 60
_STATUS: EventStatus = "TENTATIVE"
"""An estimate is never sure, whatever is released."""


def statement_events(programme: Programme, meetings: tuple[Held, ...]) -> dict[str, tuple[ShownEvent, ...]]:
    """Write the statements that are to come.

    Each lasts from the minute in which the party may first be called to that in which its statement ends
    at the latest. No release has a list of speakers, so that all are stamped with the last release, as
    what is proposed is; SEQUENCE grows with whatever may move a statement: a release, a change of
    meetings, a list that is planned again (``Estimate.replanned``).

    Parameters
    ----------
    programme
        With its estimates.
    meetings
        Those that are held; a statement in another one is left out.

    Returns
    -------
    dict of str to tuple
        By party, in the order of the list.
    """
    if not programme.estimates:
        return {}
    held, stamps = {one.meeting.id: one for one in meetings}, _Stamps(programme)
    found: dict[str, list[ShownEvent]] = {}
    for estimate in programme.estimates:
        if estimate.meeting in held:
            event = _shown(estimate, held[estimate.meeting], programme.forum, stamps)
            found.setdefault(estimate.party, []).append(event)
    return {party: tuple(events) for party, events in found.items()}


class _Stamps:
    """What all statements have in common."""

    def __init__(self, programme: Programme) -> None:
        releases, forum = releases_of(programme.forum), programme.forum
        self.created = event_stamp(releases[0].released if releases else forum.as_of)
        self.changed = event_stamp(releases[-1].released if releases else forum.as_of)
        number = releases[-1].number if releases else 0
        self.sequence = number + sum(one.sequence for one in events_now(programme).values())


def _shown(estimate: Estimate, held: Held, forum: Forum, stamps: _Stamps) -> ShownEvent:
    lines = (
        b"BEGIN:VEVENT\r\n",
        *map(folded, _stamp_lines(estimate, forum, stamps)),
        *map(folded, _time_lines(estimate, forum.clock)),
        *_word_lines(estimate, held, forum),
        b"CATEGORIES:statement\r\nCLASS:PUBLIC\r\nTRANSP:OPAQUE\r\nEND:VEVENT\r\n",
    )
    return ShownEvent(
        meeting=estimate.meeting,
        room=held.room.room,
        session=held.session.session,
        parties=frozenset({estimate.party}),
        changed=stamps.changed,
        block=b"".join(lines),
        cancelled=False,
    )


def _stamp_lines(estimate: Estimate, forum: Forum, stamps: _Stamps) -> Iterator[str]:
    yield f"UID:{statement_id(forum, estimate.party, estimate.meeting, estimate.reply)}"
    yield f"DTSTAMP:{stamps.changed:%Y%m%dT%H%M%SZ}"
    yield f"CREATED:{stamps.created:%Y%m%dT%H%M%SZ}"
    yield f"LAST-MODIFIED:{stamps.changed:%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{stamps.sequence + estimate.replanned}"
    yield f"STATUS:{_STATUS}"
    yield f"RELATED-TO:{permanent_id(forum, estimate.meeting)}"


def _time_lines(estimate: Estimate, clock: Clock) -> Iterator[str]:
    """Write the times in the forum's zone; in UTC where a wall-clock time comes twice (RFC 5545, 3.3.5)."""
    last = estimate.latest + estimate.end - estimate.start
    start, end = clock.instant(estimate.earliest // _MINUTE), clock.instant(-(-last // _MINUTE))
    in_utc = clock.timezone == "UTC" or start.fold or end.fold
    for name, moment in (("DTSTART", start), ("DTEND", end)):
        if in_utc:
            yield f"{name}:{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
        else:
            yield f"{name};TZID={clock.timezone}:{moment:%Y%m%dT%H%M%S}"


def _word_lines(estimate: Estimate, held: Held, forum: Forum) -> Iterator[bytes]:
    page, organizer = web_address(held.session.url) or web_address(forum.url), mail_address(forum.organizer)
    yield text_line("SUMMARY", statement_summary(estimate, held, forum))
    yield text_line("DESCRIPTION", statement_description(estimate, held, forum, page))
    yield from _place_lines(held.room)
    if page:
        yield folded(f"URL:{page}")
    if organizer:
        yield folded(f"ORGANIZER:{organizer}")


def _place_lines(room: Room) -> Iterator[bytes]:
    yield text_line("LOCATION", named(room.address, room.room))
    if room.latitude is not None and room.longitude is not None:
        yield folded(f"GEO:{room.latitude};{room.longitude}")
