"""The calendars that are handed out."""

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from icalendar import Calendar

from scheduler.domain.party import Party
from scheduler.domain.permanent_ids import permanent_id
from scheduler.domain.programme import Programme
from scheduler.domain.room import Room
from scheduler.domain.session import Session
from scheduler.domain.timetable import Timetable
from scheduler.publishing import calendars

from .calendar_lint import Part, faults, instant, parse, unescaped
from .nasty_programme import nasty
from .programmes import clock, forum, many_parties, programme, released, timetable
from .releases import given
from .statements import with_statements

SHARED_LINT = Path(__file__).resolve().parents[3] / "shared" / "checks" / "icslint.py"


def in_zone(timezone: str, first: date = date(2022, 5, 16)) -> Programme:
    return programme(forum(clock=clock(timezone, first)))


PROGRAMMES = {
    "plain": programme,
    "nasty": nasty,
    "released": released,
    "utc": lambda: in_zone("UTC"),
    "casablanca": lambda: in_zone("Africa/Casablanca"),
    "statements": with_statements,
    "sydney": lambda: in_zone("Australia/Sydney", date(2022, 1, 4)),
}


def events(programme: Programme, path: str = "all") -> dict[str, Part]:
    calendar = parse(calendars.publish(programme)[f"calendars/{path}.ics"])
    return {unescaped(event.value("SUMMARY")): event for event in calendar.inside("VEVENT")}


@pytest.mark.parametrize("name", PROGRAMMES)
def test_no_calendar_has_a_fault(name: str) -> None:
    for path, raw in calendars.publish(PROGRAMMES[name]()).items():
        assert faults(raw) == [], path
        Calendar.from_ical(raw)


@pytest.mark.skipif(not SHARED_LINT.exists(), reason="there is no other judge of calendars on this machine")
@pytest.mark.parametrize("name", PROGRAMMES)
def test_another_judge_finds_nothing_either(name: str, tmp_path: Path) -> None:
    paths = []
    for number, raw in enumerate(calendars.publish(PROGRAMMES[name]()).values()):
        paths.append(tmp_path / f"{number}.ics")
        paths[-1].write_bytes(raw)
    found = subprocess.run(
        [sys.executable, str(SHARED_LINT), *map(str, paths)], capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stdout + found.stderr


def test_there_is_a_calendar_for_whoever_has_a_meeting() -> None:
    found = set(calendars.publish(programme()))
    rooms = ("conference-room-4", "general-assembly-hall", "trusteeship-council-chamber")
    sessions = ("hearing", "plenary", "round-table-3", "round-table-4")
    parties = ("egypt", "iom", "president", "turkiye", "workers")
    assert found == {
        "calendars/all.ics",
        *(f"calendars/rooms/{room}.ics" for room in rooms),
        *(f"calendars/sessions/{session}.ics" for session in sessions),
        *(f"calendars/parties/{party}.ics" for party in parties),
    }


def test_a_calendar_holds_the_meetings_of_whom_it_is_for() -> None:
    of = programme()
    assert list(events(of)) == [
        "Multi-stakeholder hearing (1 of 2)",
        "Multi-stakeholder hearing (2 of 2)",
        "Round table 3",
        "Round table 4",
        "1st plenary meeting",
        "2nd plenary meeting",
    ]
    assert list(events(of, "rooms/conference-room-4")) == [
        "Multi-stakeholder hearing (1 of 2)",
        "Multi-stakeholder hearing (2 of 2)",
        "Round table 3",
    ]
    assert list(events(of, "sessions/plenary")) == ["1st plenary meeting", "2nd plenary meeting"]
    assert len(events(of, "parties/workers")) == 2
    assert len(events(of, "parties/egypt")) == 6


def test_without_a_meeting_there_is_no_calendar() -> None:
    assert calendars.publish(programme(timetable=Timetable(placements=()))) == {}


def test_what_an_event_says() -> None:
    event = events(programme())["Multi-stakeholder hearing (1 of 2)"]
    assert unescaped(event.value("DESCRIPTION")).split("\n") == [
        "With all relevant stakeholders.",
        "Open to the floor.",
        "",
        "10:00-10:30 Opening",
        "Speakers: President of the General Assembly; Director General of IOM",
        "10:30-13:00 Session I",
        "",
        "Chair: President of the General Assembly",
        "Keynote speaker (Opening): Director General of IOM",
        "",
        "Webcast: https://webtv.example.org/hearing",
        "",
        "https://example.org/hearing",
    ]
    assert event.value("LOCATION") == "Conference Room 4\\, Conference Building\\, New York"
    assert event.value("URL") == "https://example.org/hearing"
    assert event.value("CONFERENCE") == "https://webtv.example.org/hearing"
    assert event.value("ORGANIZER") == "mailto:forum@example.org"
    assert event.value("CATEGORIES") == "hearing"
    assert (event.value("CLASS"), event.value("TRANSP"), event.value("SEQUENCE")) == ("PUBLIC", "OPAQUE", "0")


def test_an_event_says_no_more_than_is_known() -> None:
    of = forum(
        url="",
        organizer="The Secretariat",
        sessions=(Session(session="talk", kind="talk", title="Talk", minutes=60),),
    )
    event = events(programme(of, timetable=timetable(of, (("talk", "spare-room", "day-1", 10, 11),))))["Talk"]
    assert not {"DESCRIPTION", "URL", "ORGANIZER", "CONFERENCE", "GEO", "RELATED-TO"} & {
        line.name for line in event.lines
    }
    assert event.value("LOCATION") == "Spare Room"


def test_duties_without_a_known_agenda_are_all_told() -> None:
    of = programme()
    bare = of.timetable.replace(segments=None)
    description = events(of.replace(timetable=bare))["Multi-stakeholder hearing (1 of 2)"].value(
        "DESCRIPTION"
    )
    assert "Moderator (Session II): not appointed yet" in description
    assert "10:00" not in description


def test_a_place_is_given_only_with_both_coordinates() -> None:
    found = events(programme())
    assert found["1st plenary meeting"].value("GEO") == "40.7499;-73.9675"
    assert found["Round table 4"].all("GEO") == []


def test_meetings_of_a_session_are_related_to_its_first() -> None:
    found = events(programme())
    first = found["1st plenary meeting"]
    assert first.all("RELATED-TO") == []
    assert found["2nd plenary meeting"].value("RELATED-TO") == first.value("UID")
    assert found["Round table 3"].all("RELATED-TO") == []


def test_the_first_meeting_that_is_held_is_the_one_related_to() -> None:
    of = programme()
    later = of.timetable.replace(
        placements=tuple(one for one in of.timetable.placements if one.meeting != "plenary-1")
    )
    found = events(of.replace(timetable=later))
    assert found["2nd plenary meeting"].all("RELATED-TO") == []


def test_stamps_come_from_the_forum_before_there_is_a_release() -> None:
    for event in events(programme()).values():
        for name in ("DTSTAMP", "CREATED", "LAST-MODIFIED"):
            assert event.value(name) == "20220301T120000Z"


def test_stamps_come_from_the_last_release() -> None:
    raw = calendars.publish(released())["calendars/all.ics"]
    assert raw.count(b":20220502T093015Z") == 1 + 3 * 6


@pytest.mark.parametrize(
    ("as_of", "stamp"),
    [
        (datetime(2022, 3, 1, 12), "20220301T120000Z"),  # noqa: DTZ001
        (datetime(2022, 3, 1, 12, 0, 0, 999999, UTC), "20220301T120000Z"),
        (datetime.fromisoformat("2022-03-01T12:00:00+05:30"), "20220301T063000Z"),
    ],
)
def test_stamps_are_in_utc(as_of: datetime, stamp: str) -> None:
    assert (
        parse(calendars.publish(programme(forum(as_of=as_of)))["calendars/all.ics"]).value("LAST-MODIFIED")
        == stamp
    )


@pytest.mark.parametrize(
    ("of", "status"),
    [
        (programme(), "TENTATIVE"),
        (released("published"), "CONFIRMED"),
        (released("tentative"), "TENTATIVE"),
        (released("draft"), "TENTATIVE"),
        (released("published").replace(release=None), "CONFIRMED"),
    ],
)
def test_only_what_stands_in_a_published_release_is_confirmed(of: Programme, status: str) -> None:
    assert {event.value("STATUS") for event in events(of).values()} == {status}


def test_ids_are_permanent() -> None:
    of = forum()
    assert permanent_id(of, "plenary-1") == "da09b8bd-84c1-544c-ad5e-45d9a2d57f90"
    assert UUID(permanent_id(of, "hearing-1")).version == 5
    moved = of.replace(title="Other", sessions=())
    assert permanent_id(moved, "plenary-1") == permanent_id(of, "plenary-1")
    assert permanent_id(of.replace(forum="imrf-2026"), "plenary-1") != permanent_id(of, "plenary-1")


def test_ids_of_a_release_are_kept() -> None:
    found = events(released())
    assert found["Multi-stakeholder hearing (1 of 2)"].value("UID") == "given-out-before@example.org"
    assert found["Multi-stakeholder hearing (2 of 2)"].value("RELATED-TO") == "given-out-before@example.org"
    assert UUID(found["Round table 3"].value("UID")).version == 5


def test_the_head_of_a_calendar() -> None:
    calendar = parse(calendars.publish(programme())["calendars/parties/turkiye.ics"])
    assert calendar.value("NAME") == "International Migration Review Forum 2022: Türkiye"
    assert calendar.value("URL") == "https://example.org/forum"
    assert calendar.value("COLOR") == "peru"
    assert parse(calendars.publish(nasty())["calendars/all.ics"]).all("URL") == []


def test_texts_come_through_whole() -> None:
    of = nasty()
    titles = [held.replace("\t", "").strip() for held in events(of)]
    assert "Türkiye und die Länder – ÅÄÖ çşğ" in titles
    assert "المنتدى الدولي لاستعراض الهجرة" in titles
    assert "Migration 🌍👩‍👩‍👧 forum" in titles
    assert "x" * 100 in titles
    descriptions = "\n".join(unescaped(one.value("DESCRIPTION")) for one in events(of).values())
    assert "+1, -1; @sum\\New\nTwo lines\nand three" in descriptions


def test_addresses_cannot_bring_lines_of_their_own() -> None:
    for raw in calendars.publish(nasty()).values():
        assert b"ATTENDEE" not in raw
        assert b"ORGANIZER" not in raw
        assert b"\r\nURL:javascript" not in raw
        assert b"CONFERENCE" not in raw
        assert b"\r\nURL:https://example.org/a;b,c?d=%20&e=1#f\r\n" in raw


def test_utc_needs_no_zone() -> None:
    raw = calendars.publish(in_zone("UTC"))["calendars/all.ics"]
    assert b"VTIMEZONE" not in raw
    assert b"DTSTART:20220516T100000Z\r\nDTEND:20220516T130000Z" in raw


def test_an_hour_that_comes_twice_is_written_in_utc() -> None:
    of = forum(
        clock=clock(first=date(2022, 11, 6)),
        sessions=(Session(session="night", kind="talk", title="Night", minutes=90),),
    )
    start = of.clock.minute_at(datetime(2022, 11, 6, 6, 30, tzinfo=UTC))
    placed = timetable(of, (("night", "spare-room", "hearing-day", 0, 3),)).placements[0]
    night = programme(of, timetable=Timetable(placements=(placed.replace(start=start, end=start + 90),)))
    event = events(night)["Night"]
    assert event.value("DTSTART") == "20221106T063000Z"
    assert instant(event.all("DTEND")[0]) - instant(event.all("DTSTART")[0]) == timedelta(minutes=90)
    assert faults(calendars.publish(night)["calendars/all.ics"]) == []


def test_hundreds_of_parties_share_what_was_written_once() -> None:
    files = calendars.publish(many_parties(210))
    assert len(files) == 1 + 3 + 4 + 5 + 210
    one, other = files["calendars/parties/state-0.ics"], files["calendars/parties/state-209.ics"]
    assert one != other
    assert one.replace(b"State 0", b"State 209") == other


def test_a_room_that_is_only_a_control_character_is_called_by_its_id() -> None:
    of = forum(
        rooms=(Room(room="nameless", name="\x07"),),
        sessions=(Session(session="talk", kind="talk", title="\x00", minutes=60),),
        parties=(Party(party="mute", name="\x1b", kind="state"),),
        title="\x00",
    )
    silent = programme(of, timetable=timetable(of, (("talk", "nameless", "day-1", 10, 11),)))
    files = calendars.publish(silent)
    event = parse(files["calendars/parties/mute.ics"]).inside("VEVENT")[0]
    assert (event.value("SUMMARY"), event.value("LOCATION")) == ("talk", "nameless")
    assert parse(files["calendars/parties/mute.ics"]).value("NAME") == "imrf-2022: mute"


@pytest.mark.parametrize("timezone", ["America/New_York", "UTC"])
def test_the_calendar_of_a_room_that_was_left_stays_without_an_event(timezone: str) -> None:
    of = released("published")
    plain = of.forum.replace(clock=of.forum.clock.replace(timezone=timezone))
    assert plain.release is not None
    release = plain.release.replace(**given(plain, of.timetable))
    left = release.meetings[0].room
    other = next(one.room for one in release.meetings if one.room != left)
    placements = tuple(one.replace(room=other) for one in of.timetable.placements)
    moved = of.replace(
        forum=plain.replace(release=release, history=(release,)),
        timetable=of.timetable.replace(placements=placements),
        release=None,
    )
    found = Calendar.from_ical(calendars.publish(moved)[f"calendars/rooms/{left}.ics"])
    (note,) = found.subcomponents
    assert (note.name, note["dtstamp"].dt) == ("VJOURNAL", release.released.replace(microsecond=0))
    assert note["summary"] == "No meeting of the forum is held here any more"
