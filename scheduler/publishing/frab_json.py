"""``schedule.json``: the programme for apps and screens that read what frab and pretalx write."""

import json
import re
from typing import Any

from scheduler.domain.programme import Programme
from scheduler.publishing.frab import Frab, FrabDay, FrabEvent, FrabRoom, frab
from scheduler.version import VERSION

_SCHEMA = "https://c3voc.de/schedule/schema.json"
"""By this name some readers know the format."""
_ZONE = re.compile(r"[A-Z][a-z]+/[A-Z][a-z]+.*|.*UTC", re.ASCII)
"""Names of zones that the schema knows; others, such as ``US/Eastern``, are left out."""


def publish(programme: Programme) -> dict[str, bytes]:
    """Write the programme as JSON.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    dict of str to bytes
        ``schedule.json`` in UTF-8, by the rules of c3voc's ``schema.json``.
    """
    found = frab(programme)
    schedule: dict[str, Any] = {"version": found.version, "conference": _conference(found)}
    if found.address:
        schedule["base_url"] = found.address
    generator = {"name": "hemicycle", "version": VERSION}
    document = {"$schema": _SCHEMA, "generator": generator, "schedule": schedule}
    return {"schedule.json": f"{json.dumps(document, ensure_ascii=False, indent=2)}\n".encode()}


def _conference(programme: Frab) -> dict[str, Any]:
    days = programme.days
    return {
        "acronym": programme.acronym,
        "title": programme.title,
        "start": days[0].date.isoformat(),
        "end": days[-1].date.isoformat(),
        "daysCount": len(days),
        "timeslot_duration": programme.step,
        **({"time_zone_name": programme.timezone} if _ZONE.fullmatch(programme.timezone) else {}),
        "rooms": [_room(room) for room in programme.rooms],
        "days": [_day(day) for day in days],
    }


def _room(room: FrabRoom) -> dict[str, Any]:
    return {"name": room.name, "guid": room.guid, "description": None, "capacity": room.seats}


def _day(day: FrabDay) -> dict[str, Any]:
    return {
        "index": day.number,
        "date": day.date.isoformat(),
        "day_start": day.start.isoformat(),
        "day_end": day.end.isoformat(),
        "rooms": {name: [_event(event) for event in events] for name, events in day.rooms.items()},
    }


def _event(event: FrabEvent) -> dict[str, Any]:
    held, ids = event.held, event.ids
    return {
        "id": ids.number,
        "guid": ids.guid,
        "date": held.start.isoformat(),
        "start": f"{held.start:%H:%M}",
        "duration": event.duration,
        "room": event.room,
        "slug": ids.slug,
        "url": event.address or f"urn:uuid:{ids.guid}",  # the schema wants an address, known or not
        "title": held.title,
        "subtitle": held.number,
        "track": event.track,
        "type": held.session.kind,
        "language": "en",
        "abstract": event.abstract,
        "description": event.description,
        "persons": [{"guid": one.guid, "name": one.name} for one in event.persons],
        "links": [{"url": event.webcast, "title": "Webcast"}] if event.webcast else [],
    }
