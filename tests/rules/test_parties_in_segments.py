"""Whoever is needed in one segment is bound for that segment: before it and after it they are free."""

import pytest
from ortools.sat.python import cp_model

from scheduler.rules import active_rules
from scheduler.solving import solve
from tests.mini import clause_of, forum_of, rule_of, timetable_of
from tests.rules.pinned import pinned, status_of

ADA = [{"party": "ada", "name": "Ada", "kind": "officer"}]
OPENING = {"segment": "opening", "title": "Opening", "minutes": 60}
DEBATE = {"segment": "debate", "title": "Debate", "shortest": 15}
CLOSING = {"segment": "closing", "title": "Closing", "minutes": 30}
AGENDA = [OPENING, DEBATE, CLOSING]
PHYSICAL = ("placed", "one-meeting-per-room", "room-open", "room-fits", "one-place-per-party", "agenda")


def duty(segment: str | None = None) -> dict[str, object]:
    return {"segments": AGENDA, "duties": [{"role": "chairs", "party": "ada", "segment": segment}]}


def speaker(segment: str) -> dict[str, object]:
    parts = [{**one, "speakers": ["ada"]} if one["segment"] == segment else one for one in AGENDA]
    return {"segments": parts}


def text(second: str) -> str:
    """Hold a talk from ten to one, and another one at other hours elsewhere."""
    first, later, last, end = second.split()
    return f"""day-1 10:00-13:00 hall talk-1
               day-1 {first}-{end} annex talk-2
               day-1 10:00-11:00 talk-1/opening
               day-1 11:00-12:30 talk-1/debate
               day-1 12:30-13:00 talk-1/closing
               day-1 {first}-{later} talk-2/opening
               day-1 {later}-{last} talk-2/debate
               day-1 {last}-{end} talk-2/closing"""


def readings(one: dict[str, object], other: dict[str, object], words: str) -> tuple[list[str], int]:
    forum = forum_of({"sessions": {"talk-1": one, "talk-2": other}, "parties": ADA}, words)
    active, timetable = rule_of(forum, "one-place-per-party", {}), timetable_of(forum, words)
    sentences = [breach.sentence for breach in active.breaches(forum, timetable)]
    return sentences, status_of(pinned(forum, active, timetable))


ASIDE = ([], cp_model.OPTIMAL)
AT_ONCE = "10:00 11:00 12:30 13:00"
AN_HOUR_LATER = "11:00 12:00 13:30 14:00"
HALF_AN_HOUR_LATER = "10:30 11:30 13:00 13:30"


@pytest.mark.parametrize(
    ("one", "other", "second", "at"),
    [
        (duty("opening"), duty("opening"), AT_ONCE, "10:00"),
        (duty("opening"), speaker("opening"), HALF_AN_HOUR_LATER, "10:30"),
        (speaker("closing"), duty("closing"), AT_ONCE, "12:30"),
        (duty("opening"), duty(), AT_ONCE, "10:00"),
        (duty(), duty("closing"), AT_ONCE, "12:30"),
    ],
)
def test_two_segments_at_once_keep_their_officer_from_one(one, other, second, at):
    sentence = f"Ada is needed in talk-1 and in talk-2 at {at} on day-1"
    assert readings(one, other, text(second)) == ([sentence], cp_model.INFEASIBLE)


@pytest.mark.parametrize(
    ("one", "other", "second"),
    [
        (duty("opening"), duty("closing"), AT_ONCE),
        (speaker("opening"), duty("debate"), AT_ONCE),
        (duty("opening"), duty("opening"), AN_HOUR_LATER),
        (duty("opening"), duty(), AN_HOUR_LATER),
    ],
)
def test_the_end_of_a_segment_frees_its_officer(one, other, second):
    assert readings(one, other, text(second)) == ASIDE


def solved(*sessions: dict[str, object]) -> dict[str, str]:
    """Solve talks in two rooms on one day, and say when each begins."""
    overlay = {
        "sessions": {f"talk-{number}": one for number, one in enumerate(sessions, 1)},
        "parties": ADA,
        "days": {"day-1": "2030-01-07"},
    }
    forum = forum_of(overlay)
    clauses = [clause_of(rule, {}, "physical") for rule in (*PHYSICAL, "official-hours")]
    forum = forum.replace(clauses=tuple(clauses))
    found = solve(forum, active_rules(forum)).timetable
    return {place.meeting: forum.clock.words(place.start) for place in found.placements}


def test_the_solver_holds_talks_in_parallel_only_where_their_officer_is_free():
    assert solved(duty("opening"), duty("closing")) == {
        "talk-1": "10:00 on day-1",
        "talk-2": "10:00 on day-1",
    }
    assert solved(duty("opening"), duty("opening")) == {
        "talk-1": "10:00 on day-1",
        "talk-2": "15:00 on day-1",
    }


def test_minutes_are_divided_so_that_an_officer_can_be_in_both():
    """The first debate ends early enough for its closing to be over before the second one begins."""
    free = {"segment": "rest", "title": "Rest"}
    first = {
        "segments": [{**DEBATE, "segment": "report", "title": "Report"}, free],
        "duties": [{"role": "reports", "party": "ada", "segment": "report"}],
    }
    second = {
        "segments": [free, {**DEBATE, "segment": "report", "title": "Report"}],
        "duties": [{"role": "reports", "party": "ada", "segment": "report"}],
    }
    assert solved(first, second) == {"talk-1": "10:00 on day-1", "talk-2": "10:00 on day-1"}
