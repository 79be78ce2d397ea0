"""VTIMEZONE in the form that every reader understands: rules and single changes, never RDATE.

Readers were seen to take only the first of many dates in an RDATE, and so to show meetings an
hour late; a yearly rule or one observance for each change is read alike by all of them.
"""

from calendar import monthrange
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from scheduler.publishing.zone_changes import ZoneChange, offset, zone_changes

_YEARS_AFTER = 5
"""Enough years to tell the fourth Sunday of a month from its last."""
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def zone_block(timezone: str, first: int, last: int) -> bytes:
    """Describe a zone as calendars do.

    Parameters
    ----------
    timezone
        IANA name.
    first, last
        The first and the last year in which there is a meeting.

    Returns
    -------
    bytes
        A VTIMEZONE (RFC 5545, 3.6.5) that is right from the start of ``first`` to the end of
        ``last``: yearly rules where one fits each change from the year before to five years
        after, else every change by itself.
    """
    zone, since = ZoneInfo(timezone), first - 1
    until = last + _YEARS_AFTER
    changes = zone_changes(zone, since, until)
    lines = ["BEGIN:VTIMEZONE", f"TZID:{timezone}"]
    lines += _yearly(changes, range(since, until + 1)) or _single(zone, changes, since)
    lines.append("END:VTIMEZONE")
    return "".join(f"{line}\r\n" for line in lines).encode()


def _yearly(changes: list[ZoneChange], years: range) -> list[str]:
    """Return the changes as yearly rules; nothing when some year does otherwise."""
    by_year = [[one for one in changes if one.onset.year == year] for year in years]
    if not changes or len({len(year) for year in by_year}) != 1:
        return []
    lines: list[str] = []
    for alike in zip(*by_year, strict=True):
        rule = _rule(alike)
        if rule is None:
            return []
        lines += _observance(alike[0], rule)
    return lines


def _rule(alike: tuple[ZoneChange, ...]) -> str | None:
    """Return the one yearly rule behind the same change of several years."""
    onsets = [change.onset for change in alike]
    same = {(one.before, one.after, one.name) for one in alike}
    when = {(onset.month, onset.time(), onset.weekday()) for onset in onsets}
    nth = _nth(onsets)
    if len(same) != 1 or len(when) != 1 or nth is None:
        return None
    return f"RRULE:FREQ=YEARLY;BYMONTH={onsets[0].month};BYDAY={nth}{_WEEKDAYS[onsets[0].weekday()]}"


def _nth(onsets: Iterable[datetime]) -> int | None:
    """Tell which of its weekdays in the month a day is each year; -1 is the last."""
    days = [(onset.day, monthrange(onset.year, onset.month)[1]) for onset in onsets]
    if all(day + 7 > length for day, length in days):
        return -1
    numbers = {(day - 1) // 7 + 1 for day, _ in days}
    return numbers.pop() if len(numbers) == 1 else None


def _single(zone: tzinfo, changes: list[ZoneChange], since: int) -> list[str]:
    """Return what holds at first, and then each change by itself."""
    start = datetime(since, 1, 1, tzinfo=UTC)
    held = offset(zone, start)
    name = start.astimezone(zone).tzname() or ""
    lines = _observance(ZoneChange(datetime(1970, 1, 1, tzinfo=UTC) - held, held, held, name), None)
    for change in changes:
        lines += _observance(change, None)
    return lines


def _observance(change: ZoneChange, rule: str | None) -> list[str]:
    """Write one change; its start is a wall-clock time in the offset before it."""
    kind = "DAYLIGHT" if change.forward else "STANDARD"
    lines = [f"BEGIN:{kind}", f"DTSTART:{change.onset:%Y%m%dT%H%M%S}"]
    lines += [rule] if rule else []
    lines += [f"TZOFFSETFROM:{_offset_words(change.before)}", f"TZOFFSETTO:{_offset_words(change.after)}"]
    return [*lines, f"TZNAME:{change.name}", f"END:{kind}"]


def _offset_words(length: timedelta) -> str:
    """Spell an offset (RFC 5545, 3.3.14), with seconds only where there are any."""
    sign, rest = ("-", -length) if length < timedelta(0) else ("+", length)
    minutes, seconds = divmod(rest // timedelta(seconds=1), 60)
    return f"{sign}{minutes // 60:02}{minutes % 60:02}" + (f"{seconds:02}" if seconds else "")
