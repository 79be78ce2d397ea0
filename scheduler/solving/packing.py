"""Meetings laid into the blocks of their track, when it is known which rooms it has in which period."""

from collections.abc import Mapping, Sequence

from scheduler.board import Board
from scheduler.solving.run import Run

_MOST_STATES = 20_000
"""After so many ways that lead nowhere, dividing meetings is left to the solver."""

Place = tuple[int, str]
"""The tick at which a meeting begins, and its room."""


class NoPacking(ValueError):
    """The meetings of a track have enough time in its rooms, but cannot be divided among them.

    Parameters
    ----------
    track
        Id of the track.
    """

    def __init__(self, track: str) -> None:
        super().__init__(track)
        self.track = track


def places_of(board: Board, answer: Run) -> dict[str, Place]:
    """Lay out the meetings of all tracks.

    Parameters
    ----------
    board
        Whose meetings are laid into blocks.
    answer
        A run with a solution.

    Returns
    -------
    dict of str to tuple
        Start and room of each meeting.

    Raises
    ------
    NoPacking
        A track whose meetings only count cannot be divided among its rooms.
    """
    places: dict[str, Place] = {}
    for track in board.blocks.tracks:
        for period in range(len(board.blocks.periods)):
            places |= _laid(board, answer, track, period)
    return places


def _laid(board: Board, answer: Run, track: str, period: int) -> dict[str, Place]:
    blocks = board.blocks
    rooms = [room for room, truth in blocks.uses(track, period).items() if answer.of(truth)]
    here = [one for one in blocks.tracks[track] if answer.of(blocks.held(one)[period])]
    if track in blocks.timed:
        starts = {one: _begins(board, answer, one) for one in here}
        return {one: (starts[one], _room(board, answer, one, period)) for one in here}
    if track in blocks.loose:
        divided = _divided(board, track, here, rooms, blocks.periods[period])
    else:
        divided = {room: [one for one in here if _room(board, answer, one, period) == room] for room in rooms}
    return _one_after_another(board, divided, blocks.periods[period][0])


def _begins(board: Board, answer: Run, meeting: str) -> int:
    return next(start for start, truth in board.times.at(meeting).items() if answer.of(truth))


def _room(board: Board, answer: Run, meeting: str, period: int) -> str:
    inside = board.blocks.inside(meeting)[period]
    return next(room for room, truth in inside.items() if answer.of(truth))


def _divided(
    board: Board, track: str, meetings: Sequence[str], rooms: Sequence[str], span: tuple[int, int]
) -> dict[str, list[str]]:
    lengths = {meeting: board.times.lengths[meeting] for meeting in meetings}
    found = pack(lengths, len(rooms), span[1] - span[0])
    if found is None:
        raise NoPacking(track)
    order = {meeting: number for number, meeting in enumerate(meetings)}
    sorted_bins = sorted((sorted(one, key=order.__getitem__) for one in found), key=lambda one: order[one[0]])
    return dict(zip(rooms, sorted_bins, strict=True))


def _one_after_another(board: Board, divided: Mapping[str, Sequence[str]], first: int) -> dict[str, Place]:
    places: dict[str, Place] = {}
    for room, meetings in divided.items():
        start = first
        for meeting in meetings:
            places[meeting] = (start, room)
            start += board.times.lengths[meeting]
    return places


def pack(lengths: Mapping[str, int], bins: int, size: int) -> list[list[str]] | None:
    """Divide things among bins of one size.

    The longest are packed first, each into every bin that is not as full as one tried before, an empty one
    before all others; so all ways are tried that differ (branch and bound for bin packing, Martello and
    Toth 1990, without their bounds), and no bin stays empty where there are things enough.

    Parameters
    ----------
    lengths
        Of each thing.
    bins
        How many bins there are.
    size
        What the things of a bin may come to together.

    Returns
    -------
    list of list of str or None
        The things of each bin; ``None`` when there is no way, or none was found soon.
    """
    order = sorted(lengths, key=lambda one: -lengths[one])
    found: list[list[str]] = [[] for _ in range(bins)]
    return found if _pack(order, lengths, found, [size] * bins, set()) else None


def _pack(
    order: Sequence[str],
    lengths: Mapping[str, int],
    found: list[list[str]],
    left: list[int],
    failed: set[tuple[int, tuple[int, ...]]],
) -> bool:
    state = (len(order), tuple(sorted(left)))
    if not order or state in failed or len(failed) >= _MOST_STATES:
        return not order
    for room in {free: number for number, free in reversed(list(enumerate(left)))}.values():
        if lengths[order[0]] <= left[room]:
            found[room].append(order[0])
            left[room] -= lengths[order[0]]
            if _pack(order[1:], lengths, found, left, failed):
                return True
            found[room].pop()
            left[room] += lengths[order[0]]
    failed.add(state)
    return False
