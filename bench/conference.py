"""Conferences to race on: a forum's folder made of one, and a check that shares nothing with hemicycle.

The format: ``E`` talks, ``R`` rooms with ``caps`` seats, ``T`` times; ``events`` with ``demand`` and the
times at which a talk cannot be (``unav``); ``clash``, pairs never at the same time; and in some files
``old``, a time and a room for each talk, of which as few as possible are to change.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

FIRST = datetime(2030, 1, 7, 9, 0)  # noqa: DTZ001 - a wall-clock time; the forum's zone is UTC
STEP, LENGTH, TIMES_A_DAY = 40, 30, 10
Places = dict[int, tuple[int, int]]
"""Time and room of each talk, by their numbers."""


@dataclass(frozen=True)
class Conference:
    """A conference as its file says it."""

    name: str
    said: dict[str, Any]

    @property
    def old(self) -> Places:
        """Where the talks were before; empty when nothing is to be kept."""
        return {int(talk): (time, room) for talk, (time, room) in self.said.get("old", {}).items()}


def read(path: Path) -> Conference:
    """Read a conference.

    Parameters
    ----------
    path
        Its JSON file.

    Returns
    -------
    Conference
        Named after the file, with hyphens.
    """
    return Conference(path.stem.replace("_", "-"), json.loads(path.read_text(encoding="utf-8")))


def begins(time: int) -> datetime:
    """Put the number of a time on the wall clock.

    Parameters
    ----------
    time
        From 0.

    Returns
    -------
    datetime.datetime
        Without a zone; 40 minutes lie between one and the next of a day.
    """
    day, number = divmod(time, TIMES_A_DAY)
    return FIRST + timedelta(days=day, minutes=number * STEP)


def window(time: int) -> str:
    """Say a time as a clause does.

    Parameters
    ----------
    time
        From 0.

    Returns
    -------
    str
        Such as ``day-1 09:00-09:30``.
    """
    begin = begins(time)
    return f"day-{time // TIMES_A_DAY + 1} {begin:%H:%M}-{begin + timedelta(minutes=LENGTH):%H:%M}"


def write_forum(conference: Conference, data: Path) -> Path:
    """Write a conference as a forum, with a venue and a mandate of its own beside it.

    Parameters
    ----------
    conference
        The conference.
    data
        The folder in which the forum's folder is made.

    Returns
    -------
    pathlib.Path
        The forum's folder. YAML reads JSON, and so its files are written as JSON.
    """
    folder = data / conference.name
    files: dict[Path, object] = {
        data / "venues/halls.yaml": _venue(conference),
        data / "mandates/conference.yaml": _mandate(conference),
        folder / "forum.yaml": _forum(conference),
        folder / "rooms.yaml": {
            "open": [_room(room) for room in range(conference.said["R"])],
            "closures": [],
        },
        folder / "sessions.yaml": {"sessions": list(_sessions(conference))},
        folder / "clauses.yaml": {"clauses": list(_wishes(conference))},
    }
    if conference.old:
        files[folder / "releases/release-1.json"] = _release(conference)
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content), encoding="utf-8")
    (folder / "parties.csv").write_text("party,name,kind\n", encoding="utf-8")
    return folder


def _room(number: int) -> str:
    return f"room-{number}"


def _talk(number: int) -> str:
    return f"talk-{number}"


def _venue(conference: Conference) -> dict[str, Any]:
    rooms = [
        {"room": _room(number), "name": f"Room {number}", "seats": seats}
        for number, seats in enumerate(conference.said["caps"])
    ]
    periods = [{"name": "day", "start": "09:00", "end": "16:00"}]
    return {
        "venue": "halls",
        "name": "Conference halls",
        "city": "Anywhere",
        "periods": periods,
        "rooms": rooms,
    }


def _mandate(conference: Conference) -> dict[str, Any]:
    return {"mandate": "conference", "title": "Rules of the race", "clauses": list(_clauses(conference))}


def _clauses(conference: Conference) -> Iterator[dict[str, Any]]:
    """Yield the rules beside those of nature: in slots, not where a talk cannot be, no clash."""
    times = [window(time) for time in range(conference.said["T"])]
    yield _clause("within", "Talks are held in slots.", sessions="all", windows=times)
    pairs = [[_talk(one), _talk(other)] for one, other in conference.said["clash"]]
    yield _clause("never-together", "Some pairs are never held at once.", pairs=pairs)
    for event in conference.said["events"]:
        if event["unav"]:
            talk, away = _talk(event["id"]), [window(time) for time in event["unav"]]
            clause = _clause(
                "outside", "A talk waits for its speaker.", sessions={"session": talk}, windows=away
            )
            yield clause | {"clause": f"outside/{talk}"}


def _clause(rule: str, says: str, **options: object) -> dict[str, Any]:
    return {"clause": rule, "tier": "practice", "says": says, "rule": rule, "source": "the race", **options}


def _wishes(conference: Conference) -> Iterator[dict[str, Any]]:
    if conference.old:
        wish = _clause("keep-to-release", "As few talks as possible are moved.", what="place")
        yield wish | {"tier": "preference"}


def _forum(conference: Conference) -> dict[str, Any]:
    days = -(-conference.said["T"] // TIMES_A_DAY)
    return {
        "forum": conference.name,
        "title": conference.name,
        "edition": FIRST.year,
        "timezone": "UTC",
        "as-of": "2029-12-01T00:00:00Z",
        "venue": "halls",
        "mandates": ["physical", "conference"],
        "days": {f"day-{day + 1}": f"{FIRST + timedelta(days=day):%Y-%m-%d}" for day in range(days)},
        "levels": [["keep-to-release"]] if conference.old else [],
    }


def _sessions(conference: Conference) -> Iterator[dict[str, Any]]:
    for event in conference.said["events"]:
        name = _talk(event["id"])
        yield {"session": name, "kind": "talk", "title": name, "minutes": LENGTH}


def _release(conference: Conference) -> dict[str, Any]:
    meetings = [
        {
            "id": _talk(talk),
            "session": _talk(talk),
            "kind": "talk",
            "title": _talk(talk),
            "room": _room(room),
            "start": f"{begins(time):%Y-%m-%dT%H:%M:00}+00:00",
            "end": f"{begins(time) + timedelta(minutes=LENGTH):%Y-%m-%dT%H:%M:00}+00:00",
        }
        for talk, (time, room) in sorted(conference.old.items())
    ]
    head = {"number": 1, "status": "published", "released": "2029-12-01T00:00:00Z"}
    return {**head, "forum": conference.name, "timezone": "UTC", "meetings": meetings, "segments": []}


def places_of(timetable: dict[str, Any]) -> Places:
    """Read where the talks are from ``timetable.json``.

    Parameters
    ----------
    timetable
        The document.

    Returns
    -------
    dict of int to tuple of int
        Time and room by talk.
    """
    numbers = {begins(time).isoformat(): time for time in range(10 * TIMES_A_DAY)}
    return {
        int(meeting["id"].removeprefix("talk-")): (
            numbers[meeting["start"].removesuffix("+00:00")],
            int(meeting["room"].removeprefix("room-")),
        )
        for meeting in timetable["meetings"]
    }


def faults(conference: Conference, places: Places) -> list[str]:
    """Judge a timetable by the conference's file alone.

    Parameters
    ----------
    conference
        The conference.
    places
        Time and room by talk.

    Returns
    -------
    list of str
        What is wrong; empty when every rule is kept.
    """
    said = conference.said
    if sorted(places) != list(range(said["E"])):
        return ["not every talk is held once"]
    found = ["two talks share a slot"] if len(set(places.values())) != said["E"] else []
    found += [
        f"talk {event['id']} cannot be held at time {places[event['id']][0]}"
        for event in said["events"]
        if places[event["id"]][0] in event["unav"]
    ]
    clashes = ((one, other) for one, other in said["clash"] if places[one][0] == places[other][0])
    return found + [f"talks {one} and {other} clash at time {places[one][0]}" for one, other in clashes]


def moves(conference: Conference, places: Places) -> int:
    """Count the talks that are not where they were.

    Parameters
    ----------
    conference
        The conference.
    places
        Time and room by talk.

    Returns
    -------
    int
        0 when nothing was to be kept.
    """
    return sum(places[talk] != place for talk, place in conference.old.items())
