"""``alternatives --all`` lists exactly the programmes that trying all placements finds, copies once."""

import json

import pytest

from scheduler.reading import read_forum
from scheduler.rules import active_rules
from scheduler.solving import Limits, solve
from scheduler.solving.alternatives import Alike, Bounded, Copies, alike, every
from scheduler.solving.tick import tick_of
from scheduler.use_cases.binding import without_release
from tests.golden.folders import DATA
from tests.golden.placements import as_good_as_any, copies, held, without_copies
from tests.mini import clause_of, forum_of, rule_of

PHYSICAL = ("placed", "one-meeting-per-room", "room-open", "room-fits", "one-place-per-party", "agenda")
TABLES = ("round-table-1", "round-table-2", "round-table-3")
HALLS = (("annex", "hall"),)
ADA = [{"party": "ada", "name": "Ada", "kind": "officer", "unavailable": ["day-1 morning"]}]


def small(overlay, clauses=(), wishes=()):
    """Make a forum of two days with the physical clauses and others."""
    forum = forum_of(overlay, options=[words for _, words in (*clauses, *wishes)])
    made = [clause_of(rule, {}, "physical") for rule in (*PHYSICAL, "official-hours")]
    made += [clause_of(rule, words) for rule, words in clauses]
    made += [clause_of(rule, words, "preference") for rule, words in wishes]
    return forum.replace(clauses=tuple(made), levels=tuple((rule,) for rule, _ in wishes))


def tables(*names, **more):
    return {"sessions": {name: {} for name in names or TABLES}, **more}


FORUMS = {
    "all alike": (small(tables()), (TABLES,), HALLS),
    "numbers count": (
        small(tables(), wishes=[("fewest-parallel", {}), ("numbered-order", {})]),
        (),
        HALLS,
    ),
    "numbers do not count": (small(tables(), wishes=[("fewest-parallel", {})]), (TABLES,), HALLS),
    "two meetings each, three rooms": (
        small(
            {
                "sessions": {
                    "talk-a": {"meetings": 2, "kind": "talk"},
                    "talk-b": {"meetings": 2, "kind": "talk"},
                },
                "rooms": {"cellar": {}},
            },
            clauses=[("consecutive", {"sessions": {"kind": "talk"}})],
        ),
        (("talk-a", "talk-b"),),
        (("hall", "annex", "cellar"),),
    ),
    "agendas that can be laid out in many ways": (
        small(
            {
                "sessions": {
                    "round-table-1": {},
                    "plenary": {
                        "meetings": 2,
                        "segments": [
                            {"segment": "opening", "title": "Opening", "shortest": 15},
                            {"segment": "debate", "title": "Debate", "over-breaks": True},
                        ],
                    },
                }
            },
            wishes=[("fewest-parallel", {})],
        ),
        (),
        HALLS,
    ),
    "a release that is kept to": (
        small(
            {
                **tables(),
                "closures": [{"room": "hall", "window": "day-1 morning"}],
                "release": """day-1 10:00-13:00 hall round-table-1
                              day-1 10:00-13:00 annex round-table-2
                              day-2 10:00-13:00 annex round-table-3""",
            },
            wishes=[("keep-to-release", {"what": "day"})],
        ),
        (),
        (),
    ),
    "rooms in an order of preference": (
        small(
            {**tables(), "parties": ADA},
            clauses=[("never-together", {"pairs": [["round-table-1", "round-table-2"]]})],
            wishes=[("preferred-room", {"sessions": {"kind": "round-table"}, "rooms": ["hall", "annex"]})],
        ),
        (("round-table-1", "round-table-2"),),
        (),
    ),
    "rooms in whatever order": (
        small(
            tables("round-table-1", "round-table-2", "plenary", rooms={"cellar": {}}),
            clauses=[
                ("in-room", {"sessions": {"kind": "plenary"}, "rooms": ["cellar"]}),
                (
                    "in-room",
                    {"sessions": {"session": ["round-table-2", "round-table-1"]}, "rooms": ["annex", "hall"]},
                ),
            ],
        ),
        (("round-table-1", "round-table-2"),),
        HALLS,
    ),
}


def listed(forum, rules):
    """List what ``--all`` does, and what it goes by."""
    solution = solve(forum, rules)
    most = [level.value for level in solution.levels]
    same = alike(forum, rules)
    return solution, same, [*every(Bounded(forum, rules, most, Limits()), Copies(forum, same))]


@pytest.mark.parametrize("name", FORUMS)
def test_a_small_forum(name):
    forum, sessions, rooms = FORUMS[name]
    rules = active_rules(forum)
    solution, same, found = listed(forum, rules)
    expected = without_copies(forum, as_good_as_any(forum, rules, tick_of(forum, rules)), sessions, rooms)
    assert {frozenset(one) for one in (*same.sessions, *same.rooms)} == {
        frozenset(one) for one in (*sessions, *rooms)
    }
    assert len(found) == len(expected) > 0
    assert without_copies(forum, found, sessions, rooms) == expected
    assert held(found[0]) == held(solution.timetable)


@pytest.mark.parametrize("name", FORUMS)
def test_the_first_of_all_copies_is_listed_and_in_the_canonical_order(name):
    forum, sessions, rooms = FORUMS[name]
    place = {room.room: number for number, room in enumerate(forum.rooms)}

    def key(one):
        spots = {meeting: (start, place[room]) for meeting, room, start in one}
        ordered = [spots[meeting.id] for meeting in forum.meetings]
        return [start for start, _ in ordered], [room for _, room in ordered]

    found = [held(one) for one in listed(forum, active_rules(forum))[2]]
    assert found == sorted(found, key=key)
    assert all(one == min(copies(forum, one, sessions, rooms), key=key) for one in found)


def first_two_days():
    """Take of the forum of 2022 what can be held on its first two days: the hearing, and the round tables.

    Clauses that name the policy debate or the plenary are left out, with their levels.
    """
    forum, rules = without_release(read_forum(DATA / "imrf-2022"))
    later = [one.kind for one in forum.sessions if one.kind not in ("hearing", "round-table")]
    kept = tuple(one for one in forum.sessions if one.kind not in later)
    rules = [
        rule for rule in rules if not any(f'"{kind}"' in json.dumps(rule.clause.options) for kind in later)
    ]
    left = {rule.clause.clause for rule in rules}
    levels = [tuple(clause for clause in level if clause in left) for level in forum.levels]
    forum = forum.replace(sessions=kept, levels=tuple(filter(None, levels)))
    days = {"sessions": "all", "windows": ["hearing-day", "day-1"]}
    return forum, (*rules, rule_of(forum, "within", days))


def test_the_first_two_days_of_2022():
    forum, rules = first_two_days()
    _, same, found = listed(forum, rules)
    expected = as_good_as_any(forum, rules, tick_of(forum, rules))
    assert same == Alike()
    assert len(found) == len(expected) > 1
    assert {held(one) for one in found} == {held(one) for one in expected}
