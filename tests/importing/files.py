"""Small files as other tools write them, and what is read of them."""

import json
from collections.abc import Mapping
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

import pytest
from openpyxl import Workbook

from scheduler.domain.foreign_programme import ForeignProgramme
from scheduler.reading.importing.foreign_file import ForeignFile
from scheduler.reading.importing.formats import read_programme
from scheduler.reading.problems import BadData, Problems

OPENING, MACHINES, HANDS_ON = (
    f"{digit * 8}-{digit * 4}-5{digit * 3}-8{digit * 3}-{digit * 12}" for digit in "123"
)
ZONE = "Europe/Berlin"


def event(guid: str | None = OPENING, **said: Any) -> dict[str, Any]:
    """Return an event as schedule.json has it; ``None`` takes a field away."""
    fields: dict[str, Any] = {
        "id": int((guid or "4")[0]),
        "guid": guid,
        "date": "2026-05-01T10:00:00+02:00",
        "start": "10:00",
        "duration": "00:30",
        "slug": f"two26-{(guid or '4')[0]}-opening",
        "title": "Opening",
        "track": "Main",
        "type": "Talk",
        "abstract": "Hello",
        "persons": [{"id": 7, "public_name": "Ada Example"}],
        "url": "https://example.org/1",
    }
    return {key: value for key, value in (fields | said).items() if value is not None}


def machines(**said: Any) -> dict[str, Any]:
    """Return an event after the opening, in the same room."""
    fields: dict[str, Any] = {
        "guid": MACHINES,
        "title": "Machines",
        "slug": "two26-2-machines",
        "date": "2026-05-01T11:00:00+02:00",
        "start": "11:00",
        "duration": "01:00",
    }
    return event(**(fields | said))


def hands_on(**said: Any) -> dict[str, Any]:
    """Return an event of another track and person, on the second day."""
    fields: dict[str, Any] = {
        "guid": HANDS_ON,
        "title": "Hands on",
        "slug": "two26-3-hands-on",
        "date": "2026-05-02T09:00:00+02:00",
        "start": "09:00",
        "duration": "02:00",
        "track": "Workshops",
        "type": "Workshop",
        "persons": [{"id": 8, "public_name": "Ben Sample"}],
    }
    return event(**(fields | said))


def days(*found: Mapping[str, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    """Return days with their rooms, from 1 May 2026 on."""
    return [
        {"index": number, "date": f"2026-05-0{number}", "rooms": dict(rooms)}
        for number, rooms in enumerate(found, 1)
    ]


def conference(**said: Any) -> dict[str, Any]:
    """Return a conference of two days in two rooms; ``None`` takes a field away."""
    fields: dict[str, Any] = {
        "title": "Conference of two days",
        "acronym": "two26",
        "time_zone_name": ZONE,
        "rooms": [{"name": "Hall A", "guid": "hall-1", "capacity": 200}, {"name": "Hall B"}],
        "days": days({"Hall A": [event(), machines()]}, {"Hall B": [hands_on()]}),
    }
    return {key: value for key, value in (fields | said).items() if value is not None}


def as_xml(content: bytes) -> bytes:
    """Return schedule.xml that says the same as schedule.json, each element on a line of its own."""
    found = json.loads(content)["schedule"]["conference"]
    root = Element("schedule")
    head = SubElement(root, "conference")
    for key in ("title", "acronym", "day_change", "time_zone_name"):
        _said(head, found, key)
    guids = {room["name"]: room.get("guid") for room in found["rooms"]}
    for day in found["days"]:
        own = {"date": day["date"], "start": day.get("day_start"), "end": day.get("day_end")}
        part = SubElement(root, "day", {key: text for key, text in own.items() if text})
        for name, events in day["rooms"].items():
            room = SubElement(
                part, "room", {"name": name, **({"guid": guids[name]} if guids.get(name) else {})}
            )
            for one in events:
                _event(room, one)
    indent(root)
    text: bytes = tostring(root, encoding="UTF-8", xml_declaration=True)
    return text


def _event(room: Element, said: dict[str, Any]) -> None:
    attributes = {key: str(said[key]) for key in ("id", "guid", "code") if key in said}
    part = SubElement(room, "event", attributes)
    for key in (key for key in said if key not in (*attributes, "persons")):
        _said(part, said, key)
    people = SubElement(part, "persons")
    for one in said.get("persons", ()):
        person = SubElement(people, "person", {"id": str(one["id"])})
        person.text = one["public_name"]


def _said(part: Element, said: dict[str, Any], key: str) -> None:
    if key in said:
        SubElement(part, key).text = str(said[key])


def schedule(**said: Any) -> bytes:
    """Return schedule.json, each value on a line of its own."""
    return json.dumps({"schedule": {"version": "1", "conference": conference(**said)}}, indent=1).encode()


def held(*events: dict[str, Any], room: str = "Hall A", **said: Any) -> bytes:
    """Return schedule.json of one day in one room."""
    return schedule(days=days({room: list(events)}), **said)


def table(*rows: str, head: str = "session,title,kind,track,room,date,start,end,speakers") -> bytes:
    """Return a table of sessions."""
    return "".join(f"{row}\n" for row in (head, *rows)).encode()


def workbook(*rows: list[Any], cover: bool = True) -> bytes:
    """Return a workbook with a table of sessions behind a cover."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    if cover:
        sheet.append(["Programme"])
        sheet = book.create_sheet("sessions")
    for row in rows:
        sheet.append(row)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def submission(code: str = "ABCDEF", **said: Any) -> dict[str, Any]:
    """Return a submission as pretalx lists it; ``None`` takes a field away."""
    fields: dict[str, Any] = {
        "code": code,
        "title": "First",
        "speakers": [{"code": "S1", "name": "Ada Example"}],
        "submission_type": {"de": "Vortrag", "en": "Talk"},
        "track": {"en": "Main"},
        "state": "confirmed",
        "duration": 30,
        "slot": {
            "room": {"en": "Hall"},
            "start": "2026-05-01T08:00:00Z",
            "end": "2026-05-01T08:45:00Z",
        },
    }
    return {key: value for key, value in (fields | said).items() if value is not None}


def page(*submissions: dict[str, Any], **said: Any) -> bytes:
    """Return a page of submissions."""
    return json.dumps({"next": None, "results": list(submissions), **said}, indent=1).encode()


def read(content: bytes, **said: Any) -> ForeignProgramme:
    """Read a file in which nothing is wrong."""
    problems = Problems()
    found = read_programme(ForeignFile("file", content, **said), problems)
    problems.raise_if_any()
    assert found is not None
    return found[1]


def refused(content: bytes, **said: Any) -> list[tuple[int | None, str, str]]:
    """Return line, field and sentence of what is wrong with a file."""
    problems = Problems()
    found = read_programme(ForeignFile("file", content, **said), problems)
    assert found is None
    with pytest.raises(BadData) as raised:
        problems.raise_if_any()
    assert {one.file for one in raised.value.problems} == {"file"}
    return [(one.line, one.field, one.sentence) for one in raised.value.problems]
