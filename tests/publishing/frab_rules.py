"""Rules that the published schemas of frab's format state, and what its readers take for granted.

The rules are those of c3voc's ``schedule.xml.xsd`` and ``schema.json``, the strictest of several versions.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any
from xml.etree.ElementTree import Element, fromstring

Form = Callable[[str], bool]

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
ACRONYM = re.compile(r"[a-z0-9]{4,}")
SLUG = re.compile(r"[a-z0-9]{4,}-[0-9]{1,6}-[a-z0-9_-]{3,}[a-z0-9]")
CODE = re.compile(r"[0-9A-Z]{6}")
LENGTH = re.compile(r"[0-9]{2}:[0-5][0-9]")
CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
PAGE = re.compile(r"https?://\S+")
ADDRESS = re.compile(r"(https?://|urn:uuid:)\S+")
ZONE = re.compile(r"^([A-Z][a-z]+/[A-Z][a-z]+)|UTC$")


def _any(_: object) -> bool:
    return True


def _filled(text: str) -> bool:
    return text.strip() != ""


def _positive(text: str) -> bool:
    return text.isdecimal() and int(text) > 0


def _number(text: str) -> bool:
    """A number of an event, which some readers keep in 32 bits."""
    return _positive(text) and int(text) < 2**31


def _day(text: str) -> bool:
    return date.fromisoformat(text).isoformat() == text


def _instant(text: str) -> bool:
    return datetime.fromisoformat(text).utcoffset() is not None


def _shaped(pattern: re.Pattern[str]) -> Form:
    return lambda text: pattern.fullmatch(text) is not None


_CONFERENCE = {
    "title": _filled,
    "acronym": _shaped(ACRONYM),
    "start": _day,
    "end": _day,
    "days": _positive,
    "timeslot_duration": _shaped(LENGTH),
    "time_zone_name": _filled,
    "base_url": _shaped(PAGE),
}
_DAY = {"index": _positive, "date": _day, "start": _instant, "end": _instant}
_ROOM = {"name": _filled, "guid": _shaped(UUID)}
_IDS = {"id": _number, "guid": _shaped(UUID), "code": _shaped(CODE)}
_EVENT = {
    "date": _instant,
    "start": _shaped(CLOCK),
    "duration": _shaped(LENGTH),
    "room": _filled,
    "slug": _shaped(SLUG),
    "title": _filled,
    "subtitle": _any,
    "track": _filled,
    "type": _filled,
    "language": _shaped(re.compile("[a-z]{2}")),
    "abstract": _any,
    "description": _any,
    "url": _shaped(PAGE),
    "persons": _any,
    "links": _any,
}


def xml_faults(content: bytes) -> list[str]:
    """Return what is wrong with a ``schedule.xml``."""
    root = fromstring(content)
    found = [f"the root is {root.tag}"] if root.tag != "schedule" else []
    tags = " ".join(child.tag for child in root)
    if not re.fullmatch("(generator )?version conference( day)+", tags):
        found.append(f"the parts are {tags}")
    found += _formed("conference", _texts(root.find("conference")), _CONFERENCE, {"base_url"})
    for day in root.iter("day"):
        found += _formed("day", day.attrib, _DAY)
        found += [f"{one.tag} in a day" for one in day if one.tag != "room"]
    for room in root.iterfind("day/room"):
        found += _formed("room", room.attrib, _ROOM)
        found += [f"{one.tag} in a room" for one in room if one.tag != "event"]
    for event in root.iter("event"):
        found += _formed("event", event.attrib, _IDS)
        found += _formed("event", _texts(event), _EVENT, {"url"})
        found += _lists(event)
    return found or [*_whole(_of_xml(root), _texts(root.find("conference"))["days"])]


def _texts(element: Element | None) -> dict[str, str]:
    """Return the texts of children; one that comes twice is of no form."""
    found: dict[str, str] = {}
    for child in element if element is not None else ():
        found["twice" if child.tag in found else child.tag] = child.text or ""
    return found


def _formed(
    what: str, values: dict[str, str], forms: dict[str, Form], optional: Iterable[str] = ()
) -> list[str]:
    found = [f"{what} has no {name}" for name in forms if name not in values and name not in optional]
    for name, text in values.items():
        if name not in forms:
            found.append(f"{what} has {name}")
        elif not _holds(forms[name], text):
            found.append(f"{what} has {name} {text!r}")
    return found


def _holds(form: Form, text: str) -> bool:
    try:
        return form(text)
    except ValueError:
        return False


def _lists(event: Element) -> Iterator[str]:
    for one in event.iterfind("persons/*"):
        if one.tag != "person" or not _number(one.get("id", "")) or not one.text:
            yield "a person has no number or no name"
    for one in event.iterfind("links/*"):
        if one.tag != "link" or not PAGE.fullmatch(one.get("href", "")) or not one.text:
            yield "a link has no address or no name"


Row = dict[str, Any]


def _of_xml(root: Element) -> list[Row]:
    """Put the days into the form in which JSON has them."""
    return [
        {
            "index": int(day.get("index", "")),
            "date": day.get("date"),
            "day_start": day.get("start"),
            "day_end": day.get("end"),
            "rooms": [
                (room.get("name"), [{**_texts(event), **event.attrib} for event in room.iterfind("event")])
                for room in day.iterfind("room")
            ],
        }
        for day in root.iterfind("day")
    ]


def _whole(days: list[Row], count: str) -> Iterator[str]:
    """Yield what is wrong with days as a whole, whatever they are written in."""
    if count != str(len(days)):
        yield f"{len(days)} days, and not {count}"
    if [day["index"] for day in days] != [*range(1, len(days) + 1)]:
        yield "the days do not count from 1"
    for day in days:
        names = [name for name, _ in day["rooms"]]
        if len(names) != len({*names}):
            yield "a room comes twice on a day"
        for name, events in day["rooms"]:
            for event in events:
                yield from _placed(day, name, event)
    events = [event for day in days for _, own in day["rooms"] for event in own]
    for name in ("id", "guid", "code", "slug"):
        counts = Counter(event[name] for event in events if name in event)
        yield from (f"{name} {value} comes {n} times" for value, n in counts.items() if n > 1)


def _placed(day: Row, room: str, event: Row) -> Iterator[str]:
    start = datetime.fromisoformat(event["date"])
    hours, minutes = event["duration"].split(":")
    end = start + timedelta(hours=int(hours), minutes=int(minutes))
    if f"{start:%H:%M}" != event["start"]:
        yield f"{event['date']} is not at {event['start']}"
    if event["room"] != room:
        yield f"{event['room']} is not {room}"
    first, last = datetime.fromisoformat(day["day_start"]), datetime.fromisoformat(day["day_end"])
    if not first.timestamp() <= start.timestamp() <= end.timestamp() <= last.timestamp() + 60:
        yield f"{event['date']} is not on the day of {day['date']}"


_TEXT = (str,)
_WORDS = (str, type(None))
_JSON_CONFERENCE = {
    "acronym": _TEXT,
    "title": _TEXT,
    "start": _TEXT,
    "end": _TEXT,
    "daysCount": (int,),
    "timeslot_duration": _TEXT,
    "time_zone_name": _TEXT,
    "rooms": (list,),
    "days": (list,),
}
_JSON_DAY = {"index": (int,), "date": _TEXT, "day_start": _TEXT, "day_end": _TEXT, "rooms": (dict,)}
_JSON_ROOM = {"name": _TEXT, "guid": _TEXT, "description": _WORDS, "capacity": (int, type(None))}
_JSON_EVENT: dict[str, tuple[type, ...]] = dict.fromkeys(_EVENT, _TEXT) | {
    "id": (int,),
    "guid": _TEXT,
    "persons": (list,),
    "links": (list,),
}


def json_faults(content: bytes) -> list[str]:
    """Return what is wrong with a ``schedule.json``."""
    document = json.loads(content)
    known = ("$schema", "generator", "schedule")
    found = [f"the document has {name}" for name in document if name not in known]
    if document.get("$schema") != "https://c3voc.de/schedule/schema.json":
        found.append("the document does not name its schema")
    schedule = document["schedule"]
    found += _typed(
        "schedule", schedule, {"version": _TEXT, "base_url": _TEXT, "conference": (dict,)}, {"base_url"}
    )
    conference = schedule["conference"]
    found += _typed("conference", conference, _JSON_CONFERENCE, {"time_zone_name"})
    if not ZONE.search(conference.get("time_zone_name", "UTC")):
        found.append(f"conference has time_zone_name {conference['time_zone_name']!r}")
    texts = {name: text for name, text in conference.items() if isinstance(text, str)}
    found += _formed("conference", texts, _CONFERENCE, {"base_url", "days", "time_zone_name"})
    for room in conference["rooms"]:
        found += _typed("room", room, _JSON_ROOM)
        found += _formed("room", {name: room[name] for name in _ROOM}, _ROOM)
    for day in conference["days"]:
        found += _typed("day", day, _JSON_DAY)
        known = [room["name"] for room in conference["rooms"]]
        found += [f"nobody knows the room {name}" for name in day["rooms"] if name not in known]
        found += [fault for own in day["rooms"].values() for event in own for fault in _json_event(event)]
    days = [{**day, "rooms": [*day["rooms"].items()]} for day in conference["days"]]
    return found or [*_whole(days, str(conference["daysCount"]))]


def _typed(
    what: str,
    values: Row,
    types: dict[str, tuple[type, ...]],
    optional: Iterable[str] = (),
) -> list[str]:
    found = [f"{what} has no {name}" for name in types if name not in values and name not in optional]
    for name, value in values.items():
        if name not in types:
            found.append(f"{what} has {name}")
        elif not isinstance(value, types[name]):
            found.append(f"{what} has {name} {value!r}")
    return found


def _json_event(event: Row) -> Iterator[str]:
    yield from _typed("event", event, _JSON_EVENT)
    forms = {**_EVENT, "url": _shaped(ADDRESS), "guid": _shaped(UUID)}
    yield from _formed(
        "event", {name: text for name, text in event.items() if isinstance(text, str)}, forms, _LISTS
    )
    if not _number(str(event["id"])):
        yield f"event has id {event['id']!r}"
    for one in event["persons"]:
        yield from _formed("person", one, _ROOM)
    for one in event["links"]:
        yield from _formed("link", one, {"url": _shaped(PAGE), "title": _filled})


_LISTS = {"persons", "links"}
