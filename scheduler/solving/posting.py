"""The model of a forum: every clause posted on one board."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scheduler.board import Board, Sparing
from scheduler.domain.forum import Forum
from scheduler.rules import Preference, Rule, TimetableRule


@dataclass(frozen=True)
class Seated:
    """A track whose meetings could not be divided among its rooms by counting: each gets its room."""

    track: str


Cut = frozenset[str] | Seated
"""A set of rooms that meetings may not outnumber, or a track that is to be seated."""


def post(  # noqa: PLR0913 - one keyword for each way in which a model is asked for
    forum: Forum,
    rules: Sequence[Rule],
    tick: int,
    cuts: Iterable[Cut] = (),
    starts: Mapping[str, int] | None = None,
    *,
    tied: bool = False,
    counted: bool = False,
) -> Board:
    """Post the clauses of a forum.

    Parameters
    ----------
    forum
        The forum.
    rules
        Those of its clauses; rules on the forum's own data are passed over.
    tick
        Minutes of a tick.
    cuts
        What earlier attempts to match rooms have taught.
    starts
        Ticks at which meetings begin, when only their rooms are asked for.
    tied
        Make rooms part of the model, also where no clause asks for it.
    counted
        Only count the rooms of tracks.

    Returns
    -------
    Board
        Complete.
    """
    board = Board(forum, tick, counted=counted)
    for meeting, start in (starts or {}).items():
        board.times.keep(meeting, [(start, start + board.times.lengths[meeting])])
    _post_all(board, forum, rules)
    if tied or starts is not None:
        board.rooms.tie()
    _complete(board, list(cuts))
    return board


def _post_all(board: Board, forum: Forum, rules: Sequence[Rule]) -> None:
    requirements = [rule for rule in rules if isinstance(rule, TimetableRule)]
    sparing = Sparing(board, forum.release.timetable) if forum.release else board
    for rule in sorted(requirements, key=lambda one: (not one.SHAPES, not one.NARROWS)):
        rule.post(sparing if rule.clause.clause in forum.spared else board)
    for wish in rules:
        if isinstance(wish, Preference):
            wish.price(board)


def _complete(board: Board, cuts: list[Cut]) -> None:
    """Add what waits until all clauses have been posted, with what was learnt from earlier attempts."""
    for cut in cuts:
        if isinstance(cut, Seated):
            board.blocks.seat(cut.track)
    board.complete()
    for cut in cuts:
        if not isinstance(cut, Seated):
            board.rooms.counts.cut(cut)
