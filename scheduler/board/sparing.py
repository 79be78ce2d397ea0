"""A board on which meetings may stay where a release has them, though a clause forbids it.

A breach of practice that was given out is not put right by moving people about: while its facts stand, the
clause binds everything but that one arrangement. Each requirement that the released timetable does not
fulfil is posted as "either this, or the meetings concerned stay as they were"; all others are posted as ever.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from ortools.sat.python import cp_model

from scheduler.board.board import Board
from scheduler.board.pins import ends_of
from scheduler.board.placings import Placings
from scheduler.board.spared_blocks import spare_blocks
from scheduler.board.times import Truth
from scheduler.domain.forum import Need
from scheduler.domain.session import Session
from scheduler.domain.timetable import Timetable
from scheduler.domain.window import Window


class Sparing(Board):
    """The same model, for the clauses that the released timetable breaks.

    What is physical is not spared: rooms that are closed or doubly held, agendas, a person in two places.

    Parameters
    ----------
    board
        The board of which this is another face.
    kept
        The released timetable.
    """

    def __init__(self, board: Board, kept: Timetable) -> None:
        self.__dict__.update(board.__dict__)
        self._released, self._kept = kept, kept.by_meeting
        self.placings = Placings(self.times, self.rooms, self.tick, self._kept)

    def _ticks(self, meeting: str) -> tuple[int, int] | None:
        """Return the ticks of a meeting that has kept its length, where it could still be there."""
        place = self._kept.get(meeting)
        if (
            place is None
            or place.start % self.tick
            or place.start // self.tick not in self.times.starts(meeting)
        ):
            return None
        start, length = place.start // self.tick, self.times.lengths[meeting]
        return (start, start + length) if (place.end - place.start) == length * self.tick else None

    def _stays(self, meetings: Iterable[str]) -> Truth:
        """Return a truth value that only holds when meetings stay at their times and in their rooms."""
        stays = self.model.new_bool_var("")
        for meeting in dict.fromkeys(meetings):
            ticks = self._ticks(meeting)
            held = ticks and self.rooms.held(meeting, ticks[0], self._kept[meeting].room)
            if held is None:
                self.model.add(stays == 0)
            else:
                self.model.add_implication(stays, held)
        return stays

    def _sessions_stay(self, sessions: Iterable[Session]) -> Truth:
        """Return a truth value that only holds when sessions stay, to the minute of their agendas."""
        found = list(sessions)
        stays = self._stays(meeting.id for session in found for meeting in session.sittings)
        for session in found:
            parts = self._released.segments_by_session.get(session.session)
            ends = self.agendas.ends(session) if parts and session.segments else []
            for end, minute in zip(ends, ends_of(session, parts or ()), strict=False):
                self.model.add(self.tick * end == minute).only_enforce_if(stays)
        return stays

    def one_track_in_room(self) -> None:
        """Let a room hold one track in a period, unless what it held stays."""
        spare_blocks(self, self._kept, self._stays)

    def away(self, session: Session, segment: str | None, window: Window) -> None:
        """Keep a session, or a segment, out of a window, unless it stays where it was.

        Parameters
        ----------
        session
            The session.
        segment
            Id of the segment; ``None`` for all of it.
        window
            A stretch of the forum's time.
        """
        if segment is None:
            super().away(session, segment, window)
            return
        moved = self.model.new_bool_var("")
        self.model.add_bool_or([moved, self._sessions_stay([session])])
        self.stays.away(session, segment, *self._around(window), moved)

    def one_free(self, session: Session, segment: str, parties: Mapping[str, Iterable[Need]]) -> None:
        """Let one of some parties be able to be in a segment, unless all sessions stay where they were.

        Parameters
        ----------
        session
            The session.
        segment
            Id of one of its segments.
        parties
            Ids of parties, each with what else it is needed for.
        """
        names = {need.session for needs in parties.values() for need in needs} | {session.session}
        stays = self._sessions_stay(self.forum.session_by_id[name] for name in sorted(names))
        self.model.add_bool_or([stays, *self._free(session, segment, parties)])

    def within(self, meeting: str, windows: Iterable[Window]) -> None:
        """Hold a meeting inside one of some windows, or where it was.

        Parameters
        ----------
        meeting
            Id of a meeting.
        windows
            Stretches of the forum's time.
        """
        spans = [self._inside(window) for window in windows]
        ticks = self._ticks(meeting)
        self.times.keep(meeting, [*spans, ticks] if ticks else spans)

    def outside(self, meeting: str, window: Window) -> None:
        """Keep a meeting out of a window, unless it stays where it was.

        Parameters
        ----------
        meeting
            Id of a meeting.
        window
            A stretch of the forum's time.
        """
        first, last = self._around(window)
        ticks, (begin, end) = self._ticks(meeting), self.times.span(meeting)
        if ticks is None:
            super().outside(meeting, window)
        else:
            self.times.keep(meeting, [(begin, first), (last, end), ticks])

    def in_room(self, meeting: str, rooms: Iterable[str]) -> None:
        """Hold a meeting in one of some rooms, or in the one where it was.

        Parameters
        ----------
        meeting
            Id of a meeting.
        rooms
            Ids of rooms.
        """
        kept = self._kept.get(meeting)
        super().in_room(meeting, [*rooms, kept.room] if kept else rooms)

    def before(self, first: str, then: str, gap: int = 0) -> None:
        """Let one meeting end before another begins, unless both stay where they were.

        Parameters
        ----------
        first, then
            Ids of meetings.
        gap
            Minutes that pass between them at least.
        """
        apart = self.times.lengths[first] + -(-gap // self.tick)
        required = self.model.add(self.times.start(first) + apart <= self.times.start(then))
        required.only_enforce_if(self._stays((first, then)).negated())

    def never_together(self, one: str, other: str) -> None:
        """Let two meetings share no minute, unless both stay where they were.

        Parameters
        ----------
        one, other
            Ids of meetings.
        """
        here, there = self._kept.get(one), self._kept.get(other)
        if here is None or there is None or not here.overlaps(there):
            super().never_together(one, other)
            return
        stays = self._stays((one, other))
        for point in self.times.points((one, other)):
            truths = [*self.times.covering(one, point), *self.times.covering(other, point)]
            self.model.add(sum(truths) <= 1).only_enforce_if(stays.negated())

    def at_most(self, limit: int, meetings: Iterable[tuple[str, int]]) -> None:
        """Let no more than a number of units be in use, or those that were while their users stay.

        Parameters
        ----------
        limit
            Units there are.
        meetings
            Ids of meetings, each with the units it takes while it runs.
        """
        takers = list(meetings)
        points = sorted(self.times.points(meeting for meeting, _ in takers))
        for point in points:
            there = [one for one in takers if self._ran(one[0], point)]
            self._limit(
                limit,
                [units * truth for name, units in takers for truth in self.times.covering(name, point)],
                there,
            )

    def _ran(self, meeting: str, point: int) -> bool:
        place = self._kept.get(meeting)
        return place is not None and place.start <= point * self.tick < place.end

    def at_most_within(self, limit: int, meetings: Iterable[str], window: Window) -> None:
        """Let no more than a number of meetings lie inside a window, or those that did.

        Parameters
        ----------
        limit
            The number.
        meetings
            Ids of meetings.
        window
            A stretch of the forum's time.
        """
        names = list(meetings)
        there = [(name, 1) for name in names if self._was_inside(name, window)]
        self._limit(limit, list(self.inside(names, window)), there)

    def _was_inside(self, meeting: str, window: Window) -> bool:
        place = self._kept.get(meeting)
        return place is not None and window.holds(place.start, place.end)

    def _limit(self, limit: int, terms: Sequence[cp_model.LinearExpr], there: list[tuple[str, int]]) -> None:
        used = sum(units for _, units in there)
        if used <= limit:
            self.model.add(sum(terms) <= limit)
            return
        stays = self._stays(name for name, _ in there)
        self.model.add(sum(terms) <= limit + (used - limit) * stays)

    def some_touching(self, meetings: Iterable[str], window: Window) -> None:
        """Let one of some meetings share a minute with a window, unless all stay where they were.

        Parameters
        ----------
        meetings
            Ids of meetings.
        window
            A stretch of the forum's time.
        """
        names, around = list(meetings), self._around(window)
        touching = [truth for name in names for truth in self.times.touching(name, *around)]
        self.model.add_bool_or([self._stays(names), *touching])

    def follows(self, first: str, then: str, allowed: Callable[[int, int], bool]) -> None:
        """Let a meeting begin only where another leaves it a place, or both stay where they were.

        Parameters
        ----------
        first, then
            Ids of meetings.
        allowed
            Tells for the end of the first and the start of the other, in minutes, whether the two
            go together.
        """
        kept = self._ticks(first), self._ticks(then)

        def allowed_or_kept(end: int, start: int) -> bool:
            ticks = (end // self.tick, start // self.tick)
            stays = kept[0] and kept[1] and ticks == (kept[0][1], kept[1][0])
            return bool(stays) or allowed(end, start)

        super().follows(first, then, allowed_or_kept)

    def same_room(self, one: str, other: str) -> None:
        """Hold two meetings in the same room, unless both stay where they were.

        Parameters
        ----------
        one, other
            Ids of meetings.
        """
        here, there = self.rooms.at(one), self.rooms.at(other)
        stays = self._stays((one, other))
        for room in sorted({*here, *there}):
            required = self.model.add(here.get(room, 0) == there.get(room, 0))
            required.only_enforce_if(stays.negated())
