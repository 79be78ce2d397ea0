"""Where a party is needed, and for how long: whole sessions, or segments to the minute."""

from collections.abc import Sequence
from itertools import combinations, product

from ortools.sat.python import cp_model

from scheduler.board.agendas import Agendas, Amount, Piece
from scheduler.board.apart import Apart
from scheduler.board.times import Times, Truth
from scheduler.domain.session import Session

Stay = tuple[Session, str | None]
"""A session in which a party is needed, with the segment, or ``None`` for all of it."""


class Stays:
    """Verbs that keep a party's sessions and segments apart.

    Parameters
    ----------
    model
        The model to which variables and constraints are added.
    times
        The starts of the meetings.
    agendas
        The ends of the segments.
    apart
        Keeps meetings apart.
    """

    def __init__(self, model: cp_model.CpModel, times: Times, agendas: Agendas, apart: Apart) -> None:
        self._model = model
        self._apart = apart
        self._times = times
        self._agendas = agendas
        self._away: list[tuple[Session, str, int, int]] = []

    def apart(self, stays: Sequence[Stay]) -> None:
        """Let a party be in one place at a time.

        Parameters
        ----------
        stays
            Where it is needed; stays in one session do not exclude each other.
        """
        for one, other in combinations(stays, 2):
            if one[0].session != other[0].session:
                self._separate(one, other)

    def free(self, stay: Stay, others: Sequence[Stay], windows: Sequence[tuple[int, int]]) -> Truth:
        """Return a truth value that only holds when a party could be somewhere.

        Parameters
        ----------
        stay
            Where it could be.
        others
            Where it is needed besides.
        windows
            Stretches of time in ticks in which it is unavailable.

        Returns
        -------
        Truth
            False whenever ``stay`` shares a tick with one of the others.
        """
        free = self._model.new_bool_var("")
        for other in others:
            self._separate(stay, other, free)
        for start, end in windows:
            for piece in self._agendas.pieces(*stay):
                self._apart_from(piece, start, end, free)
        return free

    def _separate(self, one: Stay, other: Stay, only_if: Truth | None = None) -> None:
        if not self._can_meet(one[0], other[0]):
            return
        whole = one[1] is None and other[1] is None and only_if is None
        for first, second in product(self._agendas.pieces(*one), self._agendas.pieces(*other)):
            if not self._times.can_meet(first.meeting, second.meeting):
                continue
            if whole:
                self._apart.keep(first.meeting, second.meeting)
            else:
                here = self._interval(first, only_if)
                self._model.add_no_overlap([here, self._interval(second)])

    def _can_meet(self, one: Session, other: Session) -> bool:
        pairs = product(one.sittings, other.sittings)
        return any(self._times.can_meet(first.id, second.id) for first, second in pairs)

    def _interval(self, piece: Piece, only_if: Truth | None = None) -> cp_model.IntervalVar:
        """Return a piece as an interval, which may be absent when the piece has no length."""
        long, present = self._model.new_bool_var(""), self._model.new_bool_var("")
        length = self._model.new_int_var(0, cp_model.INT32_MAX, "")
        self._model.add(length == piece.end - piece.start)
        self._model.add(length == 0).only_enforce_if(long.negated())
        needed = [long] if only_if is None else [long, only_if]
        self._model.add_bool_or([present, *(truth.negated() for truth in needed)])
        start, end = (self._instant(piece.meeting, point) for point in (piece.start, piece.end))
        return self._model.new_optional_interval_var(start, length, end, present, "")

    def _instant(self, meeting: str, point: Amount) -> cp_model.IntVar:
        """Return a point of a meeting's agenda on the forum's axis."""
        instant = self._model.new_int_var(0, cp_model.INT32_MAX, "")
        self._model.add(instant == self._times.start(meeting) + point)
        return instant

    def away(
        self, session: Session, segment: str, start: int, end: int, only_if: Truth | None = None
    ) -> None:
        """Keep a segment from sharing a tick with a stretch of time.

        Parameters
        ----------
        session
            The session.
        segment
            Id of one of its segments.
        start, end
            Ticks.
        only_if
            Where this does not hold, the segment may be anywhere.
        """
        if only_if is None:
            self._away.append((session, segment, start, end))
        else:
            self._keep_away(session, segment, start, end, only_if)

    def complete(self) -> None:
        """Add what waits until all clauses have taken places away, so that fewer starts are asked for."""
        for away in self._away:
            self._keep_away(*away)

    def _keep_away(
        self, session: Session, segment: str, start: int, end: int, only_if: Truth | None = None
    ) -> None:
        for piece in self._agendas.pieces(session, segment):
            self._apart_from(piece, start, end, only_if)

    def _apart_from(self, piece: Piece, start: int, end: int, only_if: Truth | None = None) -> None:
        first, last = self._times.span(piece.meeting)
        if first < end and start < last:
            taken = self._model.new_fixed_size_interval_var(start, end - start, "")
            self._model.add_no_overlap([self._interval(piece, only_if), taken])
