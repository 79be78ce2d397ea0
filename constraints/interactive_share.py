"""Enough of a session is interactive."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from scheduler.domain.forum import Forum
from scheduler.domain.session import Session
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Charge, Open
from scheduler.options import RuleOptions, SessionSelector
from scheduler.rules import Preference

if TYPE_CHECKING:
    from scheduler.board import Board


class InteractiveShare(Preference):
    """The agenda of a session leaves at least a share of its minutes to interactive segments.

    Why: set pieces grow until nobody answers anybody. The price is a unit for each minute that is lacking.
    A session without an agenda is open.
    """

    class Options(RuleOptions):
        """What ``interactive-share`` speaks of."""

        sessions: SessionSelector
        percent: Annotated[int, Field(ge=0, le=100)]

    options: Options

    OPTIONS = {"sessions": {"kind": "round-table"}, "percent": 50}
    FORUM = {
        "sessions": {
            "round-table-1": {
                "segments": [
                    {"segment": "opening", "title": "Opening", "shortest": 30},
                    {"segment": "debate", "title": "Debate", "shortest": 30, "interactive": True},
                ]
            }
        }
    }
    KEPT = (
        """day-1 10:00-13:00 hall round-table-1
           day-1 10:00-11:30 round-table-1/opening
           day-1 11:30-13:00 round-table-1/debate""",
        "day-1 10:00-13:00 hall round-table-2",
    )
    CHARGED = {
        """day-1 10:00-13:00 hall round-table-1
           day-1 10:00-12:00 round-table-1/opening
           day-1 12:00-13:00 round-table-1/debate""": (
            "60 minutes of round-table-1 are interactive; 90 are wanted",
            30,
        ),
    }

    def lengths(self, forum: Forum) -> Iterator[int]:
        yield from (self._wanted(session) for session in self.options.sessions.of(forum))

    def price(self, board: Board) -> None:
        for session in self.options.sessions.of(board.forum):
            lively = [one.segment for one in session.segments if one.interactive]
            if session.segments:
                board.prices.lacking(self.clause.clause, session, lively, self._wanted(session))

    def charges(self, forum: Forum, timetable: Timetable) -> Iterator[Charge]:
        for session in self.options.sessions.of(forum):
            lively = {one.segment for one in session.segments if one.interactive}
            parts = timetable.segments_by_session.get(session.session, ())
            minutes = sum(part.end - part.start for part in parts if part.segment in lively)
            wanted = self._wanted(session)
            if parts and minutes < wanted:
                found = f"{minutes} minutes of {session.title} are interactive; {wanted} are wanted"
                yield self.charge(session.session, found, wanted - minutes)

    def opens(self, forum: Forum) -> Iterator[Open]:
        for session in self.options.sessions.of(forum):
            if not session.segments:
                yield self.open_point(session.session, f"the agenda of {session.title} is not decided")

    def _wanted(self, session: Session) -> int:
        """Return the least number of interactive minutes that makes up the share."""
        return -(-sum(session.lengths) * self.options.percent // 100)
