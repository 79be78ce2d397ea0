"""Blocks without rooms: how many a track has in a period, and no more.

What is left out only makes more possible and cheaper, so that the least that this costs is a bound for what
the whole model costs, and what it finds is a good beginning for it.
"""

from ortools.sat.python import cp_model

from scheduler.board.blocks import Blocks
from scheduler.board.packing_bounds import packing_bounds
from scheduler.board.times import Truth


class CountedBlocks(Blocks):
    """The periods of all tracks; rooms are counted."""

    counted = True

    def open(self) -> None:
        """Make blocks part of the model."""
        if self._held:
            return
        self._numbers: dict[tuple[str, int], cp_model.IntVar] = {}
        for track, meetings in self.tracks.items():
            most = min(len(self.names), len(meetings))
            for period in range(len(self.periods)):
                self._numbers[track, period] = self._model.new_int_var(0, most, "")
                self._on[track, period] = self._model.new_bool_var("")
            for meeting in meetings:
                self._held[meeting] = [self._model.new_bool_var("") for _ in self.periods]

    def uses(self, track: str, period: int) -> dict[str, Truth]:  # noqa: ARG002 - whichever they are
        """Return nothing: rooms are not part of the model."""
        return {}

    def number(self, track: str, period: int) -> cp_model.LinearExprT:
        """Return how many rooms a track has in a period."""
        self.open()
        return self._numbers[track, period]

    def complete(self) -> None:
        """Tie the number of rooms to meetings, after all clauses have been posted."""
        self.alone = True
        for track, meetings in self.tracks.items():
            for meeting in meetings:
                self._model.add_exactly_one(self._held[meeting])
                self._keep_possible(meeting)
            for period in range(len(self.periods)):
                self._count(track, period)
        for meeting, rooms in self._in_room.items():
            self._tie_rooms(meeting, rooms)
        for period, span in enumerate(self.periods):
            shut = sum(self.rooms.closures.meets(room, *span) for room in self.names)
            every = [self._numbers[track, period] for track in self.tracks]
            self._model.add(sum(every) <= len(self.names) - shut)

    def _count(self, track: str, period: int) -> None:
        number, on = self._numbers[track, period], self._on[track, period]
        meetings, (first, last) = self.tracks[track], self.periods[period]
        here = [self._held[meeting][period] for meeting in meetings]
        lengths = [self._times.lengths[meeting] for meeting in meetings]
        self._model.add(number >= on)
        self._model.add(number <= len(self.names) * on)
        self._model.add(number <= sum(here))
        self._model.add(cp_model.LinearExpr.weighted_sum(here, lengths) <= (last - first) * number)
        for counts, most in packing_bounds(lengths, last - first):
            self._model.add(cp_model.LinearExpr.weighted_sum(here, counts) <= most * number)
        for meeting in meetings if track in self._seated else ():
            inside = self._inside[meeting][period]
            self._model.add(sum(inside.values()) == self._held[meeting][period])
