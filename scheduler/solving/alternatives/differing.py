"""The timetable that is most different from some others, with the proof that none is more so.

How far two timetables are apart is the number of meetings that are at different times or in different rooms;
from a timetable of which there are copies it is the distance to the nearest copy. Copies are too many to name
them all beforehand: one is added as soon as a solution lies nearer to it than the model knew (a cutting
plane), and the model is solved again.
"""

from dataclasses import dataclass

from ortools.sat.python import cp_model

from scheduler.domain.timetable import Timetable
from scheduler.solving.alternatives.bounded import (
    Bounded,
    Contradicted,
    Spots,
    Unfinished,
    distance,
    spots_of,
)
from scheduler.solving.alternatives.copies import Copies
from scheduler.solving.run import Run


@dataclass
class _Chosen:
    """A timetable, and the variable that holds how many meetings differ from it and its copies at least."""

    spots: Spots
    apart: cp_model.IntVar


class Differing:
    """Finds timetables that differ from those that have been chosen.

    Parameters
    ----------
    bounded
        All timetables that are good enough; its model grows.
    copies
        What is a copy of what.
    """

    def __init__(self, bounded: Bounded, copies: Copies) -> None:
        self._bounded, self._copies = bounded, copies
        self._meetings = len(bounded.board.forum.meetings)
        self._chosen: list[_Chosen] = []

    def choose(self, timetable: Timetable) -> None:
        """Keep away from a timetable.

        Parameters
        ----------
        timetable
            Of the same forum.
        """
        apart = self._bounded.board.model.new_int_var(0, self._meetings, "")
        spots = spots_of(timetable)
        self._chosen.append(_Chosen(spots, apart))
        self._keep_apart(spots, apart)

    def _keep_apart(self, spots: Spots, apart: cp_model.IntVar) -> None:
        """Let a variable count no more meetings than differ from a timetable."""
        model, agreed = self._bounded.board.model, []
        for meeting, spot in spots.items():
            truths = self._bounded.truths(meeting, spot)
            if truths:
                agrees = model.new_bool_var("")
                model.add_bool_or([agrees, *(truth.negated() for truth in truths)])
                agreed.append(agrees)
        model.add(apart + sum(agreed) <= self._meetings)

    def next(self, least: int) -> Timetable | None:
        """Find the timetable that is most different from all chosen.

        The meetings that differ from the nearest of them are as many as can be; then those that differ
        from each, added up; and then it is the first in the canonical order.

        Parameters
        ----------
        least
            Meetings in which it differs from each at least.

        Returns
        -------
        Timetable or None
            ``None`` where two configurations of the solver agree that there is none.

        Raises
        ------
        Unfinished
            The time is up.
        Contradicted
            The solver contradicts itself.
        """
        farthest = self._solved(least, 0, "least") if least <= self._meetings else None
        if farthest is None:
            return None
        all_apart = self._found(self._solved(farthest.value, 0, "sum"))
        first = self._found(self._solved(farthest.value, all_apart.value, None))
        return self._bounded.timetable(first)

    @staticmethod
    def _found(answer: Run | None) -> Run:
        """Refuse that what has just been found is impossible."""
        if answer is None:
            raise Contradicted
        return answer

    def _solved(self, least: int, in_all: int, wanted: str | None) -> Run | None:
        """Solve as often as solutions are nearer to a copy than the model knew."""
        while True:
            answer = self._bounded.run(self._model(least, in_all, wanted), canonical=wanted is None)
            if answer is None or not self._taught_by(answer):
                return answer

    def _model(self, least: int, in_all: int, wanted: str | None) -> cp_model.CpModel:
        model = self._bounded.board.model.clone()
        apart = [one.apart for one in self._chosen]
        nearest = model.new_int_var(least, self._meetings, "")
        for one in apart:
            model.add(nearest <= one)
        model.add(sum(apart) >= in_all)
        if wanted:
            model.maximize(nearest if wanted == "least" else sum(apart))
        return model

    def _taught_by(self, answer: Run) -> bool:
        """Add the copies to which a solution is nearer than the model says."""
        if not self._copies:
            return False
        spots, taught = self._bounded.spots(answer), False
        for one in self._chosen:
            copy = self._copies.nearest(one.spots, spots, self._bounded.deadline)
            if copy is None:
                raise Unfinished
            if distance(copy, spots) < answer.of(one.apart):
                self._keep_apart(copy, one.apart)
                taught = True
        return taught
