"""A timetable whose rooms cannot be matched, mended after time is up: otherwise all would be lost."""

from collections.abc import Callable
from dataclasses import replace

from scheduler.board import Board
from scheduler.domain.timetable import Timetable
from scheduler.solving.levels import Best, paid, start_from
from scheduler.solving.posting import Cut
from scheduler.solving.run import Deadline, Settings, run
from scheduler.solving.solution import MissingCut, read

GRACE = 10.0
"""Seconds, or units of work, by which mending may overrun the time."""


def mended(  # noqa: PLR0913, PLR0917 - what was found, and how the rest is
    posted: Callable[[list[Cut]], Board],
    cuts: list[Cut],
    best: Best,
    levels: tuple[tuple[str, ...], ...],
    settings: Settings,
    grace: Deadline,
) -> tuple[Best, Timetable] | None:
    """Find a timetable with rooms near one without.

    Parameters
    ----------
    posted
        Makes a board with some cuts.
    cuts
        What attempts to match rooms have taught.
    best
        What was found, with a run.
    levels
        Ids of the preference clauses of each level.
    settings
        Workers and seed.
    grace
        When to give up.

    Returns
    -------
    tuple of Best and Timetable, or None
        What it costs, and of the bounds the one that still holds: that of the first level.
    """
    assert best.run  # it is what is mended
    while True:
        board = posted(cuts)
        start_from(board.model, best.run)
        answer = run(board.model, replace(settings, quick=True), grace)
        if not answer.found:
            return None
        try:
            timetable = read(board, answer)
        except MissingCut as missing:
            cuts = [*cuts, *missing.cuts]
        else:
            bounds = [bound for _, bound in best.levels[:1]] + [0] * len(best.levels[1:])
            values = [paid(board.prices.terms(clauses), answer) for clauses in levels]
            return Best("feasible", answer, tuple(zip(values, bounds, strict=True))), timetable
