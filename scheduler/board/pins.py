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


def hint(board: Board, timetable: Timetable) -> None:
    """Offer the solver a timetable to begin with.

    Parameters
    ----------
    board
        With all clauses posted.
    timetable
        Such as the last release; what it does not know is not offered.
    """
    for meeting, place in timetable.by_meeting.items():
        if meeting in board.forum.meeting_by_id:
            _hint_meeting(board, place)
    for session, ends in board.agendas.asked():
        minutes = ends_of(session, timetable.segments_by_session.get(session.session, ()))
        for end, minute in list(zip(ends, minutes, strict=True))[1:]:
            board.model.add_hint(end, minute // board.tick)


def _hint_meeting(board: Board, place: Placement) -> None:
    for start, truth in board.times.at(place.meeting).items():
        board.model.add_hint(truth, start * board.tick == place.start)
    for room, truth in board.rooms.asked(place.meeting).items():
        board.model.add_hint(truth, room == place.room)
    for (meeting, room), truths in board.rooms.wished.items():
        for start, truth in truths.items() if meeting == place.meeting else ():
            board.model.add_hint(truth, (start * board.tick, room) == (place.start, place.room))
