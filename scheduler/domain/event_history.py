"""What became of each meeting from release to release, as calendars tell it: from releases alone."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from scheduler.domain.forum import Forum
from scheduler.domain.programme import Programme
from scheduler.domain.release import GivenMeeting, Release
from scheduler.domain.timetable import Placement

EventStatus = Literal["TENTATIVE", "CONFIRMED", "CANCELLED"]
"""How sure an event is (RFC 5545, 3.8.1.11)."""

Agenda = tuple[tuple[str, datetime, datetime], ...]
"""Ids, starts and ends of the parts of segments in one meeting, sorted."""

_CARRIED = ("session", "kind", "title", "words")
"""What a release may leave out, and then has not changed."""


@dataclass(frozen=True)
class EventRecord:
    """A meeting as calendars know it.

    ``given`` is the meeting as it is, or as it was last given out when it is cancelled; ``agenda`` is
    ``None`` when nobody has said one. ``release`` is the number of the last release that has the
    meeting, 0 for none. ``sequence`` counts the changes of time, room and status; ``created`` is when
    the meeting was first given out, ``changed`` when delegates last saw anything of it change.
    ``proposed`` tells that it is otherwise than in the last release, and nobody has been told yet.
    """

    given: GivenMeeting
    agenda: Agenda | None
    status: EventStatus
    release: int
    created: datetime
    changed: datetime
    sequence: int = 0
    proposed: bool = False


def releases_of(forum: Forum) -> tuple[Release, ...]:
    """Return all releases that a forum knows of.

    Parameters
    ----------
    forum
        The forum.

    Returns
    -------
    tuple of Release
        By number; the last one alone when nothing is known of those before it.
    """
    return forum.history or ((forum.release,) if forum.release else ())


def event_history(forum: Forum) -> dict[str, EventRecord]:
    """Follow every meeting through the releases.

    Drafts and tentative releases make it ``TENTATIVE``, published ones ``CONFIRMED``, and a release
    that does not have it any more ``CANCELLED``. What a release does not say, such as a title or
    ``words``, counts as unchanged.

    Parameters
    ----------
    forum
        The forum with its releases.

    Returns
    -------
    dict of str to EventRecord
        Every meeting that ever was given out, as it stands in the last release. From one release to
        the next its ``sequence`` rises by one when time, room or status changes, and never falls.
    """
    found: dict[str, EventRecord] = {}
    for release in releases_of(forum):
        given = _given(release)
        for meeting, before in found.items():
            if meeting not in given:
                gone = replace(before, status="CANCELLED", changed=release.released)
                found[meeting] = _followed(before, gone)
        for meeting, record in given.items():
            found[meeting] = _followed(found.get(meeting), record)
    return found


def events_now(programme: Programme) -> dict[str, EventRecord]:
    """Return what calendars tell of a programme.

    A meeting that stands where the last release has it is as the releases say. One with another time
    or room, one that is new or comes back, and one that has no place any more, is a proposal:
    ``TENTATIVE``, or ``CANCELLED`` when it is gone, with a ``sequence`` one higher than after the last
    release. Another agenda alone changes neither, because both speak of time and room. What is
    proposed is stamped with the time of the last release, so that nothing comes from the clock.

    A release that makes the proposal true raises the ``sequence`` by that same one. So whoever follows
    releases alone never sees it fall, and whoever has seen the proposal does not see it fall then; it
    is as before only when the proposal is dropped. Before there is any release, all is ``TENTATIVE``
    and stamped with the forum's ``as_of``.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    dict of str to EventRecord
        Every meeting that has a place, and every one that ever was given out.
    """
    forum, found = programme.forum, event_history(programme.forum)
    releases = releases_of(forum)
    stamp = releases[-1].released if releases else forum.as_of
    proposals = _proposals(programme, stamp)
    for meeting, before in found.items():
        if meeting not in proposals and before.status != "CANCELLED":
            gone = replace(before, status="CANCELLED", changed=stamp, proposed=True)
            found[meeting] = _followed(before, gone)
    return found | {meeting: _now(found.get(meeting), one) for meeting, one in proposals.items()}


def _given(release: Release) -> dict[str, EventRecord]:
    """Return the meetings of one release as if it were the only one."""
    agendas = _agendas((one.meeting, one.id, one.start, one.end) for one in release.segments)
    when = release.released
    status: EventStatus = "CONFIRMED" if release.status == "published" else "TENTATIVE"
    return {
        one.id: EventRecord(one, agendas.get(one.id), status, release.number, when, when)
        for one in release.meetings
    }


def _agendas(parts: Iterable[tuple[str, str, datetime, datetime]]) -> dict[str, Agenda]:
    found: dict[str, list[tuple[str, datetime, datetime]]] = {}
    for meeting, segment, start, end in parts:
        found.setdefault(meeting, []).append((segment, start, end))
    return {meeting: tuple(sorted(agenda)) for meeting, agenda in found.items()}


def _proposals(programme: Programme, stamp: datetime) -> dict[str, EventRecord]:
    """Return the meetings of a programme as if none had been given out before."""
    forum, moment = programme.forum, programme.forum.clock.instant
    agendas = _agendas(
        (one.meeting, f"{one.session}/{one.segment}", moment(one.start), moment(one.end))
        for one in programme.timetable.segments or ()
    )
    return {
        one.meeting: EventRecord(
            given=_as_given(forum, one),
            agenda=agendas.get(one.meeting),
            status="TENTATIVE",
            release=0,
            created=stamp,
            changed=stamp,
            proposed=True,
        )
        for one in programme.timetable.placements
    }


def _as_given(forum: Forum, placement: Placement) -> GivenMeeting:
    meeting, moment = forum.meeting_by_id[placement.meeting], forum.clock.instant
    return GivenMeeting.model_construct(
        id=meeting.id,
        session=meeting.session,
        kind=meeting.kind,
        title=meeting.title,
        room=placement.room,
        start=moment(placement.start),
        end=moment(placement.end),
    )


def _now(before: EventRecord | None, proposal: EventRecord) -> EventRecord:
    """Return the event as it stands in the last release, or else as it is proposed."""
    if before is None:
        return proposal
    there = before.status != "CANCELLED" and _place(before) == _place(proposal)
    if there and _alike(before.agenda, proposal.agenda):
        return before
    status = before.status if there else proposal.status
    return _followed(before, replace(proposal, status=status, release=before.release))


def _followed(before: EventRecord | None, new: EventRecord) -> EventRecord:
    """Let a new state of an event come after an earlier one."""
    if before is None:
        return new
    kept = {name: getattr(new.given, name) or getattr(before.given, name) for name in _CARRIED}
    moved = (before.status, *_place(before)) != (new.status, *_place(new))
    seen = moved or not _reads_alike(before, new)
    return replace(
        new,
        given=new.given.replace(**kept),
        agenda=new.agenda or before.agenda,
        created=before.created,
        changed=max(before.changed, new.changed) if seen else before.changed,
        sequence=before.sequence + moved,
    )


def _place(record: EventRecord) -> tuple[datetime, datetime, str]:
    return record.given.start, record.given.end, record.given.room


def _reads_alike(before: EventRecord, new: EventRecord) -> bool:
    old, now = before.given, new.given
    return _alike(old.title, now.title) and _alike(old.words, now.words) and _alike(before.agenda, new.agenda)


def _alike(before: str | Agenda | None, now: str | Agenda | None) -> bool:
    """Compare what both of them say; what one of them leaves out is taken to be the same."""
    return not before or not now or before == now
