"""The rule of a question: a meeting begins at a given time, however long it is."""

from collections.abc import Iterator

from scheduler.board import Board
from scheduler.domain.clause import Clause
from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Breach
from scheduler.domain.window import Window
from scheduler.rules import TimetableRule


class BeginsAt(TimetableRule):
    """A meeting begins exactly at a time, also when its length is lifted.

    Parameters
    ----------
    clause
        What holds it there, of tier physical.
    meeting
        Id of the meeting.
    start
        Minutes on the forum's axis.
    room
        Id of the room it is held in; ``None`` for any.
    """

    NARROWS = True

    def __init__(self, clause: Clause, meeting: str, start: int, room: str | None = None) -> None:
        super().__init__(clause, self.Options())
        self.meeting, self.start, self._room = meeting, start, room

    def lengths(self, forum: Forum) -> Iterator[int]:  # noqa: ARG002 - as the tick calls it
        """Yield the time, which the tick has to divide."""
        yield self.start

    def post(self, board: Board) -> None:
        """Tell the solver."""
        end = self.start + board.forum.meeting_by_id[self.meeting].minutes
        board.within(self.meeting, [Window(start=self.start, end=end, words="")])
        if self._room:
            board.in_room(self.meeting, [self._room])

    def breaches(self, forum: Forum, timetable: Timetable) -> Iterator[Breach]:
        """Find a meeting that is somewhere else."""
        place = timetable.by_meeting.get(self.meeting)
        if place and (place.start != self.start or self._room not in (None, place.room)):
            at, name = forum.clock.words(place.start), forum.meeting_name(self.meeting)
            yield self.breach(self.meeting, f"{name} begins in {forum.room_name(place.room)} at {at}")
