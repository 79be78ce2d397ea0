"""``pins.yaml``: what it makes of a forum."""

from pathlib import Path

import pytest

from scheduler.domain.facts import changes, facts_of, forum_of, undone
from scheduler.domain.forum import Forum
from scheduler.reading import read_forum
from scheduler.rules import active_rules
from tests.reading.small import FORUM, SESSIONS, write

PINS = """\
pins:
  - pin: {session: talk}
    by: A. Planner
    because: >-
      the minister's
      flight is booked.
  - ban: {meeting: plenary-2}
    release: 1
    by: B. Planner
    because: it was too short
  - at: {meeting: workshop}
    window: [day-1 morning, day-2]
    room: hall
    by: A. Planner
    because: a wish
  - not-at: {session: plenary}
    window: day-2 afternoon
    by: A. Planner
    because: the hall is cleaned
  - not-at: {session: plenary}
    room: annex
    by: A. Planner
    because: it is too small
  - pin: {room: annex}
    by: A. Planner
    because: booked
  - pin: {day: day-1}
    release: 1
    by: A. Planner
    because: booked
  - pin: {party: ada}
    by: A. Planner
    because: booked
"""
SAYS = {
    "pins/at-workshop": (
        "Workshop is held day-1 morning or day-2, in Great Hall, says A. Planner: a wish.",
        "held-in",
    ),
    "pins/ban-plenary-2": (
        "2nd plenary meeting is not held where release 1 has it, says B. Planner: it was too short.",
        "not-as-released",
    ),
    "pins/not-at-plenary": (
        "Plenary is not held day-2 afternoon, says A. Planner: the hall is cleaned.",
        "not-in",
    ),
    "pins/not-at-plenary-2": (
        "Plenary is not held in Annex 2, says A. Planner: it is too small.",
        "not-in",
    ),
    "pins/pin-ada": (
        "Every meeting of Ada Lovelace stays where the last release has it, says A. Planner: booked.",
        "stays-as-released",
    ),
    "pins/pin-annex": (
        "Every meeting in Annex 2 stays where the last release has it, says A. Planner: booked.",
        "stays-as-released",
    ),
    "pins/pin-day-1": (
        "Every meeting of day-1 stays where release 1 has it, says A. Planner: booked.",
        "stays-as-released",
    ),
    "pins/pin-talk": (
        "A talk stays where the last release has it, says A. Planner: the minister's flight is booked.",
        "stays-as-released",
    ),
}
HELD = {
    "pins/ban-plenary-2": ["plenary-2"],
    "pins/pin-ada": ["plenary-1", "plenary-2", "talk"],
    "pins/pin-annex": ["talk"],
    "pins/pin-day-1": ["talk", "workshop"],
    "pins/pin-talk": ["talk"],
}


def pinned(tmp_path: Path, pins: str = PINS, **changes: str | None) -> Path:
    return write(tmp_path, **{"small-2030/pins.yaml": pins, **changes})


def clauses_of(forum: Forum) -> dict[str, tuple[str, str]]:
    return {one.clause: (one.says, one.rule) for one in forum.all_clauses if one.mandate == "pins"}


def test_each_pin_becomes_a_clause_of_practice(tmp_path: Path) -> None:
    reading = read_forum(pinned(tmp_path))
    assert clauses_of(reading.forum) == SAYS
    pins = {one.clause: one for one in reading.forum.clauses if one.mandate == "pins"}
    assert list(pins) == list(SAYS)
    assert {(one.tier, one.paragraph) for one in pins.values()} == {("practice", "")}
    talk = pins["pins/pin-talk"]
    assert talk.source == "A. Planner: the minister's flight is booked."
    assert talk.place == "small-2030/pins.yaml:2"
    assert "small-2030/pins.yaml" in reading.inputs


def test_pins_have_rules_beside_those_of_the_other_clauses(tmp_path: Path) -> None:
    reading = read_forum(pinned(tmp_path))
    assert [(rule.clause, rule.options) for rule in reading.rules] == [
        (rule.clause, rule.options) for rule in active_rules(reading.forum)
    ]
    rules = {rule.clause.clause: rule for rule in reading.rules}
    held = {
        name: [place.meeting for place in rules[name].options.places(reading.forum)]
        for name in SAYS
        if name in HELD
    }
    assert held == HELD


def test_the_order_of_the_file_changes_nothing(tmp_path: Path) -> None:
    first, *entries = PINS.split("  - ")
    turned = first + "".join(f"  - {entry}" for entry in reversed(entries))
    there, here = read_forum(pinned(tmp_path / "a")), read_forum(pinned(tmp_path / "b", turned))
    assert there.forum.replace(clauses=()) == here.forum.replace(clauses=())
    assert clauses_of(there.forum) == clauses_of(here.forum)


def test_each_pin_is_a_fact_of_its_own(tmp_path: Path) -> None:
    with_pins, without = read_forum(pinned(tmp_path / "a")).forum, read_forum(write(tmp_path / "b")).forum
    now = facts_of(with_pins)
    found = changes(facts_of(without), now)
    assert [one.path for one in found] == [("clauses", name) for name in SAYS]
    assert all(one.before is None for one in found)
    assert clauses_of(forum_of(now, with_pins)) == SAYS
    assert undone(now, found) == facts_of(without)


def test_what_is_said_twice_is_one_clause(tmp_path: Path) -> None:
    twice = "  - {pin: {session: talk}, by: A, because: b}\n" * 2
    assert list(clauses_of(read_forum(pinned(tmp_path, f"pins:\n{twice}")).forum)) == ["pins/pin-talk"]


@pytest.mark.parametrize("pins", ["pins:\n", "pins: []\n"])
def test_a_file_without_pins_is_as_none(tmp_path: Path, pins: str) -> None:
    there, here = read_forum(pinned(tmp_path / "a", pins)), read_forum(write(tmp_path / "b"))
    assert there.forum == here.forum


def test_a_pin_can_be_set_aside(tmp_path: Path) -> None:
    aside = FORUM.replace("set-aside:", "set-aside:\n  - {clause: pins/pin-talk, because: it is over}")
    reading = read_forum(pinned(tmp_path, **{"small-2030/forum.yaml": aside}))
    assert "pins/pin-talk" in clauses_of(reading.forum)
    assert "pins/pin-talk" not in {rule.clause.clause for rule in reading.rules}


def test_a_long_name_still_makes_an_id(tmp_path: Path) -> None:
    name = "t" * 76
    sessions = f"{SESSIONS}  - {{session: {name}, kind: talk, title: Long, minutes: 30}}\n"
    pins = f"pins:\n  - {{not-at: {{session: {name}}}, room: hall, by: A, because: b}}\n"
    found = read_forum(pinned(tmp_path, pins, **{"small-2030/sessions.yaml": sessions}))
    assert list(clauses_of(found.forum)) == [f"pins/not-at-{'t' * 60}"]
