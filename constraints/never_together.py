"""Some sessions are never held at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING, Self

from pydantic import model_validator

from scheduler.domain.forum import Forum
from scheduler.domain.session import Meeting
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Breach
from scheduler.options import RuleOptions, SessionName, SessionSelector
from scheduler.rules import TimetableRule

if TYPE_CHECKING:
    from scheduler.board import Board


class NeverTogether(TimetableRule):
    """No two of some sessions share a minute, or none of some pairs of sessions does.

    Why: the same people want to be in both.
    """

    class Options(RuleOptions):
        """What ``never-together`` speaks of: all ``sessions`` among themselves, or ``pairs``."""

        sessions: SessionSelector | None = None
        pairs: tuple[tuple[SessionName, SessionName], ...] = ()

        @model_validator(mode="after")
        def _one_of_both(self) -> Self:
            if (self.sessions is None) == (not self.pairs):
                raise ValueError("name either sessions or pairs. Maybe {sessions: {kind: round-table}}")
            return self

    options: Options

    OPTIONS = {"sessions": {"kind": "round-table"}}
    KEPT = (
        """day-1 10:00-13:00 hall round-table-1
           day-1 13:00-15:00 hall round-table-2""",
    )
    BROKEN = {
        """day-1 10:00-13:00 hall  round-table-1
           day-1 12:00-15:00 annex round-table-2""": (
            "round-table-1 and round-table-2 are held at once at 12:00 on day-1"
        ),
    }

    def post(self, board: Board) -> None:
        for one, other in self._pairs(board.forum):
            board.never_together(one.id, other.id)

    def breaches(self, forum: Forum, timetable: Timetable) -> Iterator[Breach]:
        places = timetable.by_meeting
        for one, other in self._pairs(forum):
            first, second = places.get(one.id), places.get(other.id)
            if first and second and first.overlaps(second):
                at = forum.clock.words(max(first.start, second.start))
                yield self.breach(one.id, f"{one.title} and {other.title} are held at once at {at}")

    def _pairs(self, forum: Forum) -> Iterator[tuple[Meeting, Meeting]]:
        """Yield the pairs of meetings of different sessions that exclude each other."""
        if self.options.sessions:
            sets = [self.options.sessions.meetings(forum)]
        else:
            sessions = forum.session_by_id
            sets = [(*sessions[one].sittings, *sessions[other].sittings) for one, other in self.options.pairs]
        for meetings in sets:
            for one, other in combinations(meetings, 2):
                if one.session != other.session:
                    yield one, other
