"""What the clauses of tier preference cost that speak of tracks, periods and rooms."""

from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise, permutations, product

from ortools.sat.python import cp_model

from scheduler.board.blocks import Blocks
from scheduler.board.prices import Prices
from scheduler.board.times import Times, Truth

_Keyed = tuple[str, cp_model.LinearExprT]
"""A meeting and the number by which it is put in order."""


class BlocksPrices:
    """Verbs that charge a preference clause for blocks and for periods of meetings.

    Parameters
    ----------
    model
        The model to which variables and constraints are added.
    times
        The starts of the meetings.
    blocks
        The rooms and periods of tracks.
    prices
        Where what clauses cost is added up.
    """

    def __init__(self, model: cp_model.CpModel, times: Times, blocks: Blocks, prices: Prices) -> None:
        self._model, self._times, self._blocks, self._prices = model, times, blocks, prices
        self.of_rooms: dict[str, dict[tuple[str, int], dict[str, int]]] = {}
        self._several: dict[tuple[str, int], list[Truth]] = {}

    def used(self, clause: str, track: str, price: Callable[[int, str], int]) -> None:
        """Charge a clause for each room that a track has in a period.

        Parameters
        ----------
        clause
            Id of a clause of tier preference.
        track
            Id of a track.
        price
            Tells what a period, by its number, and a room cost together; 0 when nothing.
        """
        for period in range(len(self._blocks.periods)):
            if self._blocks.counted:
                prices = {room: price(period, room) for room in self._blocks.names}
                self.of_rooms.setdefault(clause, {})[track, period] = prices
            for room, truth in self._blocks.uses(track, period).items():
                self._prices.each(clause, price(period, room), [truth])

    def lying(self, clause: str, meeting: str, price: Callable[[int], int]) -> None:
        """Charge a clause for the period of a meeting.

        Parameters
        ----------
        clause
            Id of a clause of tier preference.
        meeting
            Id of a meeting.
        price
            Tells what a period costs, by its number; 0 when nothing.
        """
        for period, truth in enumerate(self._blocks.held(meeting)):
            self._prices.each(clause, price(period), [truth])

    def seated(self, clause: str, meeting: str, price: Callable[[int, str], int]) -> None:
        """Charge a clause for the period and the room of a meeting.

        Parameters
        ----------
        clause
            Id of a clause of tier preference.
        meeting
            Id of a meeting.
        price
            Tells what a period, by its number, and a room cost together; 0 when nothing.
        """
        for period, inside in enumerate(self._blocks.inside(meeting)):
            for room, truth in inside.items():
                self._prices.each(clause, price(period, room), [truth])

    def more_rooms(self, clause: str, price: int, track: str) -> None:
        """Charge a clause for each room that a track has beside its first.

        Parameters
        ----------
        clause
            Id of a clause of tier preference.
        price
            What each of them costs.
        track
            Id of a track.
        """
        more = self._model.new_int_var(0, len(self._blocks.names), "")
        self._prices.each(clause, price, [more])
        if self._blocks.counted:
            for period in range(len(self._blocks.periods)):
                self._model.add(self._blocks.number(track, period) <= 1 + more)
            return
        has = {room: self._model.new_bool_var("") for room in self._blocks.names}
        for period in range(len(self._blocks.periods)):
            for room, truth in self._blocks.uses(track, period).items():
                self._model.add_implication(truth, has[room])
        self._model.add(sum(has.values()) <= 1 + more)

    def beside_itself(self, clause: str, price: int, track: str) -> None:
        """Charge a clause for each room that a track has in a period beside its first there.

        Parameters
        ----------
        clause
            Id of a clause of tier preference.
        price
            What each of them costs.
        track
            Id of a track.
        """
        most = min(len(self._blocks.names), len(self._blocks.tracks[track]))
        for period in range(len(self._blocks.periods) if most > 1 else 0):
            more = self._model.new_int_var(0, most - 1, "")
            self._model.add(self._blocks.number(track, period) <= 1 + more)
            self._prices.each(clause, price, [more])

    def torn(self, clause: str, price: int, track: str) -> None:
        """Charge a clause when a track pauses for a period and goes on after it.

        Parameters
        ----------
        clause
            Id of a clause of tier preference.
        price
            What it costs, however often it pauses.
        track
            Id of a track.
        """
        torn = self._model.new_bool_var("")
        begins: list[Truth] = []
        for period in range(len(self._blocks.periods)):
            begin, on = self._model.new_bool_var(""), self._blocks.on(track, period)
            before = [self._blocks.on(track, period - 1)] if period else []
            self._model.add_bool_or([begin, *before, on.negated()])
            begins.append(begin)
        self._model.add(sum(begins) <= 1).only_enforce_if(torn.negated())
        self._prices.each(clause, price, [torn])

    def beside(self, clause: str, price: int, one: str, other: str) -> None:
        """Charge a clause for each two different rooms that two tracks have in the same period.

        Parameters
        ----------
        clause
            Id of a clause of tier preference.
        price
            What each pair of a room of the one and a room of the other costs.
        one, other
            Ids of tracks.
        """
        charge = self._beside_in if self._blocks.exclusive else self._beside_in_rooms
        for period in range(len(self._blocks.periods)):
            charge(clause, price, (one, other), period)

    def _beside_in_rooms(self, clause: str, price: int, tracks: tuple[str, str], period: int) -> None:
        """Charge the pairs of one period, where tracks may share a room."""
        here, there = (self._blocks.uses(track, period) for track in tracks)
        for one, other in permutations(self._blocks.names, 2):
            pair = self._model.new_bool_var("")
            self._model.add_bool_or([pair, here[one].negated(), there[other].negated()])
            self._prices.each(clause, price, [pair])

    def _beside_in(self, clause: str, price: int, tracks: tuple[str, str], period: int) -> None:
        """Charge the pairs of one period: for a and b rooms a + b - 1, and (a - 1)(b - 1) more."""
        both = [self._blocks.on(track, period) for track in tracks]
        pairs = self._model.new_int_var(0, 2 * len(self._blocks.names), "")
        number = sum(self._blocks.number(track, period) for track in tracks)
        self._model.add(number <= 1 + pairs).only_enforce_if(both)
        self._prices.each(clause, price, [pairs])
        for here, there in product(*(self._more(track, period) for track in tracks)):
            pair = self._model.new_bool_var("")
            self._model.add_bool_or([pair, here.negated(), there.negated()])
            self._prices.each(clause, price, [pair])

    def _more(self, track: str, period: int) -> list[Truth]:
        """Return truths "the track has at least 2, 3 … rooms in the period"."""
        if (track, period) not in self._several:
            most = min(len(self._blocks.names), len(self._blocks.tracks[track]))
            more = [self._model.new_bool_var("") for _ in range(most - 1)]
            for lower, higher in pairwise([self._blocks.on(track, period), *more]):
                self._model.add_implication(higher, lower)
            self._model.add(sum(more) + self._blocks.on(track, period) == self._blocks.number(track, period))
            self._several[track, period] = more
        return self._several[track, period]

    def apart(self, clause: str, price: int, one: str, other: str) -> None:
        """Charge a clause when two meetings are in different rooms in the same period.

        Parameters
        ----------
        clause
            Id of a clause of tier preference.
        price
            What it costs.
        one, other
            Ids of meetings.
        """
        apart = self._model.new_bool_var("")
        here, there = self._blocks.held(one), self._blocks.held(other)
        same = self._blocks.exclusive and self._blocks.track_of(one) != self._blocks.track_of(other)
        rooms = None if same else (self._blocks.inside(one), self._blocks.inside(other))
        for period in range(len(self._blocks.periods)):
            if rooms is None:
                self._model.add_bool_or([apart, here[period].negated(), there[period].negated()])
                continue
            for room in self._blocks.names:
                first, second = rooms[0][period][room], rooms[1][period][room]
                self._model.add_bool_or([apart, first.negated(), there[period].negated(), second])
        self._prices.each(clause, price, [apart])

    def together_in_two_rooms(self, clause: str, price: int, one: str, other: str) -> None:
        """Charge a clause when two meetings share a minute and not a room.

        Parameters
        ----------
        clause
            Id of a clause of tier preference.
        price
            What it costs.
        one, other
            Ids of meetings.
        """
        together = self._prices.near(one, other, 0)
        if together is None:
            return
        parted = self._model.new_bool_var("")
        here, there = self._blocks.rooms.at(one), self._blocks.rooms.at(other)
        for room, truth in here.items():
            elsewhere = [there[room]] if room in there else []
            self._model.add_bool_or([parted, together.negated(), truth.negated(), *elsewhere])
        self._prices.each(clause, price, [parted])

    def misplaced(self, clause: str, price: int, meetings: Iterable[str], wanted: Mapping[str, int]) -> None:
        """Charge a clause for each meeting that is not at its place in the order of its track.

        The order is that of periods, then rooms, then starts.

        Parameters
        ----------
        clause
            Id of a clause of tier preference.
        price
            What each of them costs.
        meetings
            All meetings of a track.
        wanted
            The place, from 1, of those of them that have one.
        """
        found = list(meetings)
        for meeting in found:
            self._blocks.time(self._blocks.track_of(meeting))
        keys = {meeting: self._key(meeting) for meeting in found}
        for meeting, place in wanted.items():
            before = [
                self._before((one, keys[one]), (meeting, keys[meeting])) for one in found if one != meeting
            ]
            away, here = self._model.new_bool_var(""), self._model.new_bool_var("")
            self._model.add(sum(self._blocks.held(meeting)) == here)
            self._model.add(sum(before) == place - 1).only_enforce_if(away.negated(), here)
            self._prices.each(clause, price, [away])

    def _key(self, meeting: str) -> cp_model.LinearExprT:
        """Return a number that rises with period, room and start of a meeting; one in no block comes last."""
        periods, rooms = self._blocks.periods, self._blocks.names
        longest = max((last - first for first, last in periods), default=0)
        last = longest * len(periods) * len(rooms) + max((end for _, end in periods), default=0)
        places = [
            (longest * (period * len(rooms) + number) - periods[period][0] - last, truth)
            for period, inside in enumerate(self._blocks.inside(meeting))
            for number, truth in enumerate(inside.values())
        ]
        key = cp_model.LinearExpr.weighted_sum([one for _, one in places], [number for number, _ in places])
        return key + self._times.start(meeting) + last

    def _before(self, one: _Keyed, other: _Keyed) -> Truth:
        """Return a truth that holds when one meeting comes before another; of equals that of the first id."""
        before, more = self._model.new_bool_var(""), int(one[0] > other[0])
        self._model.add(one[1] + more <= other[1]).only_enforce_if(before)
        self._model.add(one[1] + more > other[1]).only_enforce_if(before.negated())
        return before
