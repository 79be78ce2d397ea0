"""Faults planted in a copy of the forum of 2022, each of which makes every programme impossible."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).resolve().parents[1] / "data"
_FORUM = "imrf-2022"
_HALL, _CHAMBER, _SMALL = "general-assembly-hall", "trusteeship-council-chamber", "conference-room-4"


@dataclass(frozen=True)
class Edit:
    """A text in a file below ``data`` that is exchanged for another: the first after the text ``after``.

    Without an old text the file is written anew.
    """

    file: str
    new: str
    old: str = ""
    after: str = ""


@dataclass(frozen=True)
class Fault:
    """Edits that plant a fault, and words one of which an explanation has to name."""

    words: tuple[str, ...]
    edits: tuple[Edit, ...]


def plant(fault: Fault, to: Path) -> Path:
    """Copy all data and plant a fault in the forum of 2022.

    Parameters
    ----------
    fault
        What to plant.
    to
        A folder that is not there yet.

    Returns
    -------
    pathlib.Path
        The forum's folder.
    """
    shutil.copytree(DATA, to)
    for edit in fault.edits:
        _make(edit, to / edit.file)
    return to / _FORUM


def _make(edit: Edit, file: Path) -> None:
    if not edit.old:
        file.write_text(edit.new, encoding="utf-8")
        return
    before, after, text = file.read_text(encoding="utf-8").partition(edit.after)
    assert edit.old in text, f"{edit.old!r} does not stand in {file.name} after {edit.after!r}"
    file.write_text(before + after + text.replace(edit.old, edit.new, 1), encoding="utf-8")


def _days(*dates: str) -> Iterator[Edit]:
    """Move the days from the first on; ``2022-05-16`` is that of the hearing."""
    for number, on in reversed([*enumerate(dates)]):
        name = f"day-{number}: " if number else "hearing-day: "
        yield Edit(f"{_FORUM}/forum.yaml", f"{name}{on}\n", f"{name}2022-05-{16 + number}\n", "days:\n")


def _closed(*windows: tuple[str, str]) -> Edit:
    lines = "".join(f"\n  - {{room: {room}, window: {when}, because: taken}}" for room, when in windows)
    return Edit(f"{_FORUM}/rooms.yaml", f"closures:{lines}", "closures: []", "closure is known")


def _session(name: str, old: str, new: str) -> Edit:
    return Edit(f"{_FORUM}/sessions.yaml", new, old, f"- session: {name}\n")


def _away(party: str, windows: str) -> Edit:
    """Let a party be away, whose line ends with its number of delegates."""
    return Edit(f"{_FORUM}/parties.csv", f",1,{windows}\n", ",1,\n", f"\n{party},")


def _holiday(on: str) -> Edit:
    new = (
        f"  - {{date: {on}, name: Charter Day, kind: holiday, source: the test, certainty: high}}\n  # 2026\n"
    )
    return Edit("venues/un-headquarters.yaml", new, "  # 2026\n", "holidays:\n")


def _interpretation(old: str, new: str) -> Edit:
    return Edit("venues/un-headquarters.yaml", new, old, "interpretation:\n")


def _pins(*pins: tuple[str, str]) -> Edit:
    lines = (
        f"  - at: {{session: {session}}}\n    {place}\n    by: A. Planner\n    because: promised\n"
        for session, place in pins
    )
    return Edit(f"{_FORUM}/pins.yaml", f"pins:\n{''.join(lines)}")


def _fault(words: str, *edits: Edit) -> Fault:
    return Fault(tuple(words.split(" | ")), edits)


FAULTS = {
    "hearing-two-days-before": _fault("hearing-day is on 2022-05-15", *_days("2022-05-15")),
    "day-3-on-a-saturday": _fault(
        "day-3 is a Saturday", *_days("2022-05-18", "2022-05-19", "2022-05-20", "2022-05-21", "2022-05-22")
    ),
    "day-2-on-a-holiday": _fault("day-2 is Charter Day", _holiday("2022-05-18")),
    "hall-closed-for-half-a-day": _fault(
        "General Assembly Hall is closed on day-3 afternoon", _closed((_HALL, "day-3 afternoon"))
    ),
    "hall-closed-for-a-day": _fault("General Assembly Hall is closed on day-4", _closed((_HALL, "day-4"))),
    "all-rooms-closed-for-half-a-day": _fault(
        "closed on day-2 afternoon",
        _closed(*((room, "day-2 afternoon") for room in (_HALL, _CHAMBER, _SMALL))),
    ),
    "all-rooms-closed-for-a-day": _fault(
        "no room is open on day-1", _closed(*((room, "day-1") for room in (_HALL, _CHAMBER, _SMALL)))
    ),
    "one-room-on-days-1-and-2": _fault(
        "only Conference Room 4 is open on day-1 and day-2",
        _closed(*((room, day) for room in (_HALL, _CHAMBER) for day in ("day-1", "day-2"))),
    ),
    "co-chair-in-all-round-tables": _fault(
        "Egypt is needed in",
        _session("round-table-2", "ecuador", "egypt"),
        _session("round-table-3", "thailand", "egypt"),
        _session("round-table-4", "morocco", "egypt"),
    ),
    "co-chair-in-two-that-are-pinned-side-by-side": _fault(
        "Egypt is needed in Round table 1 (co-chair) and Round table 2 (co-chair)",
        _session("round-table-2", "ecuador", "egypt"),
        _pins(("round-table-1", "window: day-1 morning"), ("round-table-2", "window: day-1 morning")),
    ),
    "co-chair-away-on-days-1-and-2": _fault(
        "Portugal is not there on day-1 and on day-2", _away("portugal", "day-1; day-2")
    ),
    "co-chair-arrives-at-noon-on-day-2": _fault(
        "Thailand is not there until day-2 12:00", _away("thailand", "until day-2 12:00")
    ),
    "hearing-of-one-meeting": _fault(
        "has 1 meeting",
        _session("hearing", "meetings: 2", "meetings: 1"),
        _session("hearing", "minutes: 150", "minutes: 60"),
        _session("hearing", "minutes: 140", "minutes: 50"),
    ),
    "hearing-too-long-by-five-minutes": _fault(
        "2 meetings of 185 minutes",
        _session("hearing", "minutes: 180", "minutes: 185"),
        _session("hearing", "minutes: 150", "minutes: 155"),
        _session("hearing", "minutes: 140", "minutes: 145"),
    ),
    "policy-debate-of-four-hours": _fault(
        "Policy debate has 1 meeting of 240 minutes",
        _session("policy-debate", "minutes: 180", "minutes: 240"),
    ),
    "plenary-of-six-meetings": _fault(
        "Plenary has 6 meetings",
        _session("plenary", "meetings: 4", "meetings: 6"),
        _session(
            "plenary",
            "3rd plenary meeting, 4th plenary meeting",
            "3rd plenary meeting, 4th plenary meeting, 5th plenary meeting, 6th plenary meeting",
        ),
    ),
    "one-interpretation-team": _fault(
        "the venue has 1 interpretation team for", _interpretation("teams: 2", "teams: 1")
    ),
    "five-meetings-a-week": _fault(
        "2 interpretation teams for 5 meetings a week",
        _interpretation("meetings-per-week: 7", "meetings-per-week: 5"),
    ),
    "more-seats-than-the-hall-has": _fault(
        "2000 seats",
        _session("plenary", "features: [interpretation]", "features: [interpretation]\n    seats: 2000"),
    ),
    "features-that-no-room-has-together": _fault(
        "a room with chamber and conference-room",
        _session("policy-debate", "features: [interpretation]", "features: [chamber, conference-room]"),
    ),
    "pin-on-a-wrong-day": _fault(
        "The pin of Policy debate (day-3", _pins(("policy-debate", "window: day-3"))
    ),
    "two-pins-into-one-room-at-once": _fault(
        "The pin of Round table 1 | The pin of Round table 2",
        _pins(
            *((f"round-table-{n}", f"window: day-1 morning\n    room: {_SMALL}") for n in (1, 2)),
        ),
    ),
    "facilitator-away-on-the-afternoon-of-day-2": _fault(
        "(António Vitorino) is not there on day-2 afternoon",
        _away("director-general-of-iom", "day-2 afternoon"),
    ),
    "president-away-on-day-4": _fault(
        "(Abdulla Shahid) is not there on day-4", _away("president-of-the-general-assembly", "day-4")
    ),
}
"""By the name of what is wrong."""
