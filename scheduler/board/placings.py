"""Time and room of a meeting together: held there, or kept from there."""

from collections.abc import Mapping

from scheduler.board.rooms import Rooms
from scheduler.board.times import Times
from scheduler.domain.timetable import Placement
from scheduler.domain.window import Window


class Placings:
    """Verbs that speak of the time and the room of one meeting at once, in minutes.

    Parameters
    ----------
    times
        The starts of the meetings.
    rooms
        Their rooms.
    tick
        Minutes of a tick.
    spared
        Where meetings may stay, whatever ``keep_out`` says, by meeting.
    """

    def __init__(
        self, times: Times, rooms: Rooms, tick: int, spared: Mapping[str, Placement] | None = None
    ) -> None:
        self._spared = spared or {}
        self._times = times
        self._rooms = rooms
        self._tick = tick

    def hold(self, meeting: str, start: int, room: str) -> None:
        """Hold a meeting at a time in a room.

        Parameters
        ----------
        meeting
            Id of a meeting.
        start
            Minute on the forum's axis at which it begins.
        room
            Id of a room.
        """
        length = self._times.lengths[meeting]
        self._times.keep(meeting, [(tick, tick + length) for tick in self._ticks(meeting, start)])
        self._rooms.keep(meeting, {room})

    def never(self, meeting: str, start: int, room: str) -> None:
        """Keep a meeting from beginning at a time in a room.

        Parameters
        ----------
        meeting
            Id of a meeting.
        start
            Minute on the forum's axis.
        room
            Id of a room.
        """
        self._rooms.closures.bar(meeting, room, self._ticks(meeting, start))

    def keep_out(self, meeting: str, room: str, window: Window) -> None:
        """Keep a meeting that is held in a room from sharing a minute with a window.

        Parameters
        ----------
        meeting
            Id of a meeting.
        room
            Id of a room.
        window
            A stretch of the forum's time.
        """
        length = self._times.lengths[meeting]
        touching = [
            start
            for start in self._times.starts(meeting)
            if window.meets(start * self._tick, (start + length) * self._tick)
            and not self._is_spared(meeting, start, room)
        ]
        self._rooms.closures.bar(meeting, room, touching)

    def _is_spared(self, meeting: str, start: int, room: str) -> bool:
        place = self._spared.get(meeting)
        return place is not None and (place.start, place.room) == (start * self._tick, room)

    def _ticks(self, meeting: str, start: int) -> list[int]:
        """Return the one tick at which a meeting begins at a minute, or none."""
        return [tick for tick in self._times.starts(meeting) if tick * self._tick == start]
