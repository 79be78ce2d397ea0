"""A judge of calendars that reads bytes by itself, so that it shares no mistake with a library.

``faults`` returns one sentence for each thing that some reader of calendars is known to stumble on.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

CONTROL = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
TEXTS = ("SUMMARY", "DESCRIPTION", "LOCATION", "NAME", "X-WR-CALNAME")
URIS = ("URL", "CONFERENCE", "ORGANIZER", "SOURCE")
ONCE_AN_EVENT = (
    "UID DTSTAMP CREATED LAST-MODIFIED DTSTART DTEND SUMMARY SEQUENCE STATUS CLASS TRANSP LOCATION CATEGORIES"
)
ONCE_A_CALENDAR = (
    "VERSION PRODID CALSCALE NAME X-WR-CALNAME COLOR X-APPLE-CALENDAR-COLOR LAST-MODIFIED "
    "REFRESH-INTERVAL X-PUBLISHED-TTL"
)
NEVER = ("METHOD", "ATTENDEE", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "DURATION")


@dataclass
class Line:
    """A property: name, parameters and value as written."""

    name: str
    parameters: dict[str, str]
    value: str


@dataclass
class Part:
    """A component with its properties and the components inside it."""

    name: str
    lines: list[Line] = field(default_factory=list)
    parts: list["Part"] = field(default_factory=list)

    def all(self, name: str) -> list[Line]:
        return [line for line in self.lines if line.name == name]

    def value(self, name: str) -> str:
        return next((line.value for line in self.all(name)), "")

    def inside(self, name: str) -> list["Part"]:
        return [part for part in self.parts if part.name == name]


def faults(raw: bytes, method: str = "") -> list[str]:
    """Judge one calendar; only a message to calendars has a method."""
    found = list(_byte_faults(raw))
    if found:
        return found
    calendar = parse(raw)
    if calendar.value("METHOD") != method:
        found.append("the calendar has a METHOD of its own" if not method else f"METHOD is not {method}")
    checks: tuple[Callable[[Part], Iterator[str]], ...] = (_head_faults, _order_faults, _zone_faults)
    for check in checks:
        found += check(calendar)
    for event in calendar.inside("VEVENT"):
        found += (f"{event.value('UID')}: {fault}" for fault in _event_faults(event))
    ids = [event.value("UID") for event in calendar.inside("VEVENT")]
    found += sorted(f"{one}: is there twice" for one in set(ids) if ids.count(one) > 1)
    return found


def parse(raw: bytes) -> Part:
    """Read a calendar; everything that is opened has to be closed again."""
    text = raw.decode().replace("\r\n ", "").replace("\r\n\t", "")
    open_parts = [Part("")]
    for content in text.split("\r\n")[:-1]:
        line = _line(content)
        if line.name == "BEGIN":
            part = Part(line.value)
            open_parts[-1].parts.append(part)
            open_parts.append(part)
        elif line.name == "END":
            assert open_parts.pop().name == line.value, content
        else:
            open_parts[-1].lines.append(line)
    assert len(open_parts) == 1
    (calendar,) = open_parts[0].parts
    return calendar


def _line(content: str) -> Line:
    head, colon, value = content.partition(":")
    assert colon, content
    name, *parameters = head.split(";")
    return Line(name, dict(one.split("=", 1) for one in parameters), value)


def unescaped(text: str) -> str:
    """Read a TEXT value as RFC 5545, 3.3.11 says."""
    return re.sub(r"\\(.)", lambda one: "\n" if one[1] in "nN" else one[1], text)


def instant(line: Line) -> datetime:
    """Read a DATE-TIME in UTC, with the zone of this machine's own tables."""
    value = datetime.strptime(line.value.rstrip("Z"), "%Y%m%dT%H%M%S")  # noqa: DTZ007
    zone = ZoneInfo(line.parameters["TZID"]) if "TZID" in line.parameters else UTC
    return value.replace(tzinfo=zone).astimezone(UTC)


def _byte_faults(raw: bytes) -> Iterator[str]:
    if raw.startswith(b"\xef\xbb\xbf"):
        yield "begins with a byte order mark"
    if raw.count(b"\r\n") != raw.count(b"\n") or raw.count(b"\r\n") != raw.count(b"\r"):
        yield "has a line end that is not CRLF"
    if not raw.endswith(b"END:VCALENDAR\r\n"):
        yield "does not end with END:VCALENDAR"
    for number, octets in enumerate(raw.split(b"\r\n")[:-1], start=1):
        yield from _line_faults(number, octets)


def _line_faults(number: int, octets: bytes) -> Iterator[str]:
    if not octets:
        yield f"line {number} is empty"
    if len(octets) > 75:
        yield f"line {number} has {len(octets)} octets"
    text = octets.decode(errors="replace")
    if "\ufffd" in text:
        yield f"line {number} cuts a character"
    if CONTROL.search(text):
        yield f"line {number} has a control character"


def _count_faults(part: Part, names: str) -> Iterator[str]:
    for name in names.split():
        if len(part.all(name)) != 1:
            yield f"{name} is there {len(part.all(name))} times"


def _head_faults(calendar: Part) -> Iterator[str]:
    yield from _count_faults(calendar, ONCE_A_CALENDAR)
    if calendar.value("VERSION") != "2.0":
        yield "VERSION is not 2.0"
    if calendar.value("NAME") != calendar.value("X-WR-CALNAME"):
        yield "NAME and X-WR-CALNAME differ"
    if calendar.value("REFRESH-INTERVAL") != calendar.value("X-PUBLISHED-TTL"):
        yield "REFRESH-INTERVAL and X-PUBLISHED-TTL differ"
    for name, kind in (("REFRESH-INTERVAL", "DURATION"), ("SOURCE", "URI")):
        if any(line.parameters.get("VALUE") != kind for line in calendar.all(name)):
            yield f"{name} without VALUE={kind}"
    if calendar.all("UID"):
        yield "the calendar has a UID of its own"
    yield from _value_faults(calendar)


def _order_faults(calendar: Part) -> Iterator[str]:
    names = [part.name for part in calendar.parts]
    if not calendar.inside("VEVENT"):
        yield "has no event"
    if names != sorted(names, reverse=True):
        yield "has a zone after an event"
    if set(names) - {"VEVENT", "VTIMEZONE"}:
        yield "has something beside zones and events"


def _zone_faults(calendar: Part) -> Iterator[str]:
    described = [zone.value("TZID") for zone in calendar.inside("VTIMEZONE")]
    lines = [line for event in calendar.inside("VEVENT") for line in event.lines]
    used = {line.parameters["TZID"] for line in lines if "TZID" in line.parameters}
    if sorted(described) != sorted(used):
        yield f"describes the zones {described}, and uses {sorted(used)}"
    for zone in calendar.inside("VTIMEZONE"):
        if not zone.parts:
            yield "has a zone without observance"
        for part in zone.parts:
            yield from _count_faults(part, "DTSTART TZOFFSETFROM TZOFFSETTO TZNAME")
            if part.name not in {"STANDARD", "DAYLIGHT"} or part.all("RDATE") or len(part.all("RRULE")) > 1:
                yield "has an observance that is not one change or one yearly rule"
            if "TZID" in str(part.all("DTSTART")) or part.value("DTSTART").endswith("Z"):
                yield "has an onset that is not a plain wall-clock time"


def _event_faults(event: Part) -> Iterator[str]:
    yield from _count_faults(event, ONCE_AN_EVENT)
    for name in NEVER:
        if event.all(name):
            yield f"has {name}"
    if event.parts:
        yield "has an alarm or something else inside"
    yield from _status_faults(event)
    if event.value("DTSTAMP") != event.value("LAST-MODIFIED"):
        yield "DTSTAMP and LAST-MODIFIED differ"
    if not unescaped(event.value("SUMMARY")).strip():
        yield "SUMMARY is empty"
    yield from _value_faults(event)
    yield from _time_faults(event)


def _status_faults(event: Part) -> Iterator[str]:
    if event.value("STATUS") not in {"TENTATIVE", "CONFIRMED", "CANCELLED"}:
        yield f"STATUS is {event.value('STATUS')}"
    if (event.value("STATUS") == "CANCELLED") != (event.value("TRANSP") == "TRANSPARENT"):
        yield "TRANSP does not go with STATUS"
    if not event.value("SEQUENCE").isdecimal():
        yield "SEQUENCE is no number"


def _value_faults(part: Part) -> Iterator[str]:
    for line in part.lines:
        if line.name in TEXTS and not re.fullmatch(r"(?:[^\\;,]|\\[\\;,nN])*", line.value):
            yield f"{line.name} is not escaped right"
        if line.name in URIS and not re.fullmatch(r"[a-z][a-z0-9+.-]*:[^\s\\]+", line.value):
            yield f"{line.name} is no address"
        if line.name == "CONFERENCE" and line.parameters.get("VALUE") != "URI":
            yield "CONFERENCE without VALUE=URI"
        if line.name in {"DTSTAMP", "CREATED", "LAST-MODIFIED"} and not line.value.endswith("Z"):
            yield f"{line.name} is not in UTC"


def _time_faults(event: Part) -> Iterator[str]:
    times = [*event.all("DTSTART"), *event.all("DTEND")]
    for line in times:
        if ("TZID" in line.parameters) == line.value.endswith("Z"):
            yield f"{line.name} is neither in a zone nor in UTC"
    if len(times) == 2 and instant(times[0]) >= instant(times[1]):
        yield "DTEND is not after DTSTART"
