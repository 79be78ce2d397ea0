"""A place that a planner asks about, and the rule that holds a meeting there for the answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

from scheduler.domain.clause import Clause
from scheduler.domain.clock import NoSuchTime, likely_time
from scheduler.domain.forum import Forum
from scheduler.domain.maybe import NoSuchName, near
from scheduler.domain.session import Meeting
from scheduler.domain.window import Window, time_of_day
from scheduler.options import vocabulary
from scheduler.rules import Rule, activate
from scheduler.solving.explaining.begins_at import BeginsAt


class BadQuestion(ValueError):
    """A question about something that the forum does not have, with what would be right."""


@dataclass(frozen=True)
class Question:
    """Whether a meeting can lie inside a window, in one room or in any.

    With ``begins``, in minutes on the forum's axis, it has to begin exactly then, whatever its length.
    """

    meeting: str
    window: Window
    room: str | None = None
    begins: int | None = None

    def rule(self, forum: Forum) -> Rule:
        """Return the rule that holds the meeting there.

        Parameters
        ----------
        forum
            The forum.

        Returns
        -------
        Rule
            Of tier physical, so that explanations take it as given.
        """
        options = {
            "what": {"meeting": self.meeting},
            "windows": [self.window],
            "rooms": [self.room] if self.room else [],
        }
        clause = Clause(
            clause="question/place",
            tier="physical",
            says="The meeting is held where it was asked about.",
            rule="held-in",
            options=options,
            mandate="question",
        )
        if self.begins is not None:
            return BeginsAt(clause, self.meeting, self.begins, self.room)
        return activate(clause, vocabulary(forum))


def meeting_of(forum: Forum, name: str) -> Meeting:
    """Find the meeting that is asked about.

    Parameters
    ----------
    forum
        The forum.
    name
        Its id.

    Returns
    -------
    Meeting
        With its length.

    Raises
    ------
    BadQuestion
        There is no such meeting.
    """
    if name in forum.meeting_by_id:
        return forum.meeting_by_id[name]
    session = forum.session_by_id.get(name)
    if session:
        own = ", ".join(meeting.id for meeting in session.sittings)
        raise BadQuestion(f"'{name}' has {session.meetings} meetings. Maybe one of {own}")
    raise BadQuestion(str(NoSuchName("meeting", name, forum.meeting_by_id)))


def in_period(forum: Forum, meeting: Meeting, day: str, period: str, room: str | None = None) -> Question:
    """Ask about a period of a day.

    Parameters
    ----------
    forum
        The forum.
    meeting
        One of its meetings.
    day, period
        Names of a day and of a period.
    room
        Id of a room of the venue, open to the forum or not; ``None`` for any.

    Returns
    -------
    Question
        Whether the meeting can lie inside the period.

    Raises
    ------
    BadQuestion
        There is no such day, period or room.
    """
    _check_day(forum, day)
    known = {one.name: one for one in forum.clock.periods_of(day)}
    if period not in known:
        raise BadQuestion(_no_period(period, known))
    start, end = (forum.clock.minute(day, at) for at in (known[period].start, known[period].end))
    window = Window(start=start, end=end, words=f"{day} {period}")
    return Question(meeting.id, window, _room(forum, room))


def beginning_at(forum: Forum, meeting: Meeting, day: str, at: str, room: str | None = None) -> Question:
    """Ask about a time of a day.

    Parameters
    ----------
    forum
        The forum.
    meeting
        One of its meetings.
    day
        Name of a day.
    at
        Hours and minutes on the wall clock, such as ``10:30``.
    room
        Id of a room of the venue, open to the forum or not; ``None`` for any.

    Returns
    -------
    Question
        Whether the meeting can begin exactly then.

    Raises
    ------
    BadQuestion
        There is no such day, time or room.
    """
    _check_day(forum, day)
    try:
        start = forum.clock.minute(day, _time(at))
    except NoSuchTime as error:
        raise BadQuestion(str(error)) from None
    return starting(meeting, start, _room(forum, room), f"{day} at {at}")


def starting(meeting: Meeting, start: int, room: str | None = None, words: str = "then") -> Question:
    """Ask about a start on the forum's axis.

    Parameters
    ----------
    meeting
        A meeting.
    start
        Minutes on the forum's axis.
    room
        Id of a room; ``None`` for any.
    words
        When that is, in words.

    Returns
    -------
    Question
        Whether the meeting can begin exactly then.
    """
    window = Window(start=start, end=start + meeting.minutes, words=words)
    return Question(meeting.id, window, room, begins=start)


def _check_day(forum: Forum, day: str) -> None:
    known = [one.name for one in forum.clock.days]
    dates = {one.date.isoformat(): one.name for one in forum.clock.days}
    if day in dates:
        raise BadQuestion(f"'{day}' is a date; days are called by name. Maybe --day {dates[day]}")
    if day not in known:
        raise BadQuestion(str(NoSuchName("day", day, known)))


def _no_period(period: str, known: Iterable[str]) -> str:
    at = likely_time(period)
    return (
        f"'{period}' is no period. Maybe --at {at:%H:%M}" if at else str(NoSuchName("period", period, known))
    )


def _time(at: str) -> time:
    likely = likely_time(at)
    try:
        return time_of_day(at)
    except ValueError as error:
        said = f"'{at}' is no time of day. Maybe --at {likely:%H:%M}" if likely else str(error)
        raise BadQuestion(said) from None


def _room(forum: Forum, room: str | None) -> str | None:
    known = [one.room for one in forum.venue.rooms]
    if room is not None and room not in known:
        likely = near(room, [*forum.room_by_id])
        raise BadQuestion(str(NoSuchName("room", room, [likely] if likely else known)))
    return room
