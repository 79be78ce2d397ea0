"""Some meetings are not held where a release has them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Breach, Open
from scheduler.meeting_options import ReleasedOptions
from scheduler.rules import TimetableRule

if TYPE_CHECKING:
    from scheduler.board import Board


class NotAsReleased(TimetableRule):
    """A meeting does not begin when a release has it begin and in the room in which the release has it.

    Why: the place that was given out turned out to be a bad one. Another time in that room, or
    another room at that time, will do.
    """

    NARROWS = True
    OF_RELEASE = True

    class Options(ReleasedOptions):
        """What ``not-as-released`` speaks of: a ``release`` by its number, left out the last one."""

    options: Options

    FORUM = {"release": "day-1 10:00-13:00 hall round-table-1\nday-1 15:00-18:00 hall plenary"}
    OPTIONS = {"what": {"session": "round-table-1"}}
    KEPT = (
        """day-1 10:00-13:00 annex round-table-1
           day-1 15:00-18:00 hall  plenary""",
        "day-1 15:00-18:00 hall round-table-1",
    )
    BROKEN = {
        "day-1 10:00-13:00 hall round-table-1": (
            "round-table-1 is held in hall at 10:00 on day-1, as in release 1"
        ),
    }

    def lengths(self, forum: Forum) -> Iterator[int]:
        yield from (place.start for place in self.options.places(forum))

    def opens(self, forum: Forum) -> Iterator[Open]:
        if self.options.given(forum) is None:
            yield self.open_point(forum.forum, self.options.missing)

    def post(self, board: Board) -> None:
        for place in self.options.places(board.forum):
            board.placings.never(place.meeting, place.start, place.room)

    def breaches(self, forum: Forum, timetable: Timetable) -> Iterator[Breach]:
        release = self.options.given(forum)
        for old in self.options.places(forum):
            for new in timetable.of([forum.meeting_by_id[old.meeting]]):
                if release and (new.start, new.room) == (old.start, old.room):
                    where = f"{forum.room_name(new.room)} at {forum.clock.words(new.start)}"
                    name = forum.meeting_name(new.meeting)
                    yield self.breach(
                        new.meeting, f"{name} is held in {where}, as in release {release.number}"
                    )
