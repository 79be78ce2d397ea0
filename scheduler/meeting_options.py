"""The words of rules that speak of single meetings, and of where a release has them."""

from typing import Any, Self

from pydantic import Field, model_validator

from scheduler.domain.forum import Forum
from scheduler.domain.release import Release
from scheduler.domain.session import Meeting
from scheduler.domain.timetable import Placement
from scheduler.domain.value import Value
from scheduler.domain.window import Window
from scheduler.options import DayName, MeetingName, PartyName, RoomName, RuleOptions, SessionName

PINS = "pins"
"""What the clauses of pins have in the place of a mandate: the word before the slash of their ids."""


class MeetingSelector(Value):
    """Which meetings a pin speaks of: those of one ``session``, one ``meeting``, or those of a ``party``."""

    session: SessionName | None = None
    meeting: MeetingName | None = None
    party: PartyName | None = None

    @model_validator(mode="before")
    @classmethod
    def _one(cls, words: Any) -> Any:
        known = list(cls.model_fields)
        if isinstance(words, str):
            raise ValueError(f"'{words}' does not say what it is the id of. Maybe {{session: {words}}}")
        if isinstance(words, dict) and len(words) != 1:
            raise ValueError(f"one id is named here, not {len(words)}. Maybe one of {', '.join(known)}")
        return words

    @property
    def chosen(self) -> tuple[str, str]:
        """The sort of thing that is named, such as ``room``, and its id."""
        return next((name, value) for name in type(self).model_fields if (value := getattr(self, name)))

    def meetings(self, forum: Forum) -> tuple[Meeting, ...]:
        """Return the meetings selected.

        Parameters
        ----------
        forum
            The forum in which to look.

        Returns
        -------
        tuple of Meeting
            By session and position; those of a party are of the sessions that it attends, or in
            which it has a duty.
        """
        return tuple(
            meeting
            for session in forum.sessions
            for meeting in session.sittings
            if self.session == session.session
            or self.meeting == meeting.id
            or self.party in forum.attendance(session)
        )

    def words(self, forum: Forum) -> str:
        """Say what is selected by the names that planners know.

        Parameters
        ----------
        forum
            The forum.

        Returns
        -------
        str
            Such as ``Round table 1`` or ``every meeting of Egypt``.
        """
        if self.session:
            found = forum.session_by_id.get(self.session)
            return found.title if found else self.session
        if self.party:
            return f"every meeting of {forum.party_name(self.party)}"
        return forum.meeting_name(self.chosen[1])


class ReleasedSelector(MeetingSelector):
    """Which meetings of a release: also those that it has in one ``room``, or on one ``day``."""

    room: RoomName | None = None
    day: DayName | None = None

    def places(self, forum: Forum, release: Release) -> tuple[Placement, ...]:
        """Return what a release has of the meetings selected.

        Parameters
        ----------
        forum
            The forum in which to look.
        release
            One of its releases.

        Returns
        -------
        tuple of Placement
            Those of meetings that the forum still has, by session and position.
        """
        selected = set(self.meetings(forum))
        return tuple(
            place
            for meeting in forum.meetings
            for place in release.timetable.of([meeting])
            if meeting in selected or self.room == place.room or _is_on(forum, place, self.day)
        )

    def words(self, forum: Forum) -> str:
        """Say what is selected by the names that planners know."""
        if self.room:
            return f"every meeting in {forum.room_name(self.room)}"
        return f"every meeting of {self.day}" if self.day else super().words(forum)


class ReleasedOptions(RuleOptions):
    """Meetings of a release: the last one, or that with the number ``release``."""

    what: ReleasedSelector
    release: int | None = Field(default=None, ge=1)

    def given(self, forum: Forum) -> Release | None:
        """Return the release that is spoken of.

        Parameters
        ----------
        forum
            The forum.

        Returns
        -------
        Release or None
            ``None`` when there is no such release.
        """
        if self.release is None:
            return forum.release
        return next((one for one in forum.history if one.number == self.release), None)

    @property
    def missing(self) -> str:
        """What is said while there is no such release."""
        return (
            "nothing has been released yet" if self.release is None else f"there is no release {self.release}"
        )

    def places(self, forum: Forum) -> tuple[Placement, ...]:
        """Return where the release has the meetings.

        Parameters
        ----------
        forum
            The forum.

        Returns
        -------
        tuple of Placement
            None without a release.
        """
        release = self.given(forum)
        return self.what.places(forum, release) if release else ()


def _is_on(forum: Forum, place: Placement, day: str | None) -> bool:
    found = forum.clock.day_of(place.start)
    return found is not None and found.name == day


class PlaceOptions(RuleOptions):
    """Meetings with ``windows``, ``rooms`` or both."""

    what: MeetingSelector
    windows: tuple[Window, ...] = ()
    rooms: tuple[RoomName, ...] = ()

    @model_validator(mode="after")
    def _either(self) -> Self:
        if not (self.windows or self.rooms):
            raise ValueError("says neither when nor where. Maybe add a window or a room")
        return self

    def words(self, forum: Forum) -> str:
        """Say the windows and rooms as a planner would.

        Parameters
        ----------
        forum
            The forum.

        Returns
        -------
        str
            Such as ``day-1 morning or day-2, in Conference Room 4``.
        """
        when = " or ".join(window.words for window in self.windows)
        where = " or ".join(forum.room_name(room) for room in self.rooms)
        return ", ".join(part for part in (when, where and f"in {where}") if part)
