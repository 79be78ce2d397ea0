"""What our tables say a second time, for people: it is not read, and may not contradict what is."""

import re
from collections.abc import Iterator

from scheduler.domain.forum import Forum
from scheduler.reading.placing import Row
from scheduler.reading.problems import Problems, shown

DOUBLES = {
    "day": "start",
    "date": "start",
    "from": "start",
    "to": "end",
    "minutes": "end",
    "room name": "room",
}
"""Columns for people, each with the one that is read in its place."""

_DATE = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]00:00(?::00)?)?", re.ASCII)
_TIME = re.compile(r"(\d{1,2}):(\d\d)(?::00)?", re.ASCII)


def refuse_contradictions(row: Row, forum: Forum, problems: Problems) -> None:
    """Refuse a row in which two columns contradict each other: nobody knows which one is meant.

    Parameters
    ----------
    row
        The row as it was read.
    forum
        The forum whose timetable it is.
    problems
        Takes a cell that contradicts; one whose words are not understood contradicts nothing.
    """
    cells = row.place.node.plain()
    read = dict(_read(row, forum))
    for column, beside in DOUBLES.items():
        words = shown(cells[column]).strip()
        said = _said(column, words, forum)
        if said and said != read[column]:
            sentence = (
                f"'{words}' does not agree with '{beside}', which is {shown(cells[beside])} and is what "
                f"counts. Maybe change '{beside}', or delete the column '{column}'"
            )
            row.place.problem(problems, (column,), cells[column], sentence)


def _read(row: Row, forum: Forum) -> Iterator[tuple[str, str]]:
    """Yield what the columns for people should say, in one spelling."""
    clock = forum.clock
    start, end, day = clock.instant(row.start), clock.instant(row.end), clock.day_of(row.start)
    yield "day", day.name if day else ""
    yield "date", start.date().isoformat()
    yield "from", f"{start:%H:%M}"
    yield "to", f"{end:%H:%M}"
    yield "minutes", str(row.end - row.start)
    yield "room name", forum.room_name(row.room)


def _said(column: str, words: str, forum: Forum) -> str:
    """Spell what a cell says in the same way; empty where that is not understood."""
    if column == "day":
        name = "-".join(words.casefold().split())
        return name if name in {day.name for day in forum.clock.days} else ""
    if column == "room name":
        return words if words in {room.name for room in forum.venue.rooms} else ""
    if column == "minutes":
        return words if words.isdecimal() else ""
    if column == "date":
        date = _DATE.fullmatch(words)
        return date[1] if date else ""
    time = _TIME.fullmatch(words)
    return f"{int(time[1]) % 24:02}:{time[2]}" if time else ""
