"""From a forum and its rules to the best timetable, with the proof that nothing better exists."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from scheduler.board import Board, hint
from scheduler.domain.forum import Forum
from scheduler.domain.programme import LevelResult, Status
from scheduler.domain.timetable import Timetable
from scheduler.rules import ForumPreference, Rule
from scheduler.solving.beginning import counted
from scheduler.solving.canonical import first_of_the_best, state
from scheduler.solving.canonical_blocks import begun_again, first_blocks
from scheduler.solving.completed import completed
from scheduler.solving.levels import Begun, Best, Levels, Tell, hold
from scheduler.solving.mending import GRACE, mended
from scheduler.solving.posting import Cut, post
from scheduler.solving.room_repair import with_rooms_for_all
from scheduler.solving.run import Deadline, Run, Settings, is_large, run_otherwise
from scheduler.solving.solution import MissingCut, read, starts_of
from scheduler.solving.tick import tick_of


@dataclass(frozen=True)
class Limits:
    """How long and with how many workers to solve; ``None`` and 0 leave it to the solver.

    The time runs from the moment in which the limits are made: steps that are given the same limits
    share it, and each has what those before have left. Where they are ``reproducible``, it is not the clock
    that counts but the solver's work, and one worker does it: what the limits cut off is the same on every
    run. Where they are ``anytime``, a planner can end them early.
    """

    seconds: float | None = None
    workers: int = 0
    seed: int = 0
    reproducible: bool = False
    anytime: bool = False
    deadline: Deadline = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        deadline = Deadline(self.seconds, deterministic=self.reproducible, anytime=self.anytime)
        object.__setattr__(self, "deadline", deadline)

    def half(self) -> "Limits":
        """Return limits that end when half of the time is gone that is left now.

        Returns
        -------
        Limits
            For a step that has to leave time to the next.
        """
        left = self.deadline.left()
        if left is None:
            return self
        part = replace(self, seconds=left / 2)
        object.__setattr__(part, "deadline", self.deadline.within(left / 2))
        return part

    @property
    def up(self) -> bool:
        """Whether no time is left."""
        return self.deadline.left() == 0


@dataclass(frozen=True)
class Solution:
    """What a solve came to.

    ``timetable`` is ``None`` unless the status is ``optimal`` or ``feasible``. ``went_on`` says whether the
    solve went on from where an earlier one stopped.
    """

    status: Status
    timetable: Timetable | None = None
    levels: tuple[LevelResult, ...] = ()
    went_on: bool = False


@dataclass(frozen=True)
class Stop:
    """Where an earlier solve of the same forum stopped: its timetable, and its levels with their bounds."""

    timetable: Timetable
    levels: tuple[LevelResult, ...] = ()


def solve(  # noqa: PLR0913, PLR0917 - what is known of a forum, and how it is solved
    forum: Forum,
    rules: Sequence[Rule],
    limits: Limits = Limits(),
    begin: Timetable | None = None,
    tell: Tell = lambda _: None,
    stop: Stop | None = None,
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
    stop
        Where an earlier solve of this forum stopped; nothing worse than its timetable is found.

    Returns
    -------
    Solution
        ``optimal`` when every level is proven and the timetable is the canonical one,
        ``feasible`` when time ran out before, ``impossible`` when two configurations of the
        solver agree that there is none, ``unknown`` when time ran out before anything was found,
        ``invalid`` when the solver contradicts itself.

    Raises
    ------
    KeyboardInterrupt
        The planner ended it before anything was found that can be used.
    """
    return _Solve(forum, rules, limits, tell).best(begin, stop)


class _Solve:
    """What the steps of one solve share."""

    def __init__(self, forum: Forum, rules: Sequence[Rule], limits: Limits, tell: Tell) -> None:
        self._forum, self._rules, self._tell = forum, rules, tell
        self._fixed = charged_by_data(forum, rules)
        self._tick = tick_of(forum, rules)
        self._settings, self._deadline = Settings(limits.workers, limits.seed), limits.deadline

    def best(self, begin: Timetable | None, stop: Stop | None) -> Solution:
        """Solve, and again with more cuts as long as rooms cannot be matched."""
        cuts: list[Cut] = []
        while True:
            board = self._posted(cuts)
            begun = self._begun(board, stop) if stop else None
            if begin is not None and begun is None:
                hint(board, begin)
            best = self._minimised(board, begun or self._counted(board))
            if best.run is None:
                return self._without(best.status, cuts)
            try:
                status, timetable = self._timetable(board, best, best.run, cuts)
            except MissingCut as missing:
                cuts += missing.cuts
                if self._deadline.left() == 0:
                    return self._late(cuts, best, stop if begun else None)
            else:
                if status == "invalid":
                    return Solution(status)
                return Solution(status, timetable, self._results(best), begun is not None)

    def _settings_for(self, board: Board) -> Settings:
        """Let one worker prove and another search, where large programmes are laid into blocks."""
        if not (board.blocks.alone and is_large(board.model)) or self._settings.workers:
            return self._settings
        return replace(self._settings, workers=2, subsolvers=("max_lp",))

    def _counted(self, board: Board) -> Begun | None:
        if board.blocks.alone and is_large(board.model):
            self._tell("a beginning: periods first, then rooms")
        return counted(board, self._posted, self._settings_for(board), self._deadline)

    def _posted(self, cuts: Iterable[Cut] = (), *, counted: bool = False) -> Board:
        return post(self._forum, self._rules, self._tick, cuts, counted=counted)

    def _late(self, cuts: list[Cut], best: Best, stop: Stop | None) -> Solution:
        """Give the best found rooms although time is up; what an earlier solve has found has them already."""
        if stop:
            return Solution("feasible", stop.timetable, stop.levels, True)
        grace = Deadline(GRACE, deterministic=self._deadline.deterministic)
        found = mended(self._posted, cuts, best, self._forum.levels, self._settings, grace)
        return Solution("feasible", found[1], self._results(found[0])) if found else Solution("unknown")

    def _begun(self, board: Board, stop: Stop) -> Begun | None:
        """Go on from where an earlier solve stopped; ``None`` where its timetable is not possible."""
        run = completed(board, stop.timetable, self._forum.levels, self._settings, self._deadline)
        known = (
            (one.value - fixed, one.bound - fixed)
            for one, fixed in zip(stop.levels, self._fixed, strict=False)
        )
        return Begun(run, tuple(known)) if run.found else None

    def _minimised(self, board: Board, begun: Begun | None) -> Best:
        levels, settings = self._forum.levels, self._settings_for(board)
        return Levels(board, levels, settings, self._deadline, self._tell, self._fixed).minimise(begun)

    def _without(self, status: Status, cuts: Sequence[Cut]) -> Solution:
        """Say that nothing was found; whoever pressed Ctrl-C wants to hear of that."""
        if self._deadline.stopped:
            raise KeyboardInterrupt
        return Solution(self._confirmed(status, cuts))

    def _confirmed(self, status: Status, cuts: Sequence[Cut]) -> Status:
        """Let a second configuration confirm that there is no timetable."""
        if status != "impossible":
            return status
        model = self._posted(cuts).model
        second = run_otherwise(model, self._deadline)
        return "invalid" if second.found else second.status

    def _timetable(
        self, board: Board, best: Best, found: Run, cuts: Sequence[Cut]
    ) -> tuple[Status, Timetable]:
        """Exchange a proven optimum for the canonical one; what is not proven stays as it was found."""
        if best.status != "optimal":
            return "feasible", read(board, found)
        if is_large(board.model):
            board = self._fresh(best, cuts)
        answer = self._canonical(board, best, found)
        timetable = read(board, answer if answer.found else found)
        if answer.found and board.rooms.wished and not board.rooms.tied:
            answer, fixed = self._with_rooms(board, answer, best)
            timetable = read(fixed, answer) if answer.found else timetable
        return _standing(answer), timetable

    def _fresh(self, best: Best, cuts: Sequence[Cut]) -> Board:
        """Post everything again: how the levels were proven must not show in the canonical timetable."""
        board = self._posted(cuts)
        for clauses, (value, _) in zip(self._forum.levels, best.levels, strict=True):
            hold(board, board.prices.terms(clauses), value)
        return board

    def _canonical(self, board: Board, best: Best, found: Run) -> Run:
        large, values = is_large(board.model), [value for value, _ in best.levels]
        if board.blocks.alone and large:
            return begun_again(board, self._posted, values, self._deadline)
        if board.blocks.alone:
            return first_blocks(board, found, self._settings, self._deadline)
        if large:
            state(board, values)
        answer = first_of_the_best(board, self._settings, self._deadline)
        if answer.found and large:
            answer = with_rooms_for_all(board, answer, self._deadline)
        return answer

    def _with_rooms(self, board: Board, answer: Run, best: Best) -> tuple[Run, Board]:
        """Find the first of the best assignments of rooms when times are known; wishes leave several."""
        fixed = post(self._forum, self._rules, board.tick, starts=starts_of(board, answer))
        for clauses, (value, _) in zip(self._forum.levels, best.levels, strict=True):
            hold(fixed, fixed.prices.terms(clauses), value)
        return first_of_the_best(fixed, self._settings, self._deadline), fixed

    def _results(self, best: Best) -> tuple[LevelResult, ...]:
        """Add to each level what the forum's own data costs, whatever the timetable."""
        levels = zip(self._forum.levels, best.levels, self._fixed, strict=True)
        return tuple(
            LevelResult(level=number, clauses=clauses, value=value + fixed, bound=bound + fixed)
            for number, (clauses, (value, bound), fixed) in enumerate(levels, 1)
        )


def _standing(canonical: Run) -> Status:
    """Tell what a proven optimum has come to; one without a canonical timetable contradicts itself."""
    if canonical.status == "impossible":
        return "invalid"
    return "optimal" if canonical.status == "optimal" else "feasible"


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
