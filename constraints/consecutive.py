"""The meetings of a session follow one another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Placement, Timetable
from scheduler.domain.verdict import Breach
from scheduler.options import EVERY_SESSION, RuleOptions, SessionSelector
from scheduler.rules import TimetableRule

if TYPE_CHECKING:
    from scheduler.board import Board


class Consecutive(TimetableRule):
    """No official period is idle between a meeting of a session and the next, nor does the room change.

    Why: who comes for a session stays for its next meeting, and knows where it is.
    """

    REACHES = True

    class Options(RuleOptions):
        """What ``consecutive`` speaks of; ``same-room`` keeps the meetings in one room."""

        sessions: SessionSelector = EVERY_SESSION
        same_room: bool = True

    options: Options

    FORUM = {"sessions": {"plenary": {"meetings": 2}}}
    KEPT = (
        """day-1 15:00-18:00 hall plenary-1
           day-2 10:00-13:00 hall plenary-2""",
    )
    BROKEN = {
        """day-1 10:00-13:00 hall plenary-1
           day-2 10:00-13:00 hall plenary-2""": (
            "between plenary (1 of 2) and plenary (2 of 2) the afternoon of day-1 is idle"
        ),
        """day-1 10:00-13:00 hall  plenary-1
           day-1 15:00-18:00 annex plenary-2""": (
            "plenary (1 of 2) is held in hall and plenary (2 of 2) in annex"
        ),
    }

    def post(self, board: Board) -> None:
        idle = _periods(board.forum)
        for session in self.options.sessions.of(board.forum):
            for one, other in pairwise(session.sittings):
                board.follows(
                    one.id,
                    other.id,
                    lambda end, start: not any(end <= first and last <= start for first, last, _ in idle),
                )
                if self.options.same_room:
                    board.same_room(one.id, other.id)

    def breaches(self, forum: Forum, timetable: Timetable) -> Iterator[Breach]:
        for session in self.options.sessions.of(forum):
            for one, other in pairwise(timetable.of(session.sittings)):
                for sentence in self._faults(forum, one, other):
                    yield self.breach(other.meeting, sentence)

    def _faults(self, forum: Forum, one: Placement, other: Placement) -> Iterator[str]:
        first, second = forum.meeting_name(one.meeting), forum.meeting_name(other.meeting)
        idle = next((p for p in _periods(forum) if one.end <= p[0] and p[1] <= other.start), None)
        if idle:
            yield f"between {first} and {second} the {idle[2]} is idle"
        if self.options.same_room and one.room != other.room:
            rooms = forum.room_name(one.room), forum.room_name(other.room)
            yield f"{first} is held in {rooms[0]} and {second} in {rooms[1]}"


def _periods(forum: Forum) -> list[tuple[int, int, str]]:
    """List the official periods of all days in minutes on the forum's axis."""
    clock = forum.clock
    return [
        (
            clock.minute(day.name, period.start),
            clock.minute(day.name, period.end),
            f"{period.name} of {day.name}",
        )
        for day in clock.days
        for period in clock.regular_periods
        if period.is_on(day.name)
    ]
