"""Some meetings stay where a release has them."""

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


class StaysAsReleased(TimetableRule):
    """A meeting begins when a release has it begin, in the room in which the release has it.

    Why: somebody has booked, and cannot be asked to change that again.
    """

    NARROWS = True
    OF_RELEASE = True

    class Options(ReleasedOptions):
        """What ``stays-as-released`` speaks of: a ``release`` by its number, left out the last one."""

    options: Options

    FORUM = {"release": "day-1 10:00-13:00 hall round-table-1\nday-1 15:00-18:00 hall plenary"}
    OPTIONS = {"what": {"session": "round-table-1"}}
    KEPT = (
        """day-1 10:00-13:00 hall  round-table-1
           day-2 15:00-18:00 annex plenary""",
    )
    BROKEN = {
        "day-1 10:00-13:00 annex round-table-1": (
            "round-table-1 is held in annex at 10:00 on day-1; release 1 has it in hall at 10:00 on day-1"
        ),
    }

    def lengths(self, forum: Forum) -> Iterator[int]:
        yield from (place.start for place in self.options.places(forum))

    def opens(self, forum: Forum) -> Iterator[Open]:
        if self.options.given(forum) is None:
            yield self.open_point(forum.forum, self.options.missing)

    def post(self, board: Board) -> None:
        for place in self.options.places(board.forum):
            board.placings.hold(place.meeting, place.start, place.room)

    def breaches(self, forum: Forum, timetable: Timetable) -> Iterator[Breach]:
        release = self.options.given(forum)
        for old in self.options.places(forum):
            for new in timetable.of([forum.meeting_by_id[old.meeting]]):
                if release and (new.start, new.room) != (old.start, old.room):
                    before = f"{forum.room_name(old.room)} at {forum.clock.words(old.start)}"
                    now = f"{forum.room_name(new.room)} at {forum.clock.words(new.start)}"
                    name = forum.meeting_name(new.meeting)
                    sentence = f"{name} is held in {now}; release {release.number} has it in {before}"
                    yield self.breach(new.meeting, sentence)
