"""Every meeting has its place and its length."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.forum import Forum
from scheduler.domain.session import Meeting
from scheduler.domain.timetable import Placement, Timetable
from scheduler.domain.verdict import Breach
from scheduler.rules import TimetableRule

if TYPE_CHECKING:
    from scheduler.board import Board


class Placed(TimetableRule):
    """Every meeting of the forum has one place, as long as its data says.

    Why: a programme without one of its meetings is no programme of this forum.
    """

    FORUM = {"sessions": {"round-table-1": {"minutes": 180}}}
    KEPT = ("day-1 10:00-13:00 hall round-table-1",)
    BROKEN = {
        "day-1 10:00-12:30 hall round-table-1": "round-table-1 lasts 150 minutes; its length is 180 minutes",
        "": "round-table-1 has no place in the timetable",
    }

    def post(self, board: Board) -> None:
        board.place_all()

    def breaches(self, forum: Forum, timetable: Timetable) -> Iterator[Breach]:
        for meeting in forum.meetings:
            fault = _fault(forum, meeting, timetable.by_meeting.get(meeting.id))
            if fault:
                yield self.breach(meeting.id, f"{meeting.title} {fault}")


def _fault(forum: Forum, meeting: Meeting, place: Placement | None) -> str | None:
    if place is None:
        return "has no place in the timetable"
    length, day = place.end - place.start, forum.clock.day_of(place.start)
    if length != meeting.minutes:
        return f"lasts {length} minutes; its length is {meeting.minutes} minutes"
    if day is None:
        return f"is held at {forum.clock.words(place.start)}, which is no day of the forum"
    if place.end > forum.clock.midnight_after(day.name):
        return f"begins at {forum.clock.words(place.start)} and goes on past midnight"
    return None
