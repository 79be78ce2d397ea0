"""Events of a calendar, each with the line in which it begins."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar

from scheduler.reading.entries import Place
from scheduler.reading.files import TextFile
from scheduler.reading.problems import Problems
from scheduler.reading.yaml_nodes import Node

_TEXTS = ("UID", "SUMMARY", "LOCATION", "STATUS", "TRANSP", "DTSTART", "DTEND")
_BEGIN = re.compile(r"^BEGIN:VEVENT\s*$", re.IGNORECASE)
_LINE_ENDS = re.compile("\r\n|\r|\n")
_REPEATS = ("RRULE", "RDATE", "EXDATE", "RECURRENCE-ID")

_YEARS = range(1900, 2200)
_LONGEST = timedelta(days=366)

Moment = datetime | date | str
"""When something is: a time, a whole day, or a sentence that says why it is not known."""


@dataclass(frozen=True)
class Event:
    """An event; ``repeats`` names the property by which it is held more than once.

    ``place`` is a map of its texts. Times without a zone are in no zone.
    """

    place: Place
    start: Moment
    end: Moment
    repeats: str

    def text(self, key: str) -> str:
        """Return a text of the event, empty when it has none."""
        return str(self.place.node.plain().get(key) or "")

    def problem(self, problems: Problems, key: str, sentence: str) -> None:
        """Note a problem with a property, whether the event has it or not."""
        problems.add(self.place.file.name, self.place.node.line, key, self.text(key), sentence)


def read_events(file: TextFile, zone: ZoneInfo, problems: Problems) -> list[Event]:
    """Read the events of all calendars in a file (RFC 5545).

    Parameters
    ----------
    file
        The file.
    zone
        In which lengths are added to times without a zone.
    problems
        Takes what is no calendar.

    Returns
    -------
    list of Event
        In the order of the file.
    """
    try:
        calendars = Calendar.from_ical(file.text, multiple=True)
        found = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    except Exception as error:  # a broken calendar fails anywhere in the library
        what = str(error).partition("\n")[0][:80]
        problems.add(file.name, None, "", "", f"is no calendar: {what}")
        return []
    lines = [number for number, line in enumerate(_LINE_ENDS.split(file.text), 1) if _BEGIN.match(line)]
    if not calendars or len(lines) != len(found):
        problems.add(
            file.name, None, "", "", "is no whole calendar: its end is missing. Maybe export it again"
        )
        return []
    return [_event(file, event, line, zone) for event, line in zip(found, lines, strict=True)]


def _event(file: TextFile, event: Any, line: int, zone: ZoneInfo) -> Event:
    nodes = {key: Node(line, _text(event.get(key))) for key in _TEXTS if event.get(key) is not None}
    start = _moment(event, "DTSTART")
    end = _moment(event, "DTEND") if "DTEND" in event else _after(event, start, zone)
    repeats = next((key for key in _REPEATS if key in event), "")
    return Event(Place(file, Node(line, nodes)), start, end, repeats)


def _text(value: Any) -> str:
    if isinstance(value, list):
        value = value[0]
    text = str(value) if isinstance(value, str) else value.to_ical().decode()
    return " ".join(text.split())


def _moment(event: Any, key: str) -> Moment:
    value = event.get(key)
    if value is None:
        return f"the event has no {key}. Maybe add it"
    if isinstance(value, list):
        return f"the event has several {key}. Maybe delete all but one"
    moment = _dt(value)
    if not isinstance(moment, date) or moment.year not in _YEARS:
        return f"'{_text(value)}' is no date and time. Maybe 20220517T100000"
    return _in_zone(moment, value.params.get("TZID")) if isinstance(moment, datetime) else moment


def _in_zone(moment: datetime, zone: str | None) -> Moment:
    """Refuse a time whose zone nobody knows, or whose zone skips it."""
    if moment.tzinfo is None:
        return f"there is no time zone '{zone}'. Maybe America/New_York" if zone else moment
    if _exists(moment):
        return moment
    return f"{moment:%H:%M} does not exist on {moment:%Y-%m-%d} in {zone}: clocks are put forward"


def _dt(value: Any) -> Any:
    """Return what a property says, or nothing where it is broken or stands several times."""
    try:
        return None if isinstance(value, list) else value.dt
    except ValueError:
        return None


def _exists(moment: datetime) -> bool:
    """Tell whether a wall-clock time is one that its zone does not skip."""
    back = moment.astimezone(UTC).astimezone(moment.tzinfo)
    return back.replace(tzinfo=None) == moment.replace(tzinfo=None)


def _after(event: Any, start: Moment, zone: ZoneInfo) -> Moment:
    """Return the end of an event that has a length in place of an end; a whole day lasts a day (3.6.1)."""
    value, whole = event.get("DURATION"), isinstance(start, date) and not isinstance(start, datetime)
    if value is None and whole:
        return _later(start, timedelta(days=1))
    if value is None or isinstance(start, str):
        return "the event has neither DTEND nor DURATION. Maybe add DTEND"
    length = _dt(value)
    if not isinstance(length, timedelta) or abs(length) > _LONGEST:
        return f"'{_text(value)}' is no length of a meeting. Maybe PT3H"
    if not isinstance(start, datetime):
        return _later(start, length)
    since = start.replace(tzinfo=zone) if start.tzinfo is None else start
    return since.astimezone(UTC) + length


def _later(day: Any, length: timedelta) -> date:
    """Return the first day behind whole days; days are not cut."""
    end: date = day + timedelta(days=length.days)
    return end
