"""What is offered as a relaxation: each sort where it concerns something, and only there."""

import pytest

from scheduler.domain.edits import Shortened
from scheduler.solving.relaxing.officers import Irreplaceable, irreplaceable
from scheduler.solving.relaxing.relaxations import broken_practices, relaxed
from tests.mini import clause_of
from tests.solving.relaxing.impossible import made, offered
from tests.solving.test_contradiction import pin

ALONE = {"sessions": {"round-table-1": {}}}


def said(forum):
    return {one.name: one.sentence for one in offered(forum)}


def names(forum, sort):
    return [one.name for one in offered(forum) if one.sort == sort]


def test_rooms_that_are_not_open_and_fit_something_are_offered_once_for_those_that_are_alike():
    rooms = {name: {} for name in ("hall", "annex", "cellar", "attic")} | {"attic": {"seats": 20}}
    forum = made({"sessions": {"round-table-1": {}, "round-table-2": {"seats": 50}}, "rooms": rooms})
    found = {one.name: one for one in offered(forum) if one.sort == "open-room"}
    assert [*found] == ["open-room annex", "open-room attic", "open-room cellar"]
    assert found["open-room annex"].sentence == "Open annex to the forum."
    assert found["open-room cellar"].behind == "open-room annex"
    assert {one.price for one in found.values()} == {2}
    assert names(made({"sessions": {"round-table-2": {"seats": 50}}}), "open-room") == ["open-room annex"]


def test_no_more_rooms_alike_are_offered_than_there_are_meetings():
    rooms = {f"room-{number}": {} for number in range(1, 5)}
    assert names(made({**ALONE, "rooms": rooms}), "open-room") == ["open-room annex"]


def test_a_closure_of_an_open_room_is_offered():
    closures = [
        {"room": "hall", "window": "day-1 morning", "because": "taken."},
        {"room": "hall", "window": "from day-2 12:00"},
        {"room": "annex", "window": "day-1"},
    ]
    found = said(made({**ALONE, "closures": closures}))
    closed = {name: sentence for name, sentence in found.items() if name.startswith("reopen-room")}
    assert closed == {
        "reopen-room hall day-1 morning taken.": (
            "Have hall also on day-1 morning, when it is closed now (taken)."
        ),
        "reopen-room hall from day-2 12:00": "Have hall also from day-2 12:00, when it is closed now.",
    }


def test_a_pin_and_a_practice_are_offered_and_a_mandate_is_not():
    forum = made(ALONE, ["within"], ["never-together"], [pin("at", "round-table-1", windows=["day-1"])])
    found = said(forum)
    assert (
        found["drop-pin pins/at-round-table-1"] == "Drop the pin at-round-table-1: round-table-1 is pinned."
    )
    assert (
        found["set-aside never-together"]
        == "Set aside the practice never-together: A promise of the example."
    )
    assert names(forum, "set-aside") == ["set-aside never-together", "set-aside official-hours"]
    assert not any("within" in name for name in found)


@pytest.mark.parametrize(
    ("session", "lengths", "sentence"),
    [
        ({}, (90,), "Shorten round-table-1 to 90 minutes instead of 180."),
        ({"minutes": 45}, (25,), "Shorten round-table-1 to 25 minutes instead of 45."),
        (
            {"meetings": 2, "minutes": [180, 60]},
            (90, 30),
            "Shorten round-table-1 to 90 and 30 minutes instead of 180 and 60.",
        ),
        (
            {"segments": [{"segment": "talk", "title": "Talk", "shortest": 112}]},
            (115,),
            "Shorten round-table-1 to 115 minutes instead of 180.",
        ),
    ],
)
def test_sessions_are_shortened_as_far_as_their_agendas_allow(session, lengths, sentence):
    forum = made({"sessions": {"round-table-1": session}})
    (one,) = (one for one in offered(forum) if one.sort == "shorten")
    assert one.edits == (Shortened("round-table-1", lengths),)
    assert one.sentence == sentence
    assert one.widening == (session.get("meetings", 1) == 1 and "segments" not in session)


def test_a_kind_is_shortened_together_and_what_cannot_be_is_left_alone():
    whole = [{"segment": "talk", "title": "Talk", "minutes": 180}]
    sessions = {
        "round-table-1": {},
        "round-table-2": {"minutes": 60},
        "round-table-3": {"segments": whole},
        "round-table-4": {},
        "hearing": {"minutes": 5},
        "plenary": {"segments": whole},
    }
    (one,) = (one for one in offered(made({"sessions": sessions})) if one.sort == "shorten")
    assert one.name == "shorten round-table"
    assert one.sentence == (
        "Shorten round-table-1 and round-table-4 to 90 minutes instead of 180; and round-table-2 to 30 "
        "minutes instead of 60."
    )
    assert one.widening


def test_what_a_rule_wants_long_is_not_always_easier_when_it_is_short():
    forum = made({"sessions": {"plenary": {}, "round-table-1": {}}}, ["fills-day"])
    found = {one.name: one.widening for one in offered(forum) if one.sort == "shorten"}
    assert found == {"shorten plenary": False, "shorten round-table": True}
    spared = {one.name: one.widening for one in offered(forum.replace(spared=("in-room",)))}
    assert not spared["shorten round-table"]


@pytest.mark.parametrize(
    ("teams", "sentence"),
    [
        (0, "Have 1 interpretation team for this forum instead of none."),
        (1, "Have 2 interpretation teams for this forum instead of 1."),
    ],
)
def test_a_team_more_is_offered_where_teams_count(teams, sentence):
    interpreted = {"sessions": {"plenary": {"interpretation": True}}, "interpretation": {"teams": teams}}
    found = said(made(interpreted, practices=["interpretation-teams"]))
    assert found[f"interpretation-team {teams + 1}"] == sentence
    assert not names(made(interpreted), "interpretation-team")
    assert not names(made(ALONE, practices=["interpretation-teams"]), "interpretation-team")


def period(name, start, end):
    return {"name": name, "start": start, "end": end}


def test_an_evening_is_offered_after_the_last_period():
    assert said(made(ALONE))["evening 18:30-21:30"] == (
        "Meet in the evening too: the official hours have the period evening as well, 18:30-21:30."
    )
    late = made(
        {**ALONE, "periods": [period("morning", "10:00", "13:00"), period("evening", "17:00", "20:00")]}
    )
    assert "the period evening-2 as well, 20:30-23:30" in said(late)["evening 20:30-23:30"]
    assert not names(made({**ALONE, "periods": [period("all-day", "10:00", "20:30")]}), "evening")
    back = {"timezone": "America/Asuncion", "days": {"day-1": "2024-03-23"}}
    assert not names(made({**ALONE, **back, "periods": [period("all-day", "10:00", "20:00")]}), "evening")
    without = made(ALONE)
    others = tuple(one for one in without.clauses if one.rule != "official-hours")
    assert not names(without.replace(clauses=others), "evening")


def test_an_evening_only_ever_adds_places():
    for rules in ((), ("consecutive",), ("never-together",)):
        forum = made(ALONE, practices=rules)
        (evening,) = (one for one in offered(forum) if one.sort == "evening")
        assert evening.widening
        changed, _ = relaxed(forum, [evening])
        assert changed.clock.periods[-1].extra
        assert changed.clock.regular_periods == forum.clock.periods


MANY = clause_of("so-many", {"sessions": {"kind": "round-table"}, "exactly": 2}, "practice")
"""Two round tables, whatever the forum has."""


def fits(sessions):
    return [one for one in offered(made({"sessions": sessions})) if "to-fit" in one.of]


def test_what_is_longer_than_every_window_is_shortened_to_the_longest_that_fits():
    hearing = {"meetings": 2, "minutes": [240, 60]}
    sessions = {"round-table-1": {}, "round-table-2": {"minutes": 240}}
    hearings, tables = fits({**sessions, "hearing": hearing})
    assert tables.name == "shorten round-table to-fit"
    assert tables.edits == (Shortened("round-table-2", (180,)),)
    assert tables.sentence == "Shorten round-table-2 to 180 minutes instead of 240."
    assert (tables.price, tables.widening) == (4, True)
    assert hearings.edits == (Shortened("hearing", (180, 60)),)
    whole = offered(made({"sessions": sessions}))
    assert [one.of for one in whole if one.sort == "shorten"] == [("round-table", "to-fit"), ("round-table",)]


def test_windows_of_clauses_count_and_their_common_part():
    within = clause_of("within", {"sessions": {"kind": "round-table"}, "windows": ["day-1 11:00-16:00"]})
    forum = made({"sessions": {"round-table-1": {}, "plenary": {}}})
    found = offered(forum.replace(clauses=(*forum.clauses, within)))
    assert [one.edits for one in found if "to-fit" in one.of] == [(Shortened("round-table-1", (120,)),)]


@pytest.mark.parametrize(
    ("session", "windows"),
    [
        ({"segments": [{"segment": "talk", "title": "Talk", "minutes": 240}], "minutes": 240}, ["day-1"]),
        ({"minutes": 360}, ["day-1"]),
        ({"minutes": 240}, ["day-1 13:00-15:00"]),
    ],
    ids=["its agenda does not allow it", "half is as long as fits", "nothing fits"],
)
def test_what_cannot_be_made_to_fit_is_not_offered(session, windows):
    forum = made({"sessions": {"round-table-1": session}})
    within = clause_of("within", {"sessions": {"kind": "round-table"}, "windows": windows})
    assert not [one for one in offered(forum.replace(clauses=(*forum.clauses, within))) if "to-fit" in one.of]


def test_of_two_lengths_the_shorter_one_counts():
    forum = made({"sessions": {"round-table-1": {"minutes": 240}}})
    both = [one for one in offered(forum) if one.sort == "shorten"]
    for some in (both, both[::-1]):
        (session,) = relaxed(forum, some)[0].sessions
        assert session.lengths == (120,)
    assert len(both) == 2


def test_a_practice_that_the_data_breaks_is_offered_with_what_breaks_it():
    forum = made(ALONE)
    forum = forum.replace(clauses=(*forum.clauses, MANY))
    (one,) = (one for one in offered(forum) if one.of == ("so-many",))
    assert one.sentence == (
        "Set aside the practice so-many: A promise of the example. The forum's own data breaks it: "
        "sessions of round-table: 1 (round-table-1); exactly 2 needed."
    )
    assert broken_practices(*relaxed(forum, ()))
    assert not broken_practices(*relaxed(forum, [one]))
    assert not broken_practices(forum.replace(spared=("so-many",)), relaxed(forum, ())[1])
    assert "set-aside so-many" not in said(made(ALONE))
    two = made({"sessions": {"round-table-1": {}, "round-table-2": {}}})
    assert "set-aside so-many" not in said(two.replace(clauses=(*two.clauses, MANY)))


def test_the_hours_are_the_last_resort():
    last = [one.name for one in offered(made(ALONE, practices=["never-together"])) if one.last]
    assert last == ["set-aside official-hours"]


@pytest.mark.parametrize("paragraph", ["23", ""])
def test_an_officer_whom_a_clause_names_cannot_be_replaced(paragraph):
    duties = [{"role": "facilitator", "party": "egypt"}, {"role": "keynote", "party": "germany"}]
    parties = [{"party": name, "name": name.title(), "kind": "member-state"} for name in ("egypt", "germany")]
    forum = made({"sessions": {"plenary": {"duties": duties}}, "parties": parties})
    options = {"sessions": {"session": "plenary"}, "role": "facilitator", "party": "egypt"}
    clause = clause_of("officiates", options).replace(paragraph=paragraph)
    forum = forum.replace(clauses=(*forum.clauses, clause))
    cited = "officiates, paragraph 23" if paragraph else "officiates"
    assert [*irreplaceable(forum, relaxed(forum, ())[1])] == [
        Irreplaceable(
            "egypt",
            f"Egypt cannot be replaced as facilitator of plenary: {cited}: A promise of the example",
        )
    ]
