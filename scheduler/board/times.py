"""When meetings begin: one truth value for each start a meeting may have.

A start is a tick of the forum's axis. Rules that speak of time need nothing else, so rooms are
never paid for here.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable

from ortools.sat.python import cp_model

Truth = cp_model.IntVar
"""A truth value of the model: 1 when it holds."""


class Times:
    """The starts of all meetings.

    Parameters
    ----------
    model
        The model to which variables and constraints are added.
    lengths
        Length of each meeting in ticks.
    starts
        For each meeting the ticks at which it may begin, sorted.
    """

    def __init__(
        self, model: cp_model.CpModel, lengths: dict[str, int], starts: dict[str, list[int]]
    ) -> None:
        self._model = model
        self.lengths = lengths
        self._starts = starts
        self._truths: dict[str, dict[int, Truth]] = {}
        self._variables: dict[str, cp_model.IntVar] = {}

    def starts(self, meeting: str) -> list[int]:
        """Return the ticks at which a meeting may still begin.

        Parameters
        ----------
        meeting
            Id of a meeting.

        Returns
        -------
        list of int
            Sorted; empty when every start has been taken away.
        """
        return self._starts[meeting]

    def keep(self, meeting: str, allowed: Callable[[int], bool]) -> None:
        """Take starts away from a meeting.

        Parameters
        ----------
        meeting
            Id of a meeting.
        allowed
            Tells for a tick whether the meeting may begin there.
        """
        kept = [start for start in self._starts[meeting] if allowed(start)]
        for start in set(self._starts[meeting]).difference(kept):
            if meeting in self._truths:
                self._model.add(self._truths[meeting].pop(start) == 0)
        self._starts[meeting] = kept
        if not kept:
            self.forbid()

    def forbid(self) -> None:
        """Make the model impossible: something is asked that no timetable can have."""
        self._model.add_bool_or([])

    def at(self, meeting: str) -> dict[int, Truth]:
        """Return the truth values "the meeting begins here".

        Parameters
        ----------
        meeting
            Id of a meeting.

        Returns
        -------
        dict of int to Truth
            By tick, in the order of time; exactly one of them holds.
        """
        if meeting not in self._truths:
            truths = {
                start: self._model.new_bool_var(f"{meeting}@{start}") for start in self._starts[meeting]
            }
            self._model.add_exactly_one(truths.values())
            self._truths[meeting] = truths
        return self._truths[meeting]

    def start(self, meeting: str) -> cp_model.IntVar:
        """Return the start of a meeting as one integer variable.

        Parameters
        ----------
        meeting
            Id of a meeting.

        Returns
        -------
        IntVar
            In ticks.
        """
        if meeting not in self._variables:
            truths = self.at(meeting)
            domain = cp_model.Domain.from_values(list(truths) or [0])
            variable = self._model.new_int_var_from_domain(domain, f"{meeting}.start")
            self._model.add(variable == sum(start * truth for start, truth in truths.items()))
            self._variables[meeting] = variable
        return self._variables[meeting]

    def covering(self, meeting: str, point: int, before: int = 0, after: int = 0) -> list[Truth]:
        """Return the starts with which a meeting is running at a point.

        Parameters
        ----------
        meeting
            Id of a meeting.
        point
            A tick.
        before, after
            Ticks by which the meeting is lengthened at either end.

        Returns
        -------
        list of Truth
            At most one of them holds; their sum is 1 when the meeting runs there.
        """
        starts = self._starts[meeting]
        first = bisect_right(starts, point - self.lengths[meeting] - after)
        last = bisect_right(starts, point + before)
        truths = self.at(meeting)
        return [truths[start] for start in starts[first:last]]

    def within(self, meeting: str, start: int, end: int) -> list[Truth]:
        """Return the starts with which a meeting lies wholly between two ticks.

        Parameters
        ----------
        meeting
            Id of a meeting.
        start, end
            Ticks.

        Returns
        -------
        list of Truth
            At most one of them holds.
        """
        starts = self._starts[meeting]
        first = bisect_left(starts, start)
        last = bisect_right(starts, end - self.lengths[meeting])
        truths = self.at(meeting)
        return [truths[tick] for tick in starts[first : max(first, last)]]

    def touching(self, meeting: str, start: int, end: int) -> list[Truth]:
        """Return the starts with which a meeting shares a tick with a stretch of time.

        Parameters
        ----------
        meeting
            Id of a meeting.
        start, end
            Ticks.

        Returns
        -------
        list of Truth
            At most one of them holds.
        """
        starts = self._starts[meeting]
        first = bisect_right(starts, start - self.lengths[meeting])
        last = bisect_left(starts, end)
        truths = self.at(meeting)
        return [truths[tick] for tick in starts[first : max(first, last)]]

    def points(self, meetings: Iterable[str]) -> list[int]:
        """Return the ticks at which any of some meetings may begin.

        If some of them run at once, then they do so at one of these ticks.

        Parameters
        ----------
        meetings
            Ids of meetings.

        Returns
        -------
        list of int
            Sorted, each once.
        """
        return sorted({start for meeting in meetings for start in self._starts[meeting]})

    def apart(self, one: str, other: str) -> None:
        """Let two meetings share no tick.

        Parameters
        ----------
        one, other
            Ids of meetings.
        """
        for point in self.points((one, other)):
            truths = self.covering(one, point), self.covering(other, point)
            if all(truths):
                self._model.add_at_most_one([*truths[0], *truths[1]])
