"""A party's calendar: what concerns it, and nothing of what others have to do."""

import re
from functools import cache
from pathlib import Path

import pytest

from scheduler.domain.forum import Forum
from scheduler.domain.party import Party
from scheduler.domain.programme import Programme
from scheduler.domain.session import Duty, Session
from scheduler.domain.timetable import Placement
from scheduler.publishing import calendars
from scheduler.reading import read_forum

from .calendar_lint import Part, faults, parse, unescaped
from .programmes import PLACES, at, forum, many_parties, programme, released, timetable
from .statements import estimate, with_statements

DATA = Path(__file__).resolve().parents[2] / "data"
WORDS = ("SUMMARY", "DESCRIPTION", "CATEGORIES", "UID", "RELATED-TO")
"""Where another party's name or id could stand; a calendar's own name has the name of its party."""


def events(of: Programme, party: str) -> dict[str, Part]:
    calendar = parse(calendars.publish(of)[f"calendars/parties/{party}.ics"])
    return {unescaped(event.value("SUMMARY")): event for event in calendar.inside("VEVENT")}


def description(of: Programme, party: str, meeting: str) -> list[str]:
    return unescaped(events(of, party)[meeting].value("DESCRIPTION")).split("\n")


@pytest.fixture(scope="module")
def printed() -> Programme:
    """Return the programme of the 2022 forum as it was given out, with statements of all who may speak."""
    known = read_forum(DATA / "imrf-2022").forum
    assert known.release
    return Programme(
        forum=known,
        timetable=known.release.timetable,
        status="optimal",
        release=1,
        estimates=tuple(_speaking(known)),
    )


def _speaking(of: Forum) -> list[object]:
    speakers = [one.party for one in of.parties if one.kind in {"member-state", "observer-state"}]
    return [
        estimate(of, party, "plenary-1", number, "10:30:00", "10:32:30", "10:30:00", "10:35:00")
        for number, party in enumerate(speakers, 1)
    ]


def test_duties_are_told_with_their_hours() -> None:
    of = programme()
    assert description(of, "egypt", "Round table 3")[0] == "Your part: Co-chair, 10:00-13:00"
    assert description(of, "president", "Multi-stakeholder hearing (1 of 2)") == [
        "Your part: Chair, 10:00-13:00",
        "Your part: Speaker, 10:00-10:30, Opening",
        "",
        "With all relevant stakeholders.",
        "Open to the floor.",
        "",
        "10:00-10:30 Opening",
        "10:30-13:00 Session I",
        "",
        "Webcast: https://webtv.example.org/hearing",
        "",
        "https://example.org/hearing",
    ]


def test_a_duty_in_another_meeting_is_not_told_in_this_one() -> None:
    of = programme()
    parts = {name: description(of, "iom", name) for name in events(of, "iom")}
    first, second = (f"Multi-stakeholder hearing ({number} of 2)" for number in (1, 2))
    assert list(parts) == [first, second]
    assert parts[first][:2] == [
        "Your part: Keynote speaker, 10:00-10:30, Opening",
        "Your part: Speaker, 10:00-10:30, Opening",
    ]
    assert not [line for line in parts[second] if line.startswith("Your part")]


def test_without_an_agenda_every_part_is_told_without_hours() -> None:
    of = programme()
    bare = of.replace(timetable=of.timetable.replace(segments=None))
    for number in (1, 2):
        assert description(bare, "iom", f"Multi-stakeholder hearing ({number} of 2)")[:2] == [
            "Your part: Keynote speaker, Opening",
            "Your part: Speaker, Opening",
        ]
    gone = of.forum.session_by_id["round-table-3"]
    lost = gone.replace(duties=(Duty(role="moderator", party="egypt", segment="gone"),))
    others = (lost if one is gone else one for one in of.forum.sessions)
    assert description(programme(of.forum.replace(sessions=tuple(others))), "egypt", "Round table 3")[0] == (
        "Your part: Moderator, gone"
    )


def test_a_part_that_is_said_twice_is_told_once() -> None:
    of = forum()
    table = of.session_by_id["round-table-3"]
    twice = table.replace(duties=(*table.duties, *table.duties))
    known = of.replace(sessions=tuple(twice if one is table else one for one in of.sessions))
    assert (
        description(programme(known), "egypt", "Round table 3").count("Your part: Co-chair, 10:00-13:00") == 1
    )


def test_parallel_meetings_are_both_there_and_say_so() -> None:
    found = events(programme(), "turkiye")
    assert found["Round table 3"].value("CATEGORIES") == found["Round table 4"].value("CATEGORIES")
    assert found["Round table 4"].value("CATEGORIES") == "round-table,parallel"
    assert found["1st plenary meeting"].value("CATEGORIES") == "plenary"
    other = "At the same time: Round table 4, Trusteeship Council Chamber, 10:00-13:00"
    assert description(programme(), "turkiye", "Round table 3") == [
        "Your part: Co-chair, 10:00-13:00",
        "",
        other,
        "",
        "https://example.org/forum",
    ]
    assert (
        parse(calendars.publish(programme())["calendars/all.ics"]).inside("VEVENT")[2].value("CATEGORIES")
        == "round-table"
    )


def moved_table(start: tuple[int, int], end: tuple[int, int]) -> Programme:
    """Return the programme with round table 4 at other hours of the same day, the agendas left out."""
    of, made = forum(), timetable(forum())
    there = Placement(
        meeting="round-table-4",
        room="trusteeship-council-chamber",
        start=at(of, "day-1", *start),
        end=at(of, "day-1", *end),
    )
    places = tuple(there if one.meeting == there.meeting else one for one in made.placements)
    ordered = tuple(sorted(places, key=lambda one: (one.start, one.meeting)))
    return programme(of, timetable=made.replace(placements=ordered))


@pytest.mark.parametrize(
    ("start", "end", "beside"),
    [
        ((12, 59), (15, 59), True),
        ((8, 0), (10, 1), True),
        ((11, 0), (12, 0), True),
        ((13, 0), (16, 0), False),
        ((8, 0), (10, 0), False),
    ],
)
def test_one_minute_is_enough(start: tuple[int, int], end: tuple[int, int], beside: bool) -> None:
    found = events(moved_table(start, end), "turkiye")
    for name in ("Round table 3", "Round table 4"):
        assert ("parallel" in found[name].value("CATEGORIES")) == beside
        assert ("At the same time" in found[name].value("DESCRIPTION")) == beside


def test_several_meetings_at_once_come_in_the_order_of_time() -> None:
    of = forum()
    talk = Session(session="talk", kind="talk", title="Talk", minutes=60)
    known = of.replace(sessions=(*of.sessions, talk))
    places = (*PLACES, ("talk", "spare-room", "day-1", 9, 11))
    made = programme(known, timetable=timetable(known, places))
    lines = [one for one in description(made, "egypt", "Round table 4") if one.startswith("At the same time")]
    assert lines == [
        "At the same time: Talk, Spare Room, 09:00-11:00",
        "At the same time: Round table 3, Conference Room 4, 10:00-13:00",
    ]


def test_only_meetings_that_the_party_attends_are_parallel() -> None:
    of = forum()
    table = of.session_by_id["round-table-4"].replace(open_to=("sector",))
    known = of.replace(sessions=tuple(table if one.session == table.session else one for one in of.sessions))
    found = events(programme(known), "egypt")
    assert "Round table 4" not in found
    assert found["Round table 3"].value("CATEGORIES") == "round-table"


def test_attends_narrows() -> None:
    assert set(events(programme(), "workers")) == {
        "Multi-stakeholder hearing (1 of 2)",
        "Multi-stakeholder hearing (2 of 2)",
    }


def test_the_same_meeting_has_the_same_id_and_stamps_in_every_calendar() -> None:
    of = released()
    files = calendars.publish(of)
    everywhere = {one.value("UID"): one for one in parse(files["calendars/all.ics"]).inside("VEVENT")}
    names = "UID DTSTAMP CREATED LAST-MODIFIED SEQUENCE STATUS DTSTART DTEND LOCATION RELATED-TO SUMMARY URL"
    for event in events(of, "egypt").values():
        other = everywhere[event.value("UID")]
        assert [event.value(name) for name in names.split()] == [other.value(name) for name in names.split()]


def test_another_partys_duty_changes_no_byte() -> None:
    of = forum(parties=(*forum().parties, Party(party="malta", name="Malta", kind="state")))
    table = of.session_by_id["round-table-3"]
    other = table.replace(duties=(table.duties[0], Duty(role="moderator", party="malta")))
    sessions = tuple(other if one is table else one for one in of.sessions)
    before = calendars.publish(programme(of))
    after = calendars.publish(programme(of.replace(sessions=sessions)))
    touched = {path for path in before if before[path] != after[path]}
    assert touched == {
        "calendars/all.ics",
        "calendars/rooms/conference-room-4.ics",
        "calendars/sessions/round-table-3.ics",
        "calendars/parties/malta.ics",
        "calendars/parties/turkiye.ics",
    }


def test_those_without_a_part_of_their_own_share_what_was_written() -> None:
    files = calendars.publish(many_parties(3))
    bodies = {
        files[f"calendars/parties/state-{one}.ics"].partition(b"BEGIN:VTIMEZONE")[2] for one in range(3)
    }
    assert len(bodies) == 1


def test_parallel_marks_in_the_morning_of_18_may_2022(printed: Programme) -> None:
    marked = {
        name: unescaped(event.value("DESCRIPTION")).split("\n")[0]
        for name, event in events(printed, "france").items()
        if event.value("CATEGORIES").endswith(",parallel")
    }
    assert marked == {
        "Round table 3": "At the same time: Round table 4, Trusteeship Council Chamber, 10:00-13:00",
        "Round table 4": "At the same time: Round table 3, Conference Room 4, 10:00-13:00",
    }


@pytest.mark.parametrize(
    ("party", "meeting", "said"),
    [
        ("egypt", "Round table 1", "Your part: Co-chair, 10:00-13:00"),
        ("kathleen-newland", "Round table 1", "Your part: Moderator, 10:00-13:00"),
        ("desa-keynote-speaker", "Round table 4", "Your part: Keynote speaker, 10:10-10:20, Keynote address"),
        ("director-general-of-iom", "Policy debate", "Your part: Facilitator, 15:00-18:00"),
        ("secretary-general", "1st plenary meeting", "Your part: Speaker, 10:00-10:30, Opening segment"),
        (
            "president-of-the-general-assembly",
            "4th plenary meeting",
            "Your part: Chairs, 17:35-18:00, Closing segment",
        ),
    ],
)
def test_duties_of_2022(printed: Programme, party: str, meeting: str, said: str) -> None:
    assert description(printed, party, meeting)[0] == said


def test_no_calendar_of_2022_names_another_party(printed: Programme) -> None:
    files = calendars.publish(printed)
    names = {one.party: {one.party, one.name, one.name.partition(" (")[0]} for one in printed.forum.parties}
    every = sorted(name for some in names.values() for name in some)
    anybody = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, every))})(?!\w)")
    named = cache(lambda text: frozenset(anybody.findall(unescaped(text))))
    all_events = parse(files["calendars/all.ics"]).inside("VEVENT")
    assert len({name for one in all_events for name in named(one.value("DESCRIPTION"))}) > 20
    for party, own in names.items():
        for event in parse(files[f"calendars/parties/{party}.ics"]).inside("VEVENT"):
            assert {name for words in WORDS for name in named(event.value(words))} <= own, party


def test_the_calendars_of_2022_have_no_fault(printed: Programme) -> None:
    files = calendars.publish(printed)
    parties = [path for path in files if path.startswith("calendars/parties/")]
    assert len(parties) == len(printed.forum.parties)
    for path in parties[::20]:
        assert faults(files[path]) == [], path


def test_statements_and_duties_stand_together() -> None:
    found = list(events(with_statements(), "egypt"))
    assert found[2:5] == ["Round table 3", "Round table 4", "1st plenary meeting"]
    assert found[6] == "Your statement: General debate, number 12, about 11:24"
