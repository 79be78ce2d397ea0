"""Sessions are represented in another one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.forum import Forum, Need
from scheduler.domain.session import Segment, Session
from scheduler.domain.timetable import Timetable
from scheduler.domain.value import Identifier
from scheduler.domain.verdict import Breach, Open
from scheduler.options import RuleOptions, SessionName, SessionSelector
from scheduler.rules import TimetableRule

if TYPE_CHECKING:
    from scheduler.board import Board


class Represented(TimetableRule):
    """Of each of some sessions at least one holder of a role can be there for a segment of another.

    Why: they report there on what their sessions came to.
    """

    class Options(RuleOptions):
        """What ``represented`` speaks of: the ``segment`` of session ``at``."""

        sessions: SessionSelector
        role: Identifier
        at: SessionName
        segment: Identifier

    options: Options

    FORUM = {
        "parties": [
            {"party": "egypt", "name": "Egypt", "kind": "member-state"},
            {
                "party": "germany",
                "name": "Germany",
                "kind": "member-state",
                "unavailable": ["from day-2 12:00"],
            },
        ],
        "sessions": {
            "round-table-1": {
                "duties": [{"role": "co-chair", "party": "egypt"}, {"role": "co-chair", "party": "germany"}]
            },
            "side-event": {"duties": [{"role": "speaker", "party": "egypt"}]},
            "policy-debate": {
                "segments": [
                    {"segment": "summaries", "title": "Summaries", "minutes": 30},
                    {"segment": "discussion", "title": "Discussion", "shortest": 60},
                ]
            },
        },
    }
    OPTIONS = {
        "sessions": {"kind": "round-table"},
        "role": "co-chair",
        "at": "policy-debate",
        "segment": "summaries",
    }
    KEPT = (
        """day-1 10:00-13:00 hall  round-table-1
           day-2 15:30-17:00 annex side-event
           day-2 15:00-18:00 hall  policy-debate
           day-2 15:00-15:30 policy-debate/summaries
           day-2 15:30-18:00 policy-debate/discussion""",
    )
    BROKEN = {
        """day-1 10:00-13:00 hall  round-table-1
           day-2 15:00-16:00 annex side-event
           day-2 15:00-18:00 hall  policy-debate
           day-2 15:00-15:30 policy-debate/summaries
           day-2 15:30-18:00 policy-debate/discussion""": (
            "no co-chair of round-table-1 is free for Summaries of policy-debate at 15:00 on day-2"
        ),
    }

    def post(self, board: Board) -> None:
        forum = board.forum
        at = forum.session_by_id[self.options.at]
        for session in self.options.sessions.of(forum) if self._segment(forum) else ():
            holders = self._holders(session)
            if holders and not self._undecided(session):
                board.one_free(
                    at, self.options.segment, {one: self._elsewhere(forum, one) for one in holders}
                )

    def breaches(self, forum: Forum, timetable: Timetable) -> Iterator[Breach]:
        parts = timetable.times_of(forum.session_by_id[self.options.at], self.options.segment)
        for session in self.options.sessions.of(forum):
            holders = [] if self._undecided(session) else self._holders(session)
            if parts and holders and not any(self._free(forum, timetable, one, parts) for one in holders):
                yield self.breach(session.session, self._sentence(forum, session, parts[0][0]))

    def opens(self, forum: Forum) -> Iterator[Open]:
        if self._segment(forum) is None:
            title = forum.session_by_id[self.options.at].title
            yield self.open_point(self.options.at, f"the agenda of {title} has no {self.options.segment} yet")
        for session in self.options.sessions.of(forum):
            role = self.options.role
            if not self._holders(session):
                yield self.open_point(session.session, f"no {role} of {session.title} has been appointed")
            elif self._undecided(session):
                yield self.open_point(
                    session.session, f"not every {role} of {session.title} is appointed yet"
                )

    def _segment(self, forum: Forum) -> Segment | None:
        at = forum.session_by_id[self.options.at]
        return next((one for one in at.segments if one.segment == self.options.segment), None)

    def _holders(self, session: Session) -> list[str]:
        return sorted(
            {duty.party for duty in session.duties if duty.role == self.options.role and duty.party}
        )

    def _undecided(self, session: Session) -> bool:
        """Tell whether somebody is still to be appointed, who may be free."""
        return any(duty.role == self.options.role and duty.party is None for duty in session.duties)

    def _elsewhere(self, forum: Forum, party: str) -> list[Need]:
        return [need for need in forum.needs if need.party == party and need.session != self.options.at]

    def _free(
        self, forum: Forum, timetable: Timetable, party: str, parts: list[tuple[int, int, str]]
    ) -> bool:
        busy = [(window.start, window.end) for window in forum.party_by_id[party].unavailable]
        for need in self._elsewhere(forum, party):
            times = timetable.times_of(forum.session_by_id[need.session], need.segment)
            busy += [(start, end) for start, end, _ in times]
        return not any(first < end and start < last for first, last, _ in parts for start, end in busy)

    def _sentence(self, forum: Forum, session: Session, start: int) -> str:
        at = forum.session_by_id[self.options.at]
        title = next(one.title for one in at.segments if one.segment == self.options.segment)
        where = f"{title} of {at.title} at {forum.clock.words(start)}"
        return f"no {self.options.role} of {session.title} is free for {where}"
