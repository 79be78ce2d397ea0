"""Tables of sessions, as planners keep them in spreadsheets: one session a row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from zoneinfo import ZoneInfo

from scheduler.domain.foreign_programme import ForeignProgramme
from scheduler.domain.maybe import maybe
from scheduler.reading.importing.foreign_events import ForeignEvent, ForeignEvents, ForeignPerson
from scheduler.reading.importing.foreign_file import ForeignFile
from scheduler.reading.importing.programme import MOST_PROBLEMS, programme_of
from scheduler.reading.importing.states import is_off, left_out
from scheduler.reading.importing.times import date_of, minutes_of, number_of, time_of, wall_time, zone_of
from scheduler.reading.importing.words import Words
from scheduler.reading.problems import Problems
from scheduler.reading.sentences import MISSING

COLUMNS = (
    "session",
    "title",
    "kind",
    "track",
    "room",
    "date",
    "start",
    "end",
    "minutes",
    "speakers",
    "seats",
    "description",
    "url",
    "state",
)
"""The columns that are read; others are named and left out."""

_OTHERS = {
    "id": "session",
    "code": "session",
    "slug": "session",
    "session id": "session",
    "session code": "session",
    "name": "title",
    "session title": "title",
    "type": "kind",
    "session type": "kind",
    "location": "room",
    "venue": "room",
    "day": "date",
    "start time": "start",
    "begin": "start",
    "end time": "end",
    "duration": "minutes",
    "length": "minutes",
    "speaker": "speakers",
    "presenter": "speakers",
    "presenters": "speakers",
    "persons": "speakers",
    "people": "speakers",
    "capacity": "seats",
    "abstract": "description",
    "link": "url",
    "status": "state",
}
"""What other tables call them."""

_NEITHER = (
    "is neither a schedule nor a table of sessions. Maybe export schedule.xml, or name the columns "
    "session, title, room, date, start, end, speakers"
)
_MOST_ABOVE = 10
_LIKENESS = 0.8
_SECONDS = re.compile(r"(?<=^\d\d:\d\d):00$", re.ASCII)
"""What a spreadsheet writes behind a time to the minute."""

Row = tuple[int, Sequence[object]]
"""The line of a row, and its cells: texts or datetimes."""


@dataclass(frozen=True)
class _Head:
    """Where the names of the columns stand, and what they mean; what is not read has no meaning."""

    row: int
    line: int
    names: list[str]
    columns: list[str]


def read_rows(file: ForeignFile, rows: Sequence[Row], problems: Problems) -> ForeignProgramme | None:
    """Read a table of sessions.

    Parameters
    ----------
    file
        The file.
    rows
        Those of its table, from the first that is not empty on.
    problems
        Takes what is wrong with it.

    Returns
    -------
    ForeignProgramme or None
        ``None`` after a problem.
    """
    head = _head(file, rows, problems)
    zone = zone_of(file, Words(file.name, 1, {}), "timezone", problems)
    known = len(problems)
    if head is None or zone is None:
        return None
    found, off = ForeignEvents("", zone.key), list[ForeignEvent]()
    for words in _words(file, rows[head.row + 1 :], head):
        event = _event(words, zone, problems)
        if event:
            (off if is_off(words) else found.events).append(event)
        if len(problems) > MOST_PROBLEMS:
            break
    found.noted += [*_unread(head), *left_out(off)]
    return programme_of(file, found, problems) if len(problems) == known else None


def columns_among(rows: Sequence[Row]) -> int:
    """Count the columns of a table of sessions that rows have.

    Parameters
    ----------
    rows
        Those of a sheet.

    Returns
    -------
    int
        The most that one of the first rows names.
    """
    return max((len(set(_head_at(0, row).columns) - {""}) for row in rows[:_MOST_ABOVE]), default=0)


def _head(file: ForeignFile, rows: Sequence[Row], problems: Problems) -> _Head | None:
    """Find the names of the columns, above which a title may stand."""
    known = len(problems)
    heads = [_head_at(number, row) for number, row in enumerate(rows[:_MOST_ABOVE])]
    head = max(heads, key=lambda one: (len(set(one.columns) - {""}), -one.row), default=_Head(0, 1, [], []))
    if not any(head.columns):
        problems.add(file.name, head.line, "", "", _NEITHER)
        return None
    for name in ("title", "start"):
        if name not in head.columns:
            others = [one for one, column in zip(head.names, head.columns, strict=True) if not column]
            sentence = f"column '{name}' is missing.{maybe(name, others) or ' Maybe add it'}"
            problems.add(file.name, head.line, name, "", sentence)
    for name in COLUMNS:
        if head.columns.count(name) > 1:
            twice = [one for one, column in zip(head.names, head.columns, strict=True) if column == name]
            sentence = f"columns {' and '.join(twice)} both say the {name}. Maybe delete one"
            problems.add(file.name, head.line, name, name, sentence)
    return head if len(problems) == known else None


def _head_at(number: int, row: Row) -> _Head:
    """Understand a row as names of columns; where one stands itself, nothing else is taken for it."""
    names = [" ".join(str(cell).split()).casefold() for cell in row[1]]
    meant = [_column(name) for name in names]
    pairs = zip(names, meant, strict=True)
    return _Head(number, row[0], names, ["" if one in names and one != name else one for name, one in pairs])


def _column(name: str) -> str:
    """Return the column that a name means: its own, another tool's, or one spelled much like them."""
    plain = name.replace("_", " ").replace("-", " ")
    if plain in COLUMNS or plain in _OTHERS:
        return _OTHERS.get(plain, plain)
    likely = get_close_matches(plain, [*COLUMNS, *_OTHERS], n=1, cutoff=_LIKENESS)
    return _OTHERS.get(likely[0], likely[0]) if likely else ""


def _unread(head: _Head) -> list[str]:
    """Say which columns are not read, and which are read by another name."""
    both = list(zip(head.names, head.columns, strict=True))
    unread = [name for name, column in both if name and not column]
    meant = [f"{name} as {column}" for name, column in both if column not in ("", name)]
    said = [f"Not read in the table: {', '.join(unread)}."] if unread else []
    return said + ([f"Read in the table: {', '.join(meant)}."] if meant else [])


def _words(file: ForeignFile, rows: Sequence[Row], head: _Head) -> Iterator[Words]:
    """Yield the rows that are not empty."""
    for line, cells in rows:
        texts = {column: (_text(cell), line) for column, cell in zip(head.columns, cells, strict=False)}
        if any(text for text, _ in texts.values()):
            yield Words(file.name, line, texts)


def _text(cell: object) -> str:
    """Return what a cell says; spreadsheets keep points in time as such."""
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="minutes")
    return _SECONDS.sub("", str(cell).strip())


def _event(words: Words, zone: ZoneInfo, problems: Problems) -> ForeignEvent | None:
    known = len(problems)
    title = words.says("title")
    if not title:
        words.problem(problems, "title", f"{MISSING}. Maybe give the session a title")
    start = _start(words, zone, problems)
    minutes = _minutes(words, start, zone, problems) if len(problems) == known else None
    seats = number_of(words, "seats", problems)
    if minutes is None or len(problems) > known:
        return None
    return ForeignEvent(
        key=words.says("session") or title,
        wished=words.says("session") or title,
        title=title,
        line=words.line,
        minutes=minutes,
        kind=words.says("kind"),
        track=words.says("track"),
        room=words.says("room"),
        start=start,
        people=tuple(_people(words.says("speakers"))),
        seats=seats,
        description=words.says("description"),
        url=words.says("url"),
    )


def _people(cell: str) -> Iterator[ForeignPerson]:
    for part in cell.split(";"):
        name = " ".join(part.split())
        if name:
            yield ForeignPerson(name, name)


def _start(words: Words, zone: ZoneInfo, problems: Problems) -> datetime | None:
    """Return when a session begins; nothing where no start is said."""
    if not words.says("start"):
        return None
    if len(words.says("start")) > len("12:30 p.m."):
        return wall_time(words, "start", zone, problems, fits=True)
    at = time_of(words, "start", problems)
    on: date | None = date_of(words, "date", problems)
    return datetime.combine(on, at) if on and at is not None else None


def _minutes(words: Words, start: datetime | None, zone: ZoneInfo, problems: Problems) -> int | None:
    """Return how long a session lasts: until its end where that is said, else as many minutes as are said."""
    if start is None or not words.says("end"):
        return minutes_of(words, "minutes", problems)
    if len(words.says("end")) > len("12:30 p.m."):
        end = wall_time(words, "end", zone, problems, fits=True)
    else:
        at = time_of(words, "end", problems)
        end = datetime.combine(start.date(), at) if at is not None else None
    if end is None:
        return None
    minutes = int((end.replace(tzinfo=zone).timestamp() - start.replace(tzinfo=zone).timestamp()) // 60)
    if minutes <= 0:
        sentence = f"{end:%H:%M} is not after the start at {start:%H:%M}. Maybe the times are exchanged"
        words.problem(problems, "end", sentence)
        return None
    return minutes
