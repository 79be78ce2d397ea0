"""From a forum and its rules to the best timetable, with the proof that nothing better exists."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from scheduler.board import Board, hint
from scheduler.domain.forum import Forum
from scheduler.domain.programme import LevelResult, Status
from scheduler.domain.timetable import Timetable
from scheduler.rules import ForumPreference, Rule
from scheduler.solving.canonical import first_of_the_best, state
from scheduler.solving.levels import Best, Levels, Tell, hold
from scheduler.solving.posting import Cut, post
from scheduler.solving.room_repair import with_rooms_for_all
from scheduler.solving.run import Deadline, Run, Settings, is_large, run_otherwise
from scheduler.solving.solution import MissingCut, read, starts_of
from scheduler.solving.tick import tick_of


@dataclass(frozen=True)
class Limits:
    """How long and with how many workers to solve; ``None`` and 0 leave it to the solver.

    The time runs from the moment in which the limits are made: steps that are given the same limits
    share it, and each has what those before have left.
    """

    seconds: float | None = None
    workers: int = 0
    seed: int = 0
    deadline: Deadline = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "deadline", Deadline(self.seconds))

    def half(self) -> "Limits":
        """Return limits that end when half of the time is gone that is left now.

        Returns
        -------
        Limits
            For a step that has to leave time to the next.
        """
        left = self.deadline.left()
        return Limits(None if left is None else left / 2, self.workers, self.seed)

    @property
    def up(self) -> bool:
        """Whether no time is left."""
        return self.deadline.left() == 0


@dataclass(frozen=True)
class Solution:
    """What a solve came to.

    ``timetable`` is ``None`` unless the status is ``optimal`` or ``feasible``.
    """

    status: Status
    timetable: Timetable | None = None
    levels: tuple[LevelResult, ...] = ()


def solve(
    forum: Forum,
    rules: Sequence[Rule],
    limits: Limits = Limits(),
    begin: Timetable | None = None,
    tell: Tell = lambda _: None,
) -> Solution:
    """Find the best timetable of a forum.

    Parameters
    ----------
    forum
        The forum; its levels are minimised in their order.
    rules
        Those of the clauses it follows.
    limits
        Workers, and the time that is left.
    begin
        A timetable to begin with, such as the last release.
    tell
        Takes sentences on the progress.

    Returns
    -------
    Solution
        ``optimal`` when every level is proven and the timetable is the canonical one,
        ``feasible`` when time ran out before, ``impossible`` when two configurations of the
        solver agree that there is none, ``unknown`` when time ran out before anything was found,
        ``invalid`` when the solver contradicts itself.
    """
    return _Solve(forum, rules, limits).best(begin, tell)


class _Solve:
    """What the steps of one solve share."""

    def __init__(self, forum: Forum, rules: Sequence[Rule], limits: Limits) -> None:
        self._forum, self._rules = forum, rules
        self._tick = tick_of(forum, rules)
        self._settings, self._deadline = Settings(limits.workers, limits.seed), limits.deadline

    def best(self, begin: Timetable | None, tell: Tell) -> Solution:
        """Solve, and again with more cuts as long as rooms cannot be matched."""
        cuts: list[Cut] = []
        while True:
            board = post(self._forum, self._rules, self._tick, cuts)
            if begin is not None:
                hint(board, begin)
            best = Levels(board, self._forum.levels, self._settings, self._deadline, tell).minimise()
            if best.run is None:
                return Solution(self._confirmed(best.status))
            try:
                status, timetable = self._timetable(board, best, best.run)
            except MissingCut as missing:
                cuts += missing.sets
            else:
                if status == "invalid":
                    return Solution(status)
                return Solution(status, timetable, _results(self._forum, self._rules, best))

    def _confirmed(self, status: Status) -> Status:
        """Let a second configuration confirm that there is no timetable."""
        if status != "impossible":
            return status
        model = post(self._forum, self._rules, self._tick).model
        second = run_otherwise(model, self._deadline)
        return "invalid" if second.found else second.status

    def _timetable(self, board: Board, best: Best, found: Run) -> tuple[Status, Timetable]:
        """Exchange a proven optimum for the canonical one; what is not proven stays as it was found."""
        if best.status != "optimal":
            return "feasible", read(board, found)
        large = is_large(board.model)
        if large:
            state(board, [value for value, _ in best.levels])
        answer = first_of_the_best(board, self._settings, self._deadline)
        if answer.found and large:
            answer = with_rooms_for_all(board, answer, self._deadline)
        timetable = read(board, answer if answer.found else found)
        if answer.found and board.rooms.wished and not board.rooms.tied:
            answer, fixed = self._with_rooms(board, answer, best)
            timetable = read(fixed, answer) if answer.found else timetable
        return _standing(answer), timetable

    def _with_rooms(self, board: Board, answer: Run, best: Best) -> tuple[Run, Board]:
        """Find the first of the best assignments of rooms when times are known; wishes leave several."""
        fixed = post(self._forum, self._rules, board.tick, starts=starts_of(board, answer))
        for clauses, (value, _) in zip(self._forum.levels, best.levels, strict=True):
            hold(fixed, fixed.prices.terms(clauses), value)
        return first_of_the_best(fixed, self._settings, self._deadline), fixed


def _standing(canonical: Run) -> Status:
    """Tell what a proven optimum has come to; one without a canonical timetable contradicts itself."""
    if canonical.found:
        return "optimal"
    return "invalid" if canonical.status == "impossible" else "feasible"


def _results(forum: Forum, rules: Sequence[Rule], best: Best) -> tuple[LevelResult, ...]:
    """Add to each level what the forum's own data costs, whatever the timetable."""
    fixed = charged_by_data(forum, rules)
    results = []
    for number, (clauses, (value, bound)) in enumerate(zip(forum.levels, best.levels, strict=True), 1):
        more = fixed[number - 1]
        results.append(LevelResult(level=number, clauses=clauses, value=value + more, bound=bound + more))
    return tuple(results)


def charged_by_data(forum: Forum, rules: Sequence[Rule]) -> tuple[int, ...]:
    """Add up what the forum's own data costs at each level, whatever the timetable.

    Parameters
    ----------
    forum
        The forum.
    rules
        Those of the clauses it follows.

    Returns
    -------
    tuple of int
        One number for each level, in its unit.
    """
    fixed = {
        rule.clause.clause: sum(charge.price for charge in rule.charges(forum))
        for rule in rules
        if isinstance(rule, ForumPreference)
    }
    return tuple(sum(fixed.get(clause, 0) for clause in clauses) for clauses in forum.levels)
