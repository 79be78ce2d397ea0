"""The canonical timetable where meetings are laid into blocks.

Of all best ones it is that in which meetings lie in the earliest periods, in their order; then that in which
tracks have the first rooms; then that in which meetings with a room or a start of their own have the first;
then that in which segments end first.

On large models that takes too long. There one worker with a seed of its own begins again, with the levels
held to their least and nothing else that was found, and counts its work instead of the time: its answer, too,
depends on the forum alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from scheduler.board import Board
from scheduler.solving.beginning import Posted, counted
from scheduler.solving.canonical import pay_again, state
from scheduler.solving.levels import start_from
from scheduler.solving.lexicographic import Choice, first_in_order, least_in_order
from scheduler.solving.run import Deadline, Run, Settings

_ALONE = Settings(workers=1, linear=True, thorough=True)

_WORK = 60.0
"""Units of work that a step of the beginning takes at most."""


def begun_again(board: Board, posted: Posted, values: Sequence[int], deadline: Deadline) -> Run:
    """Find the canonical timetable of a large board whose levels have been bounded.

    Parameters
    ----------
    board
        Whose meetings are laid into blocks, with every level held to its least.
    posted
        Posts the same clauses again.
    values
        The proven least of each level.
    deadline
        When to stop.

    Returns
    -------
    Run
        Status ``optimal`` with the canonical solution, or what prevented it.
    """
    model, alone = board.model, deadline.counting(_WORK)
    model.proto.clear_solution_hint()
    begun = counted(board, posted, _ALONE, alone)
    if deadline.left() == 0:
        return Run("unknown", (), 0, 0)
    if begun is not None:
        if all(value == least for (value, _), least in zip(begun.levels, values, strict=True)):
            return replace(begun.run, status="optimal")
        start_from(model, begun.run)
    state(board, values)
    return pay_again(board, _ALONE, deadline)


def first_blocks(board: Board, found: Run, settings: Settings, deadline: Deadline) -> Run:
    """Find the canonical timetable of a board whose levels have been bounded.

    Parameters
    ----------
    board
        Whose meetings are laid into blocks, with every level held to its least.
    found
        Any of the best solutions.
    settings
        Workers and seed.
    deadline
        When to stop.

    Returns
    -------
    Run
        Status ``optimal`` with the first solution, or what prevented it.
    """
    answer = found
    for choices in (_periods, _rooms, _seats, _starts):
        answer = first_in_order(board.model, choices(board, answer), answer, settings, deadline)
        if answer.status != "optimal":
            return answer
    ends = (end for _, segments in board.agendas.asked() for end in segments[1:-1])
    return least_in_order(board.model, ends, answer, settings, deadline)


def _periods(board: Board, _: Run) -> Iterator[Choice]:
    return (board.blocks.held(meeting.id) for meeting in board.forum.meetings)


def _rooms(board: Board, found: Run) -> Iterator[Choice]:
    """Yield the rooms of each track, one by one, in the periods that it has."""
    blocks = board.blocks
    for track in blocks.tracks:
        for period in range(len(blocks.periods)):
            if found.of(blocks.on(track, period)):
                yield from ([truth] for truth in blocks.uses(track, period).values())


def _seats(board: Board, found: Run) -> Iterator[Choice]:
    """Yield the rooms of meetings, where the model knows them, in their periods."""
    blocks = board.blocks
    for track in sorted(set(blocks.tracks) - blocks.loose):
        for meeting in blocks.tracks[track]:
            period = next(number for number, truth in enumerate(blocks.held(meeting)) if found.of(truth))
            yield list(blocks.inside(meeting)[period].values())


def _starts(board: Board, _: Run) -> Iterator[Choice]:
    for track in sorted(board.blocks.timed):
        for meeting in board.blocks.tracks[track]:
            yield list(board.times.at(meeting).values())
