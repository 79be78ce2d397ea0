"""What is derived from a programme, by stated rules."""

from datetime import time
from typing import Any

from scheduler.domain.foreign_programme import ForeignProgramme
from tests.importing.files import days, event, hands_on, held, machines, read, schedule


def clauses(found: ForeignProgramme) -> dict[str, dict[str, Any]]:
    """Return the options of clauses by their names."""
    own = ("clause", "tier", "says", "rule", "source", "certainty")
    return {
        one["clause"]: {key: value for key, value in one.items() if key not in own} for one in found.clauses
    }


def test_hours_reach_from_the_first_start_to_the_last_end():
    found = read(schedule())
    assert [(one.name, one.start, one.end, one.days) for one in found.periods] == [
        ("programme-1", time(10), time(12), ("day-1",)),
        ("programme-2", time(9), time(11), ("day-2",)),
    ]
    (same,) = read(held(event(), machines())).periods
    assert (same.name, same.start, same.end, same.days) == ("programme", time(10), time(12), ())
    assert clauses(found)["derived/hours"] == {"sessions": "all"}


def test_a_day_without_sessions_has_the_hours_of_all_days():
    found = read(schedule(days=days({"Hall A": [event(), machines()]}, {}, {"Hall A": []})))
    assert [one.name for one in found.days] == ["day-1", "day-2", "day-3"]
    assert [(one.start, one.end, one.days) for one in found.periods] == [(time(10), time(12), ())]


def test_tracks_keep_to_their_rooms_and_days():
    assert clauses(read(schedule())) == {
        "derived/hours": {"sessions": "all"},
        "derived/track-rooms/main": {
            "sessions": {"session": ["opening", "machines"]},
            "rooms": ["hall-a"],
        },
        "derived/track-days/main": {
            "sessions": {"session": ["opening", "machines"]},
            "windows": ["day-1"],
        },
        "derived/track-rooms/workshops": {"sessions": {"session": ["hands-on"]}, "rooms": ["hall-b"]},
        "derived/track-days/workshops": {"sessions": {"session": ["hands-on"]}, "windows": ["day-2"]},
    }


def test_tracks_that_have_all_rooms_and_days_keep_to_none():
    assert set(clauses(read(held(event(), rooms=None)))) == {"derived/hours"}
    bare = event(track=None), machines(track="Later", date=None, start=None)
    assert set(clauses(read(schedule(days=days({"Hall A": [*bare]}, {}))))) == {"derived/hours"}


def test_breaks_stay_when_they_are():
    lunch = machines(title="Lunch", slug="two26-2-lunch", type="Other", track=None)
    coffee = machines(
        title="With cake",
        type="Coffee break",
        track=None,
        date="2026-05-01T15:00:00+02:00",
        start="15:00",
        guid=None,
        slug="two26-4-cake",
    )
    found = read(held(event(), lunch, coffee))
    assert [one.kind for one in found.sessions] == ["talk", "break", "break"]
    assert clauses(found)["derived/break/lunch"] == {
        "sessions": {"session": ["lunch"]},
        "windows": ["day-1 11:00-12:00"],
    }
    assert clauses(found)["derived/break/cake"]["windows"] == ["day-1 15:00-16:00"]


def test_what_is_held_over_midnight_is_bound_to_no_hours_and_days():
    night = machines(title="Night", type="Break", date="2026-05-01T23:30:00+02:00", start="23:30")
    found = read(schedule(days=days({"Hall A": [event(), night]}, {})))
    assert [one.name for one in found.days] == ["day-1", "day-2"]
    assert clauses(found) == {
        "derived/hours": {"sessions": {"session": ["opening"]}},
        "derived/track-rooms/main": {
            "sessions": {"session": ["opening", "machines"]},
            "rooms": ["hall-a"],
        },
        "derived/track-days/main": {"sessions": {"session": ["opening"]}, "windows": ["day-1"]},
    }
    alone = read(held(machines(date="2026-05-01T23:30:00+02:00", start="23:30")))
    assert [(one.start, one.end) for one in alone.periods] == [(time(0), time(23, 59))]
    assert "derived/hours" not in clauses(alone)
    until = read(held(machines(date="2026-05-01T23:00:00+02:00", start="23:00")))
    assert [one.name for one in until.days] == ["day-1"]


def test_every_clause_is_of_practice_and_marked_as_an_assumption():
    found = read(schedule())
    assert {(one["tier"], one["certainty"]) for one in found.clauses} == {("practice", "assumption")}
    named = " ".join(found.derived)
    assert all(one["clause"].rpartition("/")[0] in named for one in found.clauses)


def test_long_texts_are_cut():
    found = read(held(event(title="T" * 999, abstract="a " * 999), hands_on()))
    assert [len(found.sessions[0].title), len(found.sessions[0].description)] == [200, 600]
    assert found.sessions[0].title.endswith("T…")


def test_hours_are_interrupted_where_nothing_is_held_for_long():
    late = machines(date="2026-05-02T00:30:00+02:00", start="00:30")
    early = hands_on(date="2026-05-02T05:29:00+02:00", start="05:29", duration="00:31")
    found = read(schedule(days=days({"Hall A": [event(), late]}, {"Hall B": [early]})))
    assert [(one.start, one.end, one.days) for one in found.periods] == [
        (time(10), time(10, 30), ("day-1",)),
        (time(0, 30), time(6), ("day-2",)),
    ]
    early = hands_on(date="2026-05-02T05:30:00+02:00", start="05:30", duration="00:30")
    found = read(schedule(days=days({"Hall A": [event(), late]}, {"Hall B": [early]})))
    assert [(one.start, one.end) for one in found.periods if "day-2" in one.days] == [
        (time(0, 30), time(1, 30)),
        (time(5, 30), time(6)),
    ]
