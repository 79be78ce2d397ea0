"""Small grids of several programmes: a row for each day, a column for each period."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from scheduler.domain.clock import Period
from scheduler.domain.difference import dates_of, day_key
from scheduler.domain.release import GivenMeeting
from scheduler.publishing.comparison_values import Compared, Comparison
from scheduler.publishing.comparison_words import others_words
from scheduler.publishing.difference_words import room_of, title_of
from scheduler.publishing.plain_words import spelled
from scheduler.publishing.wall_times import hours, long_date

_OTHER = "Other hours"
_WORD = re.compile(r"[^\W\d_]+|\d+")


@dataclass(frozen=True)
class Entry:
    """A meeting in a grid.

    ``hours`` is empty where they are those of the period. ``others`` are the letters of the programmes that
    have it at another place.
    """

    meeting: str
    title: str
    hours: str
    room: str
    short: str
    others: str


@dataclass(frozen=True)
class GridDay:
    """A day with the meetings of each column; ``date`` is empty where the programme has no such day."""

    name: str
    date: str
    cells: tuple[tuple[Entry, ...], ...]


@dataclass(frozen=True)
class SmallGrid:
    """The programme of one forum in small; ``columns`` are periods with their hours."""

    programme: Compared
    columns: tuple[tuple[str, str], ...]
    days: tuple[GridDay, ...]


def small_grids(found: Comparison) -> tuple[SmallGrid, ...]:
    """Draw all programmes, with the same days in the same rows.

    Parameters
    ----------
    found
        A comparison.

    Returns
    -------
    tuple of SmallGrid
        In the order of the programmes.
    """
    periods = next((one.periods for one in found.programmes if one.periods), ())
    days, shorts = _days(found.programmes), short_rooms(found)
    others = {
        (number, one.meeting): others_words(found, one, number)
        for one in found.elsewhere
        for number in range(len(found.programmes))
    }
    return tuple(
        _grid(number, one, one.periods or periods, days, shorts, others)
        for number, one in enumerate(found.programmes)
    )


def _days(programmes: Sequence[Compared]) -> list[str]:
    """Return the days of all programmes, by their number of days after the first one."""
    after: dict[str, int] = {}
    for one in programmes:
        dates = _dates(one)
        first = min(dates.values(), default=date.min)
        for name, on in dates.items():
            after.setdefault(name, (on - first).days)
    return sorted(after, key=lambda name: (after[name], name))


def _dates(one: Compared) -> dict[str, date]:
    return {**one.state.days, **dates_of(one.state)}


def _grid(  # noqa: PLR0913, PLR0917 - what is the same for all grids is found once
    number: int,
    one: Compared,
    periods: Sequence[Period],
    days: Sequence[str],
    shorts: dict[str, str],
    others: dict[tuple[int, str], str],
) -> SmallGrid:
    dates = _dates(one)
    columns = [period.name for period in periods]
    placed: dict[tuple[str, str], list[Entry]] = {}
    for held in sorted(one.state.meetings, key=lambda held: (held.start, held.id)):
        period = _period(held, periods)
        usual = period is not None and _fills(held, period)
        name = period.name if period else _OTHER
        columns += [] if name in columns else [name]
        room = room_of(held, one.state)
        entry = Entry(
            meeting=held.id,
            title=title_of(held),
            hours="" if usual else hours(held.start, held.end),
            room=room,
            short=shorts[room],
            others=others.get((number, held.id), ""),
        )
        placed.setdefault((day_key(held), name), []).append(entry)
    return SmallGrid(
        programme=one,
        columns=tuple((_heading(name), _hours(name, periods)) for name in columns),
        days=tuple(_day(name, dates.get(name), columns, placed) for name in days),
    )


def _day(
    name: str, on: date | None, columns: Sequence[str], placed: dict[tuple[str, str], list[Entry]]
) -> GridDay:
    cells = tuple(tuple(placed.get((name, column), ())) for column in columns)
    if on is None:
        return GridDay(spelled(name), "", cells)
    return GridDay("" if name == on.isoformat() else spelled(name), long_date(on), cells)


def _heading(column: str) -> str:
    return column if column == _OTHER else spelled(column)


def _hours(column: str, periods: Iterable[Period]) -> str:
    return next((f"{one.start:%H:%M}-{one.end:%H:%M}" for one in periods if one.name == column), "")


def _period(held: GivenMeeting, periods: Sequence[Period]) -> Period | None:
    """Return the period of which a meeting takes the most, the first of equals."""
    taken = [_shared(held, period) for period in periods]
    most = max(taken, default=0)
    return periods[taken.index(most)] if most else None


def _shared(held: GivenMeeting, period: Period) -> int:
    """Return the minutes of a meeting's first day that lie in a period, on the wall clock."""
    start, end = (moment.replace(tzinfo=None) for moment in (held.start, held.end))
    on = start.date()
    first, last = datetime.combine(on, period.start), datetime.combine(on, period.end)
    return max(int((min(end, last) - max(start, first)).total_seconds()) // 60, 0)


def _fills(held: GivenMeeting, period: Period) -> bool:
    return (held.start.time(), held.end.time()) == (period.start, period.end)


def short_rooms(found: Comparison) -> dict[str, str]:
    """Shorten the names of rooms to their first letters: ``Conference Room 4`` to ``CR 4``.

    Parameters
    ----------
    found
        A comparison.

    Returns
    -------
    dict of str to str
        By the room's name, sorted; a name stays whole where it has one word, or where two would be the same.
    """
    names = {room_of(held, one.state) for one in found.programmes for held in one.state.meetings}
    shorts = {name: _initials(name) for name in sorted(names)}
    several = [*shorts.values()]
    return {name: name if several.count(short) > 1 else short for name, short in shorts.items()}


def _initials(name: str) -> str:
    words = _WORD.findall(name)
    letters = "".join(word[0] for word in words if word[0].isupper())
    numbers = [word for word in words if word.isdigit()]
    return " ".join([letters, *numbers]) if len(letters) > 1 else name
