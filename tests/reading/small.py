"""A small forum in files, to be broken in one place at a time."""

import json
from pathlib import Path
from typing import Any

from scheduler.domain.forum import Forum
from scheduler.reading import BadData, Problem, read_forum, read_timetable

FORUM = """\
forum: small-2030
title: A small forum
edition: 2030
timezone: America/New_York
as-of: 2029-12-01T09:00:00-05:00
venue: house
mandates: [physical, charter]
days:
  hearing-day: 2030-03-08
  day-1: 2030-03-11
  day-2: 2030-03-12
levels:
  - wish/time
  - [wish/room]
set-aside:
  - clause: custom/weekdays
    because: we meet on a Sunday
milestones:
  - milestone: report
    done: 2030-01-07
    note: in time
  - {milestone: notes, done: ~}
url: https://example.org/small
organizer: mailto:small@example.org
"""
PHYSICAL = """\
mandate: physical
title: What is physically possible
clauses:
  - clause: nature/rooms
    tier: physical
    says: A room holds one meeting at a time.
    rule: one-meeting-per-room
"""
SESSIONS = """\
sessions:
  - session: talk
    kind: talk
    title: A talk
    minutes: 180
    objectives: [1, 2]
    open-to: [state]
    duties:
      - {role: chairs, party: ada}
      - role: moderator
  - session: plenary
    kind: plenary
    title: Plenary
    meetings: 2
    minutes: [180, 120]
    meeting-titles: [1st plenary meeting, 2nd plenary meeting]
    segments:
      - segment: opening
        title: Opening
        minutes: 30
        speakers: [ada]
      - segment: debate
        title: Debate
        over-breaks: true
      - segment: closing
        title: Closing
        minutes: 20
    duties:
      - role: chairs
        party: ada
        segment: closing
  - session: workshop
    kind: talk
    title: Workshop
    minutes: 60
    segments:
      - {segment: first, title: First, shortest: 10}
      - {segment: second, title: Second}
"""
ROOMS = """\
open:
  - hall
  - annex
closures:
  - room: annex
    window: day-2 afternoon
    because: taken
  - {room: annex, window: day-1 10:00-11:00}
"""
PARTIES = """\
party,name,kind,group,attends,delegates,unavailable
ada,Ada Lovelace,officer,,,1,day-2 morning; from day-2 15:00
atlantis,"Atlantis, Republic of",state,North,plenary;talk,3,
bohemia,=Bohemia,state,,,,
"""
CLAUSES = """\
clauses:
  - clause: wish/time
    tier: preference
    says: Talks are held in their order.
    rule: numbered-order
    sessions: {kind: plenary}
  - clause: wish/room
    tier: preference
    says: Talks are in the hall.
    rule: preferred-room
    sessions: {kind: talk}
    rooms: [hall]
"""
CHARTER = """\
mandate: charter
title: The charter
source: charter.example.org
kinds: [talk, plenary, hearing]
clauses:
  - clause: 2/windows
    paragraph: "2"
    tier: mandate
    says: The talk is on the first day.
    rule: within
    sessions: {session: talk}
    windows: [day-1]
  - clause: 10/hall
    paragraph: "10"
    tier: mandate
    says: The plenary is in the hall.
    rule: in-room
    sessions: {kind: plenary}
    rooms: [hall]
  - clause: custom/weekdays
    tier: practice
    says: Meetings are on weekdays.
    rule: weekdays
    source: custom
    certainty: high
  - clause: nature/placed
    tier: physical
    says: Every meeting has a place.
    rule: placed
"""
HOUSE = """\
venue: house
name: The house
city: New York
periods:
  - {name: afternoon, start: "15:00", end: "18:00"}
  - {name: morning, start: "10:00", end: "13:00"}
rooms:
  - room: hall
    name: Great Hall
    building: House
    city: New York
    features: [plenary]
    seats: 200
    latitude: 40.7
  - {room: annex, name: Annex 2}
  - {room: cellar, name: Annex 1}
holidays:
  - {date: 2030-05-27, name: Memorial Day}
  - {date: 2030-01-01, name: "New Year's Day", kind: avoid}
"""


def meeting(name: str, room: str, start: str, end: str) -> dict[str, str]:
    """Return an entry of a timetable in JSON, in New York's standard or summer time."""
    return {"id": name, "room": room, "start": start, "end": end}


MEETINGS = [
    meeting("talk", "annex", "2030-03-11T15:00:00-04:00", "2030-03-11T18:00:00-04:00"),
    meeting("plenary-1", "hall", "2030-03-12T10:00:00-04:00", "2030-03-12T13:00:00-04:00"),
    meeting("plenary-2", "hall", "2030-03-12T15:00:00-04:00", "2030-03-12T17:00:00-04:00"),
    meeting("workshop", "hall", "2030-03-11T10:00:00-04:00", "2030-03-11T11:00:00-04:00"),
]


def segment(name: str, held: str, start: str, end: str) -> dict[str, str]:
    """Return a segment on 12 March 2030."""
    times = {"start": f"2030-03-12T{start}:00-04:00", "end": f"2030-03-12T{end}:00-04:00"}
    return {"id": f"plenary/{name}", "session": "plenary", "meeting": held, **times}


SEGMENTS = [
    segment("opening", "plenary-1", "10:00", "10:30"),
    segment("debate", "plenary-1", "10:30", "13:00"),
    segment("debate", "plenary-2", "15:00", "16:40"),
    segment("closing", "plenary-2", "16:40", "17:00"),
]
DOCUMENT: dict[str, Any] = {
    "forum": "small-2030",
    "timezone": "America/New_York",
    "release": None,
    "status": "optimal",
    "meetings": MEETINGS,
    "segments": SEGMENTS,
}


def release(number: int = 1, **changes: Any) -> str:
    """Return a release as its file has it."""
    head = {
        "number": number,
        "status": "published",
        "released": "2030-02-01T12:00:00Z",
        "note": "given out",
        "uids": {"talk": "uid-of-talk"},
        "forum": "small-2030",
        "timezone": "America/New_York",
        "meetings": MEETINGS,
        "segments": SEGMENTS,
    }
    kept = {key: value for key, value in (head | changes).items() if value != "left out"}
    return json.dumps(kept, indent=1)


RELEASES = (Path(__file__).parents[2] / "data/mandates/releases.yaml").read_text(encoding="utf-8")

FILES = {
    "small-2030/forum.yaml": FORUM,
    "small-2030/sessions.yaml": SESSIONS,
    "small-2030/rooms.yaml": ROOMS,
    "small-2030/parties.csv": PARTIES,
    "small-2030/clauses.yaml": CLAUSES,
    "small-2030/releases/release-1.json": release(),
    "mandates/physical.yaml": PHYSICAL,
    "mandates/releases.yaml": RELEASES,
    "mandates/charter.yaml": CHARTER,
    "venues/house.yaml": HOUSE,
}


def write(root: Path, **changes: str | bytes | None) -> Path:
    """Write the forum's files, some of them changed or left out, and return its folder."""
    files: dict[str, str | bytes | None] = {**FILES, **changes}
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is not None:
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root / "small-2030"


def small(root: Path) -> Forum:
    """Return the small forum as it is read."""
    return read_forum(write(root)).forum


def problems_of(folder: Path) -> tuple[Problem, ...]:
    """Return what is wrong with a forum's files."""
    try:
        read_forum(folder)
    except BadData as error:
        return error.problems
    return ()


def problems_in(path: Path, forum: Forum) -> tuple[Problem, ...]:
    """Return what is wrong with a timetable."""
    try:
        read_timetable(path, forum)
    except BadData as error:
        return error.problems
    return ()
