"""The sessions of a CoSPLib workbook as periods of days: stretches with so many slots of one length."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from scheduler.domain.clock import Day, Period
from scheduler.reading.importing.cosplib_sheets import Workbook
from scheduler.reading.importing.identifiers import Identifiers

_MOST_SLOTS = 200
_SLOTS, _DATE, _START, _END = 1, 2, 3, 4
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Slots:
    """A session as the workbook has it; ``period`` is its id."""

    name: str
    period: str
    number: int
    on: date
    start: time
    end: time

    @property
    def minutes(self) -> int:
        """How long a slot may be, rounded down."""
        lasts = datetime.combine(self.on, self.end) - datetime.combine(self.on, self.start)
        return int(lasts.total_seconds()) // 60 // self.number


@dataclass(frozen=True)
class Laid:
    """The days and periods of a conference, with the length of its slots in minutes.

    ``names`` are periods as clauses call them, by the workbook's name of the session; ``moved`` are the
    sessions that lie on another day than the workbook says.
    """

    days: tuple[Day, ...]
    periods: tuple[Period, ...]
    minutes: int
    names: dict[str, str]
    moved: tuple[str, ...]


def read_slots(book: Workbook, known: dict[str, str]) -> list[Slots]:
    """Read the sheet of sessions.

    Parameters
    ----------
    book
        The workbook.
    known
        Ids of an earlier version of the file.

    Returns
    -------
    list of Slots
        In the order of the sheet, without those that have a problem.
    """
    ids = Identifiers("period", known)
    return [one for one in _read(book, ids) if one is not None]


def _read(book: Workbook, ids: Identifiers) -> Iterator[Slots | None]:
    for row in book.rows("sessions"):
        number, on, start, end = row.number(_SLOTS, 1), row.on(_DATE), row.at(_START), row.at(_END)
        if number > _MOST_SLOTS:
            row.problem(_SLOTS, f"{number} slots are more than {_MOST_SLOTS}. Maybe {_MOST_SLOTS}")
        if on is None or start is None or end is None:
            continue
        slots = Slots(row.text(0), ids.give(row.text(0), row.text(0)), number, on, start, end)
        if slots.minutes < 1:
            row.problem(_END, f"there is no time for {number} slots from {start:%H:%M} to {end:%H:%M}")
            continue
        yield slots


def lay(found: Sequence[Slots]) -> Laid:
    """Lay sessions out on days, so that a slot has one length and no two sessions are held at once.

    Parameters
    ----------
    found
        The sessions, at least one.

    Returns
    -------
    Laid
        A slot lasts as long as those of the session that has least time for each. A session that would begin
        before the one before it in the sheet has ended is held at its hours on the next day on which it does
        not: the workbook counts it as another time, and so must a timetable.
    """
    minutes = min(one.minutes for one in found)
    dates = list(_dates(found))
    days = {on: f"day-{number}" for number, on in enumerate(sorted(set(dates)), 1)}
    periods = [_period(one, days[on], minutes) for one, on in zip(found, dates, strict=True)]
    return Laid(
        days=tuple(Day(name=name, date=on) for on, name in days.items()),
        periods=tuple(periods),
        minutes=minutes,
        names={one.name: f"{days[on]} {one.period}" for one, on in zip(found, dates, strict=True)},
        moved=tuple(one.name for one, on in zip(found, dates, strict=True) if one.on != on),
    )


def _dates(found: Sequence[Slots]) -> Iterator[date]:
    """Yield the day of each session, none of which begins before the one before it has ended."""
    free = datetime.min  # noqa: DTZ901 - wall times have no zone here
    for one in found:
        on = one.on
        while datetime.combine(on, one.start) < free:
            on += _DAY
        free = datetime.combine(on, one.end)
        yield on


def _period(slots: Slots, day: str, minutes: int) -> Period:
    start = datetime.combine(slots.on, slots.start)
    end = start + timedelta(minutes=minutes * slots.number)
    return Period(name=slots.period, start=start.time(), end=end.time(), days=(day,))
