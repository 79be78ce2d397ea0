"""Meetings found in a file, put on a forum's axis: what JSON, tables and calendars have in common."""

from dataclasses import dataclass

from scheduler.domain.forum import Forum
from scheduler.domain.room import Room
from scheduler.domain.session import Meeting, Session
from scheduler.domain.timetable import Placement
from scheduler.domain.value import Minute
from scheduler.reading.entries import Place
from scheduler.reading.instants import minute_of
from scheduler.reading.names import Found, T
from scheduler.reading.problems import Problems, shown
from scheduler.reading.sentences import MISSING
from scheduler.reading.session_checks import MOST_MINUTES


@dataclass(frozen=True)
class Row:
    """A meeting, or one of a session's, with room, start and end.

    ``words`` is what the file calls it, under ``key``; they are shown unless they are its id.
    """

    place: Place
    key: str
    words: str
    target: Meeting | Session
    room: str
    start: Minute
    end: Minute


def times_of(
    place: Place, keys: tuple[str, str], forum: Forum, problems: Problems, minutes: int | None = None
) -> tuple[int, int] | None:
    """Read start and end.

    Parameters
    ----------
    place
        A map in which they stand.
    keys
        Under which they stand.
    forum
        The forum on whose axis they are put.
    problems
        Takes what is wrong with them.
    minutes
        How long the meeting lasts, where that is known.

    Returns
    -------
    tuple of int or None
        In minutes; ``None`` after a problem.
    """
    words = place.node.plain()
    read = [_time_of(words.get(key), forum) for key in keys]
    for key, own, other, way in zip(keys, read, read[::-1], (-1, 1), strict=True):
        if isinstance(own, str):
            if minutes is not None and isinstance(other, int) and words.get(key) in (None, ""):
                place.problem(problems, (key,), None, _from_length(forum, other, way * minutes))
            else:
                place.problem(problems, (key,), words.get(key), own)
    start, end = read
    if isinstance(start, str) or isinstance(end, str):
        return None
    return in_order(place, keys[1], (start, end), forum, problems)


def _from_length(forum: Forum, other: Minute, minutes: int) -> str:
    """Say when a meeting ends (minutes after its start) or begins (less than none)."""
    way = "after its start" if minutes > 0 else "before its end"
    likely = forum.clock.instant(other + minutes)
    return f"{MISSING}. Maybe {likely:%Y-%m-%d %H:%M}, {abs(minutes)} minutes {way}"


def _time_of(words: object, forum: Forum) -> Minute | str:
    """Return a point in time, or a sentence on what is wrong with it."""
    try:
        return minute_of(words, forum.clock)
    except ValueError as error:
        return str(error)


def in_order(
    place: Place, key: str, times: tuple[Minute, Minute], forum: Forum, problems: Problems
) -> tuple[int, int] | None:
    """Refuse an end that is not after its start, or days later.

    Parameters
    ----------
    place, key
        Where the end stands.
    times
        Start and end.
    forum
        The forum on whose axis they are.
    problems
        Takes the end.

    Returns
    -------
    tuple of int or None
        The times; ``None`` after a problem.
    """
    if times[0] < times[1] <= times[0] + MOST_MINUTES:
        return times
    start, end = map(forum.clock.words, times)
    fault = "is not after its start" if times[0] >= times[1] else "is more than a day after its start"
    likely = "the two are exchanged" if times[0] >= times[1] else "one of the dates is wrong"
    sentence = f"its end, {end}, {fault}, {start}. Maybe {likely}"
    place.problem(problems, (key,), place.node.plain().get(key), sentence)
    return None


def only(found: Found[T], place: Place, key: str, what: str, problems: Problems) -> T | None:
    """Return the one thing that a name means.

    Parameters
    ----------
    found
        The things that it may mean.
    place, key
        Where the name stands.
    what
        Sort of thing.
    problems
        Takes a name that means several things.

    Returns
    -------
    Meeting, Session, Room or None
        ``None`` when it means none or several.
    """
    if len(found.things) > 1:
        words, names = place.node.plain()[key], ", ".join(sorted(map(thing_id, found.things)))
        sentence = f"'{words}' may be any {what} of {names}. Maybe write one of these ids"
        place.problem(problems, (key,), words, sentence)
    return found.things[0] if len(found.things) == 1 else None


def thing_id(thing: Meeting | Session | Room) -> str:
    """Return the id of a meeting, a session or a room."""
    if isinstance(thing, Meeting):
        return thing.id
    return thing.session if isinstance(thing, Session) else thing.room


def place_rows(rows: list[Row], problems: Problems) -> tuple[list[Placement], list[str]]:
    """Give each row its meeting: meetings of a session that is named as a whole by time.

    Parameters
    ----------
    rows
        In any order.
    problems
        Takes meetings that are placed twice.

    Returns
    -------
    tuple of list
        Placements, and for each that was not named by its id a sentence on what it was taken for.
    """
    taken: dict[str, Row] = {}
    for row in rows:
        if isinstance(row.target, Meeting):
            _take(row.target, row, taken, problems)
    for row in sorted(rows, key=lambda one: (one.start, one.end)):
        if isinstance(row.target, Session):
            free = next((one for one in row.target.sittings if one.id not in taken), row.target.sittings[-1])
            _take(free, row, taken, problems)
    placements = [
        Placement(meeting=meeting, room=row.room, start=row.start, end=row.end)
        for meeting, row in taken.items()
    ]
    return placements, _matches(taken)


def _take(meeting: Meeting, row: Row, taken: dict[str, Row], problems: Problems) -> None:
    first = taken.setdefault(meeting.id, row)
    if first is not row:
        line = first.place.node.line
        sentence = f"{meeting.id} stands here again, first in line {line}. Maybe delete one of them"
        row.place.problem(problems, (row.key,), row.words, sentence)


def _matches(taken: dict[str, Row]) -> list[str]:
    by_time = sorted(taken.items(), key=lambda item: (item[1].start, item[0]))
    return [
        f'"{shown(row.words)}" was taken for {meeting} ({_title(row.target, meeting)})'
        for meeting, row in by_time
        if row.words != meeting
    ]


def _title(target: Meeting | Session, meeting: str) -> str:
    if isinstance(target, Meeting):
        return target.title
    return next(one.title for one in target.sittings if one.id == meeting)
