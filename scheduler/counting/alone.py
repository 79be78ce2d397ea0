"""Meetings that cannot be held even if there were no others: no window is long enough, or no room is left."""

from collections.abc import Iterator
from functools import partial

from scheduler.counting.board import CountingBoard
from scheduler.counting.places import Places, by_fewest
from scheduler.counting.shortage import Lacking, Shortage, shortage
from scheduler.counting.stretches import holding
from scheduler.counting.words import clause_said, closed, why, windows_said
from scheduler.domain.listed import listed
from scheduler.domain.room import Room
from scheduler.domain.session import Session


def stuck(board: CountingBoard) -> Iterator[Shortage]:
    """Find meetings that are longer than every window they may be in, or have no room in any of them.

    Parameters
    ----------
    board
        With all that was noted.

    Yields
    ------
    Shortage
        One for all meetings of which the same is to be said.
    """
    found: dict[tuple[Lacking, frozenset[int], str], list[str]] = {}
    for meeting in (one.id for one in board.forum.meetings):
        lacking = _lacking(Places(board, board.numbers([meeting])), meeting)
        if lacking:
            places = by_fewest(board, [meeting], partial(_lacks, meeting=meeting, lacking=lacking))
            remark = _too_long(places, meeting) if lacking == "window" else _no_room(places, meeting)
            found.setdefault((lacking, places.numbers, remark), []).append(meeting)
    for (lacking, numbers, remark), meetings in found.items():
        names = listed([board.forum.meeting_name(meeting) for meeting in meetings])
        yield shortage(lacking, meetings, Places(board, numbers), f"{names} cannot be held: {remark}.")


def _lacking(places: Places, meeting: str) -> Lacking | None:
    """Return what a meeting lacks."""
    if not holding(places.stretches(meeting), places.minutes(meeting)):
        return "window"
    return None if places.anywhere(meeting) else "room"


def _lacks(places: Places, meeting: str, lacking: Lacking) -> bool:
    return _lacking(places, meeting) == lacking


def _too_long(places: Places, meeting: str) -> str:
    stretches, because = places.stretches(meeting), why(places, [meeting])
    if not stretches:
        return f"no window is left{because}"
    longest = max(end - start for start, end in stretches)
    windows = f"{windows_said(places.forum.clock, stretches)}, {longest} minutes at most"
    return f"{places.minutes(meeting)} minutes are more than any window has: {windows}{because}"


def _no_room(places: Places, meeting: str) -> str:
    forum, stretches = places.forum, holding(places.stretches(meeting), places.minutes(meeting))
    when = "on any day" if stretches == places.days else f"within {windows_said(forum.clock, stretches)}"
    reasons = "; ".join(
        f"{room.name} {listed(list(dict.fromkeys(_against(places, meeting, room))))}" for room in forum.rooms
    )
    begins = f"there is no room {when}{_when_why(places, meeting)}"
    return f"{begins}: {reasons or 'no room is open to the forum'}"


def _when_why(places: Places, meeting: str) -> str:
    """Cite the clauses that narrow the time of a meeting."""
    timed = frozenset(number for number, _ in places.board.times[meeting]) & places.numbers
    return why(Places(places.board, timed), [meeting])


def _against(places: Places, meeting: str, room: Room) -> Iterator[str]:
    """Yield what keeps a meeting out of a room."""
    board, session = places.board, places.forum.session_by_id[places.forum.meeting_by_id[meeting].session]
    for number, rooms in board.rooms[meeting]:
        if number in places.numbers and room.room not in rooms:
            lacks = _has_not(session, room) if board.clauses[number].tier == "physical" else []
            yield from lacks or [_ruled_out(places, number)]
    if room.room in places.rooms(meeting):
        if board.closing & places.numbers:
            yield from (f"is {one}" for one in closed(places, [meeting], room.room))
        notes = board.times_in.get((meeting, room.room), ())
        numbers = {number for number, _ in notes} & places.numbers - board.closing
        yield from (_ruled_out(places, number) for number in sorted(numbers))


def _ruled_out(places: Places, number: int) -> str:
    return f"is ruled out by {clause_said(places.board.clauses[number])}"


def _has_not(session: Session, room: Room) -> list[str]:
    """Say what a session needs and a room has not; seats that nobody has counted may be enough."""
    lacking = [f"has no {feature}" for feature in session.features if feature not in room.features]
    if session.seats is not None and room.seats is not None and room.seats < session.seats:
        sure = " (an assumption)" if room.seats_certainty == "assumption" else ""
        lacking.append(f"has {room.seats} seats{sure}, where {session.seats} are needed")
    return lacking
