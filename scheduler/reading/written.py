"""Dates and times in whatever way they are written, and what is said of them.

A form that is understood is suggested as a file should have it; of any other only the form is shown.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Collection, Iterator
from datetime import date, datetime, time

from scheduler.domain.clock import likely_time

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAY = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? +", re.ASCII | re.IGNORECASE)
_BY_NAME = (
    re.compile(
        r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[ .-]+(?P<month>[a-z]{3,9})[ .,-]+(?P<year>\d{4})", re.ASCII
    ),
    re.compile(r"(?P<month>[a-z]{3,9})[ .]+(?P<day>\d{1,2})(?:st|nd|rd|th)?,? +(?P<year>\d{4})", re.ASCII),
)
_YEAR_FIRST = re.compile(r"(\d{4})([-/. ]?)(\d\d?)\2(\d\d?)", re.ASCII)
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4})", re.ASCII)
_BETWEEN = re.compile(r",? +(?:at +)?|(?<=\d)T(?=\d)", re.ASCII)
_OFFSET = re.compile(r" ?(?P<offset>Z|[+-]\d\d:?\d\d)$", re.ASCII)
_FULL_DATE = re.compile(r"(\d{4})-(\d\d)-\d\d", re.ASCII)
_LIKE_A_TIME = re.compile(r"\d{1,2}[:.]\d\d(?::\d\d)?", re.ASCII)


def no_date(words: str) -> str:
    """Say that something is no date.

    Parameters
    ----------
    words
        What stands in a file.

    Returns
    -------
    str
        With the date that is meant, or the days that its month has, or else the form of a date.
    """
    dates, full = likely_dates(words), _FULL_DATE.fullmatch(words)
    hint = " or ".join(map(str, dates)) or "a date such as 2022-05-17"
    if full and int(full[1]) and 1 <= int(full[2]) <= 12:
        last = monthrange(int(full[1]), int(full[2]))[1]
        hint = f"a day from {full[1]}-{full[2]}-01 to {full[1]}-{full[2]}-{last}"
    return f"'{words}' is no date. Maybe {hint}"


def no_time(words: str) -> str:
    """Say that something is no time of day.

    Parameters
    ----------
    words
        What stands in a file.

    Returns
    -------
    str
        With the time that is meant, or that no day has such a time, or else the form of a time.
    """
    at = likely_time(words)
    if at is None and _LIKE_A_TIME.fullmatch(words):
        return f"there is no such time as {words}. Maybe a time from 00:00 to 23:59"
    return f"'{words}' is no time of day. Maybe {f'{at:%H:%M}' if at else 'a time such as 09:30'}"


def no_instant(words: str) -> str:
    """Say that something is no date and time with an offset.

    Parameters
    ----------
    words
        What stands in a file.

    Returns
    -------
    str
        With what is meant, as far as it can be understood.
    """
    moments, offset = _moments(words)
    days = [datetime.combine(day, time(9)) for day in likely_dates(words)]
    hint = "a point in time such as 2022-02-16T09:00:00-05:00"
    if moments and offset:
        hint = " or ".join(f"{moment:%Y-%m-%dT%H:%M:%S}{offset}" for moment in moments)
    elif moments or days:
        lacking = "the offset" if moments else "time and offset"
        hint = f"add {lacking}, such as {(moments or days)[0]:%Y-%m-%dT%H:%M:%S}-05:00"
    return f"'{words}' is no date and time with an offset. Maybe {hint}"


def no_moment(words: str, days: Collection[date]) -> str:
    """Say that something is no date and time.

    Parameters
    ----------
    words
        What stands in a file.
    days
        The days of the forum, the first one first: they tell which number is the month.

    Returns
    -------
    str
        With what is meant, as far as it can be understood.
    """
    moments, offset = _moments(words)
    likely = [one for one in moments if one.date() in days] or moments
    dates, at = likely_dates(words), likely_time(words)
    hint = f"a date and time such as {next(iter(days))} 10:00"
    if likely:
        hint = " or ".join(f"{moment:%Y-%m-%d %H:%M}{offset}" for moment in likely)
    elif dates:
        hint = f"add the time, such as {next((day for day in dates if day in days), dates[0])} 10:00"
    elif at:
        hint = f"add the date, such as {next(iter(days))} {at:%H:%M}"
    return f"'{words}' is no date and time. Maybe {hint}"


def likely_dates(text: str) -> list[date]:
    """Understand a date in whatever way it is written.

    Parameters
    ----------
    text
        Such as ``12 May 2022``, ``May 12, 2022``, ``2022/5/12`` or ``12.05.2022``.

    Returns
    -------
    list of datetime.date
        Two where nobody can tell which number is the month; none when it is no date.
    """
    words = _WEEKDAY.sub("", text.strip(" '\"“”‘’")).lower()
    found = [day for year, month, number in _triples(words) if (day := _date(year, month, number))]
    return sorted(set(found))


def _triples(words: str) -> Iterator[tuple[int, int, int]]:
    """Yield year, month and day in each order in which they may stand."""
    named = next((found for form in _BY_NAME if (found := form.fullmatch(words))), None)
    if named and named["month"][:3] in _MONTHS:
        yield int(named["year"]), _MONTHS.index(named["month"][:3]) + 1, int(named["day"])
    first, last = _YEAR_FIRST.fullmatch(words), _YEAR_LAST.fullmatch(words)
    if first:
        yield int(first[1]), int(first[3]), int(first[4])
    if last:
        yield int(last[4]), int(last[3]), int(last[1])
        if last[2] != ".":
            yield int(last[4]), int(last[1]), int(last[3])


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _moments(text: str) -> tuple[list[datetime], str]:
    """Understand a date with a time, in either order, and the offset behind them."""
    offset = _OFFSET.search(text) if ":" in text else None
    words = " ".join((text[: offset.start()] if offset else text).split())
    for gap in _BETWEEN.finditer(words):
        parts = words[: gap.start()], words[gap.end() :]
        for day, clock in (parts, parts[::-1]):
            dates, at = likely_dates(day), likely_time(clock)
            if dates and at:
                return [datetime.combine(one, at) for one in dates], offset["offset"] if offset else ""
    return [], ""


_REWORDED: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("is no date. Maybe ", no_date),
    ("is no time of day. Maybe ", no_time),
)


def reworded(sentence: str, words: object) -> str:
    """Put what is meant into a sentence that shows only the form of a date or time.

    Parameters
    ----------
    sentence
        What the typing of a value found.
    words
        What stands in the file.

    Returns
    -------
    str
        The sentence itself, unless it is on a date or time.
    """
    if not isinstance(words, str):
        return sentence
    return next((say(words) for part, say in _REWORDED if sentence.startswith(f"'{words}' {part}")), sentence)
