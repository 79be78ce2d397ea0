"""All that counting finds in a forum, before any solving."""

from collections.abc import Sequence

from scheduler.counting.alone import stuck
from scheduler.counting.board import CountingBoard
from scheduler.counting.parties import torn
from scheduler.counting.shortage import Shortage
from scheduler.counting.together import too_many
from scheduler.domain.forum import Forum
from scheduler.rules import Rule


def counted(forum: Forum, rules: Sequence[Rule]) -> tuple[Shortage, ...]:
    """Find what makes a forum impossible, as far as counting shows it.

    Parameters
    ----------
    forum
        The forum.
    rules
        Those of the clauses it follows.

    Returns
    -------
    tuple of Shortage
        Meetings without a window or a room, then meetings that are too many for their rooms, then parties
        that are needed in several places at once. Nothing that a timetable could have is among them; that
        there are none does not mean that the forum is possible.
    """
    board = CountingBoard(forum, rules)
    if board.placed is None:
        return ()
    alone = tuple(stuck(board))
    nowhere = {meeting for one in alone for meeting in one.subjects}
    rest = [one.id for one in forum.meetings if one.id not in nowhere]
    together = too_many(board, rest) if board.one_by_one is not None else ()
    return (*alone, *together, *torn(board, rest))
