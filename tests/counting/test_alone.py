"""Meetings that cannot be held even if there were no others."""

from scheduler.domain.clause import Clause
from tests.counting.narrow import (
    EGYPT,
    chairs,
    forum_with,
    found,
    ids,
    the_one,
    within,
)


def test_a_meeting_longer_than_every_window():
    overlay = {"sessions": {"round-table-1": {"minutes": 200}, "plenary": {}}}
    one = the_one(forum_with(overlay, within("day-1", "day-2 morning")))
    assert (one.lacking, one.subjects) == ("window", ("round-table-1",))
    assert (ids(one.clauses), ids(one.given)) == ([], ["official-hours"])
    assert one.sentence == (
        "round-table-1 cannot be held: 200 minutes are more than any window has: day-1 morning, day-1 "
        "afternoon, day-2 morning and day-2 afternoon, 180 minutes at most (official-hours, paragraph 1)."
    )


def test_of_many_windows_the_first_are_named():
    overlay = {"sessions": {"plenary": {"minutes": 181, "description": "day-3 day-4"}}}
    sentence = the_one(forum_with(overlay)).sentence
    assert "day-3 morning, day-3 afternoon and 2 more, 180 minutes at most" in sentence


def test_a_meeting_without_any_window_names_who_is_absent():
    overlay = {
        "sessions": chairs("round-table-1", "round-table-2", "round-table-3"),
        "parties": [{**EGYPT, "unavailable": ["until day-1 16:00", "day-2 afternoon"]}],
    }
    one, other = found(forum_with(overlay, within("day-1 10:00-15:30", session="round-table-1")))
    assert one.lacking == "window"
    assert (ids(one.clauses), ids(one.given)) == (["within"], ["party-available"])
    assert one.sentence == (
        "round-table-1 cannot be held: no window is left (within, paragraph 1; Egypt, who is needed in "
        "round-table-1, is unavailable until day-1 16:00 and on day-2 afternoon)."
    )
    assert (other.lacking, other.subjects) == ("party", ("round-table-2", "round-table-3", "egypt"))


def test_a_meeting_longer_than_a_day_needs_no_clause():
    forum = forum_with({"sessions": {"plenary": {"minutes": 1500}}})
    forum = forum.replace(clauses=forum.clauses[:-1])
    assert the_one(forum).sentence == (
        "plenary cannot be held: 1500 minutes are more than any window has: day-1 and day-2, "
        "1440 minutes at most."
    )


def test_a_window_up_to_midnight():
    forum = forum_with({"sessions": {"plenary": {}}}, within("from day-1 22:00", session="plenary"))
    forum = forum.replace(clauses=forum.clauses[:-1])
    assert found(forum) == ()
    late = forum_with({"sessions": {"plenary": {}}}, within("day-1 22:00-24:00", session="plenary"))
    assert "day-1 22:00-24:00, 120 minutes" in the_one(late.replace(clauses=late.clauses[:-1])).sentence


def test_meetings_that_lack_a_room_say_what_each_room_lacks():
    overlay = {
        "sessions": {"plenary": {"meetings": 2, "features": ["stage"], "seats": 300}},
        "rooms": {
            "hall": {"features": ["stage"], "seats": 20, "seats-certainty": "high"},
            "annex": {"seats": 200},
            "attic": {"features": ["stage"], "seats": 300},
        },
        "closures": [
            {"room": "attic", "window": "day-1", "because": "works"},
            {"room": "attic", "window": "from day-2 12:00"},
            {"room": "hall", "window": "day-1"},
            {"room": "attic", "window": "until day-2 09:00"},
        ],
    }
    one = the_one(forum_with(overlay))
    assert one.lacking == "room"
    assert one.subjects == ("plenary-1", "plenary-2")
    assert (ids(one.clauses), ids(one.given)) == ([], ["room-open", "room-fits", "official-hours"])
    assert one.sentence == (
        "plenary (1 of 2) and plenary (2 of 2) cannot be held: there is no room within day-1 morning, day-1 "
        "afternoon, day-2 morning and day-2 afternoon (official-hours, paragraph 1): hall has 20 seats, "
        "where 300 are needed; annex has no stage and has 200 seats (an assumption), where 300 are needed; "
        "attic is closed on day-1 (works), is closed from day-2 12:00 and is closed until day-2 09:00."
    )


def test_a_room_may_be_lacking_on_every_day():
    one = the_one(forum_with({"sessions": {"plenary": {"features": ["stage"]}}}))
    assert one.sentence == (
        "plenary cannot be held: there is no room on any day: hall has no stage; annex has no stage."
    )
    none = forum_with({"sessions": {"plenary": {}}}).replace(rooms=())
    assert the_one(none).sentence == (
        "plenary cannot be held: there is no room on any day: no room is open to the forum."
    )


def test_a_room_may_be_ruled_out_by_clauses():
    forum = forum_with(
        {"sessions": {"plenary": {}}, "closures": [{"room": "hall", "window": "day-2 15:00-15:30"}]},
        within("day-2 morning", session="plenary"),
        ("in-room", {"sessions": {"session": "plenary"}, "rooms": ["hall"]}),
        ("not-in", {"what": {"session": "plenary"}, "rooms": ["hall"], "windows": ["day-2 12:00-13:00"]}),
    )
    one = the_one(forum)
    assert ids(one.clauses) == ["within", "in-room", "not-in", "official-hours"][:3]
    assert one.sentence == (
        "plenary cannot be held: there is no room within day-2 morning (within, paragraph 1): hall is ruled "
        "out by not-in, paragraph 1; annex is ruled out by in-room, paragraph 1."
    )


def test_a_pin_that_is_banned_has_no_room():
    overlay = {"sessions": {"plenary": {}}, "release": "day-1 10:00-13:00 hall plenary"}
    what = {"what": {"session": "plenary"}}
    one = the_one(forum_with(overlay, ("stays-as-released", what), ("not-as-released", what)))
    assert ids(one.clauses) == ["stays-as-released", "not-as-released"]
    assert "hall is ruled out by not-as-released, paragraph 1" in one.sentence


def test_clauses_without_a_paragraph_cite_none():
    clause = Clause(clause="ours", tier="practice", says="So.", rule="within", mandate="forum",
                    options=within("day-1 10:00-11:00", session="plenary")[1])  # fmt: skip
    forum = forum_with({"sessions": {"plenary": {}}})
    one = the_one(forum.replace(clauses=(*forum.clauses, clause)))
    assert one.sentence.endswith("day-1 10:00-11:00, 60 minutes at most (ours).")
