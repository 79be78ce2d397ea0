"""Sessions of a forum, the meetings in which they sit, and the segments of their agendas."""

from functools import cached_property
from typing import Literal, Self

from pydantic import Field, model_validator

from scheduler.domain.address import WebAddress
from scheduler.domain.certainty import Sourced
from scheduler.domain.clock import ZoneName
from scheduler.domain.speakers_list import SpeakersList
from scheduler.domain.value import Identifier, Minutes, PositiveMinutes, SessionIdentifier, Value


class Duty(Value):
    """What a party does in a session: it must be there for it.

    Without a ``segment`` the duty lasts as long as the session. ``party`` is ``None`` while
    nobody has been appointed.
    """

    role: Identifier
    party: Identifier | None = None
    segment: Identifier | None = None
    gender: Literal["woman", "man", "other"] | None = None
    source: str = ""


class Participant(Value):
    """Somebody who takes part in a session without having to: only clauses of tier preference speak of it.

    ``timezone`` is where a remote one sits.
    """

    party: Identifier
    role: Identifier
    timezone: ZoneName | None = None


class Segment(Sourced):
    """A part of a session's agenda, with its shortest and longest length in minutes.

    ``only_with`` names a role: the segment is held where the session has a duty of it. ``over_breaks``
    lets it go on in the session's next meeting. ``items`` are the points it takes in their order;
    ``speakers`` the parties that make statements, in their order. ``reserved`` is the floor time set aside
    in it for those who are not States, in minutes or as ``reserved_percent`` of its length, and
    ``reserved_for`` says for whom in words; ``list_of_speakers`` is there where delegations are
    called from a list.
    """

    segment: Identifier
    title: str = Field(min_length=1)
    only_with: Identifier | None = None
    shortest: Minutes = 0
    longest: Minutes | None = None
    minutes: PositiveMinutes | None = None
    over_breaks: bool = False
    interactive: bool = False
    reserved: Minutes | None = None
    reserved_percent: int | None = Field(default=None, ge=0, le=100)
    reserved_for: str = ""
    items: tuple[Identifier, ...] = ()
    speakers: tuple[Identifier, ...] = ()
    list_of_speakers: SpeakersList | None = None
    notes: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.minutes is not None and (self.shortest or self.longest is not None):
            raise ValueError("a segment has minutes, or shortest and longest, but not both")
        if self.longest is not None and self.longest < self.shortest:
            raise ValueError(f"its longest ({self.longest}) is less than its shortest ({self.shortest})")
        if self.reserved is not None and self.reserved_percent is not None:
            raise ValueError("a segment has reserved, or reserved-percent, but not both")
        return self

    @property
    def least(self) -> Minutes:
        """The shortest length in minutes."""
        return self.shortest if self.minutes is None else self.minutes

    @property
    def most(self) -> Minutes | None:
        """The longest length in minutes; ``None`` when only the meetings bound it."""
        return self.longest if self.minutes is None else self.minutes

    def reserves(self, minutes: Minutes) -> Minutes | None:
        """Return the floor time that is set aside in the segment.

        Parameters
        ----------
        minutes
            How long the segment lasts.

        Returns
        -------
        int or None
            In minutes; a share is rounded up to the next minute. ``None`` while nobody has said.
        """
        if self.reserved_percent is None:
            return self.reserved
        return -(-minutes * self.reserved_percent // 100)


class Meeting(Value):
    """One unbroken sitting of a session in one room: what is placed.

    ``position`` counts from 1 within its session; ``minutes`` is its length, ``setup`` and
    ``teardown`` the time the room is needed before and after.
    """

    id: Identifier
    session: Identifier
    kind: Identifier
    title: str
    position: int = Field(ge=1)
    minutes: PositiveMinutes
    setup: Minutes = 0
    teardown: Minutes = 0


class Session(Sourced):
    """An element of the programme, held in one or more meetings.

    ``minutes`` is the length of each of its meetings, or a list with one length for each.
    ``all_segments`` is the agenda as planners write it, with what is only held when somebody has a role;
    ``segments`` is what of it is held. ``track`` is the strand of the programme to which it belongs.
    """

    session: SessionIdentifier
    kind: Identifier
    title: str = Field(min_length=1)
    number: int | None = Field(default=None, ge=0)
    meetings: int = Field(default=1, ge=1, le=99)
    minutes: PositiveMinutes | tuple[PositiveMinutes, ...]
    meeting_titles: tuple[str, ...] = ()
    setup: Minutes = 0
    teardown: Minutes = 0
    body: str = ""
    features: tuple[Identifier, ...] = ()
    seats: int | None = Field(default=None, ge=0)
    interpretation: bool = False
    open_to: tuple[Identifier, ...] = ()
    objectives: tuple[int, ...] = ()
    track: Identifier | None = None
    participants: tuple[Participant, ...] = ()
    all_segments: tuple[Segment, ...] = Field(default=(), alias="segments")
    duties: tuple[Duty, ...] = ()
    webcast: WebAddress = ""
    url: WebAddress = ""
    description: str = ""

    @model_validator(mode="after")
    def _as_many_as_meetings(self) -> Self:
        if isinstance(self.minutes, tuple) and len(self.minutes) != self.meetings:
            given = len(self.minutes)
            raise ValueError(
                f"{given} lengths are given for {self.meetings} meetings. Maybe meetings: {given}"
            )
        if self.meeting_titles and len(self.meeting_titles) != self.meetings:
            raise ValueError(
                f"{len(self.meeting_titles)} meeting titles are given for {self.meetings} meetings. "
                f"Maybe meetings: {len(self.meeting_titles)}"
            )
        return self

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """The agenda: without the segments that are only held with a role of which there is no duty.

        A duty counts also while nobody has been appointed to it.
        """
        roles = {None, *(duty.role for duty in self.duties)}
        return tuple(segment for segment in self.all_segments if segment.only_with in roles)

    @property
    def in_track(self) -> str:
        """Id of its track; a session without one stands for itself, with a name that no track has."""
        return self.track or f"{self.session}/"

    @cached_property
    def lengths(self) -> tuple[int, ...]:
        """Length of each meeting in minutes."""
        if isinstance(self.minutes, tuple):
            return self.minutes
        return (self.minutes,) * self.meetings

    @cached_property
    def sittings(self) -> tuple[Meeting, ...]:
        """The meetings of the session, in order."""
        return tuple(self._meeting(position) for position in range(1, self.meetings + 1))

    def _meeting(self, position: int) -> Meeting:
        alone = self.meetings == 1
        titles = self.meeting_titles
        number = f"{self.title} ({position} of {self.meetings})"
        return Meeting(
            id=self.session if alone else f"{self.session}-{position}",
            session=self.session,
            kind=self.kind,
            title=titles[position - 1] if titles else (self.title if alone else number),
            position=position,
            minutes=self.lengths[position - 1],
            setup=self.setup,
            teardown=self.teardown,
        )
