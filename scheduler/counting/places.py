"""Where meetings may be by some of the clauses alone, each meeting looked at by itself."""

from collections.abc import Callable, Iterable

from scheduler.counting.board import CountingBoard
from scheduler.counting.stretches import Stretches, both, holding, widest
from scheduler.domain.forum import Forum


class Places:
    """The stretches and rooms that some clauses leave to meetings.

    Parameters
    ----------
    board
        With all that was noted.
    numbers
        Of the clauses that count.
    """

    def __init__(self, board: CountingBoard, numbers: frozenset[int]) -> None:
        self.board, self.numbers = board, numbers
        clock = board.forum.clock
        days = ((clock.midnight(day.name), clock.midnight_after(day.name)) for day in clock.days)
        self._days = widest(days)
        self._rooms: dict[str, tuple[str, ...]] = {}
        self._stretches: dict[str, Stretches] = {}
        self._inside: dict[tuple[str, str], Stretches] = {}
        self._anywhere: dict[str, Stretches] = {}
        self._known: dict[Stretches, Stretches] = {}
        self._both: dict[tuple[Stretches, Stretches], Stretches] = {}

    @property
    def forum(self) -> Forum:
        """The forum."""
        return self.board.forum

    @property
    def days(self) -> Stretches:
        """The days of the forum."""
        return self._days

    def minutes(self, meeting: str) -> int:
        """Return how long a meeting lasts.

        Parameters
        ----------
        meeting
            Id of a meeting.

        Returns
        -------
        int
            Minutes.
        """
        return self.forum.meeting_by_id[meeting].minutes

    def stretches(self, meeting: str) -> Stretches:
        """Return where a meeting may be as far as only its time is asked for.

        Parameters
        ----------
        meeting
            Id of a meeting.

        Returns
        -------
        tuple of Stretch
            Also those that are too short for it.
        """
        if meeting not in self._stretches:
            self._stretches[meeting] = self._narrowed(self._days, self.board.times[meeting])
        return self._stretches[meeting]

    def _narrowed(self, stretches: Stretches, notes: Iterable[tuple[int, Stretches]]) -> Stretches:
        for number, allowed in notes:
            if number in self.numbers:
                pair = (stretches, allowed)
                if pair not in self._both:
                    self._both[pair] = both(*pair)
                stretches = self._both[pair]
        return stretches

    def rooms(self, meeting: str) -> tuple[str, ...]:
        """Return the rooms in which a meeting may be, whenever that is.

        Parameters
        ----------
        meeting
            Id of a meeting.

        Returns
        -------
        tuple of str
            Ids in the order of the forum.
        """
        if meeting not in self._rooms:
            allowed = [rooms for number, rooms in self.board.rooms[meeting] if number in self.numbers]
            names = (room.room for room in self.forum.rooms)
            self._rooms[meeting] = tuple(name for name in names if all(name in rooms for rooms in allowed))
        return self._rooms[meeting]

    def inside(self, meeting: str, room: str) -> Stretches:
        """Return where a meeting may be in one of the rooms left to it.

        Parameters
        ----------
        meeting
            Id of a meeting.
        room
            Id of a room.

        Returns
        -------
        tuple of Stretch
            Long enough for it; the same object where they are the same.
        """
        if (meeting, room) not in self._inside:
            notes = self.board.times_in.get((meeting, room), ())
            found = holding(self._narrowed(self.stretches(meeting), notes), self.minutes(meeting))
            self._inside[meeting, room] = self._known.setdefault(found, found)
        return self._inside[meeting, room]

    def anywhere(self, meeting: str) -> Stretches:
        """Return where a meeting may be in any of the rooms left to it.

        Parameters
        ----------
        meeting
            Id of a meeting.

        Returns
        -------
        tuple of Stretch
            Long enough for it.
        """
        if meeting not in self._anywhere:
            inside = dict.fromkeys(self.inside(meeting, room) for room in self.rooms(meeting))
            self._anywhere[meeting] = widest(part for parts in inside for part in parts)
        return self._anywhere[meeting]


def by_fewest(board: CountingBoard, meetings: Iterable[str], impossible: Callable[[Places], bool]) -> Places:
    """Leave out every clause without which some meetings are as impossible as with it.

    Parameters
    ----------
    board
        With all that was noted.
    meetings
        Ids of the meetings concerned.
    impossible
        Tells whether something cannot be by some clauses.

    Returns
    -------
    Places
        By clauses of which none can be left out. Practice is left out rather than a mandate.
    """
    places = Places(board, board.numbers(meetings))
    for number in sorted(places.numbers, reverse=True):
        fewer = Places(board, places.numbers - {number})
        if impossible(fewer):
            places = fewer
    return places
