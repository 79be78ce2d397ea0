"""What a release breaks may stay as it was, and nothing else may follow it."""

import pytest

from scheduler.rules import active_rules, find_rule
from scheduler.solving import solve
from tests.mini import clause_of, forum_of

PHYSICAL = ("placed", "one-meeting-per-room", "room-open", "agenda")
DAYS = {"day-1": "2030-01-07", "day-2": "2030-01-08"}
STAYING = ("day", "time", "room", "segments")


def forum_with(rule, words, released, **overlay):
    """Make a forum whose release breaks a clause of practice, which is spared."""
    said = {
        "rooms": {"hall": {}, "annex": {}},
        "days": {"day-1": "2030-01-07"},
        "release": released,
        **overlay,
    }
    forum = forum_of(said)
    clauses = [clause_of(one, {}, "physical") for one in PHYSICAL]
    clauses.append(clause_of(rule, words, "practice", name="spared"))
    clauses += [clause_of("keep-to-release", {"what": what}, "preference", name=what) for what in STAYING]
    return forum.replace(
        clauses=tuple(clauses), levels=tuple((what,) for what in STAYING), spared=("spared",)
    )


def placed(forum):
    solution = solve(forum, active_rules(forum))
    assert solution.status == "optimal"
    return {one.meeting: (one.start, one.room) for one in solution.timetable.placements}


def test_a_meeting_of_another_length_cannot_stay():
    forum = forum_with(
        "official-hours", {}, "day-1 08:00-11:00 hall panel-1", sessions={"panel-1": {"minutes": 120}}
    )
    assert placed(forum)["panel-1"][0] >= 600


@pytest.mark.parametrize("released", ["day-1 10:00-13:00 hall panel-1", "day-1 07:10-10:10 hall panel-1"])
def test_a_meeting_is_kept_out_of_a_window_in_which_it_was_not(released):
    forum = forum_with(
        "outside",
        {"sessions": "all", "windows": ["day-1 12:00-14:00"]},
        released,
        sessions={"panel-1": {}, "panel-2": {}},
    )
    found = placed(forum)
    assert found["panel-2"][0] >= 840 or found["panel-2"][0] <= 540
    assert found["panel-1"] == (600 if "10:00-13:00" in released else 430, "hall")


def test_where_the_room_is_gone_the_two_have_to_part():
    released = "day-1 10:00-13:00 hall panel-1\nday-1 10:00-13:00 attic panel-2"
    forum = forum_with(
        "never-together", {"sessions": "all"}, released, sessions={"panel-1": {}, "panel-2": {}}
    )
    rooms = tuple(room for room in forum.rooms if room.room != "attic")
    found = placed(forum.replace(rooms=rooms))
    assert abs(found["panel-1"][0] - found["panel-2"][0]) >= 180


SEGMENTS = [{"segment": "talk", "title": "Talk", "shortest": 60}, {"segment": "rest", "title": "Rest"}]
AGENDA = "day-1 10:00-13:00 hall panel-1\nday-1 10:00-11:00 panel-1/talk\nday-1 11:00-13:00 panel-1/rest"


@pytest.mark.parametrize("away", ["day-1 10:30-10:45", "day-1 09:00-11:00"])
def test_a_segment_whose_speaker_is_away_may_stay(away):
    overlay = {
        "sessions": {"panel-1": {"segments": [{**SEGMENTS[0], "speakers": ["egypt"]}, SEGMENTS[1]]}},
        "parties": [{"party": "egypt", "name": "Egypt", "kind": "x", "unavailable": [away]}],
    }
    forum = forum_with("party-available", {}, AGENDA, **overlay)
    solution = solve(forum, active_rules(forum))
    assert [level.value for level in solution.levels] == [0, 0, 0, 0]
    bound = forum.replace(spared=())
    assert solve(bound, active_rules(bound)).levels[1].value == 1


def test_two_meetings_in_two_rooms_may_stay_so():
    released = (
        "day-1 10:00-13:00 hall panel-1\nday-1 15:00-18:00 annex panel-2\nday-1 19:00-22:00 hall panel-3"
    )
    panels = {"panel": {"meetings": 3}}
    forum = forum_with(
        "consecutive", {"sessions": "all"}, released.replace("panel-", "panel-"), sessions=panels
    )
    found = placed(forum)
    assert [found[f"panel-{number}"][1] for number in (1, 2, 3)] == ["hall", "annex", "hall"]
    assert len({place[1] for place in placed(forum.replace(spared=())).values()}) == 1


def test_two_meetings_of_one_party_may_stay_side_by_side():
    released = """day-1 10:00-13:00 hall panel-1
                  day-1 10:00-13:00 annex panel-2
                  day-1 15:00-18:00 hall panel-3"""
    panels = {f"panel-{number}": {} for number in (1, 2, 3)}
    forum = forum_with("never-together", {"sessions": "all"}, released, sessions=panels)
    assert placed(forum) == {
        "panel-1": (600, "hall"),
        "panel-2": (600, "annex"),
        "panel-3": (900, "hall"),
    }
    parted = placed(forum.replace(spared=()))
    assert abs(parted["panel-1"][0] - parted["panel-2"][0]) >= 180


def test_a_session_may_stay_without_anybody_who_represents_it():
    rule = find_rule("represented")
    ((released, _),) = [one for one in rule.BROKEN.items() if "side-event" in one[0]][:1]
    sessions = rule.FORUM["sessions"]
    shorter = {**sessions, "side-event": {**sessions["side-event"], "minutes": 60}}
    overlay = {**rule.FORUM, "days": DAYS, "sessions": shorter}
    forum = forum_with("represented", rule.OPTIONS, released, **overlay)
    solution = solve(forum, active_rules(forum))
    assert [level.value for level in solution.levels] == [0, 0, 0, 0]
    bound = forum.replace(spared=())
    assert sum(level.value for level in solve(bound, active_rules(bound)).levels) > 0
