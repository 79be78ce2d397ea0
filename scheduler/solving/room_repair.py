"""Rooms for all meetings of an answer in which rooms were only counted: some are moved until all fit.

An answer lacks rooms in a slot or two where counting was not enough. Then most meetings stay, and those of
the crowded slots and of some others are placed again, at no higher cost. As these are fewer, an answer is
there soon; all are placed again only where that is not enough. Nothing but the answer decides which.
"""

from collections.abc import Collection

from scheduler.board import Board
from scheduler.solving.posting import Cut, Seated
from scheduler.solving.run import Deadline, Run, Settings, run
from scheduler.solving.solution import MissingCut, read, starts_of

KEEPING = Settings(workers=1, hinted=True)
"""One worker, so that the answer is the same each time; what is hinted stays."""

SHARES = (6, 4, 3, 2, 1)
"""Of the slots every sixth is opened first, then every fourth, and in the end all."""


def with_rooms_for_all(board: Board, answer: Run, deadline: Deadline) -> Run:
    """Move meetings until each finds a room.

    Parameters
    ----------
    board
        With all clauses posted, and every level held; takes the cuts that are missing.
    answer
        A run with a solution.
    deadline
        When to stop.

    Returns
    -------
    Run
        The answer, or one like it in which rooms can be matched.

    Raises
    ------
    MissingCut
        There is none at this cost, or none was found in time; with all that was missing.
    """
    cuts: list[Cut] = []
    while True:
        try:
            read(board, answer)
        except MissingCut as missing:
            cuts += missing.cuts
            for cut in missing.cuts:
                assert not isinstance(cut, Seated)  # meetings are placed one by one here
                board.rooms.counts.cut(cut)
            answer = _moved(board, answer, missing.meetings, deadline)
            if not answer.found:
                raise MissingCut(tuple(cuts), missing.meetings) from None
        else:
            return answer


def _moved(board: Board, answer: Run, crowded: Collection[str], deadline: Deadline) -> Run:
    """Place some meetings again, and more as long as that does not do."""
    starts = starts_of(board, answer)
    slots = sorted(set(starts.values()))
    for share in SHARES:
        opened = {*slots[::share], *(starts[meeting] for meeting in crowded)}
        _keep(board, {meeting: start for meeting, start in starts.items() if start not in opened})
        answer = run(board.model, KEEPING, deadline)
        if answer.found:
            break
    board.model.proto.clear_solution_hint()
    return answer


def _keep(board: Board, starts: dict[str, int]) -> None:
    board.model.proto.clear_solution_hint()
    for meeting, kept in starts.items():
        for start, truth in board.times.at(meeting).items():
            board.model.add_hint(truth, start == kept)
