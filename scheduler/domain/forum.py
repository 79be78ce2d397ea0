"""One edition to be scheduled, with all that its planners have decided."""

from datetime import date, datetime
from functools import cached_property

from pydantic import Field

from scheduler.domain.clause import Clause, Mandate
from scheduler.domain.clock import Clock
from scheduler.domain.costs import Cost, RelaxationSort
from scheduler.domain.party import Party
from scheduler.domain.release import Release
from scheduler.domain.room import Closure, Room
from scheduler.domain.session import Meeting, Segment, Session
from scheduler.domain.track import Track
from scheduler.domain.value import CalendarDate, Identifier, Value
from scheduler.domain.venue import Venue

_ONLY_WHERE_NAMED = frozenset({"officer", "person"})
"""Kinds of parties that only come to the sessions which name them."""


class Milestone(Value):
    """Something to be done before or after the forum; ``done`` is ``None`` while unknown."""

    milestone: Identifier
    done: CalendarDate | None = None
    note: str = ""


class SetAside(Value):
    """A clause of tier practice or preference that this forum does not follow, and why."""

    clause: str
    because: str = Field(min_length=1)


class Need(Value):
    """A party that must be in a session, all of it or one segment, because of a duty there."""

    party: Identifier
    session: Identifier
    segment: Identifier | None
    role: str


class Forum(Value):
    """One edition: its days, rooms, sessions, parties, clauses and last release.

    ``levels`` names the preference clauses in the order in which they are minimised; clauses of
    one level are added up. ``as_of`` stamps the calendars while there is no release. ``release`` is
    the last one and ``history`` all of them, by number. ``spared`` names the clauses of practice that
    the last release breaks: what stays where it was need not keep them. ``costs`` has the prices of
    relaxations that are not the usual ones. ``placeholder`` says what about the dates is not decided yet and
    only stands in; its title says so too.
    """

    forum: Identifier
    title: str
    edition: int
    clock: Clock
    as_of: datetime
    venue: Venue
    mandates: tuple[Mandate, ...] = ()
    rooms: tuple[Room, ...]
    closures: tuple[Closure, ...] = ()
    sessions: tuple[Session, ...]
    parties: tuple[Party, ...] = ()
    tracks: tuple[Track, ...] = ()
    clauses: tuple[Clause, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    levels: tuple[tuple[str, ...], ...] = ()
    milestones: tuple[Milestone, ...] = ()
    release: Release | None = None
    history: tuple[Release, ...] = ()
    spared: tuple[str, ...] = ()
    costs: dict[RelaxationSort, Cost] = Field(default_factory=dict)
    placeholder: str = ""
    url: str = ""
    organizer: str = ""

    @cached_property
    def all_clauses(self) -> tuple[Clause, ...]:
        """Clauses of the mandates in their order, then the forum's own."""
        bound = tuple(clause for mandate in self.mandates for clause in mandate.clauses)
        return bound + self.clauses

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """All meetings, by session and position."""
        return tuple(meeting for session in self.sessions for meeting in session.sittings)

    @cached_property
    def meeting_by_id(self) -> dict[str, Meeting]:
        """Meetings by id."""
        return {meeting.id: meeting for meeting in self.meetings}

    @cached_property
    def session_by_id(self) -> dict[str, Session]:
        """Sessions by id."""
        return {session.session: session for session in self.sessions}

    @cached_property
    def room_by_id(self) -> dict[str, Room]:
        """Rooms by id."""
        return {room.room: room for room in self.rooms}

    @cached_property
    def _venue_rooms(self) -> dict[str, Room]:
        return {room.room: room for room in self.venue.rooms}

    @cached_property
    def track_by_id(self) -> dict[str, Track]:
        """Tracks by id."""
        return {track.track: track for track in self.tracks}

    @cached_property
    def party_by_id(self) -> dict[str, Party]:
        """Parties by id."""
        return {party.party: party for party in self.parties}

    def meeting_name(self, meeting: str) -> str:
        """Name a meeting as planners know it.

        Parameters
        ----------
        meeting
            Id of a meeting.

        Returns
        -------
        str
            Its title, or its id when the forum has no such meeting.
        """
        found = self.meeting_by_id.get(meeting)
        return found.title if found else meeting

    def room_name(self, room: str) -> str:
        """Name a room as planners know it.

        Parameters
        ----------
        room
            Id of a room.

        Returns
        -------
        str
            Its name, also where it is not open to the forum; its id when the venue has no such room.
        """
        found = self.room_by_id.get(room) or self._venue_rooms.get(room)
        return found.name if found else room

    def track_name(self, track: str) -> str:
        """Name a track as planners know it.

        Parameters
        ----------
        track
            Id of a track, or of a session that has none and so stands for itself.

        Returns
        -------
        str
            Its title, or its id when it stands in no list.
        """
        found = self.track_by_id.get(track)
        return found.title if found else track.removesuffix("/")

    def party_name(self, party: str) -> str:
        """Name a party as delegates know it.

        Parameters
        ----------
        party
            Id of a party.

        Returns
        -------
        str
            Its name, or its id when it stands in no list.
        """
        found = self.party_by_id.get(party)
        return found.name if found else party

    def done(self, milestone: str) -> date | None:
        """Tell when a milestone is done.

        Parameters
        ----------
        milestone
            Id of one of the forum's milestones.

        Returns
        -------
        datetime.date or None
            ``None`` while nobody has said.
        """
        return next(one.done for one in self.milestones if one.milestone == milestone)

    @cached_property
    def needs(self) -> tuple[Need, ...]:
        """Who must be where: duties, and speakers in their segments."""
        found: list[Need] = []
        for session in self.sessions:
            found += _duty_needs(session)
            for segment in session.segments:
                found += _speaker_needs(session, segment)
        return tuple(found)

    @cached_property
    def needs_of(self) -> dict[str, tuple[Need, ...]]:
        """Who must be in each session, by its id; sessions that nobody must be in are left out."""
        found: dict[str, list[Need]] = {}
        for need in self.needs:
            found.setdefault(need.session, []).append(need)
        return {session: tuple(needs) for session, needs in found.items()}

    def attendance(self, session: Session) -> tuple[str, ...]:
        """List the parties that a session concerns.

        Parameters
        ----------
        session
            A session of the forum.

        Returns
        -------
        tuple of str
            Ids of the parties that attend its kind, have a duty in it or take part in it, sorted.
        """
        return self._attendances[session.session]

    @cached_property
    def _attendances(self) -> dict[str, tuple[str, ...]]:
        coming: dict[tuple[str, tuple[str, ...]], list[str]] = {}
        for session in self.sessions:
            sort = (session.kind, session.open_to)
            if sort not in coming:
                coming[sort] = [party.party for party in self.parties if _comes(party, session)]
        return {one.session: self._attending(one, coming[one.kind, one.open_to]) for one in self.sessions}

    def _attending(self, session: Session, coming: list[str]) -> tuple[str, ...]:
        needed = {need.party for need in self.needs_of.get(session.session, ())}
        needed |= {one.party for one in session.participants}
        return tuple(sorted({*coming, *needed.intersection(self.party_by_id)}))


def _comes(party: Party, session: Session) -> bool:
    """Tell whether a party attends a session without having a duty in it."""
    if session.open_to and party.kind not in session.open_to:
        return False
    if party.attends:
        return session.kind in party.attends
    return party.kind not in _ONLY_WHERE_NAMED


def _duty_needs(session: Session) -> list[Need]:
    return [
        Need(party=duty.party, session=session.session, segment=duty.segment, role=duty.role)
        for duty in session.duties
        if duty.party is not None
    ]


def _speaker_needs(session: Session, segment: Segment) -> list[Need]:
    return [
        Need(party=speaker, session=session.session, segment=segment.segment, role="speaker")
        for speaker in segment.speakers
    ]
