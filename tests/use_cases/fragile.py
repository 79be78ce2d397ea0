"""A small forum that can lose rooms, officers and interpretation teams, and what it comes to."""

import json
from pathlib import Path
from typing import Any

from tests.reading.small import meeting

FORUM = """\
forum: fragile
title: A <fragile> forum
edition: 2030
timezone: America/New_York
as-of: 2029-12-01T09:00:00-05:00
venue: house
mandates: [physical, charter]
days:
  day-1: 2030-03-11
  day-2: 2030-03-12
levels: []
"""
SESSIONS = """\
sessions:
  - session: talk-1
    kind: talk
    title: First talk
    minutes: 180
    interpretation: true
    duties:
      - {role: chairs, party: ada}
  - session: talk-2
    kind: talk
    title: Second talk
    minutes: 180
    interpretation: true
    duties:
      - {role: co-chair, party: bob}
      - {role: co-chair, party: cyd}
  - session: gala
    kind: gala
    title: Gala
    minutes: 180
    features: [plenary]
    segments:
      - {segment: opening, title: Opening, minutes: 30, speakers: [fay]}
      - {segment: dinner, title: Dinner}
"""
ROOMS = """\
open: [hall, annex]
closures:
  - {room: annex, window: day-2 morning, because: taken}
"""
PARTIES = """\
party,name,kind,group,attends,delegates,unavailable
ada,Ada,officer,,,1,
bob,=Bob,state,,,1,
cyd,Cyd | Cy,state,,,1,
dan,Dan,state,,,1,
fay,Fay,officer,,,1,day-1 morning
"""
CHARTER = """\
mandate: charter
title: The charter
source: charter.example.org
kinds: [talk, gala]
clauses:
  - clause: 2/talks
    paragraph: "2"
    tier: mandate
    says: The talks are on the first day, in its morning.
    rule: within
    sessions: {kind: talk}
    windows: [day-1 morning, day-2 afternoon]
  - clause: 3/gala
    paragraph: "3"
    tier: mandate
    says: The gala is on the second day.
    rule: within
    sessions: {session: gala}
    windows: [day-2]
  - clause: custom/hours
    tier: practice
    says: Meetings are in the periods.
    rule: official-hours
    sessions: all
    source: custom
  - clause: custom/teams
    tier: practice
    says: There are teams for all.
    rule: interpretation-teams
    source: custom
"""
HOUSE = """\
venue: house
name: The house
city: New York
periods:
  - {name: morning, start: "10:00", end: "13:00"}
  - {name: afternoon, start: "15:00", end: "18:00"}
interpretation: {teams: 2, meetings-per-week: 2}
rooms:
  - {room: hall, name: Great Hall, features: [plenary]}
  - {room: annex, name: Annex}
"""
GIVEN_OUT = (
    meeting("talk-1", "hall", "2030-03-11T10:00:00-04:00", "2030-03-11T13:00:00-04:00"),
    meeting("talk-2", "annex", "2030-03-11T10:00:00-04:00", "2030-03-11T13:00:00-04:00"),
    meeting("gala", "hall", "2030-03-12T10:00:00-04:00", "2030-03-12T13:00:00-04:00"),
)
"""What the best timetable is, too."""


def write(root: Path, **changes: str) -> Path:
    """Write the forum, some of its files changed, and return its folder; nothing has been released."""
    files = {
        "fragile/forum.yaml": FORUM,
        "fragile/sessions.yaml": SESSIONS,
        "fragile/rooms.yaml": ROOMS,
        "fragile/parties.csv": PARTIES,
        "mandates/charter.yaml": CHARTER,
        "venues/house.yaml": HOUSE,
    }
    for name, content in {**files, **changes}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return root / "fragile"


def release(*moved: dict[str, str], **more: Any) -> dict[str, str]:
    """Return the file of a release, in which some meetings are elsewhere."""
    meetings = {one["id"]: one for one in (*GIVEN_OUT, *moved)}
    head = {
        "number": 1,
        "status": "published",
        "released": "2030-02-01T12:00:00Z",
        "forum": "fragile",
        "timezone": "America/New_York",
        "meetings": list(meetings.values()),
        "segments": [],
        **more,
    }
    return {"fragile/releases/release-1.json": json.dumps(head)}
