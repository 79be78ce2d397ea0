"""A small forum on the disk, with two releases that differ in every way."""

import json
from pathlib import Path
from typing import Any

from tests.reading.small import DOCUMENT, MEETINGS, SEGMENTS, meeting, release, segment, write

HOSTILE = "Opening <b>of</b>, all; \\ and bell"
"""A title that is no markup, and no end of a field."""

LATER: list[dict[str, Any]] = [
    meeting("talk", "annex", "2030-03-12T18:00:00-04:00", "2030-03-12T21:00:00-04:00"),
    {
        **meeting("plenary-1", "hall", "2030-03-12T10:00:00-04:00", "2030-03-12T13:00:00-04:00"),
        "title": HOSTILE,
    },
    meeting("workshop", "cellar", "2030-03-11T11:00:00-04:00", "2030-03-11T12:00:00-04:00"),
    {
        **meeting("side-event", "annex", "2030-03-11T10:00:00-04:00", "2030-03-11T11:00:00-04:00"),
        "session": "side-event",
        "title": "Side event",
    },
]
PARTS = [segment("opening", "plenary-1", "10:00", "10:40"), segment("debate", "plenary-1", "10:40", "13:00")]
DAYS = {"hearing-day": "2030-03-08", "day-1": "2030-03-11", "day-2": "2030-03-12"}


def planner(root: Path, **changes: str | bytes | None) -> Path:
    """Write a planner's folder: the forum with two releases, and a timetable as it was scheduled."""
    second = release(2, status="draft", meetings=LATER, segments=PARTS, days=DAYS)
    files = {"small-2030/releases/release-2.json": second}
    write(root / "data", **(files | changes))
    outputs = root / "outputs" / "small-2030"
    outputs.mkdir(parents=True)
    (outputs / "timetable.json").write_text(document(), encoding="utf-8")
    return root


def document(**changes: Any) -> str:
    """Return ``timetable.json``, in which the workshop is an hour later than in release 1."""
    later = meeting("workshop", "hall", "2030-03-11T11:00:00-04:00", "2030-03-11T12:00:00-04:00")
    meetings = [one for one in MEETINGS if one["id"] != "workshop"]
    return json.dumps({**DOCUMENT, "meetings": [*meetings, later], "segments": SEGMENTS, **changes})


TABLE = """\
meeting,room,start,end
talk,annex,2030-03-11 15:00,2030-03-11 18:00
plenary-1,hall,2030-03-12 10:00,2030-03-12 13:00
plenary-2,annex,2030-03-12 15:00,2030-03-12 17:00
workshop,hall,2030-03-11 10:00,2030-03-11 11:00
"""
"""Release 1 but for the room of the second plenary meeting."""
