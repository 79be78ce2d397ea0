"""The verbs that speak of meetings and windows of the forum's time."""

from collections.abc import Iterable

from ortools.sat.python import cp_model

from scheduler.board.times import Times, Truth
from scheduler.domain.window import Window


class WindowVerbs:
    """Meetings inside, outside and across windows, in minutes."""

    model: cp_model.CpModel
    times: Times
    tick: int

    def _inside(self, window: Window) -> tuple[int, int]:
        """Return the ticks that lie wholly inside a window."""
        return -(-window.start // self.tick), window.end // self.tick

    def _around(self, window: Window) -> tuple[int, int]:
        """Return the ticks that a window touches."""
        return window.start // self.tick, -(-window.end // self.tick)

    def within(self, meeting: str, windows: Iterable[Window]) -> None:
        """Hold a meeting wholly inside one of some windows.

        Parameters
        ----------
        meeting
            Id of a meeting.
        windows
            Stretches of the forum's time.
        """
        self.times.keep(meeting, [self._inside(window) for window in windows])

    def outside(self, meeting: str, window: Window) -> None:
        """Keep a meeting from sharing a minute with a window.

        Parameters
        ----------
        meeting
            Id of a meeting.
        window
            A stretch of the forum's time.
        """
        self.times.drop(meeting, *self._around(window))

    def at_most_within(self, limit: int, meetings: Iterable[str], window: Window) -> None:
        """Let no more than a number of meetings lie inside a window.

        Parameters
        ----------
        limit
            The number.
        meetings
            Ids of meetings.
        window
            A stretch of the forum's time.
        """
        self.model.add(sum(self.inside(meetings, window)) <= limit)

    def some_touching(self, meetings: Iterable[str], window: Window) -> None:
        """Let at least one of some meetings share a minute with a window.

        Parameters
        ----------
        meetings
            Ids of meetings.
        window
            A stretch of the forum's time.
        """
        around = self._around(window)
        touching = [truth for meeting in meetings for truth in self.times.touching(meeting, *around)]
        self.model.add_bool_or(touching)

    def inside(self, meetings: Iterable[str], window: Window) -> list[Truth]:
        """Return the starts with which meetings lie inside a window.

        Parameters
        ----------
        meetings
            Ids of meetings.
        window
            A stretch of the forum's time.

        Returns
        -------
        list of Truth
            At most one holds for each meeting.
        """
        first, last = self._inside(window)
        return [truth for meeting in meetings for truth in self.times.within(meeting, first, last)]
