"""At most so many meetings are held at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Placement, Timetable
from scheduler.domain.verdict import Breach
from scheduler.options import EVERY_SESSION, RuleOptions, SessionSelector
from scheduler.rules import TimetableRule

if TYPE_CHECKING:
    from scheduler.board import Board


class AtMostInParallel(TimetableRule):
    """Never are more than so many meetings of some sessions held at once.

    Why: delegations have only so many people, and the house so many hands.
    """

    class Options(RuleOptions):
        """What ``at-most-in-parallel`` speaks of."""

        sessions: SessionSelector = EVERY_SESSION
        limit: int = Field(ge=0)

    options: Options

    OPTIONS = {"sessions": {"kind": "round-table"}, "limit": 1}
    KEPT = (
        """day-1 10:00-13:00 hall round-table-1
           day-1 13:00-15:00 hall round-table-2""",
    )
    BROKEN = {
        """day-1 10:00-13:00 hall  round-table-1
           day-1 12:00-15:00 annex round-table-2""": (
            "2 meetings are held at once at 12:00 on day-1 (round-table-1, round-table-2); at most 1 may be"
        ),
    }

    def post(self, board: Board) -> None:
        meetings = self.options.sessions.meetings(board.forum)
        board.at_most(self.options.limit, [(meeting.id, 1) for meeting in meetings])

    def breaches(self, forum: Forum, timetable: Timetable) -> Iterator[Breach]:
        places = timetable.of(self.options.sessions.meetings(forum))
        for start in sorted({place.start for place in places}):
            here = [place for place in places if place.start <= start < place.end]
            if len(here) > self.options.limit:
                yield self.breach(here[-1].meeting, self._sentence(forum, start, here))

    def _sentence(self, forum: Forum, start: int, here: list[Placement]) -> str:
        names = ", ".join(forum.meeting_name(place.meeting) for place in here)
        count = f"{len(here)} meetings are held at once at {forum.clock.words(start)} ({names})"
        return f"{count}; at most {self.options.limit} may be"
