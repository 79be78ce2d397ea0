"""Agendas in the model: where the segments of a session end on the session's own clock."""

from itertools import accumulate, pairwise
from typing import NamedTuple

from ortools.sat.python import cp_model

from scheduler.domain.agenda import lay_out_only
from scheduler.domain.session import Session

Amount = cp_model.LinearExpr | int


class Piece(NamedTuple):
    """The part of a segment that lies in one meeting, in ticks from the start of that meeting."""

    meeting: str
    start: Amount
    end: Amount


class Agendas:
    """Ends of segments for every session that has any.

    Parameters
    ----------
    model
        The model to which variables and constraints are added.
    tick
        Minutes of a tick.
    """

    def __init__(self, model: cp_model.CpModel, tick: int) -> None:
        self._model = model
        self._tick = tick
        self._ends: dict[str, list[cp_model.IntVar]] = {}
        self._sessions: dict[str, Session] = {}
        self._pieces: dict[tuple[str, str | None], list[Piece]] = {}

    def limits(self, session: Session) -> list[int]:
        """Return where the meetings of a session begin and end on its own clock.

        Parameters
        ----------
        session
            A session.

        Returns
        -------
        list of int
            Ticks, from 0 to the session's whole length.
        """
        return list(accumulate((length // self._tick for length in session.lengths), initial=0))

    def ends(self, session: Session) -> list[cp_model.IntVar]:
        """Return the ends of a session's segments, the first entry being 0.

        Parameters
        ----------
        session
            A session with segments.

        Returns
        -------
        list of IntVar
            In ticks on the session's clock; they never fall, and the last is the session's end.
        """
        if session.session not in self._ends:
            total = self.limits(session)[-1]
            ends = [self._model.new_constant(0)]
            ends += [
                self._model.new_int_var(0, total, f"{session.session}/{segment.segment}.end")
                for segment in session.segments
            ]
            for earlier, later in pairwise(ends):
                self._model.add(earlier <= later)
            self._model.add(ends[-1] == total)
            self._ends[session.session] = ends
            self._sessions[session.session] = session
        return self._ends[session.session]

    def asked(self) -> list[tuple[Session, list[cp_model.IntVar]]]:
        """Return the agendas that are part of the model.

        Returns
        -------
        list
            Sessions in the order in which they were asked for, each with the ends of its segments.
        """
        return [(self._sessions[name], ends) for name, ends in self._ends.items()]

    def bound(self, session: Session) -> None:
        """Keep each segment to its shortest and longest length, and unbroken where it must be.

        Where that leaves one agenda, its minutes are said at once: the model is smaller.

        Parameters
        ----------
        session
            A session with segments.
        """
        only = lay_out_only(session)
        if only is not None:
            for end, minute in zip(self.ends(session), only, strict=True):
                self._model.add(self._tick * end == minute)
            return
        for index, (start, end) in enumerate(pairwise(self.ends(session))):
            segment = session.segments[index]
            self._model.add(end - start >= -(-segment.least // self._tick))
            if segment.most is not None:
                self._model.add(end - start <= segment.most // self._tick)
            if not segment.over_breaks:
                self._unbroken(session, start, end)

    def _unbroken(self, session: Session, start: cp_model.IntVar, end: cp_model.IntVar) -> None:
        for limit in self.limits(session)[1:-1]:
            early = self._model.new_bool_var("")
            self._model.add(end <= limit).only_enforce_if(early)
            self._model.add(start >= limit).only_enforce_if(early.negated())

    def pieces(self, session: Session, segment: str | None) -> list[Piece]:
        """Return where a segment lies in the meetings of its session.

        Parameters
        ----------
        session
            A session.
        segment
            Id of one of its segments; ``None`` for the whole session.

        Returns
        -------
        list of Piece
            One for each meeting; a piece may have no length.
        """
        if (session.session, segment) not in self._pieces:
            self._pieces[session.session, segment] = self._cut_up(session, segment)
        return self._pieces[session.session, segment]

    def _cut_up(self, session: Session, segment: str | None) -> list[Piece]:
        limits = self.limits(session)
        meetings = [meeting.id for meeting in session.sittings]
        if segment is None:
            return [
                Piece(meeting, 0, end - start)
                for meeting, (start, end) in zip(meetings, pairwise(limits), strict=True)
            ]
        first, last = self.span(session, segment)
        return [
            Piece(meeting, self._cut(first, start, end) - start, self._cut(last, start, end) - start)
            for meeting, (start, end) in zip(meetings, pairwise(limits), strict=True)
        ]

    def span(self, session: Session, segment: str) -> tuple[cp_model.IntVar, cp_model.IntVar]:
        """Return where a segment begins and ends on its session's clock.

        Parameters
        ----------
        session
            A session.
        segment
            Id of one of its segments.

        Returns
        -------
        tuple of IntVar
            In ticks.
        """
        index = [one.segment for one in session.segments].index(segment)
        first, last = self.ends(session)[index : index + 2]
        return first, last

    def _cut(self, point: cp_model.IntVar, low: int, high: int) -> cp_model.IntVar:
        """Return the point of [low, high] that is nearest to a point of the session's clock."""
        above = self._model.new_int_var(low, cp_model.INT32_MAX, "")
        self._model.add_max_equality(above, [point, low])
        cut = self._model.new_int_var(low, high, "")
        self._model.add_min_equality(cut, [above, high])
        return cut
