"""Say why a meeting is not held somewhere: what forbids it, or what it would cost."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Placement
from scheduler.domain.verdict import Breach
from scheduler.solving import Limits
from scheduler.use_cases.asking import Asked, Standing, base_of
from scheduler.use_cases.question import Question, beginning_at, in_period, meeting_of
from scheduler.use_cases.reasons import Reason, Reasons


@dataclass(frozen=True)
class WhyNotAnswer:
    """Why a meeting is not held somewhere.

    ``base`` is what came of the forum itself, and ``here`` where its best timetable has the meeting.
    ``asked`` is the price where the place is possible; where it is forbidden, ``reason`` says what
    forbids it, ``None`` when that was not found out in time. ``stopped`` are breaches of the forum's own
    data that keep it from being scheduled.
    """

    forum: Forum
    question: Question
    base: Standing
    stopped: tuple[Breach, ...] = ()
    here: Placement | None = None
    asked: Asked | None = None
    reason: Reason | None = None


def why_not(  # noqa: PLR0913 - one argument for each option of the command
    folder: Path,
    meeting: str,
    day: str,
    *,
    period: str | None = None,
    at: str | None = None,
    room: str | None = None,
    limits: Limits = Limits(),
    tell: Callable[[str], None] = lambda _: None,
) -> WhyNotAnswer:
    """Say why a meeting is not held at a time, and in a room if one is named.

    Parameters
    ----------
    folder
        The forum's folder.
    meeting
        Id of a meeting.
    day
        Name of a day.
    period
        Name of a period, inside which the meeting is to lie.
    at
        The time at which it is to begin, where no period is named.
    room
        Id of a room of the venue; ``None`` for any.
    limits
        Workers, and the time for all of it.
    tell
        Takes sentences on the progress.

    Returns
    -------
    WhyNotAnswer
        With a price or a reason, as far as they were found out in time.

    Raises
    ------
    BadQuestion
        The forum has no such meeting, day, period, time or room.
    BadData
        The forum's folder cannot be read.
    """

    def question_in(forum: Forum) -> Question:
        found = meeting_of(forum, meeting)
        if period is not None:
            return in_period(forum, found, day, period, room)
        return beginning_at(forum, found, day, at or "", room)

    base = base_of(folder, limits, tell, question_in)
    forum, question = base.forum, question_in(base.forum)
    if base.standing != "found":
        return WhyNotAnswer(forum, question, base.standing, base.stopped)
    asked, reason = base.asked(question, tell), None
    if asked.standing == "impossible":
        reason = Reasons(base.rules, limits, tell).found(asked.forum, question, fewest=True)
    here = base.timetable.by_meeting[meeting]
    return WhyNotAnswer(forum, question, base.standing, here=here, asked=asked, reason=reason)
