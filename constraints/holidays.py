"""No meeting is held on a holiday of the venue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Breach
from scheduler.domain.window import Window
from scheduler.options import EVERY_SESSION, RuleOptions, SessionSelector
from scheduler.rules import TimetableRule

if TYPE_CHECKING:
    from scheduler.board import Board


class Holidays(TimetableRule):
    """No meeting is held on a day on which the venue is closed.

    Why: nobody services a meeting then.
    """

    NARROWS = True

    class Options(RuleOptions):
        """What ``holidays`` speaks of."""

        sessions: SessionSelector = EVERY_SESSION

    options: Options

    FORUM = {
        "holidays": [
            {"date": "2030-01-08", "name": "Memorial Day"},
            {"date": "2030-01-07", "name": "Nowruz", "kind": "avoid"},
        ]
    }
    KEPT = ("day-1 10:00-13:00 hall round-table-1",)
    BROKEN = {
        "day-2 10:00-13:00 hall round-table-1": (
            "round-table-1 is held on day-2, which is Memorial Day (2030-01-08)"
        ),
    }

    def post(self, board: Board) -> None:
        clock, closed = board.forum.clock, [*_holidays(board.forum)]
        for meeting in self.options.sessions.meetings(board.forum):
            for day in clock.days:
                if day.date.isoformat() in closed:
                    start, end = clock.midnight(day.name), clock.midnight_after(day.name)
                    board.outside(meeting.id, Window(start=start, end=end, words=day.name))

    def grounds(self, forum: Forum) -> Iterator[str]:
        names = _holidays(forum)
        for day in forum.clock.days:
            if day.date.isoformat() in names:
                yield f"{day.name} is {names[day.date.isoformat()]}, {day.date}"

    def breaches(self, forum: Forum, timetable: Timetable) -> Iterator[Breach]:
        names = _holidays(forum)
        for place in timetable.of(self.options.sessions.meetings(forum)):
            on = forum.clock.instant(place.start).date().isoformat()
            if on in names:
                day = forum.clock.words(place.start).rpartition(" ")[2]
                name = forum.meeting_name(place.meeting)
                dated = "" if day == on else f" ({on})"
                yield self.breach(place.meeting, f"{name} is held on {day}, which is {names[on]}{dated}")


def _holidays(forum: Forum) -> dict[str, str]:
    """Return the names of the days on which the venue is closed, by date."""
    return {one.date.isoformat(): one.name for one in forum.venue.holidays if one.kind == "holiday"}
