"""Lengths and times to the second, as people read them."""

from collections.abc import Iterable

from scheduler.domain.clock import Clock
from scheduler.domain.list_of_speakers import Second


def spelled(seconds: int) -> str:
    """Say a length of time.

    Parameters
    ----------
    seconds
        The length.

    Returns
    -------
    str
        Minutes and seconds, such as ``2:30``.
    """
    return f"{seconds // 60}:{seconds % 60:02}"


def at_second(clock: Clock, second: Second) -> str:
    """Say a point of the axis: ``10:03:30 on day-3``.

    Parameters
    ----------
    clock
        The forum's.
    second
        Seconds since midnight of the first day.

    Returns
    -------
    str
        Wall-clock time and day.
    """
    minute, _, day = clock.words(second // 60).partition(" ")
    return f"{minute}:{second % 60:02} {day}"


def span(clock: Clock, start: Second, end: Second) -> str:
    """Say a stretch of time: ``from 11:00 to 11:30 on day-3``.

    Parameters
    ----------
    clock
        The forum's.
    start, end
        Seconds since midnight of the first day; they are shown to the minute.

    Returns
    -------
    str
        With both days where they differ.
    """
    first, last = clock.words(start // 60), clock.words(-(-end // 60))
    since, _, day = first.partition(" ")
    return f"from {since} to {last}" if last.endswith(day) else f"from {first} to {last}"


def spans(clock: Clock, times: Iterable[tuple[Second, Second]]) -> str:
    """Say several stretches of time.

    Parameters
    ----------
    clock
        The forum's.
    times
        First and last seconds.

    Returns
    -------
    str
        Joined by "or"; "at no time of the debate" where there is none.
    """
    return " or ".join(span(clock, start, end) for start, end in times) or "at no time of the debate"
