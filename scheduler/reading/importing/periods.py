"""Days and their hours: from the first start to the last end, where the file does not say them."""

from datetime import date, time, timedelta

from scheduler.domain.clock import Day, Period
from scheduler.reading.importing.foreign_events import ForeignEvents

_NAME = "programme"
_Hours = tuple[time, time]
_WHOLE = (time(0), time(23, 59))
_GAP = 4 * 60
"""After so many minutes without anything the hours of a day end, and begin anew."""


def days_of(found: ForeignEvents) -> tuple[Day, ...]:
    """Name the days that the file lists, or on which something is held.

    Parameters
    ----------
    found
        What the file says; at least one event has a start.

    Returns
    -------
    tuple of Day
        ``day-1`` and so on, by date.
    """
    dates: set[date] = {*found.hours}
    for one in found.events:
        if one.start:
            dates |= {one.start.date(), (one.start + timedelta(minutes=one.minutes - 1)).date()}
    return tuple(Day(name=f"day-{number}", date=on) for number, on in enumerate(sorted(dates), 1))


def periods_of(found: ForeignEvents, days: tuple[Day, ...]) -> tuple[Period, ...]:
    """Derive the hours of the days.

    Parameters
    ----------
    found
        What the file says.
    days
        From ``days_of``.

    Returns
    -------
    tuple of Period
        One for all days where they have the same hours, else one for each of the hours with its days. Hours
        end where nothing is held for some time. A day on which nothing begins and ends has the hours of all.
    """
    held = {day.name: _hours(found, day.date) for day in days}
    known = [hours for stretches in held.values() for hours in stretches]
    every = (min(start for start, _ in known), max(end for _, end in known)) if known else _WHOLE
    on: dict[_Hours, list[str]] = {}
    for day in days:
        for hours in held[day.name] or [every]:
            on.setdefault(hours, []).append(day.name)
    if len(on) == 1:
        return (Period(name=_NAME, start=min(on)[0], end=min(on)[1]),)
    return tuple(
        Period(name=f"{_NAME}-{number}", start=start, end=end, days=tuple(names))
        for number, ((start, end), names) in enumerate(on.items(), 1)
    )


def _hours(found: ForeignEvents, on: date) -> list[_Hours]:
    """Return the hours of a day: those that the file says, and those in which something is held."""
    said = found.hours.get(on)
    events = [one for one in found.events if one.on_one_day and one.start and one.start.date() == on]
    hours = [said] if said else []
    hours += [(one.start.time(), one.end.time()) for one in events if one.start and one.end]
    joined: list[_Hours] = []
    for start, end in sorted(hours):
        if joined and _minute(start) - _minute(joined[-1][1]) < _GAP:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute
