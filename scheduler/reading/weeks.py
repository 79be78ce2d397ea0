"""Weeks in which a forum could be held: its days, put off by whole weeks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from scheduler.domain.date_words import day_and_month, day_month_year
from scheduler.domain.forum import Forum
from scheduler.domain.venue import Holiday

_WEEK = timedelta(weeks=1)
_NEARLY_A_WEEK = timedelta(days=6)


@dataclass(frozen=True)
class Week:
    """The forum's days by name, in the order of time, in one week.

    ``holidays`` says which of them the venue keeps, ``uncertain`` which holidays of uncertain date may fall
    on one of them, each in a sentence.
    """

    days: tuple[tuple[str, date], ...]
    holidays: tuple[str, ...] = ()
    uncertain: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The first and the last date in words."""
        first, last = self.days[0][1], self.days[-1][1]
        if first == last:
            return day_month_year(first)
        if first.year != last.year:
            return f"{day_month_year(first)} to {day_month_year(last)}"
        return f"{first.day if first.month == last.month else day_and_month(first)} to {day_month_year(last)}"

    @property
    def words(self) -> str:
        """The week and what is kept in it, as a sentence without a full stop."""
        return f"{self.title}: {'; '.join(self.holidays)}"


def weeks_of(forum: Forum, first: date, last: date) -> list[Week]:
    """List the weeks in which a forum could be held.

    Parameters
    ----------
    forum
        The forum; its days keep their weekdays and their distances.
    first, last
        Dates that all days of a week lie between, or are.

    Returns
    -------
    list of Week
        In the order of time, those with holidays among them.
    """
    days = [(day.name, day.date) for day in forum.clock.days]
    begin = (first - days[0][1] + _NEARLY_A_WEEK) // _WEEK
    end = (last - days[-1][1]) // _WEEK
    return [
        _week(forum, [(name, on + weeks * _WEEK) for name, on in days]) for weeks in range(begin, end + 1)
    ]


def _week(forum: Forum, days: list[tuple[str, date]]) -> Week:
    closed = [one for one in forum.venue.holidays if one.kind == "holiday"]
    return Week(tuple(days), tuple(_kept(closed, days)), tuple(_uncertain(closed, days)))


def _kept(holidays: Iterable[Holiday], days: list[tuple[str, date]]) -> Iterator[str]:
    for holiday in holidays:
        for name, on in days:
            if holiday.date == on:
                yield f"{name}, {day_month_year(on)}, is {holiday.name}{_give_or_take(holiday)}"


def _uncertain(holidays: Iterable[Holiday], days: list[tuple[str, date]]) -> Iterator[str]:
    """Yield a sentence for each holiday of uncertain date that may fall on a day, but is not expected to."""
    for holiday in holidays:
        near = [name for name, on in days if abs(on - holiday.date).days <= holiday.give_or_take]
        if near and all(on != holiday.date for _, on in days):
            yield (
                f"{holiday.name}, expected on {day_month_year(holiday.date)}{_give_or_take(holiday)}, "
                f"may fall on {' or '.join(near)}"
            )


def _give_or_take(holiday: Holiday) -> str:
    days = holiday.give_or_take
    return f" (give or take {days} day{'s' if days > 1 else ''})" if days else ""
