"""Of equally good timetables the nearest to another one, so that nothing moves that does not have to."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.clause import Clause
from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Placement, Timetable
from scheduler.domain.verdict import Charge
from scheduler.options import RuleOptions
from scheduler.rules import Preference, Rule

if TYPE_CHECKING:
    from scheduler.board import Board


def near(forum: Forum, rules: tuple[Rule, ...], base: Timetable) -> tuple[Forum, tuple[Rule, ...]]:
    """Wish, after all that a forum wishes, that as little as possible moves.

    Parameters
    ----------
    forum
        The forum.
    rules
        Those of its clauses.
    base
        The timetable from which moves count.

    Returns
    -------
    tuple of Forum and tuple of Rule
        With two more levels: how many meetings move, and among equals how many days, times of day and
        rooms change.
    """
    wishes = (Moves(base), Changes(base))
    last = tuple((wish.clause.clause,) for wish in wishes)
    return forum.replace(levels=(*forum.levels, *last)), (*rules, *wishes)


class _Near(Preference):
    """Counts what is not where a timetable has it."""

    CLAUSE: str
    SAYS: str

    def __init__(self, base: Timetable) -> None:
        clause = Clause(
            clause=self.CLAUSE,
            tier="preference",
            says=self.SAYS,
            rule="keep-to-release",
            mandate="question",
        )
        super().__init__(clause, RuleOptions())
        self._base = base

    def charges(self, forum: Forum, timetable: Timetable) -> Iterator[Charge]:
        """Charge each meeting that moves.

        Parameters
        ----------
        forum
            The forum.
        timetable
            One of its timetables.

        Yields
        ------
        Charge
            What the solver pays.
        """
        for place in timetable.of(forum.meetings):
            changed = self._changed(forum, self._base.by_meeting[place.meeting], place)
            if changed:
                yield self.charge(place.meeting, f"{forum.meeting_name(place.meeting)} moves", changed)

    @abstractmethod
    def _changed(self, forum: Forum, old: Placement, new: Placement, /) -> int:
        """Count what is otherwise with one meeting."""


class Moves(_Near):
    """Each meeting that is not where the timetable has it costs 1.

    Parameters
    ----------
    base
        The timetable.
    """

    CLAUSE = "question/moves"
    SAYS = "As few meetings as possible move."

    def price(self, board: Board) -> None:
        """Tell the solver.

        Parameters
        ----------
        board
            Takes prices.
        """
        for place in self._base.of(board.forum.meetings):
            board.prices.away_from(self.clause.clause, 1, place.meeting, place.start, place.room)

    def _changed(self, _forum: Forum, old: Placement, new: Placement, /) -> int:
        return int((old.start, old.room) != (new.start, new.room))


class Changes(_Near):
    """Another day, another time of day and another room of a meeting cost 1 each.

    Parameters
    ----------
    base
        The timetable.
    """

    CLAUSE = "question/changes"
    SAYS = "Meetings keep their day, their time of day and their room."

    def price(self, board: Board) -> None:
        """Tell the solver.

        Parameters
        ----------
        board
            Takes prices.
        """
        for place in self._base.of(board.forum.meetings):
            self._price(board, place)

    def _price(self, board: Board, place: Placement) -> None:
        clause, clock = self.clause.clause, board.forum.clock
        then = clock.instant(place.start)
        board.prices.elsewhen(
            clause, 1, place.meeting, lambda start: clock.instant(start).date() == then.date()
        )
        board.prices.elsewhen(
            clause, 1, place.meeting, lambda start: clock.instant(start).time() == then.time()
        )
        board.prices.room(clause, place.meeting, lambda room: int(room != place.room))

    def _changed(self, forum: Forum, old: Placement, new: Placement, /) -> int:
        before, now = forum.clock.instant(old.start), forum.clock.instant(new.start)
        return (before.date() != now.date()) + (before.time() != now.time()) + (old.room != new.room)
