"""A stretch of the forum's time, and the words in which planners write it."""

import re
from datetime import time
from difflib import SequenceMatcher, get_close_matches
from functools import cached_property
from typing import Any

from pydantic import ValidationInfo, model_validator

from scheduler.domain.clock import Clock
from scheduler.domain.value import Minute, Value

_SPAN = re.compile(r"^(?P<start>\d{1,2}:\d{2})-(?P<end>\d{1,2}:\d{2})$")
_EDGE = re.compile(r"^(?P<edge>from|until) (?P<day>\S+) (?P<at>\d{1,2}:\d{2})$")


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


def maybe(word: str, known: list[str]) -> str:
    """Suggest what a planner may have meant.

    Parameters
    ----------
    word
        What was written.
    known
        What could have been written.

    Returns
    -------
    str
        ``" Maybe …"`` with the name that the word abbreviates, else with the nearest one, else with
        all names or, where they are many, the first few.
    """
    near = _abbreviated(word, known) or _nearest(word, known)
    if near or len(known) == 1:
        return f" Maybe {near or known[0]}"
    few = sorted(known) if len(known) <= _FEW else sorted(known)[:_SOME]
    return f" Maybe one of {', '.join(few)}" if few else ""


_FEW, _SOME = 10, 6


def _nearest(word: str, known: list[str]) -> str | None:
    """Return the most similar name, the first of several; get_close_matches returns the last."""
    close = get_close_matches(word, known, n=len(known) or 1, cutoff=0.6)
    likeness = {name: SequenceMatcher(None, name, word).ratio() for name in close}
    return min(close, key=lambda name: (-likeness[name], name), default=None)


def _abbreviated(word: str, known: list[str]) -> str | None:
    """Return the name of which a word has the initials, such as ``RT4`` for ``round-table-4``."""
    plain = "".join(letter for letter in word.lower() if letter.isalnum())
    for name in known:
        parts = re.findall(r"\d+|[^\W\d_]+", name.lower())
        if len(parts) > 1 and plain == "".join(part if part.isdigit() else part[0] for part in parts):
            return name
    return None


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
        raise ValueError(f"{text} is no time of day. Maybe 10:00")
    return time(int(hours), int(minutes))


class WindowWords:
    """The words in which planners write windows, read with the forum's days and periods.

    Understood are ``day-1``, ``day-1 morning``, ``day-1 10:00-12:30``, ``from day-1 12:00`` and
    ``until day-1 12:00``.
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
            An unknown day or period, or an end that is not after its start.
        """
        words = " ".join(text.split())
        edge = _EDGE.match(words)
        start, end = self._edge(edge) if edge else self._within_day(words)
        if start >= end:
            raise ValueError(f"'{words}' ends before it begins. Maybe the times are exchanged")
        return Window(start=start, end=end, words=words)

    def _edge(self, edge: re.Match[str]) -> tuple[Minute, Minute]:
        day = self._known(edge["day"], self._days, "day")
        at = self._clock.minute(day, time_of_day(edge["at"]))
        return (at, self._whole[1]) if edge["edge"] == "from" else (self._whole[0], at)

    def _within_day(self, words: str) -> tuple[Minute, Minute]:
        name, _, rest = words.partition(" ")
        day = self._known(name, self._days, "day")
        if not rest:
            return self._clock.midnight(day), self._clock.midnight_after(day)
        span = _SPAN.match(rest)
        if span:
            times = time_of_day(span["start"]), time_of_day(span["end"])
        else:
            times = self._periods[self._known(rest, list(self._periods), "period")]
        return self._clock.minute(day, times[0]), self._clock.minute(day, times[1])

    def _known(self, name: str, known: list[str], what: str) -> str:
        if name not in known:
            raise ValueError(f"there is no {what} '{name}'.{maybe(name, known)}")
        return name
