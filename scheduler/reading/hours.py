"""Days and periods of a forum, put on its clock."""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from pydantic import ValidationError

from scheduler.domain.clock import Clock, Day, NoSuchTime, Period
from scheduler.domain.venue import Venue
from scheduler.domain.window import WindowWords
from scheduler.reading.desk import Desk
from scheduler.reading.doubles import refuse_doubles
from scheduler.reading.entries import Known, Place, report
from scheduler.reading.forum_file import ForumFile
from scheduler.reading.problems import Problems
from scheduler.reading.sentences import Path

MOST_DAYS = 366
"""How far two days of a forum may lie apart, and a timetable's dates from the forum's days."""


def read_clock(desk: Desk, file: ForumFile, place: Place, venue: Venue, other: Place) -> Clock | None:
    """Make the clock of a forum from its days and its own periods, or else the venue's.

    Parameters
    ----------
    desk
        Understands windows from now on.
    file, place
        What ``forum.yaml`` says.
    venue, other
        The venue, and its file.

    Returns
    -------
    Clock or None
        ``None`` after a problem.
    """
    known = len(desk.problems)
    periods, source = (file.periods, place) if file.periods else (venue.periods, other)
    if not periods:
        source.problem(desk.problems, ("periods",), None, "is empty. Maybe enter morning and afternoon")
    _check_periods(file.periods, place, desk.problems)
    _check_periods(venue.periods, other, desk.problems)
    _check_days(file, place, desk.problems)
    _check_their_days(file, place, desk.problems)
    if len(desk.problems) > known:
        return None
    days = tuple(Day(name=name, date=on) for name, on in file.days.items())
    ordered = tuple(sorted(periods, key=lambda one: (one.start, one.end, one.name)))
    try:
        clock = Clock(timezone=file.timezone, days=days, periods=ordered)
    except ValidationError as error:
        report(error, Clock, place, desk.problems)
        return None
    _check_skipped(clock, periods, source, desk.problems)
    desk.understand(WindowWords(clock))
    return clock


def _check_periods(periods: tuple[Period, ...], place: Place, problems: Problems) -> None:
    names = [(one.name, place, ("periods", number, "name")) for number, one in enumerate(periods)]
    refuse_doubles(names, "period", problems)
    for number, period in enumerate(periods):
        if period.end <= period.start:
            sentence = f"{period.name} ends at {period.end:%H:%M}, not after {period.start:%H:%M}"
            path: Path = ("periods", number, "end")
            place.problem(problems, path, f"{period.end:%H:%M}", f"{sentence}. Maybe the two are exchanged")
    _check_overlaps(periods, place, problems)


def _check_overlaps(periods: tuple[Period, ...], place: Place, problems: Problems) -> None:
    """Refuse a period that begins before the one before it has ended, where a day has both."""
    for number, following in _neighbours(periods):
        first, then = periods[number], periods[following]
        if then.start < first.end:
            begins, ends = f"{then.start:%H:%M}", f"{first.end:%H:%M}"
            sentence = f"{then.name} begins at {begins}, before {first.name} ends at {ends}. Maybe {ends}"
            place.problem(problems, ("periods", following, "start"), begins, sentence)


def _neighbours(periods: tuple[Period, ...]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of periods that follow one another on some day, each two once."""
    order = sorted(range(len(periods)), key=lambda number: periods[number].start)
    named = {day for period in periods for day in period.days}
    found: set[tuple[int, int]] = set()
    for day in ("", *sorted(named)):
        found.update(pairwise(number for number in order if periods[number].is_on(day)))
    yield from sorted(found)


def _check_their_days(file: ForumFile, place: Place, problems: Problems) -> None:
    """Refuse a day of a period that the forum does not have."""
    known = Known("day", file.days)
    for number, period in enumerate(file.periods):
        for position, day in enumerate(period.days):
            known.has(day, place, ("periods", number, "days", position), problems)


def _check_days(file: ForumFile, place: Place, problems: Problems) -> None:
    days = sorted(file.days.items(), key=lambda item: (item[1], item[0]))
    first, years = days[0][1], {on.year for on in file.days.values()}
    doubles = [(on.isoformat(), place, ("days", name)) for name, on in file.days.items()]
    refuse_doubles(doubles, "date", problems)
    for name, on in days:
        if (on - first).days > MOST_DAYS:
            sentence = f"{on} is more than a year after {first}, the first day. Maybe the year is wrong"
            place.problem(problems, ("days", name), on, sentence)
    if file.edition not in years:
        sentence = f"{file.edition} is not the year of its days. Maybe {max(years)}"
        place.problem(problems, ("edition",), file.edition, sentence)


def _check_skipped(clock: Clock, periods: tuple[Period, ...], place: Place, problems: Problems) -> None:
    """Refuse a period that begins or ends at a time which the zone skips on one of the days."""
    for number, period in enumerate(periods):
        for day in clock.days:
            if not period.is_on(day.name):
                continue
            for key, at in (("start", period.start), ("end", period.end)):
                try:
                    clock.require_once(datetime.combine(day.date, at))
                except NoSuchTime as error:
                    place.problem(problems, ("periods", number, key), f"{at:%H:%M}", str(error))
