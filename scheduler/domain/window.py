"""A stretch of the forum's time, and the words in which planners write it."""

import re
from datetime import time
from functools import cached_property
from typing import Any

from pydantic import ValidationInfo, model_validator

from scheduler.domain.clock import Clock, likely_time
from scheduler.domain.maybe import NoSuchName, maybe, same
from scheduler.domain.value import Minute, Value

__all__ = ["Window", "WindowWords", "maybe", "time_of_day"]

_AT = re.compile(r"\d{1,2}:\d{2}", re.ASCII)
_DASH = re.compile(r" ?[-–—] ?")
_DIVIDED = re.compile(r" ?[,;] ?| and ")
_EDGE = re.compile(r"^(?P<edge>from|until) (?P<rest>.+)$")
_NUMBERED = re.compile(r"[a-z]+ \d+(?= |$)", re.ASCII | re.IGNORECASE)
_MOST_WORDS = 6
"""In how many words the name of a day may be meant."""
_MIDNIGHT = "24:00"


class Window(Value):
    """A stretch of time from ``start`` up to ``end``, in minutes on the forum's axis.

    ``words`` says it as the planner wrote it.
    """

    start: Minute
    end: Minute
    words: str

    @model_validator(mode="before")
    @classmethod
    def _from_words(cls, words: Any, info: ValidationInfo) -> Any:
        """Read the planner's words, where the validation's context can."""
        if info.context is None or isinstance(words, Window):
            return words
        if not isinstance(words, str):
            raise ValueError("a window is written in words. Maybe day-1 morning")
        return info.context.windows.read(words).model_dump()

    def holds(self, start: Minute, end: Minute) -> bool:
        """Tell whether something lies wholly inside.

        Parameters
        ----------
        start, end
            Minutes on the forum's axis.

        Returns
        -------
        bool
            True when it begins and ends inside the window.
        """
        return self.start <= start and end <= self.end

    def meets(self, start: Minute, end: Minute) -> bool:
        """Tell whether something overlaps the window.

        Parameters
        ----------
        start, end
            Minutes on the forum's axis.

        Returns
        -------
        bool
            True when they share at least one minute.
        """
        return self.start < end and start < self.end


def time_of_day(text: str) -> time:
    """Read a wall-clock time.

    Parameters
    ----------
    text
        Hours and minutes, such as ``10:30``.

    Returns
    -------
    datetime.time
        To the minute.

    Raises
    ------
    ValueError
        The text is no time of day.
    """
    hours, _, minutes = text.partition(":")
    if not (hours.isdigit() and minutes.isdigit() and int(hours) < 24 and int(minutes) < 60):
        raise ValueError(f"there is no such time as {text}. Maybe a time from 00:00 to 23:59")
    return time(int(hours), int(minutes))


class WindowWords:
    """The words in which planners write windows, read with the forum's days and periods.

    Understood are ``day-1``, ``day-1 morning``, ``day-1 10:00-12:30``, ``from day-1 12:00`` and
    ``until day-1 12:00``. Spaces may stand around the hyphen, and an en dash in its place; ``24:00``
    is the end of the day. Without a time ``from day-1`` begins at its midnight and ``until day-3``
    ends with that day; ``from day-1 afternoon`` and ``until day-1 morning`` take in the period.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    @cached_property
    def _days(self) -> list[str]:
        return [day.name for day in self._clock.days]

    @cached_property
    def _periods(self) -> dict[str, tuple[time, time]]:
        return {period.name: (period.start, period.end) for period in self._clock.periods}

    @cached_property
    def _whole(self) -> tuple[Minute, Minute]:
        days = self._clock.days
        return self._clock.midnight(days[0].name), self._clock.midnight_after(days[-1].name)

    def read(self, text: str) -> Window:
        """Read one window.

        Parameters
        ----------
        text
            The planner's words.

        Returns
        -------
        Window
            On the forum's axis.

        Raises
        ------
        ValueError
            An unknown day or period, several windows, or an end that is not after its start.
        """
        words = " ".join(text.split())
        self._refuse_several(words)
        edge = _EDGE.match(words)
        start, end = self._edge(edge) if edge else self._within_day(words)
        if start >= end:
            raise ValueError(f"'{words}' ends before it begins. Maybe the times are exchanged")
        return Window(start=start, end=end, words=words)

    def _edge(self, edge: re.Match[str]) -> tuple[Minute, Minute]:
        day, rest = self._divided(edge["rest"])
        at = self._minute(day, rest) if _AT.fullmatch(rest) else None
        start, end = self._named(day, rest) if at is None else (at, at)
        return (start, self._whole[1]) if edge["edge"] == "from" else (self._whole[0], end)

    def _within_day(self, words: str) -> tuple[Minute, Minute]:
        day, rest = self._divided(words)
        times = _DASH.split(rest)
        if len(times) == 2 and all(map(_AT.fullmatch, times)):
            return self._minute(day, times[0]), self._minute(day, times[1])
        return self._named(day, rest)

    def _divided(self, words: str) -> tuple[str, str]:
        """Return the day at the beginning, whose name may be meant by several words, and the rest."""
        first, _, rest = words.partition(" ")
        if first not in self._days:
            parts = words.split(" ", _MOST_WORDS)[:_MOST_WORDS]
            meant = (" ".join(parts[: number + 1]) for number in range(len(parts)))
            numbered = _NUMBERED.match(words)
            likely = numbered.group() if numbered else first
            first = next((name for name in meant if same(name, self._days)), likely)
        return self._day(first), rest

    def _refuse_several(self, words: str) -> None:
        """Say how several windows are written, where the parts between commas are windows."""
        parts: list[str] = []
        for part in filter(None, _DIVIDED.split(words)):
            goes_on = parts and (part in self._periods or _AT.match(part))
            parts.append(f"{parts[-1].partition(' ')[0]} {part}" if goes_on else part)
        if len(parts) > 1 and all(map(self._is_window, parts)):
            how = "a table divides them by semicolons, in YAML each is an entry of its own"
            raise ValueError(f"'{words}' is more than one window; {how}. Maybe {'; '.join(parts)}")

    def _is_window(self, words: str) -> bool:
        try:
            self.read(words)
        except ValueError:
            return False
        return True

    def _named(self, day: str, period: str) -> tuple[Minute, Minute]:
        """Return a whole day, or one of its periods."""
        if not period:
            return self._clock.midnight(day), self._clock.midnight_after(day)
        if period not in self._periods:
            raise self._no_period(day, period)
        self._refuse_elsewhere(day, period)
        start, end = self._periods[period]
        return self._clock.minute(day, start), self._clock.minute(day, end)

    def _refuse_elsewhere(self, day: str, period: str) -> None:
        """Refuse a period that this day does not have."""
        here = [one.name for one in self._clock.periods_of(day)]
        if period not in here:
            raise ValueError(f"{day} has no {period}.{maybe(period, here)}")

    def _minute(self, day: str, text: str) -> Minute:
        return (
            self._clock.midnight_after(day)
            if text == _MIDNIGHT
            else self._clock.minute(day, time_of_day(text))
        )

    def _day(self, name: str) -> str:
        if name not in self._days:
            dates = {day.date.isoformat(): day.name for day in self._clock.days}
            if name in dates:
                raise ValueError(f"'{name}' is a date; windows call days by name. Maybe {dates[name]}")
            raise NoSuchName("day", name, self._days)
        return name

    def _no_period(self, day: str, words: str) -> ValueError:
        """Say that there is no such period, or how the times that stand in its place are written."""
        times = [likely_time(part) for part in re.split(r" ?[-–—] ?| to ", words)]
        spelled = "-".join(f"{at:%H:%M}" for at in times if at)
        if len(times) > 2 or None in times:
            return NoSuchName("period", words, self._periods)
        if len(times) == 1:
            return ValueError(f"'{words}' has no end. Maybe from {day} {spelled}")
        return ValueError(f"'{words}' is no stretch of time. Maybe {day} {spelled}")
