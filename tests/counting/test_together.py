"""Meetings that are too many for the rooms and windows they share, and forums in which nothing is short."""

from pathlib import Path

import pytest

from scheduler.counting import counted
from scheduler.counting.board import CountingBoard
from scheduler.reading.forum import read_forum
from scheduler.rules import TimetableRule, active_rules, find_rule, rule_names
from tests.counting.narrow import (
    PHYSICAL,
    forum_with,
    found,
    ids,
    in_hall,
    round_tables,
    the_one,
    within,
)
from tests.mini import forum_of, rule_of

DATA = Path(__file__).parents[2] / "data"
BUNDLED = sorted(path.parent.name for path in DATA.glob("*/forum.yaml"))


@pytest.mark.parametrize("name", BUNDLED)
def test_nothing_is_found_in_a_bundled_forum(name):
    forum = read_forum(DATA / name).forum
    assert counted(forum, active_rules(forum)) == ()


def test_what_a_release_breaks_is_not_counted():
    overlay = {"sessions": {"plenary": {}}, "release": "day-1 19:00-22:00 hall plenary"}
    forum = forum_with(overlay, ("outside", {"sessions": "all", "windows": ["day-1 10:00-18:00", "day-2"]}))
    assert the_one(forum).lacking == "window"
    assert found(forum.replace(spared=("official-hours",))) == ()


def test_four_round_tables_in_three_half_days_and_one_room():
    forum = in_hall(forum_with(round_tables(4), within("day-1", "day-2 morning")))
    one = the_one(forum)
    assert (one.lacking, one.subjects) == ("rooms", tuple(f"round-table-{n}" for n in (1, 2, 3, 4)))
    assert (ids(one.clauses), ids(one.given)) == (["within"], ["one-meeting-per-room", "official-hours"])
    assert one.sentence == (
        "4 meetings of kind round-table (round-table-1, round-table-2, round-table-3 and round-table-4) need "
        "a room for 180 minutes each, but no more than 3 of them fit: 3 in hall (day-1 morning, day-1 "
        "afternoon and day-2 morning) (within, paragraph 1; official-hours, paragraph 1)."
    )


def test_a_second_room_holds_them():
    forum = forum_with(round_tables(4), within("day-1", "day-2 morning"))
    assert found(forum) == ()
    without = in_hall(forum_with(round_tables(4), within("day-1", "day-2 morning"), physical=PHYSICAL[:1]))
    assert found(without) == ()


def test_nothing_has_to_be_held_without_the_clause_that_says_so():
    assert found(in_hall(forum_with(round_tables(4), within("day-1 morning"), physical=PHYSICAL[1:]))) == ()


def test_rooms_that_are_closed_hold_fewer():
    overlay = {
        "sessions": {"plenary": {}, "hearing": {"minutes": 120}, "round-table-1": {}, "round-table-2": {}},
        "closures": [{"room": "annex", "window": "day-1 11:00-24:00", "because": "taken"}],
    }
    one = the_one(forum_with(overlay, within("day-1", kind=["plenary", "hearing", "round-table"])))
    assert one.subjects == ("plenary", "round-table-1", "round-table-2")
    assert one.sentence == (
        "3 meetings (plenary, round-table-1 and round-table-2) need a room for 180 minutes each, but no more "
        "than 2 of them fit: 2 in hall (day-1 morning and day-1 afternoon) (within, paragraph 1; "
        "official-hours, paragraph 1; annex is closed on day-1 11:00-24:00 (taken))."
    )


def test_setting_up_and_clearing_away_count():
    overlay = {
        "sessions": {
            "round-table-1": {"minutes": 60, "setup": 30},
            "round-table-2": {"minutes": 60, "teardown": 30},
            "round-table-3": {"minutes": 60, "teardown": 60},
        }
    }
    one = the_one(in_hall(forum_with(overlay, within("day-1 10:00-12:30"))))
    assert one.sentence == (
        "3 meetings of kind round-table (round-table-1, round-table-2 and round-table-3) need a room for 90 "
        "minutes or more each, setting up and clearing away included, but no more than 2 of them fit: 2 in "
        "hall (day-1 10:00-12:30) (within, paragraph 1)."
    )


def test_meetings_may_need_more_minutes_than_there_are():
    lengths = {"panel-1": 180, "panel-2": 90, "panel-3": 90, "panel-4": 30}
    overlay = {
        "sessions": {name: {"minutes": minutes} for name, minutes in lengths.items()},
        "closures": [{"room": "annex", "window": "day-1 10:00-18:00"}],
    }
    one = the_one(forum_with(overlay, within("day-1", kind="panel")))
    assert one.subjects == ("panel-1", "panel-2", "panel-3", "panel-4")
    assert one.sentence == (
        "4 meetings of kind panel (panel-1, panel-2, panel-3 and panel-4) need 390 minutes of rooms in all, "
        "but no more than 360 are left: 360 in hall (day-1 morning and day-1 afternoon) (within, paragraph "
        "1; official-hours, paragraph 1; annex is closed on day-1 10:00-18:00)."
    )


def test_several_groups_are_found_and_none_twice():
    overlay = {"sessions": {f"{kind}-{n}": {} for kind in ("panel", "round-table") for n in (1, 2)}}
    forum = in_hall(
        forum_with(overlay, within("day-1 morning"), ("within", within("day-2 morning", kind="panel")[1]))
    )
    assert [one.subjects for one in found(forum)] == [
        ("panel-1", "panel-2"),
        ("round-table-1", "round-table-2"),
    ]


RULES = [name for name in rule_names() if issubclass(find_rule(name), TimetableRule)]


@pytest.mark.parametrize("name", RULES)
def test_every_rule_can_be_posted(name):
    rule = find_rule(name)
    forum = forum_of(rule.FORUM, *rule.KEPT, options=rule.OPTIONS)
    board = CountingBoard(forum, [rule_of(forum, name)])
    noted = any([*board.times.values(), *board.rooms.values(), board.times_in])
    assert rule.NARROWS or board.closing or not noted


def test_a_closed_room_is_not_said_to_hold_a_meeting():
    closed = {"closures": [{"room": "annex", "window": "day-1", "because": "works"}]}
    one = the_one(forum_with({**round_tables(3), **closed}, within("day-1 morning")))
    assert one.sentence == (
        "3 meetings of kind round-table (round-table-1, round-table-2 and round-table-3) need a room for 180 "
        "minutes each, but no more than 1 of them fit: 1 in hall (day-1 morning) (within, paragraph 1; "
        "annex is closed on day-1 (works))."
    )
