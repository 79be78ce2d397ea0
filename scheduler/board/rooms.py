"""Where meetings are held: counted by sets of rooms, or tied to times where a rule asks for it.

While no rule speaks of a single room, it is enough that the meetings which can only be in some
set of rooms never outnumber the set (Hall's condition); rooms are matched afterwards. As soon as
a rule asks for the truth of "this meeting is in this room", rooms become part of the model.
"""

from collections.abc import Callable, Iterable

from ortools.sat.python import cp_model

from scheduler.board.closures import Closures, Stretch
from scheduler.board.counts import Counts
from scheduler.board.times import Times, Truth


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
        self.names = tuple(rooms)
        self.closures = Closures(rooms)
        self._truths: dict[str, dict[str, Truth]] = {}
        self._held: dict[tuple[str, str], dict[int, Truth]] = {}
        self._seated_there: dict[tuple[str, str], dict[int, Truth]] = {}
        self.exclusive = False
        self.seated: Callable[[str], dict[str, Truth]] | None = None
        self.counts = Counts(model, times, self, self.names)

    def plain(self, periods: Iterable[Stretch]) -> bool:
        """Tell whether rooms are only ever needed and closed for whole periods.

        Parameters
        ----------
        periods
            From a tick up to another.

        Returns
        -------
        bool
            False when a room is closed for a part of a period, or to one meeting at some times, or when
            meetings need time to set up or to clear away.
        """
        spans = list(periods)
        return not any(map(any, self._around.values())) and self.closures.whole(spans)

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
        gone = [room for room in self._allowed[meeting] if room not in rooms and meeting in self._truths]
        for room in gone:
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
            truths = {
                room: self._model.new_bool_var(f"{meeting} in {room}") for room in self._allowed[meeting]
            }
            self._model.add_exactly_one(truths.values())
            self._truths[meeting] = truths
        return self._truths[meeting]

    def held(self, meeting: str, start: int, room: str) -> Truth | None:
        """Return a truth value that only holds when a meeting begins at a time in a room.

        It may be false though the meeting does, so it is for wishes: whoever gains by it gets it.
        Rooms need not be part of the model for it.

        Parameters
        ----------
        meeting
            Id of a meeting.
        start
            A tick.
        room
            Id of a room.

        Returns
        -------
        Truth or None
            ``None`` when the meeting cannot be there then.
        """
        begins = self._times.at(meeting).get(start)
        if begins is None or room not in self._allowed[meeting]:
            return None
        where = self._held if self.seated is None else self._seated_there
        held = where.setdefault((meeting, room), {})
        if start not in held:
            held[start] = self._model.new_bool_var(f"{meeting}@{start} in {room}")
            self._model.add_implication(held[start], begins)
            if self.seated is not None:
                self._model.add_implication(held[start], self.seated(meeting)[room])
        return held[start]

    def inside(self, meeting: str, room: str) -> list[Truth]:
        """Return truth values of which one may hold when a meeting is held in a room, at any time.

        Parameters
        ----------
        meeting
            Id of a meeting.
        room
            Id of a room it may be held in.

        Returns
        -------
        list of Truth
            The one of the model where rooms are part of it, or tracks have rooms of their own; else a wish
            for each start.
        """
        if self.seated is not None:
            return [self.seated(meeting)[room]]
        if self.tied:
            return [self.at(meeting)[room]]
        held = (self.held(meeting, start, room) for start in self._times.starts(meeting))
        return [truth for truth in held if truth is not None]

    @property
    def wished(self) -> dict[tuple[str, str], dict[int, Truth]]:
        """What was asked for by ``held``, by meeting and room."""
        return self._held

    def tie(self) -> None:
        """Make the rooms of all meetings part of the model."""
        for meeting in self._allowed:
            self.at(meeting)

    def one_at_a_time(self) -> None:
        """Let no room hold two meetings at once, setting up and clearing away included."""
        self.exclusive = True

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
        closed = self.closures.closed(self.extent(meeting, start)) | self.closures.barring(meeting, start)
        return [room for room in self._allowed[meeting] if room not in closed]

    def asked(self, meeting: str) -> dict[str, Truth]:
        """Return the truth values "the meeting is in this room" as far as a rule asked for them.

        Parameters
        ----------
        meeting
            Id of a meeting.

        Returns
        -------
        dict of str to Truth
            By room; empty while rooms are not part of the model.
        """
        return self._truths.get(meeting, {})

    @property
    def tied(self) -> bool:
        """Whether rooms are part of the model; otherwise they are matched afterwards."""
        return bool(self._truths)

    def complete(self) -> None:
        """Add the room constraints, after all clauses have been posted."""
        if self.exclusive and not self._truths and self.counts.possible():
            self._one_wish_each()
            self.counts.post()
            return
        for meeting in self._allowed:
            self._keep_open(meeting)
        for (meeting, room), truths in self._held.items():
            for truth in truths.values():
                self._model.add_implication(truth, self.at(meeting)[room])
        if self.exclusive:
            self._no_overlap()

    def _one_wish_each(self) -> None:
        """Let no meeting be granted wishes for two rooms at once."""
        wishes: dict[tuple[str, int], list[Truth]] = {}
        for (meeting, _), truths in self._held.items():
            for start, truth in truths.items():
                wishes.setdefault((meeting, start), []).append(truth)
        for granted in wishes.values():
            if len(granted) > 1:
                self._model.add_at_most_one(granted)

    def _keep_open(self, meeting: str) -> None:
        before, after = self._around[meeting]
        for room, truth in self.at(meeting).items():
            for first, last in self.closures.spans(room):
                for start in self._times.touching(meeting, first - after, last + before):
                    self._model.add_at_most_one([truth, start])
            for tick in self.closures.barred(meeting, room):
                if tick in self._times.at(meeting):
                    self._model.add_at_most_one([truth, self._times.at(meeting)[tick]])

    def _no_overlap(self) -> None:
        intervals: dict[str, list[cp_model.IntervalVar]] = {room: [] for room in self.names}
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
