"""Where a party is needed, and for how long: whole sessions, or segments to the minute."""

from collections.abc import Sequence
from itertools import combinations

from ortools.sat.python import cp_model

from scheduler.board.agendas import Agendas, Piece
from scheduler.board.times import Times
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
    """

    def __init__(self, model: cp_model.CpModel, times: Times, agendas: Agendas) -> None:
        self._model = model
        self._times = times
        self._agendas = agendas

    def apart(self, stays: Sequence[Stay]) -> None:
        """Let a party be in one place at a time.

        Parameters
        ----------
        stays
            Where it is needed; stays in one session do not exclude each other.
        """
        for (one, segment), (other, other_segment) in combinations(stays, 2):
            if one.session == other.session:
                continue
            if segment is None and other_segment is None:
                self._meetings_apart(one, other)
            else:
                self._pieces_apart((one, segment), (other, other_segment))

    def _meetings_apart(self, one: Session, other: Session) -> None:
        for first in one.sittings:
            for second in other.sittings:
                self._times.apart(first.id, second.id)

    def _pieces_apart(self, one: Stay, other: Stay) -> None:
        for first in self._agendas.pieces(*one):
            for second in self._agendas.pieces(*other):
                self._model.add_no_overlap([self._interval(first), self._interval(second)])

    def _interval(self, piece: Piece) -> cp_model.IntervalVar:
        """Return a piece of a segment as an interval that is absent when it has no length."""
        present = self._model.new_bool_var("")
        length = piece.end - piece.start
        self._model.add(length >= 1).only_enforce_if(present)
        self._model.add(length == 0).only_enforce_if(present.negated())
        start = self._times.start(piece.meeting)
        return self._model.new_optional_interval_var(
            start + piece.start, length, start + piece.end, present, ""
        )

    def away(self, session: Session, segment: str, start: int, end: int) -> None:
        """Keep a segment from sharing a tick with a stretch of time.

        Parameters
        ----------
        session
            The session.
        segment
            Id of one of its segments.
        start, end
            Ticks.
        """
        taken = self._model.new_fixed_size_interval_var(start, end - start, "")
        for piece in self._agendas.pieces(session, segment):
            self._model.add_no_overlap([self._interval(piece), taken])
