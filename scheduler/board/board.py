"""The verbs with which rules speak to the solver."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from ortools.sat.python import cp_model

from scheduler.board.agendas import Agendas
from scheduler.board.apart import Apart
from scheduler.board.blocks import Blocks
from scheduler.board.blocks_prices import BlocksPrices
from scheduler.board.counted_blocks import CountedBlocks
from scheduler.board.placings import Placings
from scheduler.board.prices import Prices
from scheduler.board.room_classes import RoomClasses
from scheduler.board.rooms import Rooms
from scheduler.board.stays import Stays
from scheduler.board.times import Times, Truth
from scheduler.board.window_verbs import WindowVerbs
from scheduler.domain.forum import Forum, Need
from scheduler.domain.session import Session
from scheduler.domain.window import Window


class Board(WindowVerbs):
    """A forum's meetings, segments and rooms as one CP-SAT model.

    Verbs take minutes and ids; those that speak of parties stand in ``stays``, those of time and
    room together in ``placings``, those that cost something in ``prices``. Inside, time is counted
    in ticks: the largest length of time that divides everything the forum's data and clauses say.

    Parameters
    ----------
    forum
        The forum.
    tick
        Minutes of a tick.
    counted
        Whether rooms of tracks are only counted.
    """

    def __init__(self, forum: Forum, tick: int, *, counted: bool = False) -> None:
        self.forum = forum
        self.tick = tick
        self.model = cp_model.CpModel()
        lengths = {meeting.id: meeting.minutes // tick for meeting in forum.meetings}
        days = list(self._days())
        of_length = {
            length: [start for first, last in days for start in range(first, last - length + 1)]
            for length in sorted(set(lengths.values()))
        }
        starts = {meeting: of_length[length] for meeting, length in lengths.items()}
        self.times = Times(self.model, lengths, starts)
        around = {one.id: (one.setup // tick, one.teardown // tick) for one in forum.meetings}
        self.rooms = Rooms(self.model, self.times, [room.room for room in forum.rooms], around)
        self.blocks = (CountedBlocks if counted else Blocks)(
            self.model, self.times, self.rooms, _tracks(forum), list(self._periods()), self.rooms.names
        )
        self.agendas = Agendas(self.model, tick)
        self.apart = Apart(self.model, self.times)
        self.stays = Stays(self.model, self.times, self.agendas, self.apart)
        self.placings = Placings(self.times, self.rooms, tick)
        self.prices = Prices(self.model, self.times, self.rooms, self.agendas, tick)
        self.blocks_prices = BlocksPrices(self.model, self.times, self.blocks, self.prices)
        self._all_held = False

    def _days(self) -> Iterator[tuple[int, int]]:
        clock = self.forum.clock
        for day in clock.days:
            yield clock.midnight(day.name) // self.tick, clock.midnight_after(day.name) // self.tick

    def _periods(self) -> Iterator[tuple[int, int]]:
        for one in self.forum.clock.stretches:
            yield -(-one.start // self.tick), one.end // self.tick

    def complete(self) -> None:
        """Add what waits until all clauses have been posted."""
        self.stays.complete()
        self.apart.complete()
        self.blocks.complete()
        if self.blocks.counted:
            classes = RoomClasses(self.model, self.blocks, self.prices)
            for clauses in self.forum.levels:
                classes.charge(clauses, self.blocks_prices.of_rooms)
        if self.blocks.alone:
            return
        if self._all_held:
            self._require_all()
        self.rooms.complete()

    # times

    def place_all(self) -> None:
        """Let every meeting be held."""
        if self.blocks.exclusive:
            self._all_held = True
        else:
            self._require_all()

    def _require_all(self) -> None:
        for meeting in self.forum.meetings:
            self.times.require(meeting.id)

    def before(self, first: str, then: str, gap: int = 0) -> None:
        """Let one meeting end before another begins.

        Parameters
        ----------
        first, then
            Ids of meetings.
        gap
            Minutes that pass between them at least.
        """
        apart = self.times.lengths[first] + -(-gap // self.tick)
        self.model.add(self.times.start(first) + apart <= self.times.start(then))

    def never_together(self, one: str, other: str) -> None:
        """Let two meetings share no minute.

        Parameters
        ----------
        one, other
            Ids of meetings.
        """
        self.apart.keep(one, other)

    def at_most(self, limit: int, meetings: Iterable[tuple[str, int]]) -> None:
        """Let no more than a number of units be in use at any time.

        Parameters
        ----------
        limit
            Units there are.
        meetings
            Ids of meetings, each with the units it takes while it runs.
        """
        takers = list(meetings)
        for point in self.times.points(meeting for meeting, _ in takers):
            terms = [
                units * truth for meeting, units in takers for truth in self.times.covering(meeting, point)
            ]
            self.model.add(sum(terms) <= limit)

    def follows(self, first: str, then: str, allowed: Callable[[int, int], bool]) -> None:
        """Let a meeting begin only where another, earlier one leaves it a place.

        Parameters
        ----------
        first, then
            Ids of meetings.
        allowed
            Tells for the end of the first and the start of the other, in minutes on the forum's
            axis, whether the two go together.
        """
        length = self.times.lengths[first]
        later = self.times.at(then)
        for start, truth in self.times.at(first).items():
            end = (start + length) * self.tick
            places = [then_truth for tick, then_truth in later.items() if allowed(end, tick * self.tick)]
            self.model.add_bool_or([truth.negated(), *places])

    def away(self, session: Session, segment: str | None, window: Window) -> None:
        """Keep a session, or one of its segments, from sharing a minute with a window.

        Parameters
        ----------
        session
            The session.
        segment
            Id of the segment; ``None`` for all of it.
        window
            A stretch of the forum's time.
        """
        if segment is not None:
            self.stays.away(session, segment, *self._around(window))
            return
        for meeting in session.sittings:
            self.outside(meeting.id, window)

    def one_free(self, session: Session, segment: str, parties: Mapping[str, Iterable[Need]]) -> None:
        """Let at least one of some parties be able to be in a segment.

        Parameters
        ----------
        session
            The session.
        segment
            Id of one of its segments.
        parties
            Ids of parties, each with what else it is needed for.
        """
        self.model.add_bool_or(self._free(session, segment, parties))

    def _free(self, session: Session, segment: str, parties: Mapping[str, Iterable[Need]]) -> Iterator[Truth]:
        sessions = self.forum.session_by_id
        for party, needs in parties.items():
            others = [(sessions[need.session], need.segment) for need in needs]
            windows = [self._around(window) for window in self.forum.party_by_id[party].unavailable]
            yield self.stays.free((session, segment), others, windows)

    # rooms

    def in_room(self, meeting: str, rooms: Iterable[str]) -> None:
        """Hold a meeting in one of some rooms.

        Parameters
        ----------
        meeting
            Id of a meeting.
        rooms
            Ids of rooms.
        """
        self.rooms.keep(meeting, set(rooms))

    def close(self, room: str, window: Window) -> None:
        """Keep all meetings out of a room for some time.

        Parameters
        ----------
        room
            Id of a room.
        window
            When it is closed.
        """
        self.rooms.closures.close(room, *self._around(window))

    def one_at_a_time(self) -> None:
        """Let no room hold two meetings at once, setting up and clearing away included."""
        self.rooms.one_at_a_time()

    def one_track_in_room(self) -> None:
        """Let a room hold no more than one track in a period of a day."""
        self.blocks.one_track_in_room()

    def same_room(self, one: str, other: str) -> None:
        """Hold two meetings in the same room.

        Parameters
        ----------
        one, other
            Ids of meetings.
        """
        here, there = self.rooms.at(one), self.rooms.at(other)
        for room in sorted({*here, *there}):
            self.model.add(here.get(room, 0) == there.get(room, 0))

    # agendas

    def agenda(self, session: Session) -> None:
        """Keep each segment to its lengths, in order, filling the session's meetings.

        Parameters
        ----------
        session
            A session with segments.
        """
        self.agendas.bound(session)


def _tracks(forum: Forum) -> dict[str, list[str]]:
    """List the meetings of each track; a session without one stands for itself."""
    tracks: dict[str, list[str]] = {}
    for session in forum.sessions:
        tracks.setdefault(session.in_track, []).extend(meeting.id for meeting in session.sittings)
    return tracks
