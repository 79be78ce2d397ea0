"""Rooms counted by sets: enough rooms for all meetings of a slot, whichever each of them takes.

Where all meetings that need a room at some time need it for the same stretch, meetings find rooms
exactly when no set of rooms is outnumbered by the meetings that can be nowhere else (Hall 1935).
Which sets matter is seen when rooms are matched: what is missing is added as a cut.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from scheduler.board.closures import Stretch
from scheduler.board.times import Times, Truth

if TYPE_CHECKING:
    from scheduler.board.rooms import Rooms

Names = frozenset[str]
"""Ids of rooms."""

Choice = tuple[str, int]
"""A meeting, and the start with which it takes a slot."""


@dataclass(frozen=True)
class _Takers:
    """Who may take a slot: truths by the rooms in which they can be then, and the wishes for single rooms."""

    starts: dict[Names, list[Truth]] = field(default_factory=dict)
    wishes: list[tuple[Names, str, Truth]] = field(default_factory=list)

    def bound_to(self, rooms: Names) -> list[Truth]:
        """Return the truths of which no more may hold than there are rooms in a set.

        Parameters
        ----------
        rooms
            The set.

        Returns
        -------
        list of Truth
            Those that can be in no other room then, and those that are granted one of these.
        """
        bound = [truth for here, truths in self.starts.items() if here <= rooms for truth in truths]
        granted = (truth for here, room, truth in self.wishes if room in rooms and not here <= rooms)
        return [*bound, *granted]


class Counts:
    """Counts the meetings of each slot against sets of rooms.

    Parameters
    ----------
    model
        The model to which constraints are added.
    times
        The starts of the meetings.
    rooms
        The rooms they may be in.
    names
        Ids of all rooms.
    """

    def __init__(self, model: cp_model.CpModel, times: Times, rooms: Rooms, names: tuple[str, ...]) -> None:
        self._model = model
        self._times = times
        self._rooms = rooms
        self._names = frozenset(names)
        self._taken: list[_Takers] = []

    def _slots(self) -> dict[Stretch, list[Choice]]:
        """Return the stretches of time for which a room may be needed, in order, with who may take them."""
        slots: dict[Stretch, list[Choice]] = {}
        for meeting in self._times.lengths:
            for start in self._times.starts(meeting):
                slots.setdefault(self._rooms.extent(meeting, start), []).append((meeting, start))
        return dict(sorted(slots.items()))

    def possible(self) -> bool:
        """Tell whether counting is enough.

        Returns
        -------
        bool
            True when no two slots overlap without being the same.
        """
        return all(first[1] <= second[0] for first, second in pairwise(self._slots()))

    def post(self) -> None:
        """Count every slot for every set of rooms that a meeting or a wish has there."""
        singles = {frozenset([room]) for _, room in self._rooms.wished}
        self._taken = list(self._takers())
        for takers in self._taken:
            for rooms in sorted({self._names, *singles, *takers.starts}, key=sorted):
                self._limit(takers, rooms)

    def cut(self, rooms: Names) -> None:
        """Let no more meetings take a slot than a set of rooms can hold, whichever slot it is.

        Parameters
        ----------
        rooms
            Ids of rooms; counted are the meetings that can be in no other room then, and those
            that are held in one of them. What is too few in one slot is likely to be in the next.
        """
        for takers in self._taken:
            self._limit(takers, rooms)

    def _takers(self) -> Iterator[_Takers]:
        """Yield who may take each slot; no wish is granted for a room that is closed then."""
        wished: dict[Choice, list[tuple[str, Truth]]] = {}
        for (meeting, room), truths in self._rooms.wished.items():
            for start, truth in truths.items():
                wished.setdefault((meeting, start), []).append((room, truth))
        allowed = {meeting: frozenset(self._rooms.allowed(meeting)) for meeting in self._times.lengths}
        closures = self._rooms.closures
        for slot, choices in self._slots().items():
            takers, closed = _Takers(), closures.closed(slot)
            for meeting, start in choices:
                here = allowed[meeting] - closed - closures.barring(meeting, start)
                takers.starts.setdefault(here, []).append(self._times.at(meeting)[start])
                for room, truth in wished.get((meeting, start), ()):
                    takers.wishes.append((here, room, truth))
                    if room not in here:
                        self._model.add(truth == 0)
            yield takers

    def _limit(self, takers: _Takers, rooms: Names) -> None:
        bound = takers.bound_to(rooms)
        if len(bound) > len(rooms):
            self._model.add(cp_model.LinearExpr.sum(bound) <= len(rooms))
