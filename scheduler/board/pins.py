"""A timetable put into the model: held as it is, or offered as a hint."""

from scheduler.board.board import Board
from scheduler.domain.agenda import segment_times
from scheduler.domain.session import Session
from scheduler.domain.timetable import Placement, SegmentTime, Timetable


def pin(board: Board, timetable: Timetable) -> None:
    """Hold every meeting and segment where a timetable has it.

    A meeting that the timetable leaves out, or that has another length there, is not held at all.
    An agenda that is no agenda - out of order, with gaps - cannot be kept by any model.

    Parameters
    ----------
    board
        Takes the pins.
    timetable
        All meetings with their places, and the segments where they are known.
    """
    for meeting in board.forum.meetings:
        _pin_meeting(board, meeting.id, timetable.by_meeting.get(meeting.id))
    for session in board.forum.sessions:
        parts = timetable.segments_by_session.get(session.session)
        if parts is not None:
            _pin_agenda(board, session, parts, timetable)


def _pin_meeting(board: Board, meeting: str, place: Placement | None) -> None:
    length = board.times.lengths[meeting]
    if place is None or place.end - place.start != length * board.tick:
        board.times.cancel(meeting)
        return
    start, rest = divmod(place.start, board.tick)
    board.times.keep(meeting, [] if rest else [(start, start + length)])
    board.times.require(meeting)
    board.in_room(meeting, [place.room])


def _pin_agenda(board: Board, session: Session, parts: tuple[SegmentTime, ...], timetable: Timetable) -> None:
    places = tuple(timetable.of(session.sittings))
    minutes = ends_of(session, parts)
    if len(places) < session.meetings or {*segment_times(session, minutes, places)} != {*parts}:
        board.times.forbid()
        return
    for end, minute in zip(board.agendas.ends(session), minutes, strict=True):
        board.model.add(board.tick * end == minute)


def ends_of(session: Session, parts: tuple[SegmentTime, ...]) -> tuple[int, ...]:
    """Return the ends that an agenda of these lengths would have.

    Parameters
    ----------
    session
        A session with segments.
    parts
        Its segments in a timetable.

    Returns
    -------
    tuple of int
        In minutes on the session's clock, the first entry being 0.
    """
    lengths = [
        sum(part.end - part.start for part in parts if part.segment == segment.segment)
        for segment in session.segments
    ]
    return tuple(sum(lengths[:index]) for index in range(len(lengths) + 1))
