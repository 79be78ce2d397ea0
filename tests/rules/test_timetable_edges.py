"""What rules on timetables say at their edges: open points, options that contradict themselves."""

import pytest
from ortools.sat.python import cp_model
from pydantic import ValidationError

from scheduler.domain.timetable import Placement, arranged
from scheduler.rules import find_rule
from tests.mini import forum_of, rule_of, timetable_of
from tests.rules.data_rules import opens_of
from tests.rules.pinned import pinned, price_of, status_of

HALL = "day-1 10:00-13:00 hall round-table-1"


def found(rule, overlay, text, options=None):
    forum = forum_of(overlay, text, options=options)
    active = rule_of(forum, rule, options)
    judged = active.breaches if hasattr(active, "breaches") else active.charges
    return [one.sentence for one in judged(forum, timetable_of(forum, text))]


def test_an_agenda_that_is_not_decided_is_open():
    assert opens_of("agenda", {"sessions": {"hearing": {}, "plenary": {"segments": []}}}) == [
        "the agenda of hearing is not decided",
        "the agenda of plenary is not decided",
    ]


def test_an_agenda_that_the_file_does_not_carry_is_not_judged():
    part = {"segment": "all", "title": "All", "minutes": 60}
    assert found("agenda", {"sessions": {"round-table-1": {"segments": [part]}}}, HALL) == []


def test_gaps_short_segments_and_breaks_are_each_said():
    parts = [
        {"segment": "opening", "title": "Opening", "minutes": 60},
        {"segment": "debate", "title": "Debate", "shortest": 60},
    ]
    overlay = {"sessions": {"plenary": {"meetings": 2, "segments": parts}}}
    text = """day-1 10:00-13:00 hall plenary-1
              day-1 15:00-18:00 hall plenary-2
              day-1 10:00-10:30 plenary/opening
              day-1 11:00-13:00 plenary/debate
              day-1 15:00-18:00 plenary/debate"""
    assert found("agenda", overlay, text) == [
        "the agenda of plenary (1 of 2) has a gap or an overlap at 10:30 on day-1",
        "Opening of plenary lasts 30 minutes; it lasts 60 at least",
        "Debate of plenary goes on after a break; its data does not allow that",
    ]


def test_a_meeting_outside_the_days_or_past_midnight_has_no_place():
    forum = forum_of({"sessions": {"round-table-1": {}, "round-table-2": {}}})
    places = [
        Placement(meeting="round-table-1", room="hall", start=-600, end=-420),
        Placement(meeting="round-table-2", room="hall", start=1400, end=1580),
    ]
    sentences = [one.sentence for one in rule_of(forum, "placed").breaches(forum, arranged(places))]
    assert sentences == [
        "round-table-1 is held at 14:00 on 2030-01-06, which is no day of the forum",
        "round-table-2 begins at 23:20 on day-1 and goes on past midnight",
    ]


def test_who_reports_is_open_while_nobody_is_appointed():
    assert opens_of("represented", {"sessions": {"round-table-1": {}, "policy-debate": {}}}) == [
        "the agenda of policy-debate has no summaries yet",
        "no co-chair of round-table-1 has been appointed",
    ]


def test_who_is_not_appointed_yet_may_be_free():
    """The only co-chair who is known is away; the other one may be there."""
    agenda = [
        {"segment": "summaries", "title": "Summaries", "minutes": 30},
        {"segment": "discussion", "title": "Discussion", "shortest": 60},
    ]
    options = find_rule("represented").OPTIONS
    text = """day-1 10:00-13:00 hall round-table-1
              day-2 15:00-18:00 hall policy-debate
              day-2 15:00-15:30 policy-debate/summaries
              day-2 15:30-18:00 policy-debate/discussion"""

    def read(*duties):
        sessions = {"round-table-1": {"duties": duties}, "policy-debate": {"segments": agenda}}
        away = {"party": "egypt", "name": "Egypt", "kind": "member-state", "unavailable": ["day-2"]}
        overlay = {"sessions": sessions, "parties": [away]}
        forum = forum_of(overlay, text, options=options)
        active, timetable = rule_of(forum, "represented", options), timetable_of(forum, text)
        return (
            [one.sentence for one in active.breaches(forum, timetable)],
            [one.sentence for one in active.opens(forum)],
            status_of(pinned(forum, active, timetable)),
        )

    egypt = {"role": "co-chair", "party": "egypt"}
    absent = "no co-chair of round-table-1 is free for Summaries of policy-debate at 15:00 on day-2"
    assert read(egypt) == ([absent], [], cp_model.INFEASIBLE)
    assert read(egypt, {"role": "keynote"}) == ([absent], [], cp_model.INFEASIBLE)
    undecided = "not every co-chair of round-table-1 is appointed yet"
    assert read(egypt, {"role": "co-chair"}) == ([], [undecided], cp_model.OPTIMAL)


def test_nobody_has_to_be_free_for_an_agenda_that_is_not_decided():
    overlay = {"sessions": {"policy-debate": {}, "round-table-1": {}}}
    options = find_rule("represented").OPTIONS
    forum = forum_of(overlay, options=options)
    active = rule_of(forum, "represented")
    assert list(active.breaches(forum, arranged([]))) == []


def test_seats_that_nobody_has_said_are_open():
    overlay = {"sessions": {"round-table-1": {"seats": 100}}, "rooms": {"hall": {"seats": 50}}}
    assert opens_of("room-fits", overlay) == ["nobody has said how many seats annex has"]
    assert opens_of("room-fits", {"sessions": {"round-table-1": {}}}) == []


def test_a_room_that_is_not_open_to_the_forum_is_a_breach():
    forum = forum_of({}, HALL)
    place = Placement(meeting="round-table-1", room="attic", start=600, end=780)
    sentences = [one.sentence for one in rule_of(forum, "room-open").breaches(forum, arranged([place]))]
    assert sentences == ["round-table-1 is held in attic, a room that is not open to this forum"]


@pytest.mark.parametrize(
    "options", [{}, {"sessions": {"kind": "round-table"}, "pairs": [["round-table-1", "round-table-1"]]}]
)
def test_never_together_wants_sessions_or_pairs(options):
    forum = forum_of({}, HALL)
    with pytest.raises(ValidationError, match="name either sessions or pairs"):
        rule_of(forum, "never-together", options)


def test_pairs_are_never_together():
    text = HALL + "\nday-1 10:00-13:00 annex round-table-2\nday-1 10:00-13:00 attic round-table-3"
    options = {"pairs": [["round-table-3", "round-table-1"]]}
    assert found("never-together", {}, text, options) == [
        "round-table-3 and round-table-1 are held at once at 10:00 on day-1"
    ]


def test_numbers_of_another_kind_are_not_compared():
    text = "day-1 10:00-13:00 hall panel-2\nday-1 15:00-18:00 hall round-table-1"
    assert found("numbered-order", {}, text, {}) == []


@pytest.mark.parametrize(
    ("what", "text", "sentence"),
    [
        ("room", "day-1 10:00-13:00 annex plenary", "plenary moves from hall to annex: another room"),
        (
            "place",
            "day-1 10:00-13:00 annex plenary",
            "plenary moves from hall at 10:00 on day-1 to annex at 10:00 on day-1: another place",
        ),
        (
            "day",
            "day-2 10:00-13:00 hall plenary",
            "plenary moves from hall at 10:00 on day-1 to hall at 10:00 on day-2: another day",
        ),
        (
            "segments",
            "day-2 10:00-13:00 hall plenary\nday-2 10:00-11:00 plenary/opening\n"
            "day-2 11:00-13:00 plenary/debate",
            "Opening of plenary moves to minutes 0-60 of the session; it was at 0-30",
        ),
        (
            "segments",
            "day-2 10:00-13:00 hall plenary\nday-2 10:00-13:00 plenary/debate",
            "Opening of plenary is left out; it was at 0-30",
        ),
    ],
)
def test_a_move_is_told(what, text, sentence):
    rule = find_rule("keep-to-release")
    assert found("keep-to-release", rule.FORUM, text, {"what": what})[0] == sentence


def test_without_a_release_nothing_moves():
    forum = forum_of({}, HALL)
    active = rule_of(forum, "keep-to-release")
    timetable = timetable_of(forum, HALL)
    assert list(active.charges(forum, timetable)) == []
    assert price_of(pinned(forum, active, timetable), "keep-to-release") == 0


def test_a_release_in_a_room_that_is_no_more_is_left():
    rule = find_rule("keep-to-release")
    text = "day-1 10:00-13:00 hall plenary"
    forum = forum_of(rule.FORUM, text, options={"what": "place"})
    forum = forum.replace(rooms=forum.rooms[1:])
    active = rule_of(forum, "keep-to-release", {"what": "place"})
    moved = timetable_of(forum, "day-1 10:00-13:00 annex plenary")
    assert price_of(pinned(forum, active, moved), "keep-to-release") == 1
    assert sum(charge.price for charge in active.charges(forum, moved)) == 1


def test_an_unknown_rule_is_refused_with_what_it_may_be():
    with pytest.raises(ValueError, match=r"there is no rule 'befor'\. Maybe before"):
        find_rule("befor")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({}, "name a kind or a session"),
        ("plenary", "'plenary' selects no session"),
        ({"kind": "plenery"}, "there is no kind 'plenery'. Maybe plenary"),
    ],
)
def test_selections_that_select_nothing_are_refused(words, sentence):
    forum = forum_of({"sessions": {"plenary": {}}})
    with pytest.raises(ValidationError, match=sentence):
        rule_of(forum, "exclusive", {"sessions": words})


def test_selections_say_what_they_select():
    forum = forum_of({"sessions": {"plenary": {}, "hearing": {}}})
    for words, said in (
        ("all", "all sessions"),
        ({"kind": "plenary", "session": "hearing"}, "plenary and hearing"),
    ):
        assert rule_of(forum, "exclusive", {"sessions": words}).options.sessions.words == said


def test_segments_of_a_cancelled_meeting_are_not_missed():
    parts = [
        {"segment": "opening", "title": "Opening", "shortest": 30},
        {"segment": "debate", "title": "Debate", "shortest": 60, "over-breaks": True},
    ]
    text = """day-1 10:00-13:00 hall plenary-1
              day-1 15:00-18:00 hall plenary-2
              day-1 10:00-10:30 plenary/opening
              day-1 10:30-13:00 plenary/debate
              day-1 15:00-18:00 plenary/debate"""
    before = forum_of({"sessions": {"plenary": {"meetings": 2, "segments": parts}}, "release": text})
    shorter = (
        "day-1 10:00-13:00 hall plenary\nday-1 10:00-10:30 plenary/opening\nday-1 10:30-13:00 plenary/debate"
    )
    now = forum_of({"sessions": {"plenary": {"segments": parts}}}, shorter).replace(release=before.release)
    active = rule_of(now, "keep-to-release", {"what": "segments"})
    assert list(active.charges(now, timetable_of(now, shorter))) == []


def test_a_room_of_the_venue_has_its_name_though_it_is_not_open():
    forum = forum_of({"rooms": {"attic": {"name": "Attic Room"}}}, HALL)
    forum = forum.replace(rooms=tuple(room for room in forum.rooms if room.room != "attic"))
    place = Placement(meeting="round-table-1", room="attic", start=600, end=780)
    sentences = [one.sentence for one in rule_of(forum, "room-open").breaches(forum, arranged([place]))]
    assert sentences == ["round-table-1 is held in Attic Room, a room that is not open to this forum"]


@pytest.mark.parametrize(
    ("rule", "kind", "sentence"),
    [
        ("weekdays", "holiday", "round-table-1 is held at 10:00 on 2030-01-12, a Saturday"),
        ("holidays", "holiday", "round-table-1 is held on 2030-01-12, which is Founders' Day"),
        ("avoid-days", "avoid", "round-table-1 is held on 2030-01-12, which is Founders' Day"),
    ],
)
def test_a_date_outside_the_forum_is_said_once(rule, kind, sentence):
    forum = forum_of({"holidays": [{"date": "2030-01-12", "name": "Founders' Day", "kind": kind}]}, HALL)
    start = 5 * 24 * 60 + 600
    timetable = arranged([Placement(meeting="round-table-1", room="hall", start=start, end=start + 180)])
    active = rule_of(forum, rule, {})
    judged = active.charges if rule == "avoid-days" else active.breaches
    assert [one.sentence for one in judged(forum, timetable)] == [sentence]


EVENING = [
    {"name": "morning", "start": "10:00", "end": "13:00"},
    {"name": "afternoon", "start": "15:00", "end": "18:00"},
    {"name": "evening", "start": "18:30", "end": "21:30", "extra": True},
]


@pytest.mark.parametrize(
    ("rule", "options", "second"),
    [
        ("fills-day", {"sessions": {"kind": "hearing"}, "day": "day-1"}, "day-1 15:00-18:00"),
        ("consecutive", {"sessions": {"kind": "hearing"}}, "day-2 10:00-13:00"),
        ("official-hours", {"sessions": {"kind": "hearing"}}, "day-1 18:30-21:30"),
    ],
)
def test_an_extra_period_may_be_used_and_need_not_be(rule, options, second):
    first = "day-1 15:00-18:00" if second.startswith("day-2") else "day-1 10:00-13:00"
    overlay = {"periods": EVENING, "sessions": {"hearing": {"meetings": 2}}}
    text = f"{first} hall hearing-1\n{second} hall hearing-2"
    assert found(rule, overlay, text, options) == []
    forum = forum_of({"periods": EVENING, "sessions": {"hearing": {"meetings": 2}}}, text, options=options)
    board = pinned(forum, rule_of(forum, rule, options), timetable_of(forum, text))
    assert status_of(board) == cp_model.OPTIMAL
