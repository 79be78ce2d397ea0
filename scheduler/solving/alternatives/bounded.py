"""A board on which every timetable can stand that is good enough, and no other."""

from collections.abc import Mapping, Sequence

from ortools.sat.python import cp_model

from scheduler.board import Board
from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Timetable
from scheduler.rules import Rule
from scheduler.solving.canonical import choices, set_order
from scheduler.solving.levels import hold
from scheduler.solving.posting import post
from scheduler.solving.run import Deadline, Run, Settings, run
from scheduler.solving.solution import read
from scheduler.solving.solve import Limits, charged_by_data
from scheduler.solving.tick import tick_of

Spot = tuple[int, str]
"""Where a meeting is: its start in minutes on the forum's axis, and the id of its room."""
Spots = Mapping[str, Spot]
"""The spots of all meetings, by their ids: what tells one alternative from another."""


class Unfinished(Exception):
    """The time ran out before an answer was proven."""


class Contradicted(Exception):
    """The solver finds what it has proven impossible, or refuses the model: hemicycle is wrong."""


def spots_of(timetable: Timetable) -> dict[str, Spot]:
    """Read where the meetings of a timetable are.

    Parameters
    ----------
    timetable
        Any timetable.

    Returns
    -------
    dict of str to Spot
        By meeting; the minutes of agendas are no part of it.
    """
    return {place.meeting: (place.start, place.room) for place in timetable.placements}


def distance(one: Spots, other: Spots) -> int:
    """Count the meetings that two timetables of one forum have at different times or in different rooms.

    Parameters
    ----------
    one, other
        Of the same meetings.

    Returns
    -------
    int
        Meetings.
    """
    return sum(other[meeting] != spot for meeting, spot in one.items())


class Bounded:
    """All timetables that keep every clause and cost no more than is allowed at any level.

    Rooms are part of its model whatever the clauses ask for, as they tell alternatives apart.

    Parameters
    ----------
    forum
        The forum as it was solved.
    rules
        Those of the clauses it follows.
    most
        What each level may cost at most, the charges on the forum's own data included.
    limits
        Workers, seed, and the time that is left.
    """

    def __init__(self, forum: Forum, rules: Sequence[Rule], most: Sequence[int], limits: Limits) -> None:
        self.board: Board = post(forum, rules, tick_of(forum, rules), tied=True)
        fixed = charged_by_data(forum, rules)
        for clauses, value, data in zip(forum.levels, most, fixed, strict=True):
            hold(self.board, self.board.prices.terms(clauses), value - data)
        self.choices = [*choices(self.board)]
        set_order(self.board)
        self.deadline: Deadline = limits.deadline
        self._settings = Settings(limits.workers, limits.seed)

    def truths(self, meeting: str, spot: Spot) -> tuple[cp_model.IntVar, cp_model.IntVar] | None:
        """Return the truth values that hold when a meeting is at a spot.

        Parameters
        ----------
        meeting
            Id of a meeting.
        spot
            Minutes and room.

        Returns
        -------
        tuple of IntVar or None
            Of its start and of its room; ``None`` where it cannot be there.
        """
        minute, room = spot
        tick, rest = divmod(minute, self.board.tick)
        start = None if rest else self.board.times.at(meeting).get(tick)
        held = self.board.rooms.at(meeting).get(room)
        return None if start is None or held is None else (start, held)

    def run(self, model: cp_model.CpModel, *, canonical: bool = False) -> Run | None:
        """Run a model that was made of the board's.

        Parameters
        ----------
        model
            A clone of the board's model with more constraints.
        canonical
            Find the first solution in the order of ``choices``.

        Returns
        -------
        Run or None
            ``optimal``; ``None`` where two configurations of the solver agree that there is none.

        Raises
        ------
        Unfinished
            The time is up.
        Contradicted
            The two do not agree.
        """
        answer = run(model, self._settings, self.deadline, canonical=canonical)
        if answer.status == "optimal":
            return answer
        if answer.status == "invalid":
            raise Contradicted
        if answer.status != "impossible":
            raise Unfinished
        model.proto.clear_objective()
        second = run(model, Settings(workers=1, seed=1), self.deadline, presolve=canonical)
        if second.found:
            raise Contradicted
        if second.status != "impossible":
            raise Unfinished
        return None

    def at(self, spots: Spots) -> Timetable:
        """Find the first timetable with all meetings at given spots.

        Parameters
        ----------
        spots
            Minutes and room of each meeting, as a timetable that is allowed has them.

        Returns
        -------
        Timetable
            In minutes on the forum's axis.

        Raises
        ------
        Unfinished
            The time is up.
        Contradicted
            The solver says that there is none.
        """
        model = self.board.model.clone()
        for meeting, spot in spots.items():
            model.add_bool_and(self.truths(meeting, spot) or [model.new_constant(0)])
        answer = self.run(model, canonical=True)
        if answer is None:
            raise Contradicted
        return self.timetable(answer)

    def timetable(self, answer: Run) -> Timetable:
        """Read a timetable from a run.

        Parameters
        ----------
        answer
            With a solution.

        Returns
        -------
        Timetable
            In minutes on the forum's axis.
        """
        return read(self.board, answer)

    def spots(self, answer: Run) -> dict[str, Spot]:
        """Read where the meetings are in a run's solution.

        Parameters
        ----------
        answer
            With a solution.

        Returns
        -------
        dict of str to Spot
            By meeting, in the order of the forum.
        """
        board = self.board
        return {
            meeting.id: (
                next(start for start, truth in board.times.at(meeting.id).items() if answer.of(truth))
                * board.tick,
                next(room for room, truth in board.rooms.at(meeting.id).items() if answer.of(truth)),
            )
            for meeting in board.forum.meetings
        }
