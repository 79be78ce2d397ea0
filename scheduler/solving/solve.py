"""From a forum and its rules to the best timetable, with the proof that nothing better exists."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scheduler.board import Board, hint
from scheduler.domain.forum import Forum
from scheduler.domain.programme import LevelResult, Status
from scheduler.domain.timetable import Timetable
from scheduler.rules import ForumPreference, Rule
from scheduler.solving.canonical import first_of_the_best
from scheduler.solving.levels import Best, Levels, Tell
from scheduler.solving.posting import Cut, post
from scheduler.solving.run import Deadline, Run, Settings, run
from scheduler.solving.solution import MissingCut, read
from scheduler.solving.tick import tick_of


@dataclass(frozen=True)
class Limits:
    """How long and with how many workers to solve; ``None`` and 0 leave it to the solver."""

    seconds: float | None = None
    workers: int = 0
    seed: int = 0


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
        Time and workers.
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
    tick = tick_of(forum, rules)
    settings, deadline = Settings(limits.workers, limits.seed), Deadline(limits.seconds)
    cuts: list[Cut] = []
    while True:
        board = post(forum, rules, tick, cuts)
        if begin is not None:
            hint(board, begin)
        best = Levels(board, forum.levels, settings, deadline, tell).minimise()
        if best.run is None:
            return Solution(_confirmed(best.status, lambda: post(forum, rules, tick), deadline))
        status, answer = _canonical(board, best, best.run, settings, deadline)
        try:
            return Solution(status, read(board, answer), _results(forum, rules, best))
        except MissingCut as missing:
            cuts.append((missing.slot, missing.rooms))


def _confirmed(status: Status, again: Callable[[], Board], deadline: Deadline) -> Status:
    """Let a second configuration confirm that there is no timetable."""
    if status != "impossible":
        return status
    second = run(again().model, Settings(workers=1, seed=1), deadline, presolve=False)
    return "invalid" if second.found else second.status


def _canonical(
    board: Board, best: Best, found: Run, settings: Settings, deadline: Deadline
) -> tuple[Status, Run]:
    """Exchange a proven optimum for the canonical one; what is not proven stays as it was found."""
    if best.status != "optimal":
        return best.status, found
    answer = first_of_the_best(board, settings, deadline)
    return (answer.status, answer) if answer.found else ("feasible", found)


def _results(forum: Forum, rules: Sequence[Rule], best: Best) -> tuple[LevelResult, ...]:
    """Add to each level what the forum's own data costs, whatever the timetable."""
    fixed = {
        rule.clause.clause: sum(charge.price for charge in rule.charges(forum))
        for rule in rules
        if isinstance(rule, ForumPreference)
    }
    results = []
    for number, (clauses, (value, bound)) in enumerate(zip(forum.levels, best.levels, strict=True), 1):
        more = sum(fixed.get(clause, 0) for clause in clauses)
        results.append(LevelResult(level=number, clauses=clauses, value=value + more, bound=bound + more))
    return tuple(results)
