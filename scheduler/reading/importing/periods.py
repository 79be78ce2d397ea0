"""Days and their hours: from the first start to the last end, where the file does not say them."""

from datetime import date, time, timedelta

from scheduler.domain.clock import Day, Period
from scheduler.reading.importing.foreign_events import ForeignEvents

_NAME = "programme"
_Hours = tuple[time, time]
_WHOLE = (time(0), time(23, 59))


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
        One for all days where they have the same hours, else one for each of the hours with its days. A day
        on which nothing begins and ends has the hours of all of them.
    """
    held = {day.name: _held(found, day.date) for day in days}
    known = [hours for hours in held.values() if hours]
    every = (min(start for start, _ in known), max(end for _, end in known)) if known else _WHOLE
    on: dict[_Hours, list[str]] = {}
    for day in days:
        on.setdefault(held[day.name] or every, []).append(day.name)
    if len(on) == 1:
        return (Period(name=_NAME, start=min(on)[0], end=min(on)[1]),)
    return tuple(
        Period(name=f"{_NAME}-{number}", start=start, end=end, days=tuple(names))
        for number, ((start, end), names) in enumerate(on.items(), 1)
    )


def _held(found: ForeignEvents, on: date) -> _Hours | None:
    """Return the hours of a day: those that the file says, widened to what is held in them."""
    said = found.hours.get(on)
    events = [one for one in found.events if one.on_one_day and one.start and one.start.date() == on]
    hours = [said] if said else []
    hours += [(one.start.time(), one.end.time()) for one in events if one.start and one.end]
    return (min(start for start, _ in hours), max(end for _, end in hours)) if hours else None
