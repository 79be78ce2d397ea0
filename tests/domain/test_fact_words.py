"""Changed facts as planners say them."""

import pytest

from scheduler.domain.fact_weight import has_weight, is_seen, told
from scheduler.domain.fact_words import change_words
from scheduler.domain.facts import Change, changes, facts_of
from tests.mini import forum_of

CLAUSE = {
    "clause": "1/a",
    "tier": "practice",
    "says": "On weekdays.",
    "rule": "weekdays",
    "mandate": "charter",
}
CHARTER = {"mandate": "charter", "title": "Charter", "clauses": [CLAUSE]}
OVERLAY = {
    "title": "Mini forum",
    "days": {"day-1": "2030-01-07", "day-2": "2030-01-08", "day-3": "2030-01-09"},
    "rooms": {"hall": {"name": "Great Hall"}, "annex": {}},
    "sessions": {
        "plenary": {
            "title": "Plenary",
            "segments": [{"segment": "opening", "title": "Opening"}],
            "interpretation": True,
            "objectives": [1],
        },
        "hearing": {"title": "Hearing"},
    },
    "parties": [
        {"party": "egypt", "name": "Egypt", "kind": "state"},
        {"party": "iom", "name": "IOM", "kind": "officer"},
    ],
    "closures": [{"room": "hall", "window": "day-2 morning", "because": "taken"}],
    "mandates": [CHARTER],
    "clauses": [{**CLAUSE, "clause": "wish"}],
    "milestones": [{"milestone": "report"}],
}


def forum(changed=None, without=None, **more):
    """Return the forum with some data changed, or left out."""
    data = {**OVERLAY, **more}
    for where, values in (changed or {}).items():
        data[where] = {**data[where], **values}
    for where, name in (without or {}).items():
        data[where] = {key: value for key, value in data[where].items() if key != name}
    return forum_of(data)


def session(**more):
    return {"plenary": {**OVERLAY["sessions"]["plenary"], **more}}


def egypt(**more):
    return [{**OVERLAY["parties"][0], **more}, OVERLAY["parties"][1]]


def closed(window="day-2 morning", **more):
    return [{"room": "hall", "window": window, **more}]


SAID = {
    "closed": (forum(closures=[*OVERLAY["closures"], *closed("day-1")]), ["Great Hall is closed on day-1"]),
    "why": (
        forum(closures=closed(because="painted")),
        ["Great Hall is closed on day-2 morning (painted)"],
    ),
    "open again": (forum(closures=[]), ["Great Hall is no longer closed on day-2 morning (taken)"]),
    "closed from": (
        forum(closures=[*OVERLAY["closures"], *closed("from day-2")]),
        ["Great Hall is closed from day-2"],
    ),
    "closed until": (
        forum(closures=[*OVERLAY["closures"], *closed("until day-1 11:00")]),
        ["Great Hall is closed until day-1 11:00"],
    ),
    "seats": (
        forum({"rooms": {"annex": {"seats": 4}}}),
        ["what the venue offers has changed: rooms, annex", "what annex offers has changed"],
    ),
    "a room more": (
        forum({"rooms": {"attic": {}}}),
        ["what the venue offers has changed: rooms, attic", "attic is open to the forum"],
    ),
    "a room less": (
        forum().replace(rooms=forum().rooms[1:]),
        ["Great Hall is no longer open to the forum"],
    ),
    "a session more": (forum({"sessions": {"talk": {"title": "Talk"}}}), ["Talk is new"]),
    "a session less": (forum(without={"sessions": "hearing"}), ["Hearing is no longer held"]),
    "minutes": (
        forum({"sessions": session(minutes=90)}),
        ["Plenary takes 90 minutes a meeting, no longer 180"],
    ),
    "an agenda": (forum({"sessions": session(segments=[])}), ["the agenda of Plenary has changed"]),
    "duties": (
        forum({"sessions": session(duties=[{"role": "chair", "party": "egypt"}])}),
        ["the duties in Plenary have changed: Egypt has the role chair"],
    ),
    "yes and no": (
        forum({"sessions": session(interpretation=False)}),
        ["Plenary no longer has interpretation"],
    ),
    "a list": (
        forum({"sessions": session(objectives=[2, 3])}),
        ["Plenary deals with objectives 2 and 3, no longer 1"],
    ),
    "a party more": (
        forum(parties=[*OVERLAY["parties"], {"party": "nhri", "name": "NHRI", "kind": "state"}]),
        ["NHRI takes part"],
    ),
    "a party less": (forum(parties=OVERLAY["parties"][:1]), ["iom no longer takes part"]),
    "away": (
        forum(parties=egypt(unavailable=["until day-1 12:00", "day-2"])),
        ["Egypt is not there: until day-1 12:00, day-2"],
    ),
    "what it comes to": (
        forum(parties=egypt(attends=["plenary"])),
        ["Egypt attends only plenary, no longer everything"],
    ),
    "a wish more": (
        forum(clauses=[*OVERLAY["clauses"], {**CLAUSE, "clause": "wish/2"}]),
        ["the clause wish/2 is new: On weekdays"],
    ),
    "a wish less": (forum(clauses=[]), ["the clause wish is gone"]),
    "a wish changed": (
        forum(clauses=[{**CLAUSE, "clause": "wish", "tier": "mandate"}]),
        ["the clause wish has changed"],
    ),
    "a paragraph more": (
        forum(mandates=[{**CHARTER, "clauses": [CLAUSE, {**CLAUSE, "clause": "1/b"}]}]),
        ["the clause 1/b is new: On weekdays"],
    ),
    "a mandate more": (
        forum(mandates=[CHARTER, {"mandate": "other", "title": "Other"}]),
        ["the mandate other is new"],
    ),
    "a mandate less": (forum(mandates=[]), ["the mandate charter is no longer followed"]),
    "the source of a mandate": (
        forum(mandates=[{**CHARTER, "kinds": ["plenary"]}]),
        ["the mandate charter has changed"],
    ),
    "set aside": (
        forum(**{"set-aside": [{"clause": "1/a", "because": "we like Sundays"}]}),
        ["the clause 1/a is set aside (we like Sundays)"],
    ),
    "other dates": (
        forum(days={"day-1": "2030-01-07", "day-2": "2030-01-09"}),
        ["the days have other dates: day-2 is on 2030-01-09, there is no day-3"],
    ),
    "other hours": (
        forum(periods=[{"name": "morning", "start": "09:00", "end": "12:30"}]),
        ["the periods have other hours: morning 09:00-12:30"],
    ),
    "another zone": (
        forum(timezone="Europe/Paris"),
        ["the time zone is Europe/Paris, no longer America/New_York"],
    ),
    "a milestone": (
        forum(milestones=[{"milestone": "report", "done": "2030-01-02"}]),
        ["the milestone report is done on 2030-01-02"],
    ),
    "a milestone less": (forum(milestones=[]), ["the milestone report has changed"]),
    "teams": (
        forum(interpretation={"teams": 3}),
        ["what the venue offers has changed: interpretation"],
    ),
    "levels": (forum(levels=[["wish"]]), ["the order of the wishes has changed"]),
    "the edition": (forum(edition=2), ["the edition is 2, no longer 1"]),
}


@pytest.mark.parametrize("case", SAID)
def test_a_change_is_one_sentence(case):
    now, sentences = SAID[case]
    found = changes(facts_of(forum()), facts_of(now))
    assert [change_words(one, now) for one in found if has_weight(one)] == sentences


def test_followed_again():
    aside = forum(**{"set-aside": [{"clause": "1/a", "because": "we like Sundays"}]})
    found = changes(facts_of(aside), facts_of(forum()))
    assert [change_words(one, forum()) for one in found] == ["the clause 1/a is followed again"]


def test_available_again():
    away = forum(parties=egypt(unavailable=["day-2"]))
    found = changes(facts_of(away), facts_of(forum()))
    assert [change_words(one, forum()) for one in found] == ["Egypt is available again"]


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        (
            [{"role": "chair", "party": "egypt"}],
            [{"role": "chair"}],
            ": the role chair is open, Egypt no longer has the role chair",
        ),
        ([{"role": "chair"}], [{"role": "chair", "party": "egypt"}], ": Egypt has the role chair"),
        ([{"role": "chair", "party": "egypt"}], [{"role": "chair", "party": "egypt", "segment": "x"}], ""),
        ([{"role": "chair", "party": "egypt"}], None, ": Egypt no longer has the role chair"),
    ],
)
def test_duties_name_who_has_them_and_who_no_longer(before, now, said):
    change = Change(("sessions", "plenary", "duties"), before, now)
    assert change_words(change, forum()) == f"the duties in Plenary have changed{said}"


def test_what_goes_with_the_number_of_meetings_is_not_told():
    path = ("sessions", "plenary")
    number = Change((*path, "meetings"), 4, 3)
    titles, lengths = Change((*path, "meeting-titles"), ["A"], ["B"]), Change((*path, "minutes"), [60], 60)
    shorter, other = Change((*path, "minutes"), 60, 90), Change(("sessions", "hearing", "minutes"), [60], 60)
    assert told([titles, number, lengths, shorter, other]) == (number, shorter, other)
    assert told([titles]) == (titles,)
    assert change_words(titles, forum()) == "the titles of the meetings of Plenary have changed"


def test_an_empty_list_is_nothing():
    change = Change(("sessions", "plenary", "objectives"), [], [4])
    assert change_words(change, forum()) == "Plenary now deals with objective 4"


def test_a_day_of_another_name_is_called_otherwise():
    days = {"day-1": "2030-01-07", "last-day": "2030-01-09", "day-2": "2030-01-08"}
    found = changes(facts_of(forum()), facts_of(forum(days=days)))
    said = [change_words(one, forum()) for one in found]
    assert said == ["the days have other names: day-3 is called last-day"]
    days = {"opening": "2030-01-07", "day-2": "2030-01-10", "day-3": "2030-01-11"}
    found = changes(facts_of(forum()), facts_of(forum(days=days)))
    assert [change_words(one, forum()) for one in found] == [
        "the days have other names: day-1 is called opening, "
        "and other dates: day-2 is on 2030-01-10, day-3 is on 2030-01-11"
    ]


@pytest.mark.parametrize("name", ["Every meeting of Egypt", "Round table 2"])
def test_what_the_command_was_told_to_freeze_is_not_in_the_data_but_may_be_a_cause(name):
    says = f"{name} stays where the last release has it, says --freeze: asked on the command line."
    change = Change(("clauses", "pins/freeze-x"), None, {"clause": "pins/freeze-x", "says": says})
    lower = name.replace("Every", "every")
    assert change_words(change, forum()) == f"the command was told to freeze {lower}"
    assert has_weight(change)
    assert not is_seen(change)


def test_a_session_that_had_no_title():
    change = Change(("sessions", "talk"), {"session": "talk"}, None)
    assert change_words(change, forum()) == "talk is no longer held"


@pytest.mark.parametrize(
    "path", [("title",), ("sessions", "plenary", "description"), ("rooms", "hall", "source"), ("url",)]
)
def test_words_move_nothing(path):
    assert not has_weight(Change(path, "a", "b"))
    assert has_weight(Change(("sessions", "plenary", "minutes"), 1, 2))


@pytest.mark.parametrize("path", [("sessions", "note"), ("parties", "city"), ("venue", "rooms", "name")])
def test_a_thing_called_like_a_field_without_weight_has_weight(path):
    assert has_weight(Change(path, None, {"minutes": 60}))


@pytest.mark.parametrize(("field", "seen"), [("description", True), ("title", True), ("source", False)])
def test_what_nobody_sees_is_not_told(field, seen):
    assert is_seen(Change(("sessions", "plenary", field), "a", "b")) is seen
    assert is_seen(Change(("sessions", field), None, {"minutes": 60}))


def test_long_texts_are_not_quoted():
    change = Change(("sessions", "plenary", "description"), "a " * 100, "b " * 100)
    assert (
        change_words(change, forum())
        == f"the description of {forum().session_by_id['plenary'].title} has changed"
    )
    assert change_words(Change(("organizer",), "a", "b"), forum()) == "the organizer has changed"


@pytest.mark.parametrize(
    ("path", "before", "now", "weight"),
    [
        (("rooms", "hall"), {"room": "hall", "source": "a"}, {"room": "hall", "source": "b"}, False),
        (("rooms", "hall"), {"room": "hall", "seats": 5}, {"room": "hall", "seats": 6}, True),
        (("clauses", "note"), {"clause": "note", "note": "a"}, {"clause": "note"}, False),
        (("clauses", "note"), None, {"clause": "note"}, True),
        (("sessions", "talk", "duties"), [{"role": "a", "source": "x"}], [{"role": "a"}], False),
        (("sessions", "talk", "duties"), [{"role": "a"}], [{"role": "b"}], True),
    ],
)
def test_things_of_which_only_a_source_has_changed_have_no_weight(path, before, now, weight):
    change = Change(path, before, now)
    assert (has_weight(change), is_seen(change)) == (weight, weight)
