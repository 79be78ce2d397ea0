"""A programme put together from the events of a file, or why none can be made of it."""

from collections.abc import Sequence

from scheduler.domain.clock import Clock, Day, NoSuchTime
from scheduler.domain.foreign_programme import ForeignProgramme
from scheduler.reading.hours import MOST_DAYS
from scheduler.reading.importing.derived import derived
from scheduler.reading.importing.foreign_events import ForeignEvent, ForeignEvents
from scheduler.reading.importing.foreign_file import ForeignFile
from scheduler.reading.importing.given import Given, Parts
from scheduler.reading.importing.periods import days_of, periods_of
from scheduler.reading.importing.wordings import TITLE, counted, shortened
from scheduler.reading.problems import Problems

MOST_PROBLEMS = 20
"""After so many no more of a file is read: they are all of one sort."""

MOST_SESSIONS = 5_000
"""More than any programme has."""

_LONGEST = 24 * 60
"""The most minutes that a session may last."""


def programme_of(file: ForeignFile, found: ForeignEvents, problems: Problems) -> ForeignProgramme | None:
    """Put a programme together.

    Parameters
    ----------
    file
        The file.
    found
        What it says.
    problems
        Takes what keeps it from being a programme.

    Returns
    -------
    ForeignProgramme or None
        With what was derived; ``None`` after a problem.
    """
    known = len(problems)
    found.events = _of_some_length(found)
    _check_whole(file, found, problems)
    if len(problems) > known:
        return None
    days = days_of(found)
    _check_span(file, days, problems)
    _check_times(file, found, days, problems)
    return None if len(problems) > known else _put_together(file, found, days)


def _of_some_length(found: ForeignEvents) -> list[ForeignEvent]:
    """Leave out what lasts no time, or more than a day: no room can be kept for it."""
    kept = [one for one in found.events if 0 < one.minutes <= _LONGEST]
    out = [one for one in found.events if not 0 < one.minutes <= _LONGEST]
    if out:
        found.noted.append(f"Left out, as they last no time or more than a day: {counted(out)}.")
    return kept


def _check_whole(file: ForeignFile, found: ForeignEvents, problems: Problems) -> None:
    """Refuse a file of which no forum can be made."""
    if not found.events:
        problems.add(file.name, None, "", "", "has no session. Maybe another file was meant")
    elif len(found.events) > MOST_SESSIONS:
        sentence = f"has {len(found.events):,} sessions; at most {MOST_SESSIONS:,} are read"
        problems.add(file.name, None, "", "", sentence)
    elif not any(one.start for one in found.events):
        sentence = "says of no session when it is held, so that nobody knows the days. Maybe add a start"
        problems.add(file.name, None, "start", "", sentence)
    elif not found.rooms and not any(one.room for one in found.events):
        problems.add(file.name, None, "room", "", "names no room. Maybe add one")


def _check_span(file: ForeignFile, days: Sequence[Day], problems: Problems) -> None:
    first, last = days[0].date, days[-1].date
    if (last - first).days > MOST_DAYS:
        sentence = f"reaches from {first} to {last}, more than a year. Maybe one of the dates is wrong"
        problems.add(file.name, None, "", "", sentence)


def _check_times(file: ForeignFile, found: ForeignEvents, days: tuple[Day, ...], problems: Problems) -> None:
    """Refuse times that the zone skips or has twice."""
    clock = Clock(timezone=found.timezone, days=days, periods=())
    for one in found.events:
        try:
            for at in filter(None, (one.start, one.end)):
                clock.require_once(at)
        except NoSuchTime as error:
            problems.add(file.name, one.line, "start", one.start, str(error))


def _put_together(file: ForeignFile, found: ForeignEvents, days: tuple[Day, ...]) -> ForeignProgramme:
    parts = Parts(file, found)
    more = derived(parts.given, days, parts.rooms, parts.tracks)
    return ForeignProgramme(
        title=shortened(found.title, TITLE) or file.title,
        timezone=found.timezone,
        days=days,
        periods=periods_of(found, days),
        rooms=parts.rooms,
        tracks=parts.tracks,
        people=parts.people,
        sessions=tuple(one.session for one in parts.given),
        placements=tuple(place for one in parts.given if (place := one.placement)),
        clauses=more.clauses,
        derived=more.sentences,
        noted=(*found.noted, *_without_place(parts.given)),
        ids=parts.ids,
    )


def _without_place(given: Sequence[Given]) -> tuple[str, ...]:
    out = [one for one in given if one.placement is None]
    return (f"Without a room or a time in the file, and so not in release 1: {counted(out)}.",) if out else ()
