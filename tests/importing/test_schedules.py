"""``schedule.xml`` and ``schedule.json``: what is read of them, and what is refused."""

from datetime import date, datetime, time
from typing import Any

import pytest

from scheduler.domain.foreign_programme import ForeignPlacement
from tests.importing.files import (
    HANDS_ON,
    MACHINES,
    OPENING,
    as_xml,
    days,
    event,
    hands_on,
    held,
    machines,
    read,
    refused,
    schedule,
)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 5, day, hour, minute)  # noqa: DTZ001 - a wall clock


@pytest.mark.parametrize("form", [bytes, as_xml])
def test_sessions_rooms_tracks_people_and_places_are_read(form):
    found = read(form(schedule()))
    assert (found.title, found.timezone) == ("Conference of two days", "Europe/Berlin")
    assert [(one.name, one.date) for one in found.days] == [
        ("day-1", date(2026, 5, 1)),
        ("day-2", date(2026, 5, 2)),
    ]
    assert [(one.room, one.name) for one in found.rooms] == [("hall-a", "Hall A"), ("hall-b", "Hall B")]
    assert [(one.track, one.title) for one in found.tracks] == [("main", "Main"), ("workshops", "Workshops")]
    assert [(one.party, one.name, one.kind) for one in found.people] == [
        ("ada-example", "Ada Example", "person"),
        ("ben-sample", "Ben Sample", "person"),
    ]
    assert found.placements == (
        ForeignPlacement(session="opening", room="hall-a", start=at(1, 10), uid=OPENING),
        ForeignPlacement(session="machines", room="hall-a", start=at(1, 11), uid=MACHINES),
        ForeignPlacement(session="hands-on", room="hall-b", start=at(2, 9), uid=HANDS_ON),
    )
    first = found.sessions[0]
    assert (first.kind, first.title, first.minutes, first.track) == ("talk", "Opening", 30, "main")
    assert (first.url, first.description) == ("https://example.org/1", "Hello")
    assert [(one.role, one.party) for one in first.duties] == [("speaker", "ada-example")]
    assert found.noted == ()


def test_seats_are_the_capacity_that_json_has():
    assert [one.seats for one in read(schedule()).rooms] == [200, None]
    wrong = schedule(rooms=[{"name": "Hall A", "capacity": "many"}, {"capacity": 3}])
    assert [one[1:] for one in refused(wrong)] == [
        ("capacity", "'many' is no whole number. Maybe write it in digits")
    ]


@pytest.mark.parametrize(
    ("slug", "wanted"),
    [
        ("two26-1-welcome", "welcome"),
        ("two26-welcome", "welcome"),
        ("two26-000001-welcome", "welcome"),
        ("two26-2-welcome", "2-welcome"),
        ("two26-1-", "opening"),
        ("Grüße aus der Stadt", "grusse-aus-der-stadt"),
        ("", "opening"),
        ("two26_-_1_-_en_-_hall_a_-_202605011000_-_welcome", "opening"),
        ("two26-1-" + "ab-" * 40, "-".join(["ab"] * 18)),
        ("x" * 80, "x" * 55),
    ],
)
def test_ids_are_made_of_slugs_without_acronym_and_number(slug, wanted):
    assert read(held(event(slug=slug))).sessions[0].session == wanted


def test_titles_without_a_letter_of_ascii_have_ids_too():
    found = read(held(event(slug=None, title="会議"), machines(slug=None, title="会議")))
    assert [one.session for one in found.sessions] == ["session", "session-2"]


def test_what_is_held_twice_is_two_sessions():
    again = event(date="2026-05-01T15:00:00+02:00", start="15:00")
    found = read(held(event(), again))
    assert [one.session for one in found.placements] == ["opening", "opening-2"]
    assert [one.uid for one in found.placements] == [OPENING, ""]


def test_ids_of_an_earlier_version_stay():
    before = read(schedule()).ids
    renamed = machines(slug="two26-2-other", title="Other machines")
    found = read(held(hands_on(slug="machines"), renamed), ids=before)
    assert [one.session for one in found.sessions] == ["hands-on", "machines"]
    later = read(held(event("9" * 8 + OPENING[8:], slug="machines", id=9)), ids=before)
    assert [one.session for one in later.sessions] == ["machines-2"]


def test_a_guid_that_is_no_uuid_is_no_id_for_ever():
    assert [one.uid for one in read(held(event(guid="1 2"))).placements] == [""]


@pytest.mark.parametrize("form", [bytes, as_xml])
def test_a_schedule_with_offsets_alone_needs_a_zone(form):
    said = "names no time zone, at most offsets from UTC. Maybe --timezone Europe/Berlin"
    assert refused(form(schedule(time_zone_name=None))) == [(None, "time_zone_name", said)]
    assert read(form(schedule(time_zone_name=None)), timezone="Europe/Paris").timezone == "Europe/Paris"


def test_a_zone_that_is_none_or_does_not_go_with_the_offsets_is_refused():
    assert refused(schedule(time_zone_name="Berlin")) == [
        (7, "time_zone_name", "Berlin is no IANA time zone name. Maybe Europe/Berlin")
    ]
    found = refused(held(event()), timezone="Europe/London")
    assert found[0][1:] == (
        "date",
        "'2026-05-01T10:00:00+02:00' does not go with Europe/London, which has +01:00 then. "
        "Maybe --timezone with another zone",
    )


def test_old_schedules_have_times_without_dates():
    early = machines(date=None, start="01:30")
    found = read(held(event(date=None), early, day_change="04:00"))
    assert [one.start for one in found.placements] == [at(1, 10), at(2, 1, 30)]
    assert [one.start for one in read(held(event(date=None))).placements] == [at(1, 10)]
    assert read(held(event(date=None, start="09:00"), day_change="09:00:00")).placements[0].start == at(1, 9)
    dated = event(date="2026-05-03", start="01:00")
    assert read(held(dated, day_change="04:00")).placements[0].start == at(3, 1)


def test_what_has_no_time_or_no_room_has_no_place():
    found = read(held(event(), machines(date=None, start=None)))
    said = "Without a room or a time in the file, and so not in release 1: 1 (Machines)."
    assert (len(found.placements), found.noted) == (1, (said,))
    found = read(schedule(days=days({"Hall A": [event()], " ": [machines()]})))
    assert found.noted == (said,)


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"title": None}, "title", "is missing. Maybe give the event a title"),
        ({"title": " \ufeff"}, "title", "is missing. Maybe give the event a title"),
        ({"duration": None}, "duration", "is missing. Maybe 00:30"),
        ({"duration": "long"}, "duration", "'long' is no length of time. Maybe 01:30"),
        ({"start": "11:00"}, "start", "11:00 is not the time of its date, which is 10:00. Maybe one is old"),
        ({"start": "noon"}, "start", "'noon' is no time of day. Maybe a time such as 09:30"),
        ({"date": "2026-05-01T10:00:30+02:00"}, "date", "is not a whole minute. Maybe 2026-05-01 10:00"),
        ({"date": "2026-05-41T10:00:00+02:00"}, "date", "is no point in time. Maybe 2026-05-17T09:30:00"),
        ({"date": "0026-05-01T10:00:00+02:00"}, "date", "is no point in time. Maybe 2026-05-17T09:30:00"),
        ({"date": "2026-02-30"}, "date", "2026-02-30"),
        ({"date": None, "start": "25:00"}, "start", "25:00"),
    ],
)
def test_what_cannot_be_understood_is_refused_with_its_line(changes, field, said):
    content = held(event(**changes))
    (line, where, sentence), *others = refused(content)
    assert (where, others) == (field, [])
    assert said in sentence
    assert line is not None
    if changes[field] is not None:
        assert f'"{field}"' in content.decode().splitlines()[line - 1]


def test_days_need_dates_of_our_time():
    wrong = days({"Hall A": [event()]})
    wrong[0]["date"] = "1026-05-01"
    said = "1026-05-01 is in no year in which a forum is held. Maybe 2026"
    assert refused(schedule(days=wrong))[0][1:] == ("date", said)
    wrong[0]["date"] = "May"
    assert refused(schedule(days=wrong))[0][1] == "date"
    del wrong[0]["date"]
    assert refused(schedule(days=wrong))[0][1:] == ("date", "is missing. Maybe a date such as 2026-05-17")


def test_times_that_the_zone_skips_or_has_twice_are_refused():
    ambiguous = event(date="2026-10-25T02:30:00+02:00", start="02:30")
    sentence = refused(held(ambiguous))[0][2]
    assert sentence.startswith("02:30 comes twice on 2026-10-25 in Europe/Berlin")


def test_events_in_two_years_are_no_one_programme():
    late = machines(date="2028-05-01T11:00:00+02:00")
    said = "reaches from 2026-05-01 to 2028-05-01, more than a year. Maybe one of the dates is wrong"
    assert refused(held(event(), late)) == [(None, "", said)]


def test_no_more_is_read_after_many_problems():
    assert len(refused(held(*[event(title=None)] * 40))) == 21


@pytest.mark.parametrize("state", ["canceled", "Cancelled", "withdrawn", "rejected"])
def test_what_is_not_held_is_left_out_and_said(state):
    found = read(held(event(), machines(state=state)))
    assert [one.session for one in found.sessions] == ["opening"]
    assert found.noted == ("Left out, as they are cancelled or not accepted: 1 (Machines).",)
    assert len(read(held(event(), machines(status="confirmed"))).sessions) == 2


def test_what_lasts_no_time_or_days_is_left_out_and_said():
    found = read(held(event(), *[machines(duration="00:00", id=one, guid=None) for one in range(6)]))
    named = f"6 ({'Machines; ' * 5}…)"
    assert found.noted == (f"Left out, as they last no time or more than a day: {named}.",)
    assert read(held(event(), machines(duration="1:00:00"))).sessions[1].minutes == 1440
    assert read(held(event(), machines(duration="1:00:01"))).noted != ()


def test_a_file_without_sessions_times_or_rooms_is_refused():
    assert refused(held()) == [(None, "", "has no session. Maybe another file was meant")]
    assert refused(held(event(date=None, start=None)))[0][1] == "start"
    none: dict[str, Any] = {"": [event()]}
    assert refused(schedule(days=days(none), rooms=None))[0][1:] == ("room", "names no room. Maybe add one")


def test_too_many_sessions_are_refused(monkeypatch):
    monkeypatch.setattr("scheduler.reading.importing.programme.MOST_SESSIONS", 2)
    assert refused(schedule()) == [(None, "", "has 3 sessions; at most 2 are read")]


def test_people_are_known_by_their_ids_and_need_a_name():
    people = [
        {"id": 7, "public_name": "Ada"},
        {"id": 9, "name": "Ada"},
        {"id": 3},
        {"guid": "g", "name": "B"},
    ]
    found = read(held(event(persons=people), machines(persons=[{"id": 7, "name": "Ada E."}])))
    assert [(one.party, one.name) for one in found.people] == [("ada", "Ada"), ("ada-2", "Ada"), ("b", "B")]
    assert [one.party for one in found.sessions[1].duties] == ["ada"]


def test_the_title_of_the_planner_stands_in_for_one_that_is_missing():
    assert read(schedule(title=None), title="Two").title == "Two"


def test_xml_of_another_sort_is_refused():
    assert refused(b"<html/>") == [(1, "", "<html> is no schedule. Maybe export schedule.xml")]
    assert refused(b"<schedule/>", timezone="UTC") == [
        (None, "", "has no session. Maybe another file was meant")
    ]


def test_json_without_days_is_refused():
    assert refused(schedule(days=[]))[0][2] == "has no days of a conference. Maybe export schedule.json"
    assert refused(b'{"x": {"conference": {}}}')[0][1] == "days"
    bare = schedule()[len(b'{\n "schedule": ') : -1]
    assert len(read(bare).sessions) == 3


def test_hours_of_days_are_taken_where_they_are_not_the_whole_day():
    said = days({"Hall A": [event()]}, {"Hall B": [hands_on()]}, {})
    said[0] |= {"day_start": "2026-05-01T08:00:00+02:00", "day_end": "2026-05-01T18:00:00+02:00"}
    said[1] |= {"day_start": "2026-05-02T04:00:00+02:00", "day_end": "2026-05-03T03:59:00+02:00"}
    said[2] |= {"day_start": "2026-05-03T18:00:00+02:00", "day_end": "2026-05-03T08:00:00+02:00"}
    for form in (bytes, as_xml):
        found = read(form(schedule(days=said)))
        assert [(one.start, one.end, one.days) for one in found.periods] == [
            (time(8), time(18), ("day-1", "day-3")),
            (time(9), time(11), ("day-2",)),
        ]
    said[1] |= {"day_start": "2026-05-02T00:00:00+02:00", "day_end": "2026-05-02T23:59:00+02:00"}
    assert [one.start for one in read(schedule(days=said)).periods] == [time(8), time(9)]
    said[1] |= {"day_end": "later"}
    assert refused(schedule(days=said))[0][1] == "end"
