"""What is shortened keeps time for whoever is needed in a segment, and a question its start."""

import pytest

from scheduler.domain.clause import Clause
from scheduler.rules import active_rules
from scheduler.solving.explaining.begins_at import BeginsAt
from scheduler.solving.explaining.lifting import lifted
from scheduler.solving.explaining.members import members_of
from scheduler.solving.explaining.shortening import Shortening
from tests.explaining.stages import EGYPT, found, names, pin, staged
from tests.mini import timetable_of

PARTIES = [{**EGYPT, "unavailable": ["day-1", "day-2"]}]
OPENING = {"segment": "opening", "title": "Opening", "minutes": 30, "speakers": ["egypt"]}
DEBATE = {"segment": "debate", "title": "Debate", "over-breaks": True}
CLOSING = {**OPENING, "segment": "closing", "title": "Closing"}
CLAUSE = Clause(clause="q/a", tier="physical", says="There.", rule="held-in", mandate="q", options={})
TWO_DAYS = {"days": {"day-1": "2030-01-07", "day-2": "2030-01-08"}}


def plenary(*segments, meetings=1, clauses=(), **more):
    overlay = {"sessions": {"plenary": {"meetings": meetings, "minutes": 180, "segments": [*segments]}}}
    return staged({**overlay, **TWO_DAYS, "parties": PARTIES, **more}, *clauses)


def shortening(forum, *more):
    return Shortening(forum, (*active_rules(forum), *more)), forum.session_by_id["plenary"]


def kept(forum, *more):
    short, session = shortening(forum, *more)
    return [one.segment for one in short.kept(session)]


@pytest.mark.parametrize("segments", [(OPENING, DEBATE), (DEBATE, CLOSING)])
@pytest.mark.parametrize("meetings", [1, 2])
def test_lengths_and_agendas_cure_no_absence_in_a_segment(segments, meetings):
    forum = plenary(*segments, meetings=meetings)
    assert names(found(forum)) == [{"duties egypt", "absence egypt"}]


def test_of_one_meeting_the_segment_that_needs_most_is_kept():
    second = {**OPENING, "segment": "second", "speakers": ["egypt", "peru"]}
    peru = {"party": "peru", "name": "Peru", "kind": "member-state"}
    assert kept(plenary(OPENING, second, parties=[*PARTIES, peru])) == ["second"]
    assert kept(plenary(DEBATE)) == []


def test_of_several_meetings_the_first_and_the_last_are_kept():
    middle = {**OPENING, "segment": "middle"}
    assert kept(plenary(OPENING, DEBATE, middle, CLOSING, meetings=2)) == ["opening", "closing"]
    split = {**CLOSING, "over-breaks": True}
    assert kept(plenary(OPENING, split, meetings=2)) == ["opening"]
    assert kept(plenary(meetings=2)) == []


def test_a_segment_of_no_minutes_keeps_none():
    assert kept(plenary({**OPENING, "minutes": 1}, DEBATE)) == []


def test_where_a_meeting_is_held_nobody_is_needed():
    forum = plenary(OPENING, DEBATE, release="day-1 10:00-13:00 hall plenary")
    assert kept(forum) == ["opening"]
    assert kept(forum, BeginsAt(CLAUSE, "plenary", 600)) == []
    assert kept(forum.replace(spared=("x",))) == []
    pinned = plenary(
        OPENING,
        DEBATE,
        release="day-1 10:00-13:00 hall plenary",
        clauses=[pin("stays-as-released", "plenary")],
    )
    assert kept(pinned) == []


@pytest.mark.parametrize("minutes", [2, 10, 20, 30, 100])
def test_what_is_kept_fits_into_every_place_of_the_whole(minutes):
    """A segment is longer than a short meeting by what is kept: some place of the grid has that much."""
    short, session = shortening(plenary({**OPENING, "minutes": minutes}, DEBATE))
    part = next(one for one in short.freed(session, short=True) if one.segment == "opening").shortest
    alone = next(one for one in short.freed(session, short=False) if one.segment == "opening").shortest
    assert 0 < part <= short.minutes(session) <= short.least
    assert part + short.minutes(session) <= alone <= minutes


def test_a_question_holds_the_start_whatever_the_length():
    forum = plenary(DEBATE)
    rule = BeginsAt(CLAUSE, "plenary", 607, "hall")
    question = lifted(forum, [*active_rules(forum), rule], members_of(forum, active_rules(forum)))
    assert [one.name() for one in question.rules].count(rule.name()) == 1
    assert "short-meetings" not in {one.clause.clause for one in question.rules}
    assert list(rule.lengths(forum)) == [607]


def test_a_question_judges_where_the_meeting_is():
    forum = plenary(DEBATE)
    placed = timetable_of(forum, "day-1 10:00-13:00 hall plenary")
    start = placed.placements[0].start
    for at, room, broken in ((start, None, 0), (start, "hall", 0), (start, "annex", 1), (start + 1, None, 1)):
        rule = BeginsAt(CLAUSE, "plenary", at, room)
        assert len(list(rule.breaches(forum, placed))) == broken
    assert list(BeginsAt(CLAUSE, "plenary", 0).breaches(forum, timetable_of(forum, ""))) == []
