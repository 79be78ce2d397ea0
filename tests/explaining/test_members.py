"""What counts as a member, what is background, and how each is said."""

import pytest

from scheduler.domain.listed import listed
from scheduler.rules import active_rules
from scheduler.solving.explaining.lifting import OnAGrid, lifted
from scheduler.solving.explaining.member_words import background_sentences, member_sentence
from scheduler.solving.explaining.members import Member, days_with_the_same_rooms, is_background, members_of
from scheduler.solving.explaining.shortening import shortest
from tests.explaining.stages import EGYPT, TABLE, TABLES, found, names, of, pin, staged
from tests.mini import rule_of, timetable_of

DUTIES = {"duties": [{"role": "co-chair", "party": "egypt"}, {"role": "keynote", "party": "nobody"}]}
OVERLAY = {
    "sessions": {
        "round-table-1": {**DUTIES, "features": ["stage"], "setup": 30},
        "round-table-2": {**DUTIES, "minutes": 90},
        "plenary": {
            "meetings": 2,
            "seats": 50,
            "segments": [
                {"segment": "opening", "title": "Opening", "minutes": 30, "speakers": ["egypt"]},
                {"segment": "debate", "title": "Debate", "over-breaks": True},
            ],
        },
        "talk": {"segments": [{"segment": "all", "title": "All"}]},
        "hearing": {"segments": [{"segment": "all", "title": "All", "shortest": 60, "longest": 180}]},
    },
    "parties": [{**EGYPT, "unavailable": ["day-1 morning", "until day-1 12:00"]}],
    "closures": [
        {"room": "hall", "window": "day-1", "because": "works"},
        {"room": "annex", "window": "day-2 morning"},
        {"room": "hall", "window": "from day-3 16:00"},
        {"room": "annex", "window": "day-4"},
        {"room": "hall", "window": "day-4"},
    ],
}
FORUM = staged(
    OVERLAY,
    of("weekdays", tier="practice"),
    of("within", sessions="all", windows=["day-1"]),
    pin("held-in", "talk", rooms=["hall"]),
    of("fewest-parallel", tier="preference"),
)
SENTENCES = {
    "clause weekdays": "weekdays, paragraph 1 of example (practice): A promise of the example",
    "clause within": "within, paragraph 1 of example (mandate): A promise of the example",
    "agenda hearing": "the agenda of hearing takes from 60 to 180 minutes",
    "agenda plenary": "the agenda of plenary takes at least 30 minutes",
    "length hearing": "hearing has 1 meeting of 180 minutes",
    "length plenary": "plenary has 2 meetings of 180 minutes",
    "needs plenary": "plenary needs a room with 50 seats",
    "length round-table": "round-table-1 has 1 meeting of 180 minutes and 30 more for the room; "
    "round-table-2 has 1 meeting of 90 minutes",
    "needs round-table": "round-table-1 needs a room with stage",
    "length talk": "talk has 1 meeting of 180 minutes",
    "duties egypt": "Egypt is needed in plenary (speaker), round-table-1 (co-chair) "
    "and round-table-2 (co-chair)",
    "absence egypt": "Egypt is not there on day-1 morning and until day-1 12:00",
    "duties nobody": "nobody is needed in round-table-1 (keynote) and round-table-2 (keynote)",
    "rooms day-1": "only annex is open on day-1: hall is closed on day-1 (works)",
    "rooms day-2 day-3": "only hall and annex are open on day-2 and day-3",
    "rooms day-4": "no room is open on day-4: annex is closed on day-4; hall is closed on day-4",
    "closure annex day-2 morning": "annex is closed on day-2 morning",
    "closure hall from day-3 16:00": "hall is closed from day-3 16:00",
    "pin pins/talk": "The pin of talk (in hall; A. Planner: booked)",
}


def test_every_member_has_its_name_and_its_sentence():
    members = members_of(FORUM, active_rules(FORUM))
    assert {member.name: member_sentence(FORUM, member) for member in members} == SENTENCES


def test_what_stands_in_the_way_of_nothing_is_no_member():
    forum = staged({**TABLE, "parties": [{**EGYPT, "unavailable": ["day-1"]}]})
    assert {one.name for one in members_of(forum, active_rules(forum))} == {
        "length round-table",
        "rooms day-1 day-2",
    }


def test_physical_clauses_and_the_official_hours_are_background():
    forum = staged(TABLE, of("official-hours", "hours", tier="practice"), of("weekdays"), given=("placed",))
    rules = active_rules(forum)
    assert [is_background(rule) for rule in rules] == [True, False, True]
    assert background_sentences(forum, [rule for rule in rules if is_background(rule)]) == (
        "placed, paragraph 1 of example (physical): A promise of the example",
        "hours, paragraph 1 of example (practice): A promise of the example (10:00-13:00 and 15:00-18:00)",
    )


def test_a_clause_without_paragraph_cites_its_mandate():
    bare = of("weekdays").replace(paragraph="")
    member = Member("clause", ("weekdays",), bare)
    assert member_sentence(FORUM, member) == "weekdays, example (mandate): A promise of the example"


def test_many_sessions_of_a_kind_are_counted():
    forum = staged({"sessions": {f"talk-{number}": {} for number in range(1, 5)}})
    (length,) = (one for one in members_of(forum, active_rules(forum)) if one.sort == "length")
    assert member_sentence(forum, length) == (
        "the 4 sessions of kind talk have 1 meeting of 180 minutes each"
    )


def test_days_with_the_same_rooms_are_one():
    assert days_with_the_same_rooms(FORUM) == (("day-1",), ("day-2", "day-3"), ("day-4",))


@pytest.mark.parametrize(
    ("lengths", "minutes"), [((180,), 60), ((180, 180, 180, 120), 30), ((2, 180), 1), ((7,), 1)]
)
def test_meetings_become_so_short_that_many_fit_into_a_period(lengths, minutes):
    forum = staged({"sessions": {f"talk-{number}": {"minutes": one} for number, one in enumerate(lengths)}})
    assert shortest(forum) == minutes


@pytest.mark.parametrize(
    ("rule", "overlay", "grounds"),
    [
        (
            "weekdays",
            {"days": {"day-1": "2030-01-12", "day-2": "2030-01-14"}},
            ["day-1 is a Saturday, 2030-01-12"],
        ),
        (
            "holidays",
            {"holidays": [{"date": "2030-01-08", "name": "Nowruz"}]},
            ["day-2 is Nowruz, 2030-01-08"],
        ),
        (
            "interpretation-teams",
            {"interpretation": {"teams": 1, "meetings-per-week": 2}},
            ["the venue has 1 interpretation team for 2 meetings a week; interpreted: no session"],
        ),
        ("official-hours", {}, ["10:00-13:00 and 15:00-18:00"]),
        (
            "fills-day",
            {"sessions": {"hearing": {"meetings": 2}, "hearing-2": {}}},
            ["hearing has 2 meetings", "hearing-2 has 1 meeting"],
        ),
        ("exclusive", {"sessions": {"plenary": {}}}, []),
    ],
)
def test_clauses_say_what_of_the_data_they_go_by(rule, overlay, grounds):
    forum = staged({**TABLE, **overlay})
    assert list(rule_of(forum, rule).grounds(forum)) == grounds


def test_things_are_listed_as_in_a_sentence():
    assert [listed("a"), listed("ab"), listed("abc")] == ["a", "a and b", "a, b and c"]


def test_a_meeting_that_is_long_enough_to_fill_a_day_goes_on_doing_so():
    """Without official hours a meeting may reach over both periods, and a short one could not."""
    hearing = {"sessions": {"hearing": {"minutes": 480}, "talk": {}}}
    fills = of("fills-day", sessions={"kind": "hearing"}, day="day-1")
    away = of("outside", sessions={"kind": "talk"}, windows=["day-1", "day-2"])
    assert names(found(staged(hearing, fills, away, given=("placed",)))) == [{"clause outside"}]


def test_what_was_released_stays_possible_when_it_is_shortened():
    """The release begins off every grid; what it may keep in spite of a clause is kept as well."""
    overlay = {**TABLES, "release": "day-1 10:05-13:00 hall round-table-1"}
    forum = staged(
        {**overlay, "sessions": {**TABLES["sessions"], "round-table-1": {"minutes": 175}}},
        of("outside", sessions={"session": "round-table-1"}, windows=["day-1"], tier="practice"),
        of("outside", "never", sessions={"session": "round-table-2"}, windows=["day-1", "day-2"]),
        pin("stays-as-released", "round-table-1"),
    ).replace(spared=("outside",))
    assert names(found(forum)) == [{"clause never"}]


def test_the_grid_of_short_meetings_is_nothing_to_judge():
    forum = staged(TABLE)
    short = [one for one in members_of(forum, active_rules(forum)) if one.sort == "length"]
    question = lifted(forum, active_rules(forum), short)
    grid = question.rules[-1]
    assert isinstance(grid, OnAGrid)
    assert list(grid.breaches(question.forum, timetable_of(question.forum, ""))) == []


def test_what_counts_on_reaching_over_periods_goes_with_the_length():
    kind = {"sessions": {"kind": "round-table"}}
    forum = staged(TABLE, of("fills-day", day="day-1", **kind))
    short = [one for one in members_of(forum, active_rules(forum)) if one.sort == "length"]
    rules = active_rules(forum)
    assert "fills-day" in {rule.name() for rule in lifted(forum, rules, short).rules}
    everywhen = [rule for rule in rules if rule.name() != "official-hours"]
    assert len(everywhen) < len(rules)
    assert "fills-day" not in {rule.name() for rule in lifted(forum, everywhen, short).rules}


def test_only_requirements_and_what_they_speak_of_are_asked_about():
    overlay = {**TABLE, "release": "day-1 10:00-13:00 hall round-table-1"}
    forum = staged(overlay, of("fewest-parallel", tier="preference"))
    question = lifted(forum, active_rules(forum), ())
    assert question.forum.release is None
    assert "fewest-parallel" not in {rule.name() for rule in question.rules}


def test_each_length_and_need_is_said_of_the_sessions_that_have_it():
    tables = {f"round-table-{number}": {"features": ["stage"]} for number in range(1, 6)}
    forum = staged(
        {"sessions": tables | {"round-table-5": {"minutes": 240, "seats": 50, "features": ["stage"]}}}
    )
    assert member_sentence(forum, Member("length", ("round-table",))) == (
        "round-table-5 has 1 meeting of 240 minutes; "
        "the other 4 sessions of kind round-table have 1 meeting of 180 minutes each"
    )
    assert member_sentence(forum, Member("needs", ("round-table",))) == (
        "round-table-5 needs a room with 50 seats; the 5 sessions of kind round-table need a room with stage"
    )
