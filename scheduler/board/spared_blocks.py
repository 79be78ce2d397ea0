"""Rooms that hold one track in a period, but where a release has several of them."""

from collections.abc import Callable, Iterable, Mapping

from scheduler.board.board import Board
from scheduler.board.times import Truth
from scheduler.domain.timetable import Placement

Place = tuple[int, str]
"""Number of a period, and a room."""


def spare_blocks(
    board: Board, kept: Mapping[str, Placement], stays: Callable[[Iterable[str]], Truth]
) -> None:
    """Let a room hold one track in a period, unless the meetings stay that a release has there.

    Parameters
    ----------
    board
        Takes the constraints.
    kept
        Where meetings were, by id.
    stays
        Makes a truth value that only holds when some meetings stay.
    """
    there = _released(board, kept)
    for period in range(len(board.blocks.periods)):
        for room in board.blocks.names:
            uses = {track: board.blocks.uses(track, period)[room] for track in board.blocks.tracks}
            alone = board.model.add(sum(uses.values()) <= 1)
            meetings = there.get((period, room), [])
            own = {board.blocks.track_of(meeting) for meeting in meetings}
            if len(own) > 1:
                stay = stays(meetings)
                alone.only_enforce_if(stay.negated())
                for track in sorted(uses.keys() - own):
                    board.model.add_implication(stay, uses[track].negated())


def _released(board: Board, kept: Mapping[str, Placement]) -> dict[Place, list[str]]:
    there: dict[Place, list[str]] = {}
    for meeting in board.forum.meeting_by_id:
        place = kept.get(meeting)
        for number, (first, last) in enumerate(board.blocks.periods if place else ()):
            if place and first * board.tick <= place.start and place.end <= last * board.tick:
                there.setdefault((number, place.room), []).append(meeting)
    return there
