"""A timetable offered to a model in which meetings are laid into blocks."""

from collections.abc import Iterator

from scheduler.board.board import Board
from scheduler.board.times import Truth
from scheduler.domain.timetable import Timetable


def hint_blocks(board: Board, timetable: Timetable) -> None:
    """Offer the solver the periods and rooms of a timetable.

    Parameters
    ----------
    board
        Whose meetings are laid into blocks, with all clauses posted.
    timetable
        Such as an unproven one; meetings that it does not know are not offered.
    """
    taken: set[tuple[str, int, str]] = set()
    for meeting, place in timetable.by_meeting.items():
        if meeting in board.forum.meeting_by_id:
            start, end = place.start // board.tick, place.end // board.tick
            period = _period(board, start, end)
            taken.add((board.blocks.track_of(meeting), period, place.room))
            for truth, holds in _truths(board, meeting, period, start, place.room):
                board.model.add_hint(truth, holds)
    for track in board.blocks.tracks:
        for period in range(len(board.blocks.periods)):
            for room, truth in board.blocks.uses(track, period).items():
                board.model.add_hint(truth, (track, period, room) in taken)


def _period(board: Board, start: int, end: int) -> int:
    """Return the number of the period in which a meeting lies, -1 for none."""
    spans = enumerate(board.blocks.periods)
    return next((number for number, (first, last) in spans if first <= start and end <= last), -1)


def _truths(board: Board, meeting: str, period: int, start: int, room: str) -> Iterator[tuple[Truth, bool]]:
    blocks, track = board.blocks, board.blocks.track_of(meeting)
    for number, truth in enumerate(blocks.held(meeting)):
        yield truth, number == period
    if track not in blocks.loose:
        for number, inside in enumerate(blocks.inside(meeting)):
            yield from ((truth, (number, name) == (period, room)) for name, truth in inside.items())
    if track in blocks.timed:
        yield from ((truth, tick == start) for tick, truth in board.times.at(meeting).items())
