"""A timetable offered to the solver to begin with."""

from scheduler.board.block_hints import hint_blocks
from scheduler.board.board import Board
from scheduler.board.pins import ends_of
from scheduler.domain.timetable import Placement, Timetable


def hint(board: Board, timetable: Timetable) -> None:
    """Offer the solver a timetable to begin with.

    Parameters
    ----------
    board
        With all clauses posted.
    timetable
        Such as the last release; what it does not know is not offered.
    """
    if board.blocks.alone:
        hint_blocks(board, timetable)
    else:
        _hint_meetings(board, timetable)
    for session, ends in board.agendas.asked():
        minutes = ends_of(session, timetable.segments_by_session.get(session.session, ()))
        for end, minute in list(zip(ends, minutes, strict=True))[1:]:
            board.model.add_hint(end, minute // board.tick)


def _hint_meetings(board: Board, timetable: Timetable) -> None:
    for meeting, place in timetable.by_meeting.items():
        if meeting in board.forum.meeting_by_id:
            _hint_meeting(board, place)


def _hint_meeting(board: Board, place: Placement) -> None:
    for start, truth in board.times.at(place.meeting).items():
        board.model.add_hint(truth, start * board.tick == place.start)
    for room, truth in board.rooms.asked(place.meeting).items():
        board.model.add_hint(truth, room == place.room)
    for (meeting, room), truths in board.rooms.wished.items():
        for start, truth in truths.items() if meeting == place.meeting else ():
            board.model.add_hint(truth, (start * board.tick, room) == (place.start, place.room))
