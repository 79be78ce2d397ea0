"""Dates, times, lengths and numbers as the files of other tools write them."""

import re
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter, ValidationError

from scheduler.domain.clock import ZoneName, likely_time
from scheduler.reading.importing.foreign_file import ForeignFile
from scheduler.reading.importing.words import Words
from scheduler.reading.problems import Problems, shown
from scheduler.reading.sentences import MISSING
from scheduler.reading.written import no_date, no_time

YEARS = range(1946, 2200)
"""The years in which a forum is held."""

_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:?\d\d)?", re.ASCII)
_DURATION = re.compile(r"(?:(?P<days>\d{1,2}):)?(?P<hours>\d{1,3}):(?P<minutes>[0-5]\d)", re.ASCII)
_NUMBER = re.compile(r"\d{1,6}", re.ASCII)
_MAYBE_ZONE = "Maybe --timezone Europe/Berlin"
_ZONE: TypeAdapter[str] = TypeAdapter(ZoneName)


def zone_of(file: ForeignFile, words: Words, key: str, problems: Problems) -> ZoneInfo | None:
    """Find the zone of a programme: the one that the planner names, else the file's own.

    Parameters
    ----------
    file
        The file, with what the planner says.
    words
        What the file says of the conference.
    key
        Under which the zone stands there.
    problems
        Takes a zone that is missing or unknown.

    Returns
    -------
    ZoneInfo or None
        ``None`` after a problem.
    """
    name = file.timezone or words.says(key)
    if not name:
        problems.add(file.name, None, key, "", f"names no time zone, at most offsets from UTC. {_MAYBE_ZONE}")
        return None
    try:
        return ZoneInfo(_ZONE.validate_python(name))
    except ValidationError as error:
        reason = error.errors()[0]["msg"].removeprefix("Value error, ")
        words.problem(problems, key, reason)
        return None


def date_of(words: Words, key: str, problems: Problems) -> date | None:
    """Read a date.

    Parameters
    ----------
    words
        An event or a day.
    key
        Under which it stands; what follows the date there is not read.
    problems
        Takes what is no date.

    Returns
    -------
    datetime.date or None
        ``None`` after a problem.
    """
    text = words.says(key)
    try:
        found = date.fromisoformat(text[:10]) if len(text) >= 10 else None
    except ValueError:
        found = None
    if found is None:
        words.problem(problems, key, no_date(text) if text else f"{MISSING}. Maybe a date such as 2026-05-17")
    elif found.year not in YEARS:
        words.problem(problems, key, f"{found} is in no year in which a forum is held. Maybe 2026")
        return None
    return found


def time_of(words: Words, key: str, problems: Problems) -> time | None:
    """Read a wall-clock time to the minute.

    Parameters
    ----------
    words
        An event or a conference.
    key
        Under which it stands.
    problems
        Takes what is no time.

    Returns
    -------
    datetime.time or None
        ``None`` after a problem.
    """
    text = words.says(key)
    found = likely_time(text)
    if found is None:
        words.problem(problems, key, no_time(text) if text else f"{MISSING}. Maybe a time such as 09:30")
    return found


def wall_time(words: Words, key: str, zone: ZoneInfo, problems: Problems, *, fits: bool) -> datetime | None:
    """Read a point in time as a wall clock in a zone shows it.

    Parameters
    ----------
    words
        An event.
    key
        Under which a date and a time stand; without an offset they are of the zone.
    zone
        The zone.
    problems
        Takes what is no point in time.
    fits
        Whether an offset has to be that of the zone.

    Returns
    -------
    datetime.datetime or None
        Without a zone; ``None`` after a problem.
    """
    text = words.says(key)
    moment = _moment(text)
    if moment is None:
        words.problem(problems, key, f"'{shown(text)}' is no point in time. Maybe 2026-05-17T09:30:00+02:00")
        return None
    if moment.second or moment.microsecond:
        words.problem(problems, key, f"'{text}' is not a whole minute. Maybe {moment:%Y-%m-%d %H:%M}")
        return None
    there = moment.astimezone(zone) if moment.tzinfo else moment.replace(tzinfo=zone)
    if fits and moment.tzinfo and there.utcoffset() != moment.utcoffset():
        here = f"{there:%z}"
        sentence = f"'{text}' does not go with {zone.key}, which has {here[:3]}:{here[3:]} then"
        words.problem(problems, key, f"{sentence}. Maybe --timezone with another zone")
        return None
    return there.replace(tzinfo=None)


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text) if _MOMENT.fullmatch(text) else None
    except ValueError:
        return None
    return found if found and found.year in YEARS else None


def minutes_of(words: Words, key: str, problems: Problems) -> int | None:
    """Read a length of time.

    Parameters
    ----------
    words
        An event.
    key
        Under which it stands: minutes, or hours and minutes such as ``01:30``, with days before them.
    problems
        Takes what is no length.

    Returns
    -------
    int or None
        In minutes; ``None`` after a problem.
    """
    text = words.says(key)
    parts = _DURATION.fullmatch(text)
    if parts:
        return (int(parts["days"] or 0) * 24 + int(parts["hours"])) * 60 + int(parts["minutes"])
    if _NUMBER.fullmatch(text):
        return int(text)
    sentence = f"'{shown(text)}' is no length of time. Maybe 01:30" if text else f"{MISSING}. Maybe 00:30"
    words.problem(problems, key, sentence)
    return None


def number_of(words: Words, key: str, problems: Problems) -> int | None:
    """Read a number of seats.

    Parameters
    ----------
    words
        An event or a room.
    key
        Under which it stands; nothing has to stand there.
    problems
        Takes what is no number.

    Returns
    -------
    int or None
        ``None`` where nothing stands there, and after a problem.
    """
    text = words.says(key)
    if not text:
        return None
    if _NUMBER.fullmatch(text):
        return int(text)
    words.problem(problems, key, f"'{shown(text)}' is no whole number. Maybe write it in digits")
    return None
