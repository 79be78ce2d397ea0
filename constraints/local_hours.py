"""Remote participants are not wanted at night."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from functools import partial
from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo

from pydantic import Field

from scheduler.domain.forum import Forum
from scheduler.domain.session import Session
from scheduler.domain.timetable import Timetable
from scheduler.domain.value import WallTime
from scheduler.domain.verdict import Charge
from scheduler.options import OptionCost, RuleOptions, times_begun
from scheduler.rules import Preference

if TYPE_CHECKING:
    from scheduler.board import Board


class LocalHours(Preference):
    """A meeting costs more the further it lies outside the hours that suit its remote participants.

    Why: who takes part from another time zone sleeps at other hours. Of several zones the dearest counts. At
    the level of the period the whole period has to suit, at that of the minute only the meeting. With
    ``each-minutes`` a longer meeting costs more: once for each time that these minutes are begun.
    """

    class Options(RuleOptions):
        """What ``local-hours`` speaks of."""

        suitable_from: WallTime
        suitable_until: WallTime
        tolerable_from: WallTime
        tolerable_until: WallTime
        tolerable_cost: OptionCost = 1
        unsuitable_cost: OptionCost = 10
        level: Literal["period", "minute"] = "minute"
        each_minutes: int = Field(default=0, ge=0)

    options: Options

    FORUM = {
        "sessions": {
            "one": {"participants": [{"party": "ada", "role": "presenter", "timezone": "Asia/Tokyo"}]},
            "two": {},
        },
        "parties": [{"party": "ada", "name": "Ada", "kind": "person"}],
    }
    OPTIONS = {
        "suitable-from": "08:00",
        "suitable-until": "20:00",
        "tolerable-from": "07:00",
        "tolerable-until": "23:00",
    }
    KEPT = ("day-1 20:00-21:00 hall one", "day-1 10:00-11:00 hall two")
    CHARGED = {
        "day-1 10:00-11:00 hall one": ("one is held at 00:00-01:00 in Asia/Tokyo", 10),
        "day-1 17:00-18:00 hall one": ("one is held at 07:00-08:00 in Asia/Tokyo", 1),
    }

    def price(self, board: Board) -> None:
        for session in board.forum.sessions:
            for meeting in session.sittings if _zones(session) else ():
                if self.options.level == "minute":
                    self._price_minutes(board, session, meeting.id, meeting.minutes)
                    continue
                costs = [
                    self._times(meeting.minutes) * self._worst(board.forum, session, one.start, one.end)[0]
                    for one in board.forum.clock.stretches
                ]
                board.blocks_prices.lying(self.clause.clause, meeting.id, costs.__getitem__)

    def _price_minutes(self, board: Board, session: Session, meeting: str, minutes: int) -> None:
        def costs_otherwise(price: int, start: int) -> bool:
            return self._worst(board.forum, session, start, start + minutes)[0] != price

        for price in sorted({self.options.tolerable_cost, self.options.unsuitable_cost}):
            total = self._times(minutes) * price
            board.prices.elsewhen(self.clause.clause, total, meeting, partial(costs_otherwise, price))

    def charges(self, forum: Forum, timetable: Timetable) -> Iterator[Charge]:
        for session in forum.sessions:
            for place in timetable.of(session.sittings) if _zones(session) else ():
                start, end = place.start, place.end
                if self.options.level == "period":
                    period = forum.clock.stretch_of(start, end)
                    if period is None:
                        continue
                    start, end = period.start, period.end
                price, words = self._worst(forum, session, start, end)
                if price:
                    sentence = f"{forum.meeting_name(place.meeting)} is held at {words}"
                    yield self.charge(place.meeting, sentence, price * self._times(place.end - place.start))

    def _worst(self, forum: Forum, session: Session, start: int, end: int) -> tuple[int, str]:
        """Return what the hours cost for the zone that they suit least, and say them there."""
        instants = forum.clock.instant(start), forum.clock.instant(end)
        return max((self._cost(instants, zone) for zone in _zones(session)), key=lambda one: one[0])

    def _cost(self, instants: tuple[datetime, datetime], zone: str) -> tuple[int, str]:
        first, last = (one.astimezone(ZoneInfo(zone)).time() for one in instants)
        options = self.options
        words = f"{first:%H:%M}-{last:%H:%M} in {zone}"
        if not _inside(first, last, options.tolerable_from, options.tolerable_until):
            return options.unsuitable_cost, words
        suits = _inside(first, last, options.suitable_from, options.suitable_until)
        return (0 if suits else options.tolerable_cost), words

    def _times(self, minutes: int) -> int:
        return times_begun(minutes, self.options.each_minutes)


def _inside(first: time, last: time, start: time, end: time) -> bool:
    """Tell whether hours lie inside others and do not run over midnight."""
    return start <= first <= last <= end


def _zones(session: Session) -> list[str]:
    return sorted({one.timezone for one in session.participants if one.timezone is not None})
