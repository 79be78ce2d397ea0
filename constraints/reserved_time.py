"""Floor time is reserved for those who are not States."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scheduler.domain.agenda import shortest_lengths
from scheduler.domain.forum import Forum
from scheduler.domain.session import Segment, Session
from scheduler.domain.value import PositiveMinutes
from scheduler.domain.verdict import Charge, Open
from scheduler.options import RuleOptions, SessionSelector
from scheduler.rules import ForumPreference


def _reserving(*minutes: int | None, **more: int) -> dict[str, Any]:
    """Show a round table whose segments reserve these minutes, and all of them what else is said."""
    segments = [
        {"segment": f"part-{number}", "title": f"Part {number}", "reserved": reserved, **more}
        for number, reserved in enumerate(minutes, 1)
    ]
    return {"sessions": {"round-table-1": {"segments": segments}}}


class ReservedTime(ForumPreference):
    """The segments of each session reserve some minutes of the floor for those who are not States.

    Why: who is invited to a dialogue has to be heard in it. A share counts of the shortest that its segment
    can be, so that it is there in every timetable. A session that reserves less costs 1; while it has no
    agenda, it is open.
    """

    class Options(RuleOptions):
        """What ``reserved-time`` speaks of; ``minutes`` is how much is wanted in each session."""

        sessions: SessionSelector
        minutes: PositiveMinutes = 1

    options: Options

    OPTIONS = {"sessions": {"kind": "round-table"}, "minutes": 30}
    KEPT = (
        _reserving(None, 30),
        _reserving(10, 20),
        _reserving(),
        _reserving(None, **{"minutes": 180, "reserved-percent": 17}),
    )
    CHARGED = (
        (_reserving(None), "round-table-1 reserves 0 minutes of the floor; 30 are wanted", 1),
        (_reserving(10, 0), "round-table-1 reserves 10 minutes of the floor; 30 are wanted", 1),
        (
            _reserving(None, **{"minutes": 180, "reserved-percent": 16}),
            "round-table-1 reserves 29 minutes of the floor; 30 are wanted",
            1,
        ),
    )

    def charges(self, forum: Forum) -> Iterator[Charge]:
        wanted = self.options.minutes
        for session in self.options.sessions.of(forum):
            reserved = _least(session)
            if session.segments and reserved < wanted:
                found = f"{session.title} reserves {reserved} minutes of the floor"
                yield self.charge(session.session, f"{found}; {wanted} are wanted", 1)

    def opens(self, forum: Forum) -> Iterator[Open]:
        for session in self.options.sessions.of(forum):
            if not session.segments:
                found = f"the agenda of {session.title} is not decided"
                yield self.open_point(session.session, f"{found}, and so no floor time is reserved yet")


def _least(session: Session) -> int:
    """Return the minutes that a session reserves whatever the lengths of its segments."""
    lengths = shortest_lengths(session) or tuple(one.least for one in session.segments)
    return sum(minutes or 0 for minutes in map(Segment.reserves, session.segments, lengths))
