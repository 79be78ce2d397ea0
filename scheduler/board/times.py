"""When meetings begin: one truth value for each start a meeting may have.

A start is a tick of the forum's axis. Rules that speak of time need nothing else, so rooms are
never paid for here.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

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

    def keep(self, meeting: str, spans: Iterable[tuple[int, int]]) -> None:
        """Hold a meeting wholly inside one of some stretches of time.

        Parameters
        ----------
        meeting
            Id of a meeting.
        spans
            Pairs of ticks, from a start up to an end.
        """
        starts, length = self._starts[meeting], self.lengths[meeting]
        kept: list[int] = []
        for first, last in sorted(spans):
            since = bisect_left(starts, max(first, kept[-1] + 1) if kept else first)
            kept += starts[since : bisect_right(starts, last - length)]
        self._narrow(meeting, kept)

    def drop(self, meeting: str, start: int, end: int) -> None:
        """Keep a meeting from sharing a tick with a stretch of time.

        Parameters
        ----------
        meeting
            Id of a meeting.
        start, end
            Ticks.
        """
        first, last = self._touching(meeting, start, end)
        self._narrow(meeting, self._starts[meeting][:first] + self._starts[meeting][last:])

    def _narrow(self, meeting: str, kept: list[int]) -> None:
        if meeting in self._truths:
            gone = set(self._starts[meeting]).difference(kept)
            for start in sorted(gone):
                self._model.add(self._truths[meeting].pop(start) == 0)
        self._starts[meeting] = kept

    def require(self, meeting: str) -> None:
        """Let a meeting be held.

        Parameters
        ----------
        meeting
            Id of a meeting.
        """
        self._model.add_exactly_one(self.at(meeting).values())

    def asked(self, meeting: str) -> bool:
        """Tell whether a rule has asked when a meeting begins.

        Parameters
        ----------
        meeting
            Id of a meeting.

        Returns
        -------
        bool
            False while its starts are no part of the model.
        """
        return meeting in self._truths

    def cancel(self, meeting: str) -> None:
        """Let a meeting not be held at all.

        Parameters
        ----------
        meeting
            Id of a meeting.
        """
        for truth in self.at(meeting).values():
            self._model.add(truth == 0)

    def span(self, meeting: str) -> tuple[int, int]:
        """Return the stretch of time outside of which a meeting cannot be.

        Parameters
        ----------
        meeting
            Id of a meeting.

        Returns
        -------
        tuple of int
            Ticks; an empty stretch when it can be nowhere.
        """
        starts = self._starts[meeting]
        return (starts[0], starts[-1] + self.lengths[meeting]) if starts else (0, 0)

    def can_meet(self, one: str, other: str) -> bool:
        """Tell whether two meetings could share a tick.

        Parameters
        ----------
        one, other
            Ids of meetings.

        Returns
        -------
        bool
            False only when what is left of their starts rules it out.
        """
        (start, end), (other_start, other_end) = self.span(one), self.span(other)
        return start < other_end and other_start < end

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
            By tick, in the order of time; at most one of them holds.
        """
        if meeting not in self._truths:
            truths = {
                start: self._model.new_bool_var(f"{meeting}@{start}") for start in self._starts[meeting]
            }
            self._model.add_at_most_one(truths.values())
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

    def covering(self, meeting: str, point: int, after: int = 0) -> list[Truth]:
        """Return the starts with which a meeting is running at a point.

        Parameters
        ----------
        meeting
            Id of a meeting.
        point
            A tick.
        after
            Ticks by which the meeting is lengthened at its end.

        Returns
        -------
        list of Truth
            At most one of them holds; their sum is 1 when the meeting runs there.
        """
        starts = self._starts[meeting]
        first = bisect_right(starts, point - self.lengths[meeting] - after)
        last = bisect_right(starts, point)
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
        first, last = self._touching(meeting, start, end)
        truths = self.at(meeting)
        return [truths[tick] for tick in self._starts[meeting][first:last]]

    def _touching(self, meeting: str, start: int, end: int) -> tuple[int, int]:
        """Return which of the starts of a meeting make it share a tick with a stretch of time."""
        starts = self._starts[meeting]
        first = bisect_right(starts, start - self.lengths[meeting])
        return first, max(first, bisect_left(starts, end))

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
