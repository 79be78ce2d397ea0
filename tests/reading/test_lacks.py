"""A name that a shared mandate speaks of is missed in the forum's own file, not in the mandate."""

import shutil
from pathlib import Path

import pytest

from scheduler.reading import read_forum
from tests.reading.small import FILES, problems_of, write

_DATA = Path(__file__).parents[2] / "data"
_FORUM, _OWN = "small-2030/forum.yaml", "small-2030/clauses.yaml"
_PERIOD = 'periods:\n  - {name: morning, start: "10:00", end: "13:00"}\ndays:'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(_DATA, tmp_path / "data")
    return tmp_path / "data" / "imrf-2022"


def _change(folder: Path, old: str, new: str, name: str = "forum.yaml") -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")


def _said(folder: Path) -> list[str]:
    return [str(one).replace(f"{folder.as_posix()}/", "") for one in problems_of(folder)]


def test_a_day_is_missed_among_the_days(folder: Path) -> None:
    _change(folder, "  day-4: 2022-05-20\n", "")
    (said,) = _said(folder)
    assert said.startswith(
        "forum.yaml:27: field 'days': there is no day 'day-4', of which 18(a)/plenary-days ("
    )
    assert said.count("mandates/ares-73-326.yaml:") == 2
    assert said.endswith(") speak. Maybe add it to days")


def test_a_milestone_by_another_name_is_renamed(folder: Path) -> None:
    _change(folder, "milestone: background-notes", "milestone: background-note")
    (said,) = _said(folder)
    assert said.startswith(
        "forum.yaml:65: field 'milestones': there is no milestone 'background-notes', of which"
    )
    assert said.endswith(") speaks. Maybe rename background-note to background-notes")


def test_a_period_is_missed_where_the_forum_has_its_own(folder: Path) -> None:
    _change(folder, "days:\n", f"{_PERIOD}\n")
    (said,) = _said(folder)
    assert said.startswith("forum.yaml:27: field 'periods': there is no period 'afternoon'")
    assert said.endswith("Maybe add it to periods")


def test_a_period_that_the_venue_does_not_have_is_the_forums_to_add(folder: Path) -> None:
    venue = folder.parent / "venues" / "un-headquarters.yaml"
    _change(venue.parent, "name: afternoon", "name: evening", venue.name)
    (said,) = _said(folder)
    assert said.startswith("forum.yaml: field 'periods': there is no period 'afternoon'")


def test_a_party_that_many_clauses_speak_of_is_missed_once(folder: Path) -> None:
    for name in ("parties.csv", "sessions.yaml"):
        _change(folder, "president-of-the-general-assembly", "chairman", name)
    (said,) = _said(folder)
    assert said.startswith(
        "parties.csv: field 'party': there is no party 'president-of-the-general-assembly'"
    )
    assert said.endswith("and 3 more speak. Maybe add it")


def _elsewhere(folder: Path) -> None:
    """Hold the forum at another venue, which has no General Assembly Hall."""
    headquarters = folder.parent / "venues" / "un-headquarters.yaml"
    text = headquarters.read_text(encoding="utf-8").replace("venue: un-headquarters", "venue: lake")
    (folder.parent / "venues" / "lake.yaml").write_text(
        text.replace("room: general-assembly-hall", "room: lake-hall"), encoding="utf-8"
    )
    _change(folder, "venue: un-headquarters", "venue: lake")
    _change(folder, "- general-assembly-hall", "- lake-hall", "rooms.yaml")
    shutil.rmtree(folder / "releases")


def test_a_room_is_missed_at_the_venue(folder: Path) -> None:
    _elsewhere(folder)
    assert _said(folder) == [
        "forum.yaml:19: field 'venue': there is no room 'general-assembly-hall', of which "
        "practice/plenary-hall (mandates/un-practice.yaml:54) speaks. "
        "Maybe name a venue that has it, or set the clause aside"
    ]


def test_what_is_set_aside_may_speak_of_what_is_not_there(folder: Path) -> None:
    _elsewhere(folder)
    _change(
        folder,
        "set-aside: []",
        "set-aside:\n  - clause: practice/plenary-hall\n    because: it is held at the lake",
    )
    found = read_forum(folder)
    assert "practice/plenary-hall" not in {rule.clause.clause for rule in found.rules}
    assert "practice/plenary-hall" in {clause.clause for clause in found.forum.all_clauses}


def test_what_is_set_aside_has_no_other_fault(tmp_path: Path) -> None:
    changed = FILES["mandates/charter.yaml"].replace("rule: weekdays", "rule: weekdays\n    day: day-1")
    (found,) = problems_of(write(tmp_path, **{"mandates/charter.yaml": changed}))
    assert (found.file.endswith("charter.yaml"), found.field) == (True, "day")


def _loose(text: str) -> str:
    return text.replace("tier: mandate", "tier: practice")


def _twice(text: str) -> str:
    return _loose(text).replace("rooms: [hall]", "rooms: [barn]").replace("rule: weekdays", _BARN)


_BARN = "rule: in-room\n    sessions: all\n    rooms: [barn]"


def test_a_loose_clause_may_be_set_aside(tmp_path: Path) -> None:
    text = _loose(FILES["mandates/charter.yaml"]).replace("windows: [day-1]", "windows: [day-9]")
    (found,) = problems_of(write(tmp_path, **{"mandates/charter.yaml": text}))
    assert found.sentence.endswith("speaks. Maybe add it to days, or set the clause aside")


def test_several_loose_clauses_may_be_set_aside(tmp_path: Path) -> None:
    kept = FILES[_FORUM].replace(
        "set-aside:\n  - clause: custom/weekdays\n    because: we meet on a Sunday\n", ""
    )
    changes = {"mandates/charter.yaml": _twice(FILES["mandates/charter.yaml"]), _FORUM: kept}
    (found,) = problems_of(write(tmp_path, **changes))
    assert found.sentence.endswith("speak. Maybe name a venue that has it, or set these clauses aside")


def test_the_forums_own_clauses_are_to_blame_themselves(tmp_path: Path) -> None:
    changed = FILES[_OWN].replace("rooms: [hall]", "rooms: [barn]")
    (found,) = problems_of(write(tmp_path, **{_OWN: changed}))
    assert (found.file.endswith("clauses.yaml"), found.line, found.field) == (True, 12, "rooms")


def test_lost_clauses_are_missed_once(tmp_path: Path) -> None:
    said = [str(one).replace(f"{tmp_path}/", "") for one in problems_of(write(tmp_path, **{_OWN: None}))]
    assert said == [
        "small-2030/clauses.yaml: there is no such file, and forum.yaml names wish/time, wish/room, "
        "which no mandate has. Maybe put it back, or delete them from forum.yaml"
    ]
