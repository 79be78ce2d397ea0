"""When rooms cannot be used: by nobody for some time, or by one meeting if it begins at some times."""

from collections.abc import Iterable

Stretch = tuple[int, int]
"""Ticks from a start up to an end."""


class Closures:
    """What keeps meetings out of rooms that they could else be held in.

    Parameters
    ----------
    rooms
        Ids of the rooms.
    """

    def __init__(self, rooms: Iterable[str]) -> None:
        self._spans: dict[str, list[Stretch]] = {room: [] for room in rooms}
        self._barred: dict[tuple[str, str], set[int]] = {}

    def close(self, room: str, start: int, end: int) -> None:
        """Keep all meetings out of a room for some time.

        Parameters
        ----------
        room
            Id of a room.
        start, end
            Ticks.
        """
        self._spans[room].append((start, end))

    def bar(self, meeting: str, room: str, starts: Iterable[int]) -> None:
        """Keep a meeting out of a room if it begins at some times.

        Parameters
        ----------
        meeting
            Id of a meeting.
        room
            Id of a room.
        starts
            Ticks.
        """
        self._barred.setdefault((meeting, room), set()).update(starts)

    def spans(self, room: str) -> list[Stretch]:
        """Return when a room is closed.

        Parameters
        ----------
        room
            Id of a room.

        Returns
        -------
        list of tuple
            In the order in which it was said.
        """
        return self._spans[room]

    def barred(self, meeting: str, room: str) -> list[int]:
        """Return the starts with which a meeting cannot be in a room.

        Parameters
        ----------
        meeting
            Id of a meeting.
        room
            Id of a room.

        Returns
        -------
        list of int
            Ticks, sorted.
        """
        return sorted(self._barred.get((meeting, room), ()))

    def allow(self, meeting: str, room: str, start: int, extent: Stretch) -> bool:
        """Tell whether a meeting could use a room.

        Parameters
        ----------
        meeting
            Id of a meeting.
        room
            Id of a room.
        start
            Tick at which it begins.
        extent
            The time for which it needs the room.

        Returns
        -------
        bool
            False when the room is closed for a part of that time, or the start is barred.
        """
        begin, end = extent
        closed = any(first < end and begin < last for first, last in self._spans[room])
        return not closed and start not in self._barred.get((meeting, room), ())
