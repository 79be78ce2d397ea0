"""A timetable read back from the model."""

from scheduler.board import Board
from scheduler.domain.agenda import segment_times
from scheduler.domain.timetable import Placement, SegmentTime, Timetable, arranged
from scheduler.solving.packing import NoPacking, places_of
from scheduler.solving.posting import Cut, Seated
from scheduler.solving.room_matching import TooFewRooms, match
from scheduler.solving.run import Run

Slot = tuple[int, int]


class MissingCut(ValueError):
    """Rooms that were only counted could not be matched.

    Parameters
    ----------
    cuts
        What has to be counted, or seated.
    meetings
        Ids of the meetings of the slots in which rooms are lacking.
    """

    def __init__(self, cuts: tuple[Cut, ...], meetings: tuple[str, ...] = ()) -> None:
        super().__init__("; ".join(map(str, cuts)))
        self.cuts = cuts
        self.meetings = meetings


def read(board: Board, answer: Run) -> Timetable:
    """Read a timetable.

    Parameters
    ----------
    board
        With all clauses posted.
    answer
        A run with a solution.

    Returns
    -------
    Timetable
        In minutes on the forum's axis.

    Raises
    ------
    MissingCut
        Rooms were counted, and in some slots, or for some track, the counts do not suffice.
    """
    starts, rooms = _places(board, answer)
    placements = {
        meeting: Placement(
            meeting=meeting,
            room=rooms[meeting],
            start=start * board.tick,
            end=(start + board.times.lengths[meeting]) * board.tick,
        )
        for meeting, start in starts.items()
    }
    return arranged(list(placements.values()), _segments(board, answer, placements))


def _places(board: Board, answer: Run) -> tuple[dict[str, int], dict[str, str]]:
    if board.blocks.alone:
        try:
            places = places_of(board, answer)
        except NoPacking as lacking:
            raise MissingCut((Seated(lacking.track),)) from None
        starts = {meeting: start for meeting, (start, _) in places.items()}
        return starts, {meeting: room for meeting, (_, room) in places.items()}
    starts = starts_of(board, answer)
    return starts, _tied_rooms(board, answer) if board.rooms.tied else _matched_rooms(board, answer, starts)


def starts_of(board: Board, answer: Run) -> dict[str, int]:
    """Read when meetings begin.

    Parameters
    ----------
    board
        With all clauses posted.
    answer
        A run with a solution.

    Returns
    -------
    dict of str to int
        Ticks, by meeting.
    """
    return {
        meeting.id: start
        for meeting in board.forum.meetings
        for start, truth in board.times.at(meeting.id).items()
        if answer.of(truth)
    }


def _tied_rooms(board: Board, answer: Run) -> dict[str, str]:
    return {
        meeting.id: room
        for meeting in board.forum.meetings
        for room, truth in board.rooms.at(meeting.id).items()
        if answer.of(truth)
    }


def _matched_rooms(board: Board, answer: Run, starts: dict[str, int]) -> dict[str, str]:
    wished = {
        meeting: room
        for (meeting, room), truths in board.rooms.wished.items()
        if any(answer.of(truth) for truth in truths.values())
    }
    slots: dict[Slot, dict[str, list[str]]] = {}
    for meeting, start in starts.items():
        slot, here = board.rooms.extent(meeting, start), board.rooms.open_to(meeting, start)
        slots.setdefault(slot, {})[meeting] = [wished[meeting]] if meeting in wished else here
    rooms: dict[str, str] = {}
    missing: dict[frozenset[str], None] = {}
    crowded: list[str] = []
    for choices in slots.values():
        try:
            rooms |= match(choices)
        except TooFewRooms as short:
            missing[short.rooms] = None
            crowded += choices
    if missing:
        raise MissingCut(tuple(missing), tuple(crowded))
    return rooms


def _segments(board: Board, answer: Run, placements: dict[str, Placement]) -> list[SegmentTime]:
    segments: list[SegmentTime] = []
    for session, ends in board.agendas.asked():
        minutes = tuple(answer.of(end) * board.tick for end in ends)
        places = tuple(placements[meeting.id] for meeting in session.sittings)
        segments += segment_times(session, minutes, places)
    return segments
