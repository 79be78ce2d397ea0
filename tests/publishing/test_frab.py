"""``schedule.xml`` and ``schedule.json``: by the rules of their schemas, and the same timetable as before."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from uuid import UUID
from xml.etree.ElementTree import fromstring

import pytest

from scheduler.domain.clock import Clock, Day
from scheduler.domain.permanent_ids import permanent_id, permanent_uuid
from scheduler.domain.programme import Programme
from scheduler.domain.room import Room
from scheduler.domain.session import Duty
from scheduler.domain.timetable import Placement, Timetable
from scheduler.publishing import publish
from scheduler.publishing.frab_ids import frab_ids, numbers

from .changed import after, changed, first, release
from .frab_rules import json_faults, xml_faults
from .nasty_programme import nasty
from .programmes import AFTERNOON, MORNING, PLACES, ROOMS, clock, forum, programme, released, timetable

FILES = ("schedule.xml", "schedule.json")


def written(of: Programme) -> dict[str, bytes]:
    return publish(of, ("frab-xml", "frab-json"))


def at(of: Programme | None = None, **minutes: tuple[int, int]) -> Programme:
    """Return a programme in which meetings are held from and to minutes of the axis."""
    of = of or programme()
    room = {one.meeting: one.room for one in of.timetable.placements}
    placements = tuple(
        Placement(meeting=name.replace("_", "-"), room=room[name.replace("_", "-")], start=start, end=end)
        for name, (start, end) in minutes.items()
    )
    return of.replace(timetable=Timetable(placements=placements))


def on(*dates: date, timezone: str = "Europe/Berlin") -> Programme:
    days = tuple(Day(name=f"day-{number}", date=one) for number, one in enumerate(dates))
    of = forum(clock=Clock(timezone=timezone, days=days, periods=(MORNING, AFTERNOON)))
    hours = (("day-0", 10, 13), ("day-0", 15, 18), ("day-1", 10, 13), ("day-1", 15, 18))
    places = tuple((meeting, room, *when) for (meeting, room, *_), when in zip(PLACES, hours, strict=False))
    return programme(of, timetable=timetable(of, places))


def over_midnight() -> Programme:
    return at(hearing_1=(22 * 60, 25 * 60), hearing_2=(26 * 60, 29 * 60))


def same_names() -> Programme:
    plain = forum()
    rooms = tuple(one.replace(name="Room") for one in ROOMS)
    sessions = tuple(one.replace(title="Opening", meeting_titles=()) for one in plain.sessions)
    twin = Room(room="twin", name="Room (spare-room)")
    return programme(plain.replace(rooms=(twin, *rooms, Room(room="last", name="Room")), sessions=sessions))


PROGRAMMES = {
    "plain": programme,
    "nasty": nasty,
    "released": released,
    "changed": changed,
    "days apart": lambda: on(date(2030, 3, 4), date(2030, 3, 11)),
    "clocks forward": lambda: on(date(2030, 3, 31), date(2030, 4, 1)),
    "clocks back": lambda: on(date(2030, 10, 27), date(2030, 10, 28)),
    "no midnight": lambda: on(date(2022, 9, 11), date(2022, 9, 12), timezone="America/Santiago"),
    "US/Eastern": lambda: programme(forum(clock=clock("US/Eastern"))),
    "UTC": lambda: programme(forum(clock=clock("UTC"))),
    "over midnight": over_midnight,
    "same names": same_names,
    "short name": lambda: programme(forum(forum="f-1")),
    "no page": lambda: programme(forum(url="")),
    "nothing": lambda: programme(timetable=Timetable(placements=())),
}

Row = tuple[str, str, str, datetime, int]
"""Id, name of a room, title, start and minutes of an event."""


def of_xml(content: bytes) -> Iterator[Row]:
    for place in fromstring(content).iterfind("day/room"):
        for event in place.iterfind("event"):
            texts = {one.tag: one.text or "" for one in event}
            yield row(event.attrib["guid"], place.attrib["name"], texts)


def of_json(content: bytes) -> Iterator[Row]:
    for day in json.loads(content)["schedule"]["conference"]["days"]:
        for room, events in day["rooms"].items():
            yield from (row(event["guid"], room, event) for event in events)


def row(guid: str, room: str, texts: dict[str, Any]) -> Row:
    hours, minutes = texts["duration"].split(":")
    start = datetime.fromisoformat(texts["date"])
    return guid, room, texts["title"], start, 60 * int(hours) + int(minutes)


def event(of: Programme, meeting: str) -> dict[str, Any]:
    days = json.loads(written(of)["schedule.json"])["schedule"]["conference"]["days"]
    events = (one for day in days for own in day["rooms"].values() for one in own)
    guid = str(permanent_uuid(of.forum, meeting))
    return next(one for one in events if one["guid"] == guid)


@pytest.mark.parametrize("name", PROGRAMMES)
def test_both_files_keep_all_rules(name: str) -> None:
    files = written(PROGRAMMES[name]())
    assert xml_faults(files["schedule.xml"]) == []
    assert json_faults(files["schedule.json"]) == []


@pytest.mark.parametrize("name", PROGRAMMES)
def test_what_is_read_again_is_the_same_timetable(name: str) -> None:
    of = PROGRAMMES[name]()
    known = {str(permanent_uuid(of.forum, one.id)): one for one in of.forum.meetings}
    rooms = {room["guid"]: room["name"] for room in conference(of)["rooms"]}
    assert len({*rooms.values()}) == len(of.forum.rooms)
    by_name = dict(zip(rooms.values(), (one.room for one in of.forum.rooms), strict=True))
    files = written(of)
    for rows in (of_xml(files["schedule.xml"]), of_json(files["schedule.json"])):
        found = {
            known[guid].id: (by_name[room], of.forum.clock.minute_at(start), minutes)
            for guid, room, _, start, minutes in rows
        }
        assert found == {
            one.meeting: (one.room, one.start, one.end - one.start) for one in of.timetable.placements
        }


def conference(of: Programme) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(written(of)["schedule.json"])["schedule"]["conference"]
    return found


def test_a_meeting_in_words() -> None:
    said = event(programme(), "hearing-1")
    assert said["title"] == "Multi-stakeholder hearing (1 of 2)"
    assert (said["track"], said["type"]) == ("Hearing", "hearing")
    assert said["abstract"] == "With all relevant stakeholders.\nOpen to the floor."
    assert said["description"].startswith("10:00-10:30 Opening\nSpeakers: President of the General Assembly;")
    assert said["abstract"] not in said["description"]
    assert said["url"] == "https://example.org/hearing"
    assert said["links"] == [{"url": "https://webtv.example.org/hearing", "title": "Webcast"}]
    assert event(programme(), "plenary-2")["subtitle"] == "meeting 2 of 2"


def test_an_address_is_that_of_the_forum_or_none() -> None:
    assert event(programme(), "round-table-4")["url"] == "https://example.org/forum"
    of = programme(forum(url=""))
    guid = permanent_uuid(of.forum, "round-table-4")
    assert event(of, "round-table-4")["url"] == f"urn:uuid:{guid}"
    assert event(of, "round-table-4")["links"] == []
    pages = [one.text for one in fromstring(written(of)["schedule.xml"]).iter("url")]
    assert pages == ["https://example.org/hearing"] * 2
    assert b"base_url" not in b"".join(written(of).values())


def test_persons_are_those_with_a_duty_in_the_meeting() -> None:
    def names(meeting: str) -> list[str]:
        return [one["name"] for one in event(programme(), meeting)["persons"]]

    assert names("hearing-1") == ["President of the General Assembly", "Director General of IOM"]
    assert names("hearing-2") == ["President of the General Assembly"]
    assert names("round-table-3") == ["Egypt", "Türkiye"]
    assert names("round-table-4") == []


def test_a_person_of_several_duties_is_one() -> None:
    plain = forum()
    duties = (
        Duty(role="chair", party="egypt"),
        Duty(role="speaker", party="egypt", segment="x"),
        Duty(role="chair", party="not-listed"),
    )
    sessions = tuple(one.replace(duties=duties) for one in plain.sessions)
    of = programme(plain.replace(sessions=sessions))
    assert [one["name"] for one in event(of, "round-table-4")["persons"]] == ["Egypt", "not-listed"]
    persons = {one.get("id"): one.text for one in fromstring(written(of)["schedule.xml"]).iter("person")}
    assert sorted(persons.values(), key=str) == ["Egypt", "not-listed"]


def test_text_can_do_no_harm() -> None:
    titles = {text for _, _, text, _, _ in of_xml(written(nasty())["schedule.xml"])}
    assert titles == {text for _, _, text, _, _ in of_json(written(nasty())["schedule.json"])}
    content = b"".join(written(nasty()).values()).decode()
    assert "<script" not in written(nasty())["schedule.xml"].decode()
    assert not {*content} & {"\x00", "\x07", "\x1b", "\x85", "\u2028", "\u202e", "\ufeff"}


def test_days_hold_their_meetings() -> None:
    days = conference(over_midnight())["days"]
    assert [(day["day_start"], day["day_end"]) for day in days] == [
        ("2022-05-16T00:00:00-04:00", "2022-05-17T01:00:00-04:00"),
        ("2022-05-17T00:00:00-04:00", "2022-05-17T23:59:00-04:00"),
        ("2022-05-18T00:00:00-04:00", "2022-05-18T23:59:00-04:00"),
    ]
    assert [len(day["rooms"]["Conference Room 4"]) for day in days] == [1, 1, 0]


def test_days_that_are_no_neighbours_keep_their_dates() -> None:
    apart = conference(PROGRAMMES["days apart"]())
    assert (apart["start"], apart["end"], apart["daysCount"]) == ("2030-03-04", "2030-03-11", 2)
    assert [day["date"] for day in apart["days"]] == ["2030-03-04", "2030-03-11"]


def test_a_meeting_outside_all_days_is_not_lost() -> None:
    between = at(on(date(2030, 3, 4), date(2030, 3, 11)), hearing_1=(3 * 1440, 3 * 1440 + 60))
    days = conference(between)["days"]
    assert [len(day["rooms"]["Conference Room 4"]) for day in days] == [1, 0]
    assert days[0]["day_end"] == "2030-03-07T01:00:00+01:00"
    before = at(on(date(2030, 3, 4), date(2030, 3, 11)), hearing_1=(-60, 30))
    assert [len(day["rooms"]["Conference Room 4"]) for day in conference(before)["days"]] == [1, 0]


def test_a_day_on_which_clocks_change_has_both_offsets() -> None:
    day = conference(PROGRAMMES["clocks forward"]())["days"][0]
    assert (day["day_start"], day["day_end"]) == ("2030-03-31T00:00:00+01:00", "2030-03-31T23:59:00+02:00")


def test_rooms_have_names_of_their_own_and_none_is_left_out() -> None:
    of = same_names()
    names = [room["name"] for room in conference(of)["rooms"]]
    assert names[:3] == ["Room (spare-room)", "Room", "Room (general-assembly-hall)"]
    assert names[3:] == [
        "Room (spare-room) (spare-room)",
        "Room (trusteeship-council-chamber)",
        "Room (last)",
    ]
    assert all([*day["rooms"]] == names for day in conference(of)["days"])
    assert [one["capacity"] for one in conference(of)["rooms"]] == [None, None, 1800, 1, 600, None]


def test_the_version_is_the_release() -> None:
    def version(of: Programme) -> str:
        found: str = json.loads(written(of)["schedule.json"])["schedule"]["version"]
        assert f"<version>{found}</version>".encode() in written(of)["schedule.xml"]
        return found

    assert version(programme()) == "proposal"
    assert version(changed()) == "proposal"
    assert version(released()) == "release 3, published"
    assert version(after(first(), release=1)) == "release 1, published"


def test_the_step_divides_all_starts_and_lengths() -> None:
    assert conference(programme())["timeslot_duration"] == "01:00"
    assert conference(at(hearing_1=(0, 45)))["timeslot_duration"] == "00:45"
    assert conference(at(hearing_1=(610, 700)))["timeslot_duration"] == "00:10"
    assert conference(PROGRAMMES["nothing"]())["timeslot_duration"] == "00:01"


def test_a_zone_that_the_schema_does_not_know_is_left_out() -> None:
    assert conference(programme())["time_zone_name"] == "America/New_York"
    assert conference(PROGRAMMES["UTC"]())["time_zone_name"] == "UTC"
    eastern = PROGRAMMES["US/Eastern"]()
    assert "time_zone_name" not in conference(eastern)
    assert b"<time_zone_name>US/Eastern<" in written(eastern)["schedule.xml"]


def test_ids_are_permanent() -> None:
    plain, of = programme(), released()
    assert permanent_id(of.forum, "hearing-1") == "given-out-before@example.org"
    assert UUID(event(of, "hearing-1")["guid"]).version == 5
    assert event(of, "hearing-1")["guid"] != event(plain, "hearing-1")["guid"]
    moved = after(first(), release(2, forum(), timetable(forum()), uids={"hearing-2": str(UUID(int=7))}))
    assert event(moved, "hearing-2")["guid"] == "00000000-0000-0000-0000-000000000007"
    assert event(moved, "hearing-2")["id"] == 8
    for name in ("id", "guid", "slug"):
        assert event(changed(), "round-table-3")[name] == event(plain, "round-table-3")[name]


def test_no_two_numbers_are_the_same() -> None:
    most = 2**31 - 1
    guids = {"a": UUID(int=most - 1), "b": UUID(int=2 * most - 1), "c": UUID(int=0), "d": UUID(int=most)}
    assert numbers(guids) == {"a": most, "b": 1, "c": 2, "d": 3}


def test_codes_and_slugs() -> None:
    of = forum().replace(release=release(1, forum(), timetable(forum()), uids={"p-1": str(UUID(int=35))}))
    ids = frab_ids(of, ["p-1"], "forum1")["p-1"]
    assert (ids.number, ids.code, ids.slug) == (36, "000010", "forum1-000036-_p-1")
    assert conference(PROGRAMMES["short name"]())["acronym"] == "forumf1"
