"""Points in time as files write them, put on a forum's axis."""

import re
from datetime import UTC, datetime

from scheduler.domain.clock import Clock
from scheduler.domain.value import Minute
from scheduler.reading.hours import MOST_DAYS
from scheduler.reading.problems import shown
from scheduler.reading.sentences import MISSING
from scheduler.reading.written import no_moment

_FORM = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:?\d\d)?", re.ASCII)


def minute_of(words: object, clock: Clock) -> Minute:
    """Read a point in time.

    Parameters
    ----------
    words
        Text such as ``2022-05-17 10:00`` or ``2022-05-17T14:00:00Z``, or a datetime. Without an
        offset it is a wall-clock time in the forum's zone.
    clock
        The forum's clock.

    Returns
    -------
    int
        Minutes since midnight of the forum's first day.

    Raises
    ------
    ValueError
        It is no point in time, not a whole minute, skipped by the zone, or more than a year away
        from the forum's days.
    """
    first, last = clock.days[0].date, clock.days[-1].date
    moment = words if isinstance(words, datetime) else _moment(shown(words), clock)
    if (first - moment.date()).days > MOST_DAYS or (moment.date() - last).days > MOST_DAYS:
        raise ValueError(
            f"{moment.date()} is more than a year away from the forum. Maybe a date near {first}"
        )
    return clock.minute_at(_instant(moment, words, clock))


def instant_of(words: object, clock: Clock) -> datetime:
    """Read a point in time, however far away from the forum it is.

    Parameters
    ----------
    words
        As for ``minute_of``.
    clock
        The forum's clock.

    Returns
    -------
    datetime.datetime
        In UTC, a whole minute.

    Raises
    ------
    ValueError
        It is no point in time, not a whole minute, or skipped by the zone.
    """
    moment = words if isinstance(words, datetime) else _moment(shown(words), clock)
    return _instant(moment, words, clock)


def _instant(moment: datetime, words: object, clock: Clock) -> datetime:
    if moment.tzinfo is None:
        clock.require_once(moment)
        moment = moment.replace(tzinfo=clock.zone)
    instant = moment.astimezone(UTC)
    if instant.second or instant.microsecond:
        raise ValueError(f"'{words}' is not a whole minute. Maybe {moment:%Y-%m-%d %H:%M}")
    return instant


def _moment(text: str, clock: Clock) -> datetime:
    days = [day.date for day in clock.days]
    if not text:
        raise ValueError(f"{MISSING}. Maybe a date and time such as {days[0]} 10:00")
    if not _FORM.fullmatch(text):
        raise ValueError(no_moment(text, days))
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(no_moment(text, days)) from None
