"""Meetings as they are held: what every output for people needs to know of a placement."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from scheduler.domain.clock import Day
from scheduler.domain.forum import Forum
from scheduler.domain.programme import Programme
from scheduler.domain.room import Room
from scheduler.domain.session import Duty, Meeting, Segment, Session
from scheduler.domain.timetable import Placement, SegmentTime
from scheduler.domain.value import Minutes
from scheduler.publishing.plain_words import named, spelled
from scheduler.publishing.wall_times import hours


@dataclass(frozen=True)
class HeldSegment:
    """The part of a segment that lies in one meeting.

    ``continued`` tells that the segment began in an earlier meeting of its session. ``reserved`` is the
    floor time set aside in the whole segment, in minutes; ``None`` while nobody has said.
    """

    segment: Segment
    start: datetime
    end: datetime
    continued: bool
    speakers: tuple[str, ...]
    reserved: Minutes | None = None

    @property
    def title(self) -> str:
        """The title on one line, with a word where the segment goes on from an earlier meeting."""
        title = named(self.segment.title, self.segment.segment)
        return f"{title} (continued)" if self.continued else title

    @property
    def hours(self) -> str:
        """When it begins and ends."""
        return hours(self.start, self.end)


@dataclass(frozen=True)
class Held:
    """A meeting with its place, its times in the forum's zone, its agenda and its duties.

    ``duties`` are lines such as ``Co-chair: Egypt; Germany``.
    """

    meeting: Meeting
    session: Session
    room: Room
    placement: Placement
    start: datetime
    end: datetime
    day: Day | None
    segments: tuple[HeldSegment, ...]
    duties: tuple[str, ...]

    @property
    def title(self) -> str:
        """The meeting's title on one line."""
        return named(self.meeting.title, self.meeting.id)

    @property
    def hours(self) -> str:
        """When it begins and ends."""
        return hours(self.start, self.end)

    @property
    def room_name(self) -> str:
        """The room's name on one line."""
        return named(self.room.name, self.room.room)

    @property
    def number(self) -> str:
        """Which of its session's meetings it is; empty where the title already says it."""
        if not self.session.meeting_titles or self.session.meetings == 1:
            return ""
        return f"meeting {self.meeting.position} of {self.session.meetings}"


def held_meetings(programme: Programme) -> tuple[Held, ...]:
    """Look up all that belongs to the placements of a programme.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    tuple of Held
        By start, then meeting.
    """
    agendas = _agendas(programme)
    placements = sorted(programme.timetable.placements, key=lambda one: (one.start, one.meeting))
    return tuple(_held(programme, placement, agendas) for placement in placements)


def _agendas(programme: Programme) -> dict[str, tuple[HeldSegment, ...]]:
    """Return the segments of each meeting, in the order of time."""
    found: dict[str, list[HeldSegment]] = {}
    for session, times in programme.timetable.segments_by_session.items():
        for meeting, part in _parts(programme.forum, programme.forum.session_by_id[session], times):
            found.setdefault(meeting, []).append(part)
    return {meeting: tuple(parts) for meeting, parts in found.items()}


def _parts(
    forum: Forum, session: Session, times: tuple[SegmentTime, ...]
) -> Iterator[tuple[str, HeldSegment]]:
    segments = {one.segment: one for one in session.segments}
    lengths: Counter[str] = Counter()
    for time in times:
        lengths[time.segment] += time.end - time.start
    begun: set[str] = set()
    for time in times:
        part = _held_segment(forum, time, segments[time.segment], time.segment in begun)
        yield time.meeting, replace(part, reserved=part.segment.reserves(lengths[time.segment]))
        begun.add(time.segment)


def _held_segment(forum: Forum, time: SegmentTime, segment: Segment, continued: bool) -> HeldSegment:
    return HeldSegment(
        segment=segment,
        start=forum.clock.instant(time.start),
        end=forum.clock.instant(time.end),
        continued=continued,
        speakers=tuple(_party(forum, speaker) for speaker in segment.speakers),
    )


def _party(forum: Forum, party: str) -> str:
    return named(forum.party_name(party), party)


def _held(programme: Programme, placement: Placement, agendas: dict[str, tuple[HeldSegment, ...]]) -> Held:
    forum = programme.forum
    meeting = forum.meeting_by_id[placement.meeting]
    session = forum.session_by_id[meeting.session]
    agenda = agendas.get(meeting.id, ())
    return Held(
        meeting=meeting,
        session=session,
        room=forum.room_by_id[placement.room],
        placement=placement,
        start=forum.clock.instant(placement.start),
        end=forum.clock.instant(placement.end),
        day=forum.clock.day_of(placement.start),
        segments=agenda,
        duties=_duty_lines(forum, session, {part.segment.segment for part in agenda}),
    )


def _duty_lines(forum: Forum, session: Session, present: set[str]) -> tuple[str, ...]:
    """Say who does what; duties in segments that lie in other meetings are left out."""
    titles = {one.segment: named(one.title, one.segment) for one in session.segments}
    found: dict[str, list[str]] = {}
    for duty in session.duties:
        if duty.segment is None or not present or duty.segment in present:
            found.setdefault(_role(duty, titles), []).append(_officer(forum, duty))
    return tuple(f"{role}: {'; '.join(parties)}" for role, parties in found.items())


def _role(duty: Duty, titles: dict[str, str]) -> str:
    role = spelled(duty.role)
    return role if duty.segment is None else f"{role} ({titles.get(duty.segment, duty.segment)})"


def _officer(forum: Forum, duty: Duty) -> str:
    return "not appointed yet" if duty.party is None else _party(forum, duty.party)
