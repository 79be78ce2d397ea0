"""A made-up conference written as a forum's folder, with a venue and a mandate of its own beside it."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from tests.bench.synthetic import Synthetic

FIRST = datetime(2030, 1, 7, 9, 0)  # noqa: DTZ001 - a wall-clock time; the forum's zone is UTC
STEP, LENGTH, SLOTS_A_DAY = 60, 45, 10


def window(slot: int) -> str:
    """Say a slot as a clause does, such as ``day-1 09:00-09:45``."""
    begin = begins(slot)
    return f"day-{slot // SLOTS_A_DAY + 1} {begin:%H:%M}-{begin + timedelta(minutes=LENGTH):%H:%M}"


def begins(slot: int) -> datetime:
    """Put the number of a slot on the wall clock."""
    day, number = divmod(slot, SLOTS_A_DAY)
    return FIRST + timedelta(days=day, minutes=number * STEP)


def write(one: Synthetic, data: Path) -> Path:
    """Write a conference, lists an entry a line as planners do, and return the forum's folder."""
    folder = data / one.name
    files = {
        data / f"venues/{one.name}.yaml": _head(_venue(one), "rooms", _rooms(one)),
        data / f"mandates/{one.name}.yaml": _head(_mandate(one), "clauses", _rules(one)),
        folder / "forum.yaml": _head(_forum(one)),
        folder / "rooms.yaml": _head(
            {"open": [_room(n) for n in range(one.size.rooms)]}, "closures", _closures(one)
        ),
        folder / "sessions.yaml": _head({}, "sessions", _sessions(one)),
        folder / "clauses.yaml": _head({}, "clauses", _wishes(one)),
        folder / "parties.csv": "".join(_parties(one)),
    }
    if one.size.released:
        files[folder / "releases/release-1.json"] = json.dumps(_release(one))
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder


def _head(keys: dict[str, Any], key: str = "", entries: Iterator[dict[str, Any]] | None = None) -> str:
    lines = [f"{name}: {json.dumps(value)}" for name, value in keys.items()]
    if entries is not None:
        listed = [f"  - {json.dumps(entry)}" for entry in entries]
        lines += [f"{key}:", *listed] if listed else [f"{key}: []"]
    return "".join(f"{line}\n" for line in lines)


def _room(number: int) -> str:
    return f"room-{number + 1}"


def _session(number: int) -> str:
    return f"session-{number + 1}"


def _party(number: int) -> str:
    return f"party-{number + 1}"


def _venue(one: Synthetic) -> dict[str, Any]:
    last = FIRST + timedelta(minutes=SLOTS_A_DAY * STEP)
    return {
        "venue": one.name,
        "name": "Conference halls",
        "city": "Anywhere",
        "periods": [
            {"name": "morning", "start": "09:00", "end": "13:00"},
            {"name": "afternoon", "start": "13:00", "end": f"{last:%H:%M}"},
        ],
    }


def _rooms(one: Synthetic) -> Iterator[dict[str, Any]]:
    for number, (seats, features) in enumerate(zip(one.seats, one.features, strict=True)):
        yield {"room": _room(number), "name": f"Room {number + 1}", "seats": seats, "features": features}


def _mandate(one: Synthetic) -> dict[str, Any]:
    return {"mandate": one.name, "title": "Rules of the conference"}


def _clause(rule: str, says: str, tier: str = "practice", **options: object) -> dict[str, Any]:
    clause = {"clause": rule, "tier": tier, "says": says, "rule": rule, "source": "the conference"}
    return clause | options


def _rules(one: Synthetic) -> Iterator[dict[str, Any]]:
    slots = [window(slot) for slot in range(one.size.slots)]
    yield _clause("within", "Sessions are held in slots.", sessions="all", windows=slots)
    if one.hard:
        pairs = [[_session(first), _session(second)] for first, second in one.hard]
        yield _clause("never-together", "Some pairs are never held at once.", pairs=pairs)


def _wishes(one: Synthetic) -> Iterator[dict[str, Any]]:
    for session, slot in one.changed["away"]:
        said = _clause(
            "outside", "Somebody is away.", sessions={"session": _session(session)}, windows=[window(slot)]
        )
        yield said | {"clause": f"outside/{_session(session)}"}
    if one.size.released:
        yield _clause("keep-to-release", "As few sessions as possible are moved.", "preference", what="place")
    if one.soft:
        pairs = [[_session(first), _session(second)] for first, second in one.soft]
        yield _clause("wished-apart", "Some pairs had better be apart.", "preference", pairs=pairs)
    for number, (sessions, slots) in enumerate(one.preferred, 1):
        names, windows = (
            {"session": [_session(session) for session in sessions]},
            [window(slot) for slot in slots],
        )
        said = _clause(
            "wished-windows", "Some times are preferred.", "preference", sessions=names, windows=windows
        )
        yield said | {"clause": f"wished-windows/{number}"}


def _levels(one: Synthetic) -> list[list[str]]:
    wishes = ["wished-apart"] if one.soft else []
    wishes += [f"wished-windows/{number}" for number in range(1, len(one.preferred) + 1)]
    return [["keep-to-release"], wishes] if one.size.released else [wishes]


def _forum(one: Synthetic) -> dict[str, Any]:
    days = -(-one.size.slots // SLOTS_A_DAY)
    return {
        "forum": one.name,
        "title": f"Conference of {one.size.sessions} sessions",
        "edition": FIRST.year,
        "timezone": "UTC",
        "as-of": "2029-12-01T00:00:00Z",
        "venue": one.name,
        "mandates": ["physical", one.name],
        "days": {f"day-{day + 1}": f"{FIRST + timedelta(days=day):%Y-%m-%d}" for day in range(days)},
        "levels": _levels(one),
    }


def _closures(one: Synthetic) -> Iterator[dict[str, Any]]:
    for slot, room in one.changed["closed"]:
        yield {"room": _room(room), "window": window(slot), "because": "repairs"}


def _sessions(one: Synthetic) -> Iterator[dict[str, Any]]:
    draw = one.numbers("needs")
    for number, (_, room) in enumerate(one.planted):
        seats = one.seats[room]
        needed = [feature for feature in one.features[room] if draw.random() < 0.3]
        said = {
            "session": _session(number),
            "kind": "keynote" if number % 100 == 0 else f"track-{number % 20 + 1}",
            "title": f"Session {number + 1}",
            "minutes": LENGTH,
            "seats": draw.randint(seats // 2, seats),
            "features": needed,
        }
        if one.size.parties:
            roles = zip(("chair", "speaker", "speaker"), one.duties[number], strict=False)
            said["duties"] = [{"role": role, "party": _party(party)} for role, party in roles]
        yield said


def _parties(one: Synthetic) -> Iterator[str]:
    yield "party,name,kind,attends\n"
    for number in range(one.size.parties):
        yield f"{_party(number)},Party {number + 1},member-state,keynote\n"


def _release(one: Synthetic) -> dict[str, Any]:
    meetings = [
        {
            "id": _session(number),
            "session": _session(number),
            "kind": "keynote" if number % 100 == 0 else f"track-{number % 20 + 1}",
            "title": f"Session {number + 1}",
            "room": _room(room),
            "start": f"{begins(slot):%Y-%m-%dT%H:%M:00}+00:00",
            "end": f"{begins(slot) + timedelta(minutes=LENGTH):%Y-%m-%dT%H:%M:00}+00:00",
        }
        for number, (slot, room) in enumerate(one.planted)
    ]
    head = {"number": 1, "status": "published", "released": "2029-12-01T00:00:00Z"}
    return {**head, "forum": one.name, "timezone": "UTC", "meetings": meetings, "segments": []}
