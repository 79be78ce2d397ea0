"""A move is traced part by part, and only where the best timetable to stay with makes it too."""

import pytest

from scheduler.domain.facts import facts_of
from scheduler.rules import active_rules
from scheduler.solving import Limits, solve
from scheduler.use_cases import tracing
from scheduler.use_cases.causes import causes
from scheduler.use_cases.moved_parts import moves_of
from tests.mini import clause_of, timetable_of
from tests.use_cases.test_causes import CLOSED, RELEASED, forum_with, traced

CLEANING = [{"room": "hall", "window": "day-1 morning", "because": ""}]
FACT = "hall is closed on day-1 morning"
HAND = "the timetable was given by hand: The chair asked"


def by_hand(text, then=None, limits=Limits(), **overlay):
    forum = forum_with(**overlay)
    timetable = timetable_of(forum, text)
    return causes(forum, timetable, then or facts_of(forum_with()), limits, otherwise=HAND).because


def best(**overlay):
    forum = forum_with(**overlay)
    return forum, solve(forum, active_rules(forum), begin=forum.release.timetable).timetable


def test_what_is_moved_by_hand_is_not_traced_to_a_fact_that_has_nothing_to_do_with_it():
    closed = [{"room": "hall", "window": "day-1 19:00-20:00", "because": ""}]
    now = "day-1 15:00-18:00 hall panel-1\nday-1 10:00-13:00 annex panel-2"
    assert by_hand(now, closures=closed) == {"panel-1": HAND}


def test_what_the_best_timetable_moves_too_is_traced():
    forum, timetable = best(closures=CLEANING)
    found = causes(forum, timetable, facts_of(forum_with()), otherwise=HAND)
    assert found.because == {"panel-1": FACT}


def test_of_one_move_a_part_may_be_made_by_hand():
    forum, timetable = best(closures=CLEANING)
    parts = {part for meeting, part in moves_of(forum, timetable) if meeting == "panel-1"}
    assert parts == {"time"}
    now = "day-1 15:00-18:00 annex panel-1\nday-1 10:00-13:00 annex panel-2"
    place = timetable.by_meeting["panel-1"]
    start = f"{forum.clock.instant(place.start):%H:%M}-{forum.clock.instant(place.end):%H:%M}"
    found = by_hand(now.replace("15:00-18:00", start), closures=CLEANING)
    assert found == {"panel-1": f"{FACT} (hence at another time); {HAND} (hence in another room)"}


def test_without_the_time_to_find_the_best_one_nothing_is_traced():
    forum, timetable = best(closures=CLEANING)
    then = facts_of(forum_with())
    assert causes(forum, timetable, then, Limits(seconds=0.0), otherwise=HAND).because == {"panel-1": HAND}


def test_two_facts_that_each_move_a_part_are_told_apart():
    chair = {"panel-1": {"duties": [{"role": "chair", "party": "egypt"}], "seats": 50}, "panel-2": {}}
    egypt = {"party": "egypt", "name": "Egypt", "kind": "member-state"}
    rooms = {"hall": {"seats": 100}, "annex": {"seats": 100}}
    before = forum_with(sessions=chair, parties=[egypt], rooms=rooms)
    now = forum_with(
        sessions=chair,
        parties=[{**egypt, "unavailable": ["until day-1 14:00"]}],
        rooms=rooms,
        closures=[{"room": "hall", "window": "day-1 14:00-23:00", "because": ""}],
    )
    there = clause_of("party-available", {}, "physical")
    now, before = (one.replace(clauses=(*one.clauses, there)) for one in (now, before))
    late, closed = "Egypt is not there: until day-1 14:00", "hall is closed on day-1 14:00-23:00"
    assert traced(now, facts_of(before)).because == {
        "panel-1": f"{late} (hence at another time); only together: {closed}; {late} (hence in another room)"
    }


def test_what_a_release_left_out_and_is_put_in_is_the_cause():
    forum = forum_with(release=RELEASED.partition("\n")[0])
    rooms = {"hall": {}}
    forum = forum_with(release="day-1 10:00-13:00 hall panel-1", rooms=rooms)
    timetable = timetable_of(forum, "day-1 15:00-18:00 hall panel-1\nday-1 10:00-13:00 hall panel-2")
    found = causes(forum, timetable, facts_of(forum))
    assert found.because == {"panel-1": "panel-2 is put in, which release 1 left out"}


def test_a_release_that_keeps_all_clauses_explains_nothing():
    forum = forum_with()
    timetable = timetable_of(forum, RELEASED.replace("10:00-13:00 hall", "15:00-18:00 hall"))
    found = causes(forum, timetable, facts_of(forum))
    assert found.because == {"panel-1": "no change in the forum's data explains it"}


def test_any_breach_is_named_where_the_meeting_has_no_part_in_one():
    forum = forum_with(closures=CLEANING)
    timetable = timetable_of(forum, RELEASED.replace("10:00-13:00 annex", "15:00-18:00 annex"))
    found = causes(forum, timetable, facts_of(forum))
    assert found.because["panel-2"].startswith('release 1 breaks room-open: "panel-1 ')


def test_changes_that_only_make_sense_together_are_one_cause():
    """A third meeting takes the whole afternoon; its title and its length go without saying."""
    release = """day-1 15:00-16:00 hall panel-1
                 day-1 10:00-11:00 hall panel-2-1
                 day-1 11:00-12:00 hall panel-2-2"""

    def with_meetings(minutes, titles):
        panel = {"meetings": len(minutes), "minutes": minutes, "meeting-titles": titles}
        sessions = {"panel-1": {"minutes": 60}, "panel-2": panel}
        forum = forum_with(sessions=sessions, release=release)
        return forum.replace(clauses=(*forum.clauses, clause_of("in-room", words)))

    words = {"sessions": "all", "rooms": ["hall"]}
    now, before = with_meetings([60, 60, 180], ["A", "B", "C"]), with_meetings([60, 60], ["A", "B"])
    now = now.replace(closures=forum_with(closures=CLOSED[:1]).closures)
    found = traced(now, facts_of(before))
    closed = "annex is closed on day-1 19:00-20:00"
    assert found.changed == (closed, "panel-2 has 3 meetings, no longer 2")
    assert found.because == {"panel-1": "panel-2 has 3 meetings, no longer 2"}


def test_a_change_that_makes_no_sense_without_another_brings_it_along():
    now = forum_with(sessions={"panel-1": {}, "panel-2": {}, "panel-3": {}}, rooms={"hall": {}, "annex": {}})
    first = clause_of("within", {"sessions": {"session": "panel-3"}, "windows": ["day-1 10:00-13:00"]})
    there = clause_of("in-room", {"sessions": {"session": "panel-3"}, "rooms": ["hall"]})
    now = now.replace(clauses=(*now.clauses, first, there))
    found = traced(now, facts_of(forum_with()))
    assert "panel-1" in found.because
    assert "panel-3 is new" in found.because["panel-1"]


@pytest.mark.parametrize("most", [0, 1])
def test_the_best_timetable_is_no_question_of_causes(monkeypatch, most):
    monkeypatch.setattr(tracing, "_MOST", most)
    forum, timetable = best(closures=CLOSED)
    found = causes(forum, timetable, facts_of(forum_with()), otherwise=HAND)
    assert found.because["panel-1"] != HAND
