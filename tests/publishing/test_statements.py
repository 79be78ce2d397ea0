"""A party's own statement in its calendar."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from scheduler.domain.estimates import estimates
from scheduler.domain.list_of_speakers import ListOfSpeakers, Statement, Stretch
from scheduler.domain.programme import Programme
from scheduler.domain.session import Session
from scheduler.domain.timetable import Timetable
from scheduler.publishing import calendars

from .calendar_lint import Part, faults, instant, parse, unescaped
from .nasty_programme import NASTY
from .programmes import clock, released, timetable
from .releases import given
from .statements import estimate, listed, with_statements


def statements(of: Programme, party: str = "egypt") -> list[Part]:
    calendar = parse(calendars.publish(of)[f"calendars/parties/{party}.ics"])
    return [one for one in calendar.inside("VEVENT") if one.value("CATEGORIES") == "statement"]


def summaries(of: Programme, party: str = "egypt") -> list[str]:
    return [unescaped(one.value("SUMMARY")) for one in statements(of, party)]


def description(of: Programme, party: str = "egypt", number: int = 0) -> list[str]:
    return unescaped(statements(of, party)[number].value("DESCRIPTION")).split("\n")


def test_what_a_statement_says() -> None:
    of = with_statements()
    event = statements(of)[0]
    assert unescaped(event.value("SUMMARY")) == "Your statement: General debate, number 12, about 11:24"
    assert description(of) == [
        "1st plenary meeting, number 12.",
        "Planned from 11:24:30 to 11:27:00 on Wednesday 18 May 2022.",
        "You may be called up to 5 minutes 30 seconds earlier or later: between 11:19:00 and 11:30:00.",
        "Your limit is 2 minutes 30 seconds.",
        "",
        "These times are estimates: they change with the statements before yours.",
        "",
        "https://example.org/forum",
    ]
    assert event.value("LOCATION") == "General Assembly Hall\\, General Assembly Building\\, New York"
    assert event.value("GEO") == "40.7499;-73.9675"
    assert event.value("URL") == "https://example.org/forum"
    assert event.value("ORGANIZER") == "mailto:forum@example.org"
    assert (event.value("STATUS"), event.value("TRANSP"), event.value("CLASS")) == (
        "TENTATIVE",
        "OPAQUE",
        "PUBLIC",
    )


def test_it_lasts_from_the_first_to_the_last_minute_in_which_it_may_be() -> None:
    zone = {"TZID": "America/New_York"}
    first, *_, last = statements(with_statements())
    assert [one.parameters for one in (*first.all("DTSTART"), *first.all("DTEND"))] == [zone, zone]
    assert first.value("DTSTART") == "20220518T111900"
    assert first.value("DTEND") == "20220518T113300", "the last second is 11:32:30"
    assert (last.value("DTSTART"), last.value("DTEND")) == ("20220518T164800", "20220518T165700")


def test_how_far_an_estimate_can_be_relied_on() -> None:
    of = with_statements()
    assert description(of, "turkiye")[2] == "How much earlier or later you may be called is not known."
    assert description(of, "workers")[2:4] == [
        "You may be called up to 1 minute 5 seconds later: between 15:00:00 and 15:01:05.",
        "Your limit is 3 minutes.",
    ]
    assert description(of, number=2)[2] == (
        "You may be called up to 2 minutes 30 seconds earlier and up to 1 minute 30 seconds later: "
        "between 16:48:00 and 16:52:00."
    )
    known = of.forum
    short = ("egypt", "plenary-1", 2, "10:33:00", "10:33:01", "10:32:59", "10:33:00")
    said = description(of.replace(estimates=(estimate(known, *short),)))
    assert said[2].startswith("You may be called up to 1 second earlier: between 10:32:59")
    assert said[3] == "Your limit is 1 second."


def test_rights_of_reply_are_named_and_have_ids_of_their_own() -> None:
    of = with_statements()
    assert summaries(of) == [
        "Your statement: General debate, number 12, about 11:24",
        "Your right of reply: General debate, number 30, about 16:40",
        "Your second right of reply: General debate, number 31, about 16:50",
    ]
    ids = [one.value("UID") for party in ("egypt", "turkiye", "workers") for one in statements(of, party)]
    assert len(set(ids)) == 5


def test_a_statement_stands_beside_its_meeting() -> None:
    calendar = parse(calendars.publish(with_statements())["calendars/parties/egypt.ics"])
    meetings = {unescaped(one.value("SUMMARY")): one for one in calendar.inside("VEVENT")}
    first, *_, last = statements(with_statements())
    assert first.value("RELATED-TO") == meetings["1st plenary meeting"].value("UID")
    assert last.value("RELATED-TO") == meetings["2nd plenary meeting"].value("UID")


def test_who_speaks_has_the_meeting_in_its_calendar_whatever_it_attends() -> None:
    calendar = parse(calendars.publish(with_statements())["calendars/parties/workers.ics"])
    titles = [unescaped(one.value("SUMMARY")) for one in calendar.inside("VEVENT")]
    assert titles == [
        "Multi-stakeholder hearing (1 of 2)",
        "Multi-stakeholder hearing (2 of 2)",
        "2nd plenary meeting",
        "Your statement: General debate, number 1, about 15:00",
    ]


def test_nobody_reads_of_the_statements_of_others() -> None:
    files = calendars.publish(with_statements())
    assert {path for path, raw in files.items() if b"CATEGORIES:statement" in raw} == {
        f"calendars/parties/{party}.ics" for party in ("egypt", "turkiye", "workers")
    }
    assert (
        files["calendars/all.ics"]
        == calendars.publish(with_statements().replace(estimates=()))["calendars/all.ics"]
    )


def test_its_id_is_neither_that_of_its_time_nor_of_its_place_in_the_list() -> None:
    of = with_statements()
    moved = estimate(of.forum, "egypt", "plenary-2", 1, "15:00:00", "15:02:30", "15:00:00", "15:00:00")
    (now,) = statements(of.replace(estimates=(moved,)))
    before, reply, _ = statements(of)
    assert now.value("UID") == before.value("UID")
    assert now.value("DTSTART") != before.value("DTSTART")
    other = of.estimates[3].replace(meeting="plenary-1")
    assert statements(of.replace(estimates=(other,)))[0].value("UID") != reply.value("UID")


def test_stamps_come_from_the_forum_before_there_is_a_release() -> None:
    for event in statements(with_statements()):
        assert {event.value(name) for name in ("DTSTAMP", "CREATED", "LAST-MODIFIED")} == {"20220301T120000Z"}
        assert event.value("SEQUENCE") == "0"


def test_what_may_move_a_statement_raises_its_sequence() -> None:
    plain = released()
    of = plain.replace(estimates=with_statements().estimates)
    assert [one.value("SEQUENCE") for one in statements(of)] == ["3", "3", "3"], "release 3"
    assert {one.value("DTSTAMP") for one in statements(of)} == {"20220502T093015Z"}
    again = plain.replace(estimates=with_statements(replanned=2).estimates)
    assert statements(again)[0].value("SEQUENCE") == "5"
    places = tuple(
        one.replace(room="spare-room") if one.meeting == "plenary-1" else one
        for one in of.timetable.placements
    )
    moved = of.replace(timetable=of.timetable.replace(placements=places))
    assert statements(moved)[0].value("SEQUENCE") == "4", "a meeting moves"
    assert statements(moved)[0].value("LOCATION") == "Spare Room"
    assert not statements(moved)[0].all("GEO")


def test_each_estimate_says_how_often_the_list_was_planned() -> None:
    debate = Stretch(meeting="plenary-1", day="day-2", start=0, end=600)
    said = ListOfSpeakers(statements=(Statement(party="egypt", meeting="plenary-1", start=0, end=150),))
    assert [one.replanned for one in estimates((debate,), said, 20)] == [0]
    assert [one.replanned for one in estimates((debate,), said, 20, 7)] == [7]


def test_the_first_release_made_it() -> None:
    of = released()
    last = of.forum.release
    assert last
    first = last.replace(number=2, released=datetime(2022, 4, 1, tzinfo=UTC), **given(of.forum, of.timetable))
    known = of.forum.replace(history=(first, last))
    event = statements(of.replace(forum=known, estimates=with_statements().estimates))[0]
    assert (event.value("CREATED"), event.value("LAST-MODIFIED")) == ("20220401T000000Z", "20220502T093015Z")


def test_a_statement_in_a_meeting_without_a_place_is_left_out() -> None:
    of = with_statements()
    held = tuple(one for one in of.timetable.placements if one.meeting != "plenary-2")
    assert len(statements(of.replace(timetable=of.timetable.replace(placements=held)))) == 1


def test_without_an_agenda_the_meeting_is_named() -> None:
    of = with_statements()
    bare = of.replace(timetable=of.timetable.replace(segments=None))
    assert summaries(bare)[0] == "Your statement: 1st plenary meeting, number 12, about 11:24"


def test_a_placeholder_says_so() -> None:
    of = with_statements(listed().replace(placeholder="the week is not chosen"))
    assert summaries(of)[0].startswith("Placeholder: Your statement")
    assert description(of)[0].startswith("Placeholder: the week is not chosen")


def test_it_says_no_more_than_is_known() -> None:
    event = statements(with_statements(listed().replace(url="", organizer="The Secretariat")))[0]
    assert not {"URL", "ORGANIZER"} & {line.name for line in event.lines}


@pytest.mark.parametrize("text", NASTY)
def test_no_text_does_harm(text: str) -> None:
    known = listed()
    *others, plenary = known.sessions
    segments = tuple(one.replace(title=text) for one in plenary.all_segments)
    evil = plenary.replace(
        all_segments=segments, meeting_titles=(text, text), url="  https://a.org/;,\r\nX:y"
    )
    of = with_statements(known.replace(sessions=(*others, evil)))
    assert faults(calendars.publish(of)["calendars/parties/egypt.ics"]) == []


def at_night(**zone: Any) -> Programme:
    """Return a statement at half past one, which comes twice in that night, for the second time."""
    known = listed().replace(clock=clock(first=date(2022, 11, 6)).replace(**zone))
    known = known.replace(sessions=(Session(session="night", kind="talk", title="Night", minutes=90),))
    start = known.clock.minute_at(datetime(2022, 11, 6, 6, 30, tzinfo=UTC))
    placed = timetable(known, (("night", "spare-room", "hearing-day", 0, 3),)).placements[0]
    held = Timetable(placements=(placed.replace(start=start, end=start + 90),))
    said = estimate(known, "egypt", "night", 1, "00:00:00", "00:02:00", "00:00:00", "00:00:00")
    moved = dict.fromkeys(("start", "earliest", "latest"), 60 * start)
    return with_statements(known).replace(
        timetable=held, estimates=(said.replace(**moved, end=60 * start + 120),)
    )


@pytest.mark.parametrize("timezone", ["America/New_York", "UTC"])
def test_an_hour_that_comes_twice_and_a_forum_in_utc_are_written_in_utc(timezone: str) -> None:
    of = at_night(timezone=timezone)
    (event,) = statements(of)
    assert event.value("DTSTART") == "20221106T063000Z"
    assert instant(event.all("DTEND")[0]) == datetime(2022, 11, 6, 6, 32, tzinfo=UTC)
    assert faults(calendars.publish(of)["calendars/parties/egypt.ics"]) == []
