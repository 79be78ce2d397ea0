"""All files of an imported forum."""

from collections.abc import Mapping
from typing import Any

from scheduler.domain.foreign_programme import ForeignProgramme
from scheduler.publishing.forum_folder.origin import Origin
from scheduler.publishing.forum_folder.parties_csv import parties_csv
from scheduler.publishing.forum_folder.sources_md import sources_md
from scheduler.publishing.forum_folder.yaml_text import yaml_file

_MADE = "Made by `hemicycle import`: another import of the file writes it again, unless somebody changed it."

_SOURCE = "imported; SOURCES.md of the forum says from where"


def forum_files(programme: ForeignProgramme, origin: Origin) -> dict[str, bytes]:
    """Write the files of a forum's folder.

    Parameters
    ----------
    programme
        What another tool's file says.
    origin
        Which file that is, and what the forum is called.

    Returns
    -------
    dict of str to bytes
        Contents by name.
    """
    return {
        "forum.yaml": yaml_file(_head(origin, "what holds for the whole forum"), _forum(programme, origin)),
        "rooms.yaml": yaml_file(_head(origin, "the rooms that it may use"), _rooms(programme)),
        "sessions.yaml": yaml_file(_head(origin, "its sessions"), {"sessions": programme.sessions}),
        "tracks.yaml": yaml_file(_head(origin, "its tracks"), {"tracks": programme.tracks}),
        "clauses.yaml": yaml_file(
            _head(origin, "what was derived, since the imported file does not say it"),
            {"clauses": programme.clauses},
        ),
        "parties.csv": parties_csv(programme.people),
        "SOURCES.md": sources_md(programme, origin),
    }


def venue_file(programme: ForeignProgramme, origin: Origin) -> bytes:
    """Write the venue, which has the rooms of the programme.

    Parameters
    ----------
    programme
        What another tool's file says.
    origin
        Which file that is; the venue is called as the forum.

    Returns
    -------
    bytes
        For ``venues/NAME.yaml``.
    """
    rooms = [one if one.source else one.replace(source=_SOURCE) for one in programme.rooms]
    fields = {"venue": origin.forum, "name": programme.title, "city": "", "periods": [], "rooms": rooms}
    return yaml_file(_head(origin, "its rooms"), fields)


def _head(origin: Origin, what: str) -> tuple[str, str]:
    return f"{origin.forum}: {what}. SOURCES.md says from where it was imported.", _MADE


def _forum(programme: ForeignProgramme, origin: Origin) -> Mapping[str, Any]:
    return {
        "forum": origin.forum,
        "title": programme.title,
        "edition": programme.days[0].date.year,
        "timezone": programme.timezone,
        "as-of": origin.as_of.isoformat(),
        "venue": origin.forum,
        "mandates": ["physical"],
        "days": {day.name: day.date.isoformat() for day in programme.days},
        "periods": programme.periods,
        "levels": [list(level) for level in programme.levels],
        "set-aside": [],
        "url": "",
        "organizer": "",
    }


def _rooms(programme: ForeignProgramme) -> Mapping[str, Any]:
    return {"open": [room.room for room in programme.rooms], "closures": []}
