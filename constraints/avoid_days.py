"""Days to avoid are avoided."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Charge
from scheduler.options import EVERY_SESSION, RuleOptions, SessionSelector
from scheduler.rules import Preference

if TYPE_CHECKING:
    from scheduler.board import Board


class AvoidDays(Preference):
    """Each meeting on a day that the venue asks to avoid costs 1.

    Why: people who keep that day should not have to choose.
    """

    class Options(RuleOptions):
        """What ``avoid-days`` speaks of."""

        sessions: SessionSelector = EVERY_SESSION

    options: Options

    FORUM = {"holidays": [{"date": "2030-01-07", "name": "Orthodox Christmas", "kind": "avoid"}]}
    KEPT = ("day-2 10:00-13:00 hall round-table-1",)
    CHARGED = {
        "day-1 10:00-13:00 hall round-table-1": (
            "round-table-1 is held on day-1, which is Orthodox Christmas (2030-01-07)",
            1,
        ),
    }

    def price(self, board: Board) -> None:
        clock, avoided = board.forum.clock, _avoided(board.forum)
        spans = [
            (clock.midnight(day.name), clock.midnight_after(day.name))
            for day in clock.days
            if day.date.isoformat() in avoided
        ]
        for meeting in self.options.sessions.meetings(board.forum):
            for first, last in spans:
                board.prices.starting(self.clause.clause, 1, meeting.id, first, last)

    def charges(self, forum: Forum, timetable: Timetable) -> Iterator[Charge]:
        avoided = _avoided(forum)
        for place in timetable.of(self.options.sessions.meetings(forum)):
            on = forum.clock.instant(place.start).date().isoformat()
            if on in avoided:
                day = forum.clock.words(place.start).rpartition(" ")[2]
                name = forum.meeting_name(place.meeting)
                dated = "" if day == on else f" ({on})"
                yield self.charge(place.meeting, f"{name} is held on {day}, which is {avoided[on]}{dated}", 1)


def _avoided(forum: Forum) -> dict[str, str]:
    return {one.date.isoformat(): one.name for one in forum.venue.holidays if one.kind == "avoid"}
