"""The forum's axis of time: minutes since midnight of its first day, and back to wall clocks.

The axis counts minutes that really pass, so that a length is the same on every day of the year,
and a day on which clocks change has 1,380 or 1,500 of them.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from pydantic import field_validator

from scheduler.domain.periods import Day, Period, Stretch
from scheduler.domain.value import Minute, Value
from scheduler.domain.zone import NoSuchTime, ZoneName

__all__ = ["Clock", "Day", "NoSuchTime", "Period", "Stretch", "ZoneName", "likely_time"]

_WRITTEN = re.compile(
    r"(?P<hours>\d{1,2})(?:\s?[:.h]?\s?(?P<minutes>\d\d))?(?::00)?\s?(?:h|(?P<half>[ap])\.?m\.?)?",
    re.ASCII | re.IGNORECASE,
)


def likely_time(text: str) -> time | None:
    """Understand a wall-clock time in whatever way it is written.

    Parameters
    ----------
    text
        Such as ``9:00``, ``9.30``, ``13h`` or ``1 pm``.

    Returns
    -------
    datetime.time or None
        To the minute; ``None`` when it is no time, or one that no day has.
    """
    found = _WRITTEN.fullmatch(text.strip(" '\"“”‘’"))
    if found is None:
        return None
    hours, minutes, half = int(found["hours"]), int(found["minutes"] or 0), (found["half"] or "").lower()
    if half and hours == 12:
        hours = 0
    if half == "p" and hours < 12:
        hours += 12
    return time(hours, minutes) if hours < 24 and minutes < 60 and (half != "a" or hours < 12) else None


class Clock(Value):
    """Days and periods of a forum in one time zone."""

    timezone: ZoneName
    days: tuple[Day, ...]
    periods: tuple[Period, ...]

    @property
    def regular_periods(self) -> tuple[Period, ...]:
        """Periods without the extra ones."""
        return tuple(period for period in self.periods if not period.extra)

    def periods_of(self, day: str) -> tuple[Period, ...]:
        """List the periods of a day.

        Parameters
        ----------
        day
            Name of a day of the forum.

        Returns
        -------
        tuple of Period
            In the order of time, extra ones included.
        """
        return tuple(period for period in self.periods if period.is_on(day))

    @property
    def periods_by_day(self) -> Iterator[tuple[str, str]]:
        """The names of each day and of its periods, in the order of time."""
        return ((day.name, period.name) for day in self.days for period in self.periods_of(day.name))

    @cached_property
    def stretches(self) -> tuple["Stretch", ...]:
        """All periods of all days on the axis, in the order of time."""
        return tuple(
            Stretch(
                day=day.name,
                period=period.name,
                start=self.minute(day.name, period.start),
                end=self.minute(day.name, period.end),
            )
            for day in self.days
            for period in self.periods_of(day.name)
        )

    def stretch_of(self, start: Minute, end: Minute) -> "Stretch | None":
        """Find the period of a day in which something lies.

        Parameters
        ----------
        start, end
            Minutes on the axis.

        Returns
        -------
        Stretch or None
            ``None`` when it lies wholly inside none.
        """
        number = bisect_right(self.stretches, start, key=lambda one: one.start) - 1
        found = self.stretches[number] if number >= 0 else None
        return found if found is not None and end <= found.end else None

    @field_validator("days")
    @classmethod
    def _sorted(cls, days: tuple[Day, ...]) -> tuple[Day, ...]:
        return tuple(sorted(days, key=lambda day: (day.date, day.name)))

    @cached_property
    def zone(self) -> ZoneInfo:
        """The time zone of the forum."""
        return ZoneInfo(self.timezone)

    @cached_property
    def _origin(self) -> datetime:
        return datetime.combine(self.days[0].date, time(0), self.zone).astimezone(UTC)

    @cached_property
    def _midnights(self) -> dict[str, Minute]:
        return {day.name: self._minute_of(day.date, time(0)) for day in self.days}

    @cached_property
    def _dates(self) -> dict[str, date]:
        return {day.name: day.date for day in self.days}

    def _minute_of(self, on: date, at: time) -> Minute:
        instant = datetime.combine(on, at, self.zone).astimezone(UTC)
        return int((instant - self._origin).total_seconds()) // 60

    def minute(self, day: str, at: time) -> Minute:
        """Put a wall-clock time of a day on the axis.

        Parameters
        ----------
        day
            Name of a day of the forum.
        at
            Wall-clock time in the forum's zone, to the minute.

        Returns
        -------
        int
            Minutes since midnight of the first day.

        Raises
        ------
        NoSuchTime
            The zone skips this time on that date, or has it twice.
        """
        on = self._dates[day]
        self.require_once(datetime.combine(on, at))
        return self._minute_of(on, at)

    def require_once(self, wall: datetime) -> None:
        """Refuse a wall-clock time that does not exist in the zone, or exists twice.

        Parameters
        ----------
        wall
            A time without a zone.

        Raises
        ------
        NoSuchTime
            With a sentence that says which of the two it is, and what would be right.
        """
        first, second = (wall.replace(tzinfo=self.zone, fold=fold) for fold in (0, 1))
        if first.utcoffset() == second.utcoffset():
            return
        back = first.astimezone(UTC).astimezone(self.zone).replace(tzinfo=None)
        if back != wall:
            raise NoSuchTime(
                f"{wall:%H:%M} does not exist on {wall:%Y-%m-%d} in {self.timezone}: "
                f"clocks are put forward. Maybe {back:%H:%M}"
            )
        raise NoSuchTime(
            f"{wall:%H:%M} comes twice on {wall:%Y-%m-%d} in {self.timezone}: "
            f"clocks are put back. Maybe a time outside that hour"
        )

    def minute_at(self, instant: datetime) -> Minute:
        """Put an instant on the axis.

        Parameters
        ----------
        instant
            A datetime with a zone.

        Returns
        -------
        int
            Minutes since midnight of the first day; seconds are cut off.
        """
        return int((instant.astimezone(UTC) - self._origin).total_seconds() // 60)

    def instant(self, minute: Minute) -> datetime:
        """Read a point of the axis as a datetime in the forum's zone.

        Parameters
        ----------
        minute
            Minutes since midnight of the first day.

        Returns
        -------
        datetime
            With the forum's zone.
        """
        return (self._origin + timedelta(minutes=minute)).astimezone(self.zone)

    def date_of(self, day: str) -> date:
        """Return the date of a day.

        Parameters
        ----------
        day
            Name of a day of the forum.

        Returns
        -------
        datetime.date
            In the forum's zone.
        """
        return self._dates[day]

    def midnight(self, day: str) -> Minute:
        """Return the first minute of a day.

        Parameters
        ----------
        day
            Name of a day of the forum.

        Returns
        -------
        int
            Its midnight on the axis.
        """
        return self._midnights[day]

    def midnight_after(self, day: str) -> Minute:
        """Return the first minute after a day.

        Parameters
        ----------
        day
            Name of a day of the forum.

        Returns
        -------
        int
            The next midnight on the axis.
        """
        return self._minute_of(self._dates[day] + timedelta(days=1), time(0))

    def day_of(self, minute: Minute) -> Day | None:
        """Find the day of the forum in which a minute lies.

        Parameters
        ----------
        minute
            A point of the axis.

        Returns
        -------
        Day or None
            ``None`` between two days that are not neighbours, and outside the forum.
        """
        on = self.instant(minute).date()
        return next((day for day in self.days if day.date == on), None)

    def words(self, minute: Minute) -> str:
        """Say a point of the axis as planners do: ``10:00 on day-1``.

        Parameters
        ----------
        minute
            A point of the axis.

        Returns
        -------
        str
            Wall-clock time and the day's name, or its date outside the forum.
        """
        instant, day = self.instant(minute), self.day_of(minute)
        return f"{instant:%H:%M} on {day.name if day else instant.date().isoformat()}"
