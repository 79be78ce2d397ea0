"""Copies of a timetable: what comes of it when sessions or rooms that are alike change places."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from ortools.sat.python import cp_model

from scheduler.domain.forum import Forum
from scheduler.solving.alternatives.alike import Alike
from scheduler.solving.alternatives.bounded import Spot, Spots
from scheduler.solving.run import Deadline, Settings, run

Key = tuple[tuple[int, ...], tuple[int, ...]]
"""Starts of all meetings in the order of the forum, and then the places of their rooms in its list."""


class _State(NamedTuple):
    """Sessions that stand somewhere already, and what their rooms have become, by place in the list."""

    used: frozenset[str]
    rooms: tuple[tuple[int, int], ...]


class Copies:
    """The copies of a forum's timetables.

    Parameters
    ----------
    forum
        The forum.
    same
        What of it is alike.
    """

    def __init__(self, forum: Forum, same: Alike) -> None:
        self._forum, self._same = forum, same
        self._place = {room.room: number for number, room in enumerate(forum.rooms)}
        self._sittings = {one.session: [meeting.id for meeting in one.sittings] for one in forum.sessions}
        self._sessions = {name: members for members in same.sessions for name in members}
        classes = ([self._place[room] for room in members] for members in same.rooms)
        self._rooms = {place: members for members in classes for place in members}

    def __bool__(self) -> bool:
        return bool(self._same)

    def key(self, spots: Spots) -> Key:
        """Tell where a timetable stands in the order of all.

        Parameters
        ----------
        spots
            Of all meetings.

        Returns
        -------
        Key
            The least comes first.
        """
        held = [spots[meeting.id] for meeting in self._forum.meetings]
        return tuple(start for start, _ in held), tuple(self._place[room] for _, room in held)

    def is_first(self, spots: Spots) -> bool:
        """Tell whether a timetable comes before all its copies.

        Parameters
        ----------
        spots
            Of all meetings.

        Returns
        -------
        bool
            True for one of each set of copies.
        """
        return not self._same or self.first_key(spots) == self.key(spots)

    def first_key(self, spots: Spots) -> Key:
        """Find the first of all copies of a timetable.

        Starts count first, so sessions that are alike come in the order of theirs; what is still open then
        is which of those at the same times comes first, and what each room becomes.

        Parameters
        ----------
        spots
            Of all meetings.

        Returns
        -------
        Key
            The same for all copies.
        """
        order = dict(self._in_order(spots))
        states: set[_State] = {_State(frozenset(), ())}
        rooms: list[int] = []
        for session in self._sittings:
            steps = [step for state in states for step in self._steps(state, order[session], spots)]
            least = min(labels for labels, _ in steps)
            states = {state for labels, state in steps if labels == least}
            rooms += least
        starts = tuple(
            start for session in self._sittings for start in self._starts(order[session][0], spots)
        )
        return starts, tuple(rooms)

    def _starts(self, session: str, spots: Spots) -> tuple[int, ...]:
        return tuple(spots[meeting][0] for meeting in self._sittings[session])

    def _in_order(self, spots: Spots) -> Iterator[tuple[str, list[str]]]:
        """Yield for each session those that can take its place, all at the same times."""
        for session in self._sittings:
            members = self._sessions.get(session, (session,))
            times = sorted(self._starts(one, spots) for one in members)[members.index(session)]
            yield session, [one for one in members if self._starts(one, spots) == times]

    def _steps(
        self, state: _State, candidates: Iterable[str], spots: Spots
    ) -> Iterator[tuple[tuple[int, ...], _State]]:
        """Yield what the rooms of the next session become, for each that can take its place."""
        for one in candidates:
            if one not in state.used:
                rooms = dict(state.rooms)
                labels = [
                    self._label(self._place[spots[meeting][1]], rooms) for meeting in self._sittings[one]
                ]
                yield tuple(labels), _State(state.used | {one}, tuple(sorted(rooms.items())))

    def _label(self, room: int, rooms: dict[int, int]) -> int:
        """Return what a room becomes: the first of those alike that is not taken by an earlier meeting."""
        if room not in self._rooms:
            return room
        if room not in rooms:
            taken = {*rooms.values()}
            rooms[room] = next(place for place in self._rooms[room] if place not in taken)
        return rooms[room]

    def order(self, model: cp_model.CpModel, rooms: Mapping[str, Mapping[str, cp_model.IntVar]]) -> None:
        """Keep most copies that are not the first out of a model: the first uses rooms in their order.

        Parameters
        ----------
        model
            Takes the constraints.
        rooms
            For each meeting the truth values of its rooms.
        """
        for members in self._same.rooms:
            for earlier, later in pairwise(members):
                before: list[cp_model.IntVar] = []
                for meeting in self._forum.meetings:
                    held = rooms[meeting.id]
                    if later in held:
                        model.add_bool_or([held[later].negated(), *before])
                    before += [held[earlier]] if earlier in held else []

    def in_order(self) -> Iterator[tuple[str, str]]:
        """Yield pairs of meetings of which the first begins no later in the first of all copies.

        Yields
        ------
        tuple of str
            The first meetings of sessions that are alike.
        """
        for members in self._same.sessions:
            for earlier, later in pairwise(members):
                yield self._sittings[earlier][0], self._sittings[later][0]

    def nearest(self, spots: Spots, to: Spots, deadline: Deadline) -> dict[str, Spot] | None:
        """Find the copy of one timetable that has the most meetings where another has them.

        Parameters
        ----------
        spots
            The timetable whose copies are looked at.
        to
            The other.
        deadline
            When to stop.

        Returns
        -------
        dict of str to Spot
            The copy; ``None`` when the time is up.
        """
        return _Nearest(self._forum, self._same, spots, to).found(deadline)


class _Nearest:
    """A model of the ways in which what is alike can change places."""

    def __init__(self, forum: Forum, same: Alike, spots: Spots, to: Spots) -> None:
        self._forum, self._spots, self._to = forum, spots, to
        self._model = cp_model.CpModel()
        self._sessions = self._ways((one.session for one in forum.sessions), same.sessions)
        self._rooms = self._ways((one.room for one in forum.rooms), same.rooms)

    def _ways(
        self, names: Iterable[str], classes: Iterable[tuple[str, ...]]
    ) -> dict[str, dict[str, cp_model.IntVar]]:
        """Return for each name what it can become."""
        sets = {name: members for members in classes for name in members}
        ways = {
            name: {other: self._model.new_bool_var("") for other in sets.get(name, (name,))} for name in names
        }
        for name, becomes in ways.items():
            self._model.add_exactly_one(becomes.values())
            self._model.add_exactly_one(ways[other][name] for other in becomes)
        return ways

    def found(self, deadline: Deadline) -> dict[str, Spot] | None:
        """Solve the model."""
        self._model.maximize(sum(self._agreements()))
        answer = run(self._model, Settings(workers=1), deadline)
        if answer.status != "optimal":
            return None
        sessions, rooms = (
            {
                name: next(other for other, truth in ways.items() if answer.of(truth))
                for name, ways in all_ways.items()
            }
            for all_ways in (self._sessions, self._rooms)
        )
        named = self._forum.session_by_id
        copy: dict[str, Spot] = {}
        for session in self._forum.sessions:
            for old, new in zip(session.sittings, named[sessions[session.session]].sittings, strict=True):
                start, room = self._spots[old.id]
                copy[new.id] = (start, rooms[room])
        return copy

    def _agreements(self) -> Iterator[cp_model.IntVar]:
        """Yield truth values of which each says that a meeting is where the other timetable has it."""
        named = self._forum.session_by_id
        for session in self._forum.sessions:
            for other, becomes in self._sessions[session.session].items():
                for old, new in zip(session.sittings, named[other].sittings, strict=True):
                    (start, room), (other_start, other_room) = self._spots[old.id], self._to[new.id]
                    if start == other_start and other_room in self._rooms[room]:
                        agreed = self._model.new_bool_var("")
                        self._model.add_implication(agreed, becomes)
                        self._model.add_implication(agreed, self._rooms[room][other_room])
                        yield agreed
