"""Whether some clauses of a forum can be kept together, and which few of many cannot."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Timetable
from scheduler.rules import Rule, TimetableRule
from scheduler.solving.posting import Cut, post
from scheduler.solving.run import Deadline, Settings, run, run_otherwise
from scheduler.solving.solution import MissingCut, read
from scheduler.solving.tick import tick_of

T = TypeVar("T")


@dataclass(frozen=True)
class Answer:
    """Whether there is a timetable, ``None`` when that was not found out in time, and one of them."""

    possible: bool | None
    timetable: Timetable | None = None


def any_timetable(
    forum: Forum,
    rules: Sequence[Rule],
    tick: int,
    settings: Settings | None,
    deadline: Deadline,
) -> Answer:
    """Look for any timetable, whatever it costs.

    Parameters
    ----------
    forum
        The forum.
    rules
        Those that it has to keep; preferences are passed over.
    tick
        Minutes of a tick.
    settings
        Workers and seed; ``None`` asks a second configuration of the solver.
    deadline
        When to stop.

    Returns
    -------
    Answer
        With the first one found.
    """
    requirements = [rule for rule in rules if isinstance(rule, TimetableRule)]
    cuts: list[Cut] = []
    while deadline.left() != 0:
        board = post(forum, requirements, tick, cuts)
        answer = run(board.model, settings, deadline) if settings else run_otherwise(board.model, deadline)
        if not answer.found:
            return Answer(False if answer.status == "impossible" else None)
        try:
            return Answer(True, read(board, answer))
        except MissingCut as missing:
            cuts += missing.cuts
    return Answer(None)


class Subsets:
    """Asks for any timetable under some of a forum's clauses, whatever it costs.

    Parameters
    ----------
    forum
        The forum.
    rules
        All rules that any question will be about.
    settings
        Workers and seed.
    deadline
        When to stop.
    """

    def __init__(self, forum: Forum, rules: Sequence[Rule], settings: Settings, deadline: Deadline) -> None:
        self._forum = forum
        self._tick = tick_of(forum, rules)
        self._settings, self._deadline = settings, deadline

    def possible(self, rules: Sequence[Rule], *, otherwise: bool = False) -> bool | None:
        """Tell whether there is a timetable.

        Parameters
        ----------
        rules
            Those that it has to keep; preferences are passed over.
        otherwise
            Ask a second configuration of the solver, which shares little with the first.

        Returns
        -------
        bool or None
            ``None`` when that was not found out in time.
        """
        settings = None if otherwise else self._settings
        return any_timetable(self._forum, rules, self._tick, settings, self._deadline).possible

    def impossible(self, rules: Sequence[Rule]) -> bool:
        """Tell whether it is proven that there is no timetable.

        Parameters
        ----------
        rules
            Those that it would have to keep.

        Returns
        -------
        bool
            False also when that was not found out in time.
        """
        return self.possible(rules) is False


def smallest(members: Sequence[T], impossible: Callable[[tuple[T, ...]], bool]) -> tuple[T, ...]:
    """Find members that are impossible together, and are not without any one of them.

    Single members are tried first, and then halves before members (Junker, QuickXplain, 2004), so
    that few questions are asked where few of many members matter. What stands first is kept rather
    than what stands last.

    Parameters
    ----------
    members
        A set that is impossible.
    impossible
        Tells whether it is proven that some of them are.

    Returns
    -------
    tuple
        In the order of the members. Where proofs are missing it may hold more than it has to.
    """
    if not members or impossible(()):
        return ()
    alone = next((member for member in members if impossible((member,))), None)
    return _smallest((), False, tuple(members), impossible) if alone is None else (alone,)


def _smallest(
    known: tuple[T, ...],
    added: bool,
    members: tuple[T, ...],
    impossible: Callable[[tuple[T, ...]], bool],
) -> tuple[T, ...]:
    """Find the members that are needed beside some that are known to be taken."""
    if added and impossible(known):
        return ()
    if len(members) == 1:
        return members
    first, then = members[: len(members) // 2], members[len(members) // 2 :]
    of_then = _smallest((*known, *first), True, then, impossible)
    of_first = _smallest((*known, *of_then), bool(of_then), first, impossible)
    return (*of_first, *of_then)
