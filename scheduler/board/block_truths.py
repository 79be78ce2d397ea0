"""What rules ask of blocks: the truths on tracks, periods and rooms."""

from collections.abc import Sequence

from ortools.sat.python import cp_model

from scheduler.board.rooms import Rooms
from scheduler.board.times import Times, Truth

Span = tuple[int, int]
"""A period from a tick up to another."""


class BlockTruths:
    """The rooms and periods of all tracks.

    Parameters
    ----------
    model
        The model to which variables and constraints are added.
    times
        The starts of the meetings.
    rooms
        Their rooms.
    tracks
        The meetings of each track.
    periods
        All periods in the order of time.
    names
        Ids of all rooms.
    """

    counted = False
    """Whether rooms are only counted."""

    def __init__(  # noqa: PLR0913, PLR0917 - the parts of a board, once
        self,
        model: cp_model.CpModel,
        times: Times,
        rooms: Rooms,
        tracks: dict[str, list[str]],
        periods: Sequence[Span],
        names: Sequence[str],
    ) -> None:
        self._model, self._times, self.rooms = model, times, rooms
        self.tracks, self.periods, self.names = tracks, tuple(periods), tuple(names)
        self._track_of = {meeting: track for track, meetings in tracks.items() for meeting in meetings}
        self._uses: dict[tuple[str, int], dict[str, Truth]] = {}
        self._on: dict[tuple[str, int], Truth] = {}
        self._held: dict[str, list[Truth]] = {}
        self._inside: dict[str, list[dict[str, Truth]]] = {}
        self._in_room: dict[str, dict[str, Truth]] = {}
        self._seated: set[str] = set()
        self._timed: set[str] = set()
        self.exclusive = False
        self.alone = False

    def one_track_in_room(self) -> None:
        """Let a room hold no more than one track in a period."""
        self.exclusive = True
        self.rooms.seated = self.in_room
        self.open()

    def uses(self, track: str, period: int) -> dict[str, Truth]:
        """Return the truth values "the track has this room in this period".

        Parameters
        ----------
        track
            Id of a track.
        period
            Number of a period.

        Returns
        -------
        dict of str to Truth
            By room; what holds is filled by at least one meeting.
        """
        self.open()
        return self._uses[track, period]

    def number(self, track: str, period: int) -> cp_model.LinearExprT:
        """Return how many rooms a track has in a period.

        Parameters
        ----------
        track
            Id of a track.
        period
            Number of a period.

        Returns
        -------
        LinearExpr
            0 when it has none.
        """
        return sum(self.uses(track, period).values())

    def on(self, track: str, period: int) -> Truth:
        """Return the truth value "the track has some room in this period".

        Parameters
        ----------
        track
            Id of a track.
        period
            Number of a period.

        Returns
        -------
        Truth
            Holds exactly when it has.
        """
        self.open()
        return self._on[track, period]

    def held(self, meeting: str) -> list[Truth]:
        """Return the truth values "the meeting lies in this period".

        Parameters
        ----------
        meeting
            Id of a meeting.

        Returns
        -------
        list of Truth
            One for each period.
        """
        self.open()
        return self._held[meeting]

    def inside(self, meeting: str) -> list[dict[str, Truth]]:
        """Return the truth values "the meeting is in this room in this period".

        Parameters
        ----------
        meeting
            Id of a meeting; its track is seated from now on.

        Returns
        -------
        list of dict of str to Truth
            By room, for each period.
        """
        self.open()
        self.seat(self._track_of[meeting])
        return self._inside[meeting]

    def in_room(self, meeting: str) -> dict[str, Truth]:
        """Return the truth values "the meeting is in this room", in whichever period, or in none.

        Parameters
        ----------
        meeting
            Id of a meeting; its track is seated from now on.

        Returns
        -------
        dict of str to Truth
            By room.
        """
        self.seat(self._track_of[meeting])
        if meeting not in self._in_room:
            self._in_room[meeting] = {room: self._model.new_bool_var("") for room in self.names}
        return self._in_room[meeting]

    def seat(self, track: str) -> None:
        """Let the rooms of the meetings of a track be part of the model.

        Parameters
        ----------
        track
            Id of a track.
        """
        self._seated.add(track)
        for meeting in self.tracks[track]:
            if meeting not in self._inside:
                self._inside[meeting] = [
                    {room: self._model.new_bool_var("") for room in self.names} for _ in self.periods
                ]

    def time(self, track: str) -> None:
        """Let the starts of the meetings of a track be part of the model, and their rooms.

        Parameters
        ----------
        track
            Id of a track.
        """
        self.open()
        self.seat(track)
        self._timed.add(track)

    def track_of(self, meeting: str) -> str:
        """Return the track of a meeting.

        Parameters
        ----------
        meeting
            Id of a meeting.

        Returns
        -------
        str
            Id of the track; that of the session where it has none.
        """
        return self._track_of[meeting]

    def open(self) -> None:
        """Make blocks part of the model."""
        if self._held:
            return
        for track, meetings in self.tracks.items():
            for period in range(len(self.periods)):
                self._uses[track, period] = {room: self._model.new_bool_var("") for room in self.names}
                self._on[track, period] = self._model.new_bool_var("")
            for meeting in meetings:
                self._held[meeting] = [self._model.new_bool_var("") for _ in self.periods]

    @property
    def asked(self) -> bool:
        """Whether a rule has asked for blocks."""
        return bool(self._held)

    @property
    def loose(self) -> frozenset[str]:
        """Tracks whose meetings only count."""
        return frozenset(self.tracks).difference(self._seated)

    @property
    def timed(self) -> frozenset[str]:
        """Tracks whose meetings have starts in the model."""
        return frozenset(self._timed)
