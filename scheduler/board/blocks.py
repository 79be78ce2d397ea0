"""Blocks: what a track has of a room in a period, and which meetings it holds there.

Large programmes keep the sessions of a track together. What is wished of them speaks of periods and rooms,
and not of minutes; so the model decides which rooms a track has in a period and in which period a meeting
lies, and meetings are laid into the rooms afterwards. Only as far as a rule asks for more does it get more:

- a *loose* track counts the time of its meetings against that of its rooms (what cannot be packed
  nevertheless is found when meetings are laid out, and then the track is seated),
- a *seated* one knows the room of each meeting,
- a *timed* one also its start.

Where something else ties rooms and times of meetings, or rooms hold several tracks, all meetings are placed
one by one as in any other forum, and blocks only tell what came of it.
"""

from collections.abc import Iterable

from ortools.sat.python import cp_model

from scheduler.board.block_truths import BlockTruths
from scheduler.board.packing_bounds import packing_bounds
from scheduler.board.times import Truth


class Blocks(BlockTruths):
    """The rooms and periods of all tracks, tied to their meetings when all clauses have been posted."""

    def complete(self) -> None:
        """Tie blocks to meetings, after all clauses have been posted."""
        if not self.asked:
            return
        self.alone = self._can_be_alone()
        for track in self.tracks:
            if not self.alone:
                self.seat(track)
            self._bound(track)
            self._fill(track) if self.alone else self._tell(track)
        if self.exclusive:
            self._exclude()
        for meeting, rooms in self._in_room.items():
            self._tie_rooms(meeting, rooms)

    def _exclude(self) -> None:
        """Let a room hold no more than one track in a period."""
        for period in range(len(self.periods)):
            for room in self.names:
                self._model.add_at_most_one(self._uses[track, period][room] for track in self.tracks)

    def _tie_rooms(self, meeting: str, rooms: dict[str, Truth]) -> None:
        """Let a meeting be in the room in which it is in its period, or where it is placed by itself."""
        known = {} if self.alone else self.rooms.at(meeting)
        for room, truth in rooms.items():
            here = [inside[room] for inside in self._inside[meeting]] if self.alone else [known.get(room, 0)]
            self._model.add(sum(here) == truth)

    def _bound(self, track: str) -> None:
        """Say what holds however meetings are placed."""
        for period in range(len(self.periods)):
            uses, on = list(self._uses[track, period].values()), self._on[track, period]
            self._model.add_bool_or([*uses, on.negated()])
            for truth in uses:
                self._model.add_implication(truth, on)
            here = [self._held[meeting][period] for meeting in self.tracks[track]]
            for truth in here:
                self._model.add_implication(truth, on)
            self._model.add_bool_or([*here, on.negated()])
        if track in self._seated:
            self._bound_seats(track)

    def _bound_seats(self, track: str) -> None:
        """Let a meeting be in one room of its period, and a room that is used hold a meeting."""
        for period in range(len(self.periods)):
            for meeting in self.tracks[track]:
                inside = self._inside[meeting][period]
                self._model.add(sum(inside.values()) == self._held[meeting][period])
                for room, truth in inside.items():
                    self._model.add_implication(truth, self._uses[track, period][room])
            for room, truth in self._uses[track, period].items():
                here = [self._inside[meeting][period][room] for meeting in self.tracks[track]]
                self._model.add_bool_or([*here, truth.negated()])

    # meetings placed one by one

    def _tell(self, track: str) -> None:
        """Let blocks tell where meetings are that are placed one by one."""
        for meeting in self.tracks[track]:
            rooms = self.rooms.at(meeting)
            self._follow_starts(meeting)
            for period in range(len(self.periods)):
                for room, truth in self._inside[meeting][period].items():
                    if room in rooms:
                        self._model.add_implication(truth, rooms[room])
                    else:
                        self._model.add(truth == 0)

    def _follow_starts(self, meeting: str) -> None:
        """Let a meeting lie in the period in which it begins and ends."""
        for (first, last), truth in zip(self.periods, self._held[meeting], strict=True):
            self._model.add(sum(self._times.within(meeting, first, last)) == truth)

    # meetings laid into blocks

    def _can_be_alone(self) -> bool:
        """Tell whether meetings can be laid into the blocks afterwards."""
        if not self.exclusive or not self.rooms.exclusive or self.rooms.tied or self.rooms.wished:
            return False
        if not self.rooms.plain(self.periods):
            return False
        for meeting in self._track_of:
            if self._times.asked(meeting) or self._narrowed(meeting):
                self.time(self._track_of[meeting])
            elif len(self.rooms.allowed(meeting)) < len(self.names):
                self.seat(self._track_of[meeting])
        return all(self._lies_in_periods(meeting) for meeting in self._track_of)

    def _narrowed(self, meeting: str) -> bool:
        """Tell whether a meeting may begin at some times of a period only."""
        starts, length = self._times.starts(meeting), self._times.lengths[meeting]
        counted = [sum(first <= start <= last - length for start in starts) for first, last in self.periods]
        whole = [max(0, last - length - first + 1) for first, last in self.periods]
        return any(some not in (0, every) for some, every in zip(counted, whole, strict=True))

    def _lies_in_periods(self, meeting: str) -> bool:
        length = self._times.lengths[meeting]
        return all(
            any(first <= start <= last - length for first, last in self.periods)
            for start in self._times.starts(meeting)
        )

    def _fill(self, track: str) -> None:
        """Let the meetings of a track find room in its blocks."""
        for meeting in self.tracks[track]:
            self._model.add_exactly_one(self._held[meeting])
            self._keep_possible(meeting)
        for period in range(len(self.periods)):
            self._close(track, period)
            self._fill_period(track, period)
        if track in self._timed:
            self._lay_out(track)

    def _keep_possible(self, meeting: str) -> None:
        """Rule out periods and rooms in which a meeting cannot be."""
        allowed = set(self.rooms.allowed(meeting))
        for number, (first, last) in enumerate(self.periods):
            if not self._may_lie(meeting, first, last):
                self._model.add(self._held[meeting][number] == 0)
            for room, truth in (self._inside[meeting][number] if meeting in self._inside else {}).items():
                if room not in allowed:
                    self._model.add(truth == 0)

    def _may_lie(self, meeting: str, first: int, last: int) -> bool:
        latest = last - self._times.lengths[meeting]
        return any(first <= start <= latest for start in self._times.starts(meeting))

    def _close(self, track: str, period: int) -> None:
        for room, truth in self._uses[track, period].items():
            if self.rooms.closures.meets(room, *self.periods[period]):
                self._model.add(truth == 0)

    def _fill_period(self, track: str, period: int) -> None:
        first, last = self.periods[period]
        meetings, uses = self.tracks[track], self._uses[track, period]
        lengths = [self._times.lengths[meeting] for meeting in meetings]
        here = [self._held[meeting][period] for meeting in meetings]
        self._model.add(_sum(here, lengths) <= (last - first) * sum(uses.values()))
        for counts, most in packing_bounds(lengths, last - first):
            self._model.add(_sum(here, counts) <= most * sum(uses.values()))
        if track in self._seated:
            for room in uses:
                seated = [self._inside[meeting][period][room] for meeting in meetings]
                self._model.add(_sum(seated, lengths) <= last - first)
        else:
            self._model.add(sum(uses.values()) <= sum(here))

    def _lay_out(self, track: str) -> None:
        """Let the meetings of a track that share a room follow one another."""
        intervals: dict[str, list[cp_model.IntervalVar]] = {room: [] for room in self.names}
        for meeting in self.tracks[track]:
            self._follow_starts(meeting)
            start, length = self._times.start(meeting), self._times.lengths[meeting]
            for room, here in self.in_room(meeting).items():
                interval = self._model.new_optional_fixed_size_interval_var(start, length, here, "")
                intervals[room].append(interval)
        for room in self.names:
            self._model.add_no_overlap(intervals[room])


def _sum(truths: Iterable[Truth], lengths: Iterable[int]) -> cp_model.LinearExprT:
    return cp_model.LinearExpr.weighted_sum(list(truths), list(lengths))
