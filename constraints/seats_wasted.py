"""Rooms are not much larger than their meetings."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from pydantic import Field

from scheduler.domain.forum import Forum
from scheduler.domain.session import Session
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Charge
from scheduler.options import EVERY_SESSION, RuleOptions, SessionSelector
from scheduler.rules import Preference

if TYPE_CHECKING:
    from scheduler.board import Board


class SeatsWasted(Preference):
    """Each seat more than a session needs costs 1; with ``each``, so many seats together do.

    Why: large rooms are few, and people lose themselves in them. A session that does not say how many seats
    it needs, and a room of which nobody has said how many it has, cost nothing.
    """

    class Options(RuleOptions):
        """What ``seats-wasted`` speaks of."""

        sessions: SessionSelector = EVERY_SESSION
        each: int = Field(default=1, ge=1)

    options: Options

    FORUM = {"sessions": {"one": {"seats": 20}}, "rooms": {"hall": {"seats": 100}, "annex": {"seats": 29}}}
    OPTIONS = {"each": 10}
    KEPT = ("day-1 10:00-11:00 annex one", "day-1 10:00-11:00 attic one")
    CHARGED = {"day-1 10:00-11:00 hall one": ("one needs 20 seats, and hall has 100", 8)}

    def price(self, board: Board) -> None:
        for session in self.options.sessions.of(board.forum):
            for meeting in session.sittings:
                wasted = partial(self._wasted, board.forum, session)
                board.prices.room(self.clause.clause, meeting.id, wasted)

    def charges(self, forum: Forum, timetable: Timetable) -> Iterator[Charge]:
        for session in self.options.sessions.of(forum):
            for place in timetable.of(session.sittings):
                price = self._wasted(forum, session, place.room)
                if price:
                    seats = forum.room_by_id[place.room].seats
                    needs = f"{forum.meeting_name(place.meeting)} needs {session.seats} seats"
                    room = forum.room_name(place.room)
                    yield self.charge(place.meeting, f"{needs}, and {room} has {seats}", price)

    def _wasted(self, forum: Forum, session: Session, room: str) -> int:
        found = forum.room_by_id.get(room)
        if session.seats is None or found is None or found.seats is None:
            return 0
        return max(0, found.seats - session.seats) // self.options.each
