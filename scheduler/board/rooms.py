"""Where meetings are held: counted by sets of rooms, or tied to times where a rule asks for it.

While no rule speaks of a single room, it is enough that the meetings which can only be in some
set of rooms never outnumber the set (Hall's condition); rooms are matched afterwards. As soon as
a rule asks for the truth of "this meeting is in this room", rooms become part of the model.
"""

from itertools import pairwise

from ortools.sat.python import cp_model

from scheduler.board.times import Times, Truth

Stretch = tuple[int, int]
"""Ticks from a start up to an end."""


class Rooms:
    """The rooms of all meetings.

    Parameters
    ----------
    model
        The model to which variables and constraints are added.
    times
        The starts of the meetings.
    rooms
        Ids of the rooms in the order in which they are preferred among equals.
    around
        For each meeting the ticks its room is needed before and after it.
    """

    def __init__(
        self,
        model: cp_model.CpModel,
        times: Times,
        rooms: list[str],
        around: dict[str, tuple[int, int]],
    ) -> None:
        self._model = model
        self._times = times
        self._around = around
        self._allowed = {meeting: list(rooms) for meeting in times.lengths}
        self._closures: dict[str, list[Stretch]] = {room: [] for room in rooms}
        self._truths: dict[str, dict[str, Truth]] = {}
        self._exclusive = False

    def allowed(self, meeting: str) -> list[str]:
        """Return the rooms a meeting may still be held in.

        Parameters
        ----------
        meeting
            Id of a meeting.

        Returns
        -------
        list of str
            In the order of the forum.
        """
        return self._allowed[meeting]

    def keep(self, meeting: str, rooms: set[str]) -> None:
        """Hold a meeting in one of some rooms.

        Parameters
        ----------
        meeting
            Id of a meeting.
        rooms
            Ids of rooms.
        """
        kept = [room for room in self._allowed[meeting] if room in rooms]
        for room in set(self._allowed[meeting]).difference(kept):
            if meeting in self._truths:
                self._model.add(self._truths[meeting].pop(room) == 0)
        self._allowed[meeting] = kept
        if not kept:
            self._times.forbid()

    def at(self, meeting: str) -> dict[str, Truth]:
        """Return the truth values "the meeting is in this room", and tie rooms to the model.

        Parameters
        ----------
        meeting
            Id of a meeting.

        Returns
        -------
        dict of str to Truth
            By room; exactly one of them holds.
        """
        if meeting not in self._truths:
            truths = {room: self._model.new_bool_var(f"{meeting} in {room}") for room in self._allowed[meeting]}
            self._model.add_exactly_one(truths.values())
            self._truths[meeting] = truths
        return self._truths[meeting]

    def close(self, room: str, start: int, end: int) -> None:
        """Keep all meetings out of a room for some time.

        Parameters
        ----------
        room
            Id of a room.
        start, end
            Ticks.
        """
        self._closures[room].append((start, end))

    def one_at_a_time(self) -> None:
        """Let no room hold two meetings at once, setting up and clearing away included."""
        self._exclusive = True

    def extent(self, meeting: str, start: int) -> Stretch:
        """Return the time for which a meeting needs its room.

        Parameters
        ----------
        meeting
            Id of a meeting.
        start
            Tick at which it begins.

        Returns
        -------
        tuple of int
            Ticks, setting up and clearing away included.
        """
        before, after = self._around[meeting]
        return start - before, start + self._times.lengths[meeting] + after

    def open_to(self, meeting: str, start: int) -> list[str]:
        """Return the rooms in which a meeting can be held at a time.

        Parameters
        ----------
        meeting
            Id of a meeting.
        start
            Tick at which it begins.

        Returns
        -------
        list of str
            Allowed rooms that are open as long as the meeting needs them.
        """
        begin, end = self.extent(meeting, start)
        return [
            room
            for room in self._allowed[meeting]
            if not any(first < end and begin < last for first, last in self._closures[room])
        ]

    def complete(self) -> bool:
        """Add the room constraints, after all clauses have been posted.

        Returns
        -------
        bool
            True when rooms are part of the model, False when they are matched afterwards.
        """
        if self._exclusive and not self._truths and self._on_slots():
            self._count()
            return False
        for meeting in self._allowed:
            self._keep_open(meeting)
        if self._exclusive:
            self._no_overlap()
        return True

    def _on_slots(self) -> bool:
        extents = sorted(
            {self.extent(meeting, start) for meeting in self._allowed for start in self._times.starts(meeting)}
        )
        return all(first[1] <= second[0] for first, second in pairwise(extents))

    def _keep_open(self, meeting: str) -> None:
        before, after = self._around[meeting]
        for room, truth in self.at(meeting).items():
            for first, last in self._closures[room]:
                for start in self._times.touching(meeting, first - after, last + before):
                    self._model.add_at_most_one([truth, start])

    def _no_overlap(self) -> None:
        intervals: dict[str, list[cp_model.IntervalVar]] = {room: [] for room in self._closures}
        for meeting in self._allowed:
            before, after = self._around[meeting]
            size = before + self._times.lengths[meeting] + after
            for room, truth in self.at(meeting).items():
                start = self._times.start(meeting) - before
                intervals[room].append(
                    self._model.new_optional_fixed_size_interval_var(start, size, truth, "")
                )
        for room in sorted(intervals):
            self._model.add_no_overlap(intervals[room])

    def _count(self) -> None:
        for point in self._times.points(self._allowed):
            choices = {
                meeting: frozenset(self.open_to(meeting, point))
                for meeting in self._allowed
                if point in self._times.at(meeting)
            }
            unions = {frozenset(self._closures)} | set(choices.values())
            for rooms in sorted(unions, key=sorted):
                self.cut(point, rooms)

    def cut(self, point: int, rooms: frozenset[str]) -> None:
        """Let no more meetings begin at a tick than a set of rooms can hold.

        Parameters
        ----------
        point
            Tick at which a slot begins.
        rooms
            Ids of rooms; counted are the meetings that can be in no other room then.
        """
        bound = [
            self._times.at(meeting)[point]
            for meeting in self._allowed
            if point in self._times.at(meeting) and rooms.issuperset(self.open_to(meeting, point))
        ]
        if len(bound) > len(rooms):
            self._model.add(sum(bound) <= len(rooms))
        elif not rooms:
            self._model.add(sum(bound) == 0)
