"""Dates and times in words, in the forum's zone and never in the machine's language or zone."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from scheduler.domain.date_words import MONTHS

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def hours(start: datetime, end: datetime) -> str:
    """Say when something begins and ends: ``10:00-13:00``.

    Parameters
    ----------
    start, end
        In the forum's zone.

    Returns
    -------
    str
        Wall-clock times; ``(+1)`` stands behind an end on the next day.
    """
    later = (end.date() - start.date()).days
    return f"{start:%H:%M}-{end:%H:%M}" + (f" (+{later})" if later else "")


def long_date(on: date) -> str:
    """Say a date in English: ``Tuesday 17 May 2022``.

    Parameters
    ----------
    on
        A date.

    Returns
    -------
    str
        The same words on every machine.
    """
    return f"{_WEEKDAYS[on.weekday()]} {on.day} {MONTHS[on.month - 1]} {on.year}"


def date_span(first: date, last: date) -> str:
    """Say from when to when, without saying a month or year twice.

    Parameters
    ----------
    first, last
        In the order of time, or equal.

    Returns
    -------
    str
        Such as ``16 to 20 May 2022``.
    """
    until = f"{last.day} {MONTHS[last.month - 1]} {last.year}"
    if first == last:
        return until
    since = str(first.day)
    if (first.year, first.month) != (last.year, last.month):
        since += f" {MONTHS[first.month - 1]}"
    if first.year != last.year:
        since += f" {first.year}"
    return f"{since} to {until}"


def utc(moment: datetime) -> datetime:
    """Read a stamp in UTC; one without a zone is taken to be in UTC already.

    Parameters
    ----------
    moment
        Such as a release's ``released``.

    Returns
    -------
    datetime
        With the zone UTC.
    """
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def zone_words(timezone: str, moments: Iterable[datetime]) -> str:
    """Name a zone with the offsets that hold in it at some moments.

    Parameters
    ----------
    timezone
        IANA name.
    moments
        In that zone.

    Returns
    -------
    str
        Such as ``America/New_York (EDT, UTC-04:00)``.
    """
    if timezone == "UTC":
        return timezone
    offsets = dict.fromkeys(_offset(moment) for moment in moments)
    return f"{timezone} ({'; '.join(offsets)})" if offsets else timezone


def _offset(moment: datetime) -> str:
    name, offset = moment.tzname() or "", f"UTC{moment.isoformat(timespec='minutes')[16:]}"
    return f"{name}, {offset}" if name.isalpha() else offset
