"""The last day of a milestone, as a clause sets it."""

from collections.abc import Iterable
from datetime import date, timedelta

from scheduler.domain.clause import Clause
from scheduler.domain.value import CalendarDate, Identifier, Value
from scheduler.domain.venue import Holiday

_SATURDAY = 5


class LastDay(Value):
    """The day on which a milestone has to be done at the latest, or is wished to be.

    ``clause`` sets it, ``on`` is its date. ``counted`` says how it follows from ``day``, a day of the forum:
    ``10 working days after day-4``. ``left_out`` are the holidays that do not count in between, and
    ``weekends`` tells that weekends do not.
    """

    milestone: Identifier
    clause: Clause
    on: CalendarDate
    day: Identifier
    counted: str
    left_out: tuple[Holiday, ...] = ()
    weekends: bool = False

    @property
    def is_wish(self) -> bool:
        """Whether the clause only wishes for it."""
        return self.clause.tier == "preference"


def length_words(number: int, words: str, day: str) -> str:
    """Say how far a day is counted from a day of the forum.

    Parameters
    ----------
    number
        How many.
    words
        Of what and where to, such as ``working days after``.
    day
        Name of the day.

    Returns
    -------
    str
        Such as ``10 working days after day-4``; ``on day-1`` where nothing is counted.
    """
    if number == 0:
        return f"on {day}"
    unit, _, direction = words.rpartition(" ")
    return f"{number} {unit.removesuffix('s') if number == 1 else unit} {direction} {day}"


def working(day: date) -> bool:
    """Tell whether a day is none of a weekend.

    Parameters
    ----------
    day
        A date.

    Returns
    -------
    bool
        Whether it is one from Monday to Friday.
    """
    return day.weekday() < _SATURDAY


def holidays_between(holidays: Iterable[Holiday], first: date, last: date) -> tuple[Holiday, ...]:
    """Choose the holidays that take a working day away.

    Parameters
    ----------
    holidays
        Of a venue; days that meetings should only avoid take none away.
    first, last
        The day from which is counted, itself left out, and the last one.

    Returns
    -------
    tuple of Holiday
        Those from Monday to Friday, by date.
    """
    found = (one for one in holidays if one.kind == "holiday" and first < one.date <= last)
    return tuple(sorted((one for one in found if working(one.date)), key=lambda one: (one.date, one.name)))


def weekend_between(first: date, last: date) -> bool:
    """Tell whether a Saturday or Sunday lies between two days.

    Parameters
    ----------
    first, last
        The day from which is counted, itself left out, and the last one.

    Returns
    -------
    bool
        Whether there is one.
    """
    days = (last - first).days
    return any(not working(first + timedelta(days=number)) for number in range(1, days + 1))
