"""Lists of speakers for the tests of what is published of them."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from scheduler.domain.estimates import Estimate
from scheduler.domain.list_of_speakers import Stretch
from scheduler.domain.programme import LevelResult
from scheduler.domain.speakers_plan import Entry, NotListed, Outcome, Room, SpeakersPlan
from tests.mini import forum_of

HOUR = 3600
PARTIES = {
    "egypt": "Egypt",
    "fiji": "Fiji",
    "ghana": "Ghana",
    "haiti": "Haiti",
    "india": "India",
    "script": "<script>alert('x')</script>",
    "formula": "=cmd|' /C calc'!A0",
    "markup": r"#panic() $x$ \ *b* _i_ @ref `raw` // end",
    "china": "中国",
}


def forum(**overlay):
    said = {
        "title": "Forum of lists",
        "sessions": {"debate": {"meetings": 2, "title": "General debate"}},
        "parties": [{"party": one, "name": name, "kind": "delegation"} for one, name in PARTIES.items()],
    }
    return forum_of({**said, **overlay})


def entry(party, number, start, meeting="debate-1", length=180, **more):
    reply, margin = more.pop("reply", 0), more.pop("margin", 0)
    estimate = Estimate(
        party=party,
        meeting=meeting,
        number=number,
        start=start,
        end=start + length,
        earliest=start - margin,
        latest=start + margin,
        reply=reply,
    )
    return Entry(estimate=estimate, **more)


STRETCHES = (
    Stretch(meeting="debate-2", day="day-2", start=39 * HOUR, end=42 * HOUR),
    Stretch(meeting="debate-1", day="day-1", start=10 * HOUR, end=13 * HOUR),
)
LATER = "Can be there only from 10:30 to 11:00 on day-1; number 1 of the plain order is called at 10:00:00."
ENTRIES = (
    entry("egypt", 1, 10 * HOUR, level="Head of State", place=1, plain=2, spoken=True, language="Arabic"),
    entry(
        "fiji", 2, 10 * HOUR + 210, margin=95, level="Vice-Minister", place=2, plain=3, on_behalf_of="SIDS"
    ),
    entry("ghana", 3, 10 * HOUR + 2010, margin=95, level="Minister", place=3, plain=1, because=LATER),
    entry("egypt", 4, 11 * HOUR, reply=1, length=600, because="right of reply"),
    entry("egypt", 5, 12 * HOUR, reply=2, length=300, because="It answers Fiji."),
)


def plan(**more):
    said = {
        "forum": forum(),
        "stretches": STRETCHES,
        "rooms": (Room(limit=180, fit=2), Room(limit=150, fit=3, is_own=True), Room(limit=120, fit=1)),
        "wanted": 3,
        "inscribed": True,
        "longest": 170,
        "figures": ("30 seconds pass between two statements (the forum's own figure).",),
        "compression": "all statements last 2 minutes",
        "says": {
            "speakers/fewest-departures": "As few as possible are called out of turn.",
            "speakers/least-waiting": "The floor is not empty.",
        },
        "status": "optimal",
        "levels": (
            LevelResult(level=2, clauses=("speakers/fewest-departures",), value=1, bound=0),
            LevelResult(level=1, clauses=("speakers/least-waiting", "ours/other"), value=7, bound=7),
        ),
        "entries": ENTRIES,
        "outcomes": (
            Outcome(what="10:30 on day-1: Ghana is not there when called", changes=("2 others are called",)),
            Outcome(what="11:00 on day-1: Egypt and Fiji change places", refused="Fiji cannot be there"),
            Outcome(what="11:10 on day-1: Fiji asks for the right of reply"),
        ),
        "not_listed": (NotListed(party="haiti", because="was inscribed after the list had been closed"),),
    }
    return SpeakersPlan(**{**said, **more})


def hostile(*parties):
    """A list of parties whose names would do harm."""
    names = parties or ("script", "formula", "markup")
    entries = [entry(one, place, 10 * HOUR + 210 * place, place=place) for place, one in enumerate(names, 1)]
    done = (Outcome(what=f"{PARTIES[names[0]]} is not there", changes=("=1+1",), refused="@SUM(A1)"),)
    left = tuple(NotListed(party=one, because=PARTIES[one]) for one in names)
    return plan(
        entries=tuple(entries), outcomes=done, not_listed=left, figures=tuple(map(PARTIES.get, names))
    )


def nobody():
    """A plan without a list."""
    why = ("The times of 2 speakers cannot all be kept:", "Egypt: from 10:00 to 10:01 on day-1")
    more = {"entries": (), "outcomes": (), "not_listed": (), "levels": (), "rooms": (), "compression": ""}
    return plan(status="impossible", impossible=why, longest=0, **more)


class Missing(Exception):
    """This machine cannot read a PDF."""


def text_of(pdf: bytes, folder: Path) -> str:
    """Read a PDF, or say aloud that this machine cannot."""
    try:
        return _read(pdf, folder)
    except Missing as missing:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(str(missing))


def _read(pdf: bytes, folder: Path) -> str:
    reader = shutil.which("pdftotext")
    if reader is None:
        raise Missing("pdftotext is not installed. Maybe apt-get install poppler-utils")
    file = folder / "speakers.pdf"
    file.write_bytes(pdf)
    return subprocess.run([reader, "-layout", file, "-"], capture_output=True, check=True).stdout.decode()
