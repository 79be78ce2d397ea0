"""Rooms counted by sets: enough rooms for all meetings of a slot, whichever each of them takes.

Where all meetings that need a room at some time need it for the same stretch, meetings find rooms
exactly when no set of rooms is outnumbered by the meetings that can be nowhere else (Hall 1935).
Which sets matter is seen when rooms are matched: what is missing is added as a cut.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from scheduler.board.closures import Stretch
from scheduler.board.times import Times, Truth

if TYPE_CHECKING:
    from scheduler.board.rooms import Rooms

Choice = tuple[str, int, frozenset[str]]
"""A meeting, the start with which it takes a slot, and the rooms it can be in then."""


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
        self._names = names

    def _slots(self) -> list[Stretch]:
        """Return the stretches of time for which any meeting may need a room."""
        return sorted(
            {
                self._rooms.extent(meeting, start)
                for meeting in self._times.lengths
                for start in self._times.starts(meeting)
            }
        )

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
        for slot in self._slots():
            choices = self._choices(slot)
            self._deny(choices)
            unions = {frozenset(self._names), *singles, *(rooms for _, _, rooms in choices)}
            for rooms in sorted(unions, key=sorted):
                self._limit(choices, rooms)

    def cut(self, rooms: frozenset[str]) -> None:
        """Let no more meetings take a slot than a set of rooms can hold, whichever slot it is.

        Parameters
        ----------
        rooms
            Ids of rooms; counted are the meetings that can be in no other room then, and those
            that are held in one of them. What is too few in one slot is likely to be in the next.
        """
        for slot in self._slots():
            self._limit(self._choices(slot), rooms)

    def _choices(self, slot: Stretch) -> list[Choice]:
        """Return the meetings that may take a slot."""
        choices = []
        for meeting in self._times.lengths:
            start = slot[0] + self._rooms.setting_up(meeting)
            if start in self._times.at(meeting) and self._rooms.extent(meeting, start) == slot:
                choices.append((meeting, start, frozenset(self._rooms.open_to(meeting, start))))
        return choices

    def _deny(self, choices: list[Choice]) -> None:
        """Let no wish for a room be granted at a time at which the room is closed."""
        for meeting, start, here in choices:
            for room in self._names:
                truth = self._rooms.wished.get((meeting, room), {}).get(start)
                if truth is not None and room not in here:
                    self._model.add(truth == 0)

    def _limit(self, choices: list[Choice], rooms: frozenset[str]) -> None:
        bound: list[Truth] = []
        for meeting, start, here in choices:
            if here <= rooms:
                bound.append(self._times.at(meeting)[start])
            else:
                bound += self._granted(meeting, start, rooms)
        if len(bound) > len(rooms):
            self._model.add(sum(bound) <= len(rooms))

    def _granted(self, meeting: str, start: int, rooms: frozenset[str]) -> list[Truth]:
        """Return the wishes to be in one of some rooms at a time."""
        wishes = (self._rooms.wished.get((meeting, room), {}) for room in sorted(rooms))
        return [truths[start] for truths in wishes if start in truths]
