"""Meetings and segments as they were given out, or would be now: what two programmes are compared by."""

from collections.abc import Iterator, Mapping
from datetime import date
from zoneinfo import ZoneInfo

from pydantic import Field

from scheduler.domain.forum import Forum
from scheduler.domain.release import GivenMeeting, GivenSegment, Release
from scheduler.domain.timetable import Placement, SegmentTime, Timetable
from scheduler.domain.value import Value


class GivenDuty(Value):
    """A role that a party has in a meeting; a role is one of a session's, or ``speaker``."""

    party: str
    name: str
    role: str


class GivenState(Value):
    """Meetings, each with the name of its day, and segments, with times in the zone ``timezone``.

    ``segments`` is ``None`` where nothing is known of them; ``unjudged`` names the sessions whose
    agendas are not known while those of others are. ``rooms`` are names of rooms by id, ``days`` the
    dates of all days of the programme by name, empty where they are not known, and ``duties`` who does
    what in each meeting, ``None`` where nobody knows.
    """

    timezone: str
    meetings: tuple[GivenMeeting, ...]
    segments: tuple[GivenSegment, ...] | None = None
    unjudged: tuple[str, ...] = ()
    rooms: dict[str, str] = Field(default_factory=dict)
    days: dict[str, date] = Field(default_factory=dict)
    duties: dict[str, tuple[GivenDuty, ...]] | None = None

    @property
    def by_id(self) -> dict[str, GivenMeeting]:
        """Meetings by id."""
        return {one.id: one for one in self.meetings}

    def segments_of(self, meeting: str) -> tuple[GivenSegment, ...]:
        """List the segments that lie in a meeting.

        Parameters
        ----------
        meeting
            Id of a meeting.

        Returns
        -------
        tuple of GivenSegment
            In the order of time; empty where nothing is known of them.
        """
        own = (one for one in self.segments or () if one.meeting == meeting)
        return tuple(sorted(own, key=lambda one: (one.start, one.end, one.id)))

    def room_name(self, room: str) -> str:
        """Name a room as planners know it.

        Parameters
        ----------
        room
            Id of a room.

        Returns
        -------
        str
            Its name, or its id where no name is known.
        """
        return self.rooms.get(room, room)


def state_of_release(release: Release, now: Forum, then: Forum | None = None) -> GivenState:
    """Look at a release as it was given out.

    Parameters
    ----------
    release
        A release of the forum.
    now
        The forum as it is now.
    then
        The forum as it was when the release was made; ``None`` where that is not known.

    Returns
    -------
    GivenState
        What the release itself does not say is taken from the forum then, else from that of now.
    """
    if not release.meetings:
        return state_of_timetable(now, release.timetable)
    forum = then or now
    timezone = release.timezone or forum.clock.timezone
    state = named_state(forum, timezone, release.meetings, release.segments, release.days)
    return with_duties(state, then) if then else state


def named_state(
    forum: Forum | None,
    timezone: str,
    meetings: tuple[GivenMeeting, ...],
    segments: tuple[GivenSegment, ...],
    days: Mapping[str, date],
) -> GivenState:
    """Fill in what meetings do not say of themselves.

    Parameters
    ----------
    forum
        Knows titles, rooms and days; ``None`` where nobody does.
    timezone
        The zone in which times are shown, an IANA name.
    meetings, segments
        What was given out; without any segment nothing is known of agendas.
    days
        Dates of the days by name; empty for those of the forum.

    Returns
    -------
    GivenState
        Each meeting with session, kind, title and day, as far as they are known.
    """
    zone = ZoneInfo(timezone)
    known = {day.name: day.date for day in forum.clock.days} if forum else {}
    named = dict(days or known)
    names = {on: name for name, on in [*named.items()][::-1]}
    sessions = forum.sessions if forum else ()
    titles = {f"{one.session}/{part.segment}": part.title for one in sessions for part in one.segments}
    return GivenState(
        timezone=timezone,
        meetings=tuple(_filled(one, forum, zone, names) for one in meetings),
        segments=tuple(_in_zone(one, titles.get(one.id, ""), zone) for one in segments) or None,
        rooms={one.room: forum.room_name(one.room) for one in meetings} if forum else {},
        days=named,
    )


def _filled(
    given: GivenMeeting, forum: Forum | None, zone: ZoneInfo, names: Mapping[date, str]
) -> GivenMeeting:
    known = forum.meeting_by_id.get(given.id) if forum else None
    start = given.start.astimezone(zone)
    return given.replace(
        session=given.session or (known.session if known else ""),
        kind=given.kind or (known.kind if known else ""),
        title=given.title or (known.title if known else ""),
        day=given.day or names.get(start.date(), ""),
        start=start,
        end=given.end.astimezone(zone),
    )


def _in_zone(given: GivenSegment, title: str, zone: ZoneInfo) -> GivenSegment:
    return given.replace(
        session=given.session or given.id.partition("/")[0],
        title=given.title or title,
        start=given.start.astimezone(zone),
        end=given.end.astimezone(zone),
    )


def state_of_timetable(forum: Forum, timetable: Timetable) -> GivenState:
    """Look at a timetable as it would be given out now.

    Parameters
    ----------
    forum
        The forum as it is now.
    timetable
        One of its timetables, each meeting one that the forum has.

    Returns
    -------
    GivenState
        With titles, rooms and days of the forum.
    """
    meetings = tuple(_meeting(forum, place) for place in timetable.placements)
    segments = tuple(_segment(forum, part) for part in timetable.segments or ())
    state = named_state(forum, forum.clock.timezone, meetings, segments, {})
    return with_duties(state.replace(unjudged=timetable.unjudged), forum)


def with_duties(state: GivenState, forum: Forum) -> GivenState:
    """Let a programme know who does what.

    Parameters
    ----------
    state
        A programme of the forum.
    forum
        Knows who has which duty.

    Returns
    -------
    GivenState
        With the duties of each of its meetings.
    """
    return state.replace(duties={one.id: tuple(_duties(forum, one, state)) for one in state.meetings})


def _duties(forum: Forum, meeting: GivenMeeting, state: GivenState) -> Iterator[GivenDuty]:
    """Yield who does what in a meeting; what is done in segments of other meetings is left out."""
    lying = {part.id for part in state.segments_of(meeting.id)}
    for need in forum.needs_of.get(meeting.session, ()):
        if need.segment is None or not lying or f"{need.session}/{need.segment}" in lying:
            yield GivenDuty(party=need.party, name=forum.party_name(need.party), role=need.role)


def _meeting(forum: Forum, place: Placement) -> GivenMeeting:
    start, end = forum.clock.instant(place.start), forum.clock.instant(place.end)
    return GivenMeeting(id=place.meeting, room=place.room, start=start, end=end)


def _segment(forum: Forum, part: SegmentTime) -> GivenSegment:
    start, end = forum.clock.instant(part.start), forum.clock.instant(part.end)
    return GivenSegment(id=f"{part.session}/{part.segment}", meeting=part.meeting, start=start, end=end)
