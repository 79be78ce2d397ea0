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
        self._barred: dict[str, dict[str, set[int]]] = {}

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
        self._barred.setdefault(meeting, {}).setdefault(room, set()).update(starts)

    def meets(self, room: str, start: int, end: int) -> bool:
        """Tell whether a room is closed at some time.

        Parameters
        ----------
        room
            Id of a room.
        start, end
            Ticks.

        Returns
        -------
        bool
            True when it is closed for at least one tick.
        """
        return any(first < end and start < last for first, last in self._spans[room])

    def whole(self, periods: Iterable[Stretch]) -> bool:
        """Tell whether rooms are only closed for whole periods, and to all meetings.

        Parameters
        ----------
        periods
            From a tick up to another.

        Returns
        -------
        bool
            False when a room is closed for a part of a period, or a start is barred.
        """
        spans = list(periods)
        return not any(self._barred.values()) and all(
            not self.meets(room, start, end)
            or any(first <= start and end <= last for first, last in self._spans[room])
            for room in self._spans
            for start, end in spans
        )

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
        return sorted(self._barred.get(meeting, {}).get(room, ()))

    def closed(self, extent: Stretch) -> frozenset[str]:
        """Return the rooms that are closed to all for a part of a stretch of time.

        Parameters
        ----------
        extent
            The time for which a room is needed.

        Returns
        -------
        frozenset of str
            Ids of rooms.
        """
        begin, end = extent
        return frozenset(
            room
            for room, spans in self._spans.items()
            if any(first < end and begin < last for first, last in spans)
        )

    def barring(self, meeting: str, start: int) -> frozenset[str]:
        """Return the rooms from which a meeting is barred if it begins at some time.

        Parameters
        ----------
        meeting
            Id of a meeting.
        start
            Tick at which it begins.

        Returns
        -------
        frozenset of str
            Ids of rooms; what is closed to all is not among them for that.
        """
        barred = self._barred.get(meeting, {})
        return frozenset(room for room, starts in barred.items() if start in starts)
