"""How stretches of time, clauses and facts are said."""

from collections.abc import Iterable, Iterator, Sequence

from scheduler.counting.places import Places
from scheduler.counting.stretches import Stretch
from scheduler.domain.clause import Clause
from scheduler.domain.clock import Clock
from scheduler.domain.forum import Forum
from scheduler.domain.listed import listed

_MOST = 6
"""How many windows are worth reading."""


def windows_said(clock: Clock, stretches: Sequence[Stretch]) -> str:
    """Say stretches of time as planners write windows.

    Parameters
    ----------
    clock
        Of the forum.
    stretches
        At least one, each within one day of the forum.

    Returns
    -------
    str
        Such as ``day-1 morning and day-2 10:00-12:00``; of many only the first.
    """
    said = [_window(clock, *one) for one in stretches]
    more = len(said) - _MOST
    return listed(said if more <= 0 else [*said[:_MOST], f"{more} more"])


def _window(clock: Clock, start: int, end: int) -> str:
    day = clock.day_of(start)
    assert day is not None  # stretches lie within days
    midnight = clock.midnight_after(day.name)
    if (start, end) == (clock.midnight(day.name), midnight):
        return day.name
    times = (clock.instant(start).time(), clock.instant(end).time())
    for period in clock.periods:
        if times == (period.start, period.end):
            return f"{day.name} {period.name}"
    return f"{day.name} {times[0]:%H:%M}-{'24:00' if end == midnight else f'{times[1]:%H:%M}'}"


def clause_said(clause: Clause) -> str:
    """Cite a clause.

    Parameters
    ----------
    clause
        A clause.

    Returns
    -------
    str
        Its id, with the paragraph where it cites one.
    """
    return f"{clause.clause}, {clause.citation}" if clause.paragraph else clause.clause


def why(places: Places, meetings: Iterable[str]) -> str:
    """Cite the clauses that narrow meetings, and say which rooms are closed and who is absent.

    Parameters
    ----------
    places
        By the clauses that count.
    meetings
        Ids of the meetings concerned.

    Returns
    -------
    str
        In brackets behind a sentence; empty when nothing but the forum's days and rooms counts.
    """
    board, names = places.board, tuple(meetings)
    clauses = [board.clauses[number] for number in sorted(places.numbers)]
    said = [clause_said(clause) for clause in clauses if clause.tier != "physical"]
    if board.closing & places.numbers:
        rooms = {room for name in names for room in places.rooms(name)}
        said += [
            f"{board.forum.room_name(room.room)} is {one}"
            for room in board.forum.rooms
            if room.room in rooms
            for one in closed(places, names, room.room)
        ]
    if board.absences & places.numbers:
        said += dict.fromkeys(one for name in names for one in _absent(board.forum, name))
    return f" ({'; '.join(said)})" if said else ""


def closed(places: Places, meetings: Iterable[str], room: str) -> list[str]:
    """Say when a room is closed at a time at which some meetings may be.

    Parameters
    ----------
    places
        By the clauses that count.
    meetings
        Ids of meetings.
    room
        Id of a room.

    Returns
    -------
    list of str
        Such as ``closed on day-1 (works)``.
    """
    needed = [
        (start - one.setup, end + one.teardown)
        for one in map(places.forum.meeting_by_id.__getitem__, meetings)
        for start, end in places.stretches(one.id)
    ]
    return [
        f"closed {_on(closure.window.words)}{f' ({closure.because})' if closure.because else ''}"
        for closure in places.forum.closures
        if closure.room == room and any(closure.window.meets(*one) for one in needed)
    ]


def _on(words: str) -> str:
    return words if words.startswith(("from ", "until ")) else f"on {words}"


def _absent(forum: Forum, meeting: str) -> Iterator[str]:
    """Say which parties that are needed in all of a meeting are not there at some time."""
    session = forum.meeting_by_id[meeting].session
    for need in forum.needs:
        party = forum.party_by_id.get(need.party)
        if need.session == session and need.segment is None and party and party.unavailable:
            when = listed([_on(window.words) for window in party.unavailable])
            title = forum.session_by_id[session].title
            yield f"{party.name}, who is needed in {title}, is unavailable {when}"
