"""Sessions are held in periods and rooms that suit them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from pydantic import Field

from scheduler.domain.forum import Forum
from scheduler.domain.session import Meeting, Session
from scheduler.domain.timetable import Timetable
from scheduler.domain.value import Value
from scheduler.domain.verdict import Charge
from scheduler.options import OptionCost, PeriodName, RoomName, RuleOptions, SessionName, times_begun
from scheduler.rules import Preference

if TYPE_CHECKING:
    from scheduler.board import Board


class SessionCost(Value):
    """What it costs that a session is held in a period or a room; what is not named may be any."""

    session: tuple[SessionName, ...] = ()
    period: tuple[PeriodName, ...] = ()
    room: tuple[RoomName, ...] = ()
    cost: OptionCost

    def of(self, session: str, period: str, room: str) -> int:
        """Return what a place costs."""
        named = ((session, self.session), (period, self.period), (room, self.room))
        return self.cost if all(one in names or not names for one, names in named) else 0


class SessionCosts(Preference):
    """Each meeting costs what the rows say that fit its session, period and room, added up.

    Why: some speakers cannot come at all times, and some sessions need a better room. With ``each-minutes``
    a longer meeting costs more: once for each time that these minutes are begun.
    """

    class Options(RuleOptions):
        """What ``session-costs`` speaks of."""

        costs: tuple[SessionCost, ...] = Field(min_length=1)
        each_minutes: int = Field(default=0, ge=0)

    options: Options

    OPTIONS = {
        "costs": [
            {"session": ["one"], "period": ["day-1 afternoon"], "cost": 3},
            {"session": ["one"], "period": ["day-2 morning"], "room": ["annex"], "cost": 2},
        ],
        "each-minutes": 60,
    }
    KEPT = ("day-1 10:00-11:00 hall one", "day-2 10:00-11:00 hall one")
    CHARGED = {
        "day-1 15:00-16:30 hall one": ("one is held in hall in day-1 afternoon", 6),
        "day-2 10:00-11:00 annex one": ("one is held in annex in day-2 morning", 2),
    }

    def price(self, board: Board) -> None:
        periods = [one.words for one in board.forum.clock.stretches]
        for session, rows in self._rows(board.forum):
            for meeting in session.sittings:
                priced = partial(self._priced, periods, meeting, rows)
                if any(one.room for one in rows):
                    board.blocks_prices.seated(self.clause.clause, meeting.id, priced)
                else:
                    board.blocks_prices.lying(self.clause.clause, meeting.id, partial(priced, room=""))

    def _priced(
        self, periods: list[str], meeting: Meeting, rows: list[SessionCost], period: int, room: str
    ) -> int:
        each = sum(one.of(meeting.session, periods[period], room) for one in rows)
        return each * self._times(meeting.minutes)

    def charges(self, forum: Forum, timetable: Timetable) -> Iterator[Charge]:
        for session, rows in self._rows(forum):
            for place in timetable.of(session.sittings):
                period = forum.clock.stretch_of(place.start, place.end)
                each = sum(one.of(session.session, period.words, place.room) for one in rows) if period else 0
                if period and each:
                    held = f"is held in {forum.room_name(place.room)} in {period.words}"
                    price = each * self._times(place.end - place.start)
                    yield self.charge(place.meeting, f"{forum.meeting_name(place.meeting)} {held}", price)

    def _rows(self, forum: Forum) -> Iterator[tuple[Session, list[SessionCost]]]:
        """Yield the sessions that may cost something, each with the rows that speak of it."""
        for session in forum.sessions:
            rows = [one for one in self.options.costs if not one.session or session.session in one.session]
            if rows:
                yield session, rows

    def _times(self, minutes: int) -> int:
        return times_begun(minutes, self.options.each_minutes)
