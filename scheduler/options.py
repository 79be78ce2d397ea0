"""The words of rules' options: names that are checked against the forum, windows, selections."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, model_validator

from scheduler.domain.forum import Forum
from scheduler.domain.maybe import NoSuchName
from scheduler.domain.session import Meeting, Session
from scheduler.domain.value import Value
from scheduler.domain.window import Window, WindowWords


@dataclass(frozen=True)
class Vocabulary:
    """The names a forum knows, against which the words of options are checked.

    Parameters
    ----------
    windows
        Reads windows with the forum's days and periods.
    names
        For each sort of name, such as ``kind``, ``session`` or ``room``, the names there are.
    """

    windows: WindowWords
    names: dict[str, frozenset[str]] = field(default_factory=dict)


def _check(sort: str) -> Any:
    def known(name: str, info: ValidationInfo) -> str:
        if isinstance(info.context, Vocabulary):
            names = info.context.names.get(sort, frozenset())
            if name not in names:
                raise NoSuchName(sort, name, names)
        return name

    return AfterValidator(known)


def _several(words: Any) -> Any:
    return (words,) if isinstance(words, str) else words


KindName = Annotated[str, _check("kind")]
SessionName = Annotated[str, _check("session")]
MeetingName = Annotated[str, _check("meeting")]
RoomName = Annotated[str, _check("room")]
PartyName = Annotated[str, _check("party")]
FeatureName = Annotated[str, _check("feature")]
MilestoneName = Annotated[str, _check("milestone")]
PartyKindName = Annotated[str, _check("kind of party")]
ClauseName = Annotated[str, _check("clause")]
DayName = Annotated[str, _check("day")]
PeriodName = Annotated[str, _check("period of a day")]
TrackName = Annotated[str, _check("track")]


@dataclass(frozen=True)
class _Length:
    """Marks options that hold a length of time, so that the solver's tick divides it."""


OptionMinutes = Annotated[int, Field(ge=0), _Length()]

OptionCost = Annotated[int, Field(ge=0, le=1_000_000_000_000)]
"""What a clause charges; sums of larger ones would not be counted rightly."""


def times_begun(minutes: int, each: int) -> int:
    """Count how often a meeting is charged that costs more the longer it is.

    Parameters
    ----------
    minutes
        How long it lasts.
    each
        Minutes that are charged together; 0 when its length does not matter.

    Returns
    -------
    int
        Once for each time that these minutes are begun.
    """
    return -(-minutes // each) if each else 1


class RuleOptions(Value):
    """Options of a rule: the words a clause may use beside its own."""

    def lengths(self) -> Iterator[int]:
        """Yield every length and every edge of a window in minutes.

        Yields
        ------
        int
            Minutes that the solver's tick has to divide.
        """
        for name, info in type(self).model_fields.items():
            value = getattr(self, name)
            if any(isinstance(mark, _Length) for mark in info.metadata):
                yield value
            for window in value if isinstance(value, tuple) else (value,):
                if isinstance(window, Window):
                    yield from (window.start, window.end)


class SessionSelector(Value):
    """Which sessions a clause speaks of: by ``kind``, by ``session``, or ``all`` of them."""

    kind: Annotated[tuple[KindName, ...], BeforeValidator(_several)] = ()
    session: Annotated[tuple[SessionName, ...], BeforeValidator(_several)] = ()

    @model_validator(mode="before")
    @classmethod
    def _all(cls, words: Any) -> Any:
        if words == "all":
            return {}
        if isinstance(words, dict) and not words:
            raise ValueError("name a kind or a session. Maybe {kind: round-table}, or all")
        if isinstance(words, str):
            raise ValueError(f"'{words}' selects no session. Maybe {{session: {words}}}, or all")
        return words

    def of(self, forum: Forum) -> tuple[Session, ...]:
        """Return the sessions selected.

        Parameters
        ----------
        forum
            The forum in which to look.

        Returns
        -------
        tuple of Session
            In the forum's order.
        """
        if not self.kind and not self.session:
            return forum.sessions
        return tuple(
            session
            for session in forum.sessions
            if session.kind in self.kind or session.session in self.session
        )

    def meetings(self, forum: Forum) -> tuple[Meeting, ...]:
        """Return the meetings of the sessions selected.

        Parameters
        ----------
        forum
            The forum in which to look.

        Returns
        -------
        tuple of Meeting
            By session and position.
        """
        return tuple(meeting for session in self.of(forum) for meeting in session.sittings)

    @property
    def words(self) -> str:
        """The selection as a planner would say it."""
        return " and ".join((*self.kind, *self.session)) or "all sessions"


EVERY_SESSION = SessionSelector.model_construct(kind=(), session=())
"""What an option selects that a clause does not name."""


def vocabulary(forum: Forum) -> Vocabulary:
    """Collect the names a forum knows.

    Parameters
    ----------
    forum
        The forum.

    Returns
    -------
    Vocabulary
        Kinds of session are those of the sessions and those that the mandates declare; features
        are those of the venue's rooms.
    """
    kinds = {session.kind for session in forum.sessions}
    names = {
        "kind": kinds.union(*(mandate.kinds for mandate in forum.mandates)),
        "session": {session.session for session in forum.sessions},
        "meeting": {meeting.id for meeting in forum.meetings},
        "room": {room.room for room in forum.venue.rooms},
        "party": {party.party for party in forum.parties},
        "kind of party": {party.kind for party in forum.parties},
        "feature": {feature for room in forum.venue.rooms for feature in room.features},
        "day": {day.name for day in forum.clock.days},
        "period of a day": {f"{day} {period}" for day, period in forum.clock.periods_by_day},
        "track": {session.track for session in forum.sessions if session.track} | {*forum.track_by_id},
        "milestone": {milestone.milestone for milestone in forum.milestones},
    }
    return Vocabulary(
        windows=WindowWords(forum.clock),
        names={sort: frozenset(found) for sort, found in names.items()},
    )
