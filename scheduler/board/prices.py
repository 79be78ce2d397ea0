"""What the clauses of tier preference cost, as terms of the solver's objective.

The solver pays the least it can, so the truths made here need only hold where they must.
"""

from collections.abc import Callable, Iterable

from ortools.sat.python import cp_model

from scheduler.board.agendas import Agendas
from scheduler.board.rooms import Rooms
from scheduler.board.times import Times, Truth
from scheduler.domain.session import Session

Term = tuple[int, cp_model.IntVar]
"""A price for each unit of a variable."""


class Prices:
    """Verbs that charge a preference clause.

    Parameters
    ----------
    model
        The model to which variables and constraints are added.
    times
        The starts of the meetings.
    rooms
        Their rooms.
    agendas
        The ends of the segments.
    tick
        Minutes of a tick.
    """

    def __init__(
        self, model: cp_model.CpModel, times: Times, rooms: Rooms, agendas: Agendas, tick: int
    ) -> None:
        self._model = model
        self._times = times
        self._rooms = rooms
        self._agendas = agendas
        self._tick = tick
        self._terms: dict[str, list[Term]] = {}

    def terms(self, clauses: Iterable[str]) -> list[Term]:
        """List what some clauses cost.

        Parameters
        ----------
        clauses
            Ids of the clauses of one level.

        Returns
        -------
        list of Term
            Prices with the variables they are paid for; the level costs the sum of the products.
        """
        return [term for clause in clauses for term in self._terms.get(clause, [])]

    def each(self, clause: str, price: int, truths: Iterable[Truth]) -> None:
        """Charge a clause for each truth that holds.

        Parameters
        ----------
        clause
            Id of a clause of tier preference.
        price
            What each of them costs.
        truths
            Truth values.
        """
        for truth in truths:
            self._add(clause, price, truth)

    def starting(self, clause: str, price: int, meeting: str, first: int, last: int) -> None:
        """Charge a clause when a meeting begins in a stretch of time.

        Parameters
        ----------
        clause
            Id of a clause of tier preference.
        price
            What it costs.
        meeting
            Id of a meeting.
        first, last
            Minutes on the forum's axis; a start at ``last`` costs nothing.
        """
        self.elsewhen(clause, price, meeting, lambda start: not first <= start < last)

    def elsewhen(self, clause: str, price: int, meeting: str, wanted: Callable[[int], bool]) -> None:
        """Charge a clause when a meeting begins at a time that is not wanted.

        Parameters
        ----------
        clause
            Id of a clause of tier preference.
        price
            What it costs.
        meeting
            Id of a meeting.
        wanted
            Tells for a start in minutes on the forum's axis whether it costs nothing.
        """
        starts = self._times.at(meeting).items()
        self.each(clause, price, [truth for start, truth in starts if not wanted(start * self._tick)])

    def room(self, clause: str, meeting: str, price: Callable[[str], int]) -> None:
        """Charge a clause for the room of a meeting.

        Parameters
        ----------
        clause
            Id of a clause of tier preference.
        meeting
            Id of a meeting.
        price
            Tells what a room costs, 0 when nothing.
        """
        prices = {room: price(room) for room in self._rooms.allowed(meeting)}
        dearest = max(prices.values(), default=0)
        if dearest == 0:
            return
        paid = self._model.new_int_var(0, dearest, "")
        saved = [
            (dearest - cost) * truth
            for room, cost in prices.items()
            if cost < dearest
            for truth in self._rooms.inside(meeting, room)
        ]
        self._model.add(paid + sum(saved) >= dearest)
        self._add(clause, 1, paid)

    def away_from(self, clause: str, price: int, meeting: str, start: int, room: str) -> None:
        """Charge a clause when a meeting is not held at one time in one room.

        Parameters
        ----------
        clause
            Id of a clause of tier preference.
        price
            What it costs.
        meeting
            Id of a meeting.
        start
            In minutes on the forum's axis.
        room
            Id of the room.
        """
        away = self._model.new_bool_var("")
        tick, rest = divmod(start, self._tick)
        here = None if rest else self._rooms.held(meeting, tick, room)
        self._model.add_bool_or([away] if here is None else [away, here])
        self._add(clause, price, away)

    def _add(self, clause: str, price: int, variable: cp_model.IntVar) -> None:
        if price:
            self._terms.setdefault(clause, []).append((price, variable))

    def together(self, clause: str, price: int, one: str, other: str) -> None:
        """Charge a clause when two meetings share a minute.

        Parameters
        ----------
        clause
            Id of a clause of tier preference.
        price
            What it costs.
        one, other
            Ids of meetings.
        """
        together = self.near(one, other, 0)
        if together is not None:
            self._add(clause, price, together)

    def near(self, one: str, other: str, gap: int) -> Truth | None:
        """Return a truth that holds when two meetings are near each other.

        Parameters
        ----------
        one, other
            Ids of meetings.
        gap
            Ticks of which fewer lie between them.

        Returns
        -------
        Truth or None
            ``None`` when they cannot be near.
        """
        (start, end), (other_start, other_end) = self._times.span(one), self._times.span(other)
        if start >= other_end + gap or other_start >= end + gap:
            return None
        near = self._model.new_bool_var("")
        for point in self._times.points((one, other)):
            here = self._times.covering(one, point, after=gap)
            there = self._times.covering(other, point, after=gap)
            if len(here) == len(there) == 1:
                self._model.add_bool_or((here[0].negated(), there[0].negated(), near))
            elif here and there:
                self._model.add(sum(here) + sum(there) <= 1 + near)
        return near

    def near_in_room(self, clause: str, price: int, one: str, other: str, gap: int) -> None:
        """Charge a clause when two meetings in one room have too little time between them.

        Parameters
        ----------
        clause
            Id of a clause of tier preference.
        price
            What it costs.
        one, other
            Ids of meetings.
        gap
            Minutes that should lie between them.
        """
        near = self.near(one, other, -(-gap // self._tick))
        if near is None:
            return
        here, there = self._rooms.at(one), self._rooms.at(other)
        cramped = self._model.new_bool_var("")
        for room in sorted({*here}.intersection(there)):
            self._model.add(here[room] + there[room] + near <= 2 + cramped)
        self._add(clause, price, cramped)

    def moved(self, clause: str, price: int, session: Session, segment: str, held: tuple[int, int]) -> None:
        """Charge a clause when a segment is not where it was on its session's clock.

        Parameters
        ----------
        clause
            Id of a clause of tier preference.
        price
            What it costs.
        session
            The session.
        segment
            Id of one of its segments.
        held
            Where the segment began and ended, in minutes from the start of the session.
        """
        moved = self._model.new_bool_var("")
        for point, minute in zip(self._agendas.span(session, segment), held, strict=True):
            self._model.add(self._tick * point == minute).only_enforce_if(moved.negated())
        self._add(clause, price, moved)

    def lacking(self, clause: str, session: Session, segments: Iterable[str], wanted: int) -> None:
        """Charge a clause a unit for each minute by which some segments together are too short.

        Parameters
        ----------
        clause
            Id of a clause of tier preference.
        session
            A session with segments.
        segments
            Ids of some of its segments.
        wanted
            Minutes.
        """
        spans = [self._agendas.span(session, segment) for segment in segments]
        lacking = self._model.new_int_var(0, wanted, "")
        self._model.add(lacking >= wanted - self._tick * sum(end - start for start, end in spans))
        self._add(clause, 1, lacking)

    def later(self, clause: str, price: int, one: str, other: str) -> None:
        """Charge a clause when one meeting begins later than another.

        Parameters
        ----------
        clause
            Id of a clause of tier preference.
        price
            What it costs.
        one, other
            Ids of meetings.
        """
        later = self._model.new_bool_var("")
        self._model.add(self._times.start(one) <= self._times.start(other)).only_enforce_if(later.negated())
        self._add(clause, price, later)

    def shortfall(self, clause: str, first: str, then: str, wanted: int) -> None:
        """Charge a clause a unit for each minute that is lacking between two meetings.

        Parameters
        ----------
        clause
            Id of a clause of tier preference.
        first, then
            Ids of meetings.
        wanted
            Minutes that should pass from the end of the first to the start of the other.
        """
        passed = self._times.start(then) - self._times.start(first) - self._times.lengths[first]
        lacking = self._model.new_int_var(0, cp_model.INT32_MAX, "")
        self._model.add(self._tick * (lacking + passed) >= wanted)
        self._add(clause, self._tick, lacking)
