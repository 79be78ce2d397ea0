"""Meetings that are gone stay in the calendars as cancelled, and in a file for those who imported."""

import os
import subprocess
import sys
from datetime import datetime
from hashlib import sha256

import pytest
from icalendar import Calendar

from scheduler.domain.room import Room
from scheduler.publishing import calendars
from scheduler.publishing.cancelled_events import cancelled_blocks, cancelled_events

from ..publishing.calendar_lint import Part, faults, parse, unescaped
from ..publishing.programmes import timetable
from ..publishing.test_calendars import SHARED_LINT
from .story import autumn, places, released, three
from .subscribers import ROOT

GONE = ("round-table-4",)
ALL = ("egypt", "iom", "nobody", "president", "turkiye", "workers")


def cancelled(**changes):
    """Return the programme of a release without round table 4, which was in the one before."""
    return released(released(None, autumn(), **changes), autumn(*GONE), places(gone=GONE))


def events(raw: bytes) -> dict[str, Part]:
    return {unescaped(one.value("SUMMARY")): one for one in parse(raw).inside("VEVENT")}


def calendars_with(programme, words=b"SUMMARY:CANCELLED: Round table 4"):
    files = calendars.publish(programme)
    return {path.removeprefix("calendars/")[:-4] for path, raw in files.items() if words in raw}


def test_what_a_cancelled_event_says():
    event = events(calendars.publish(cancelled())["calendars/all.ics"])["CANCELLED: Round table 4"]
    assert {name: event.value(name) for name in ("STATUS", "TRANSP", "SEQUENCE", "CLASS", "CATEGORIES")} == {
        "STATUS": "CANCELLED",
        "TRANSP": "TRANSPARENT",
        "SEQUENCE": "1",
        "CLASS": "PUBLIC",
        "CATEGORIES": "round-table",
    }
    assert event.value("DTSTART") == "20221105T100000"
    assert event.value("DTEND") == "20221105T130000"
    assert event.value("CREATED") == "20221001T093015Z"
    assert event.value("LAST-MODIFIED") == event.value("DTSTAMP") == "20221002T093015Z"
    assert event.value("LOCATION") == "Trusteeship Council Chamber\\, New York"
    assert unescaped(event.value("DESCRIPTION")) == "This meeting is cancelled.\n\nhttps://example.org/forum"
    assert event.value("URL") == "https://example.org/forum"
    assert event.value("ORGANIZER") == "mailto:forum@example.org"
    assert event.parts == []


def test_a_calendar_is_as_new_as_the_newest_of_its_events():
    files = calendars.publish(cancelled())
    newest = {path: parse(raw).value("LAST-MODIFIED") for path, raw in files.items()}
    assert newest.pop("calendars/rooms/conference-room-4.ics") == "20221001T093015Z"
    assert newest["calendars/rooms/trusteeship-council-chamber.ics"] == "20221002T093015Z"
    assert newest["calendars/sessions/plenary.ics"] == "20221001T093015Z"
    for path, raw in files.items():
        stamps = {one.value("LAST-MODIFIED") for one in parse(raw).inside("VEVENT")}
        assert parse(raw).value("LAST-MODIFIED") == max(stamps), path


def test_it_stays_where_it_was():
    found = calendars_with(cancelled())
    assert found == {
        "all",
        "cancellations",
        "rooms/trusteeship-council-chamber",
        "sessions/round-table-4",
        "parties/egypt",
        "parties/turkiye",
    }
    later = released(cancelled(), autumn(*GONE), places(gone=GONE))
    assert calendars_with(later) == found
    assert calendars.publish(later) == calendars.publish(cancelled())


def test_its_session_keeps_its_name():
    raw = calendars.publish(cancelled())["calendars/sessions/round-table-4.ics"]
    assert parse(raw).value("NAME") == "International Migration Review Forum 2022: Round table 4"


def test_one_of_two_meetings_may_be_gone():
    hearing = (
        autumn().session_by_id["plenary"].replace(meetings=3, minutes=60, meeting_titles=("A", "B", "C"))
    )
    long = autumn(sessions=(*autumn("plenary").sessions, hearing))
    third = ("plenary-3", "general-assembly-hall", "day-2", 17, 18)
    programme = released(released(None, long, places(third)), autumn())
    assert [one.title for one in cancelled_events(programme)] == ["C"]
    unknown = programme.replace(earlier={})
    (gone,) = cancelled_events(unknown)
    assert (gone.session, gone.name, gone.kind) == ("plenary", "Plenary", "plenary")
    assert gone.parties == {"egypt", "turkiye"}


def test_parties_are_those_of_the_release_that_had_it():
    programme = cancelled()
    then = autumn(parties=tuple(one for one in autumn().parties if one.party != "turkiye"))
    (gone,) = cancelled_events(programme.replace(earlier={1: then}))
    assert gone.parties == {"egypt"}
    now = programme.replace(forum=programme.forum.replace(parties=then.parties))
    assert cancelled_events(now)[0].parties == {"egypt"}
    assert "calendars/parties/turkiye.ics" not in calendars.publish(now)


def test_all_parties_are_told_when_nobody_knows_whom_it_concerned():
    (gone,) = cancelled_events(cancelled().replace(earlier={}))
    assert gone.parties == set(ALL)
    assert {f"parties/{party}" for party in ALL} < calendars_with(cancelled().replace(earlier={}))


def bare(programme):
    """Return a programme whose first release says no more than it must, as one written by hand."""
    first, *others = programme.forum.history
    poor = tuple(one.replace(session="", kind="", title="") for one in first.meetings)
    history = (first.replace(meetings=poor), *others)
    return programme.replace(forum=programme.forum.replace(history=history))


def test_what_a_release_does_not_say_is_asked_of_the_forum_then():
    (gone,) = cancelled_events(bare(cancelled()))
    assert (gone.session, gone.name) == ("round-table-4", "Round table 4")
    assert (gone.kind, gone.title) == ("round-table", "Round table 4")


def test_without_the_forum_then_an_id_has_to_do():
    unknown = bare(cancelled()).replace(earlier={})
    (gone,) = cancelled_events(unknown)
    assert (gone.session, gone.name) == ("round-table-4", "round-table-4")
    assert (gone.kind, gone.title) == ("meeting", "round-table-4")
    assert all(faults(raw) == [] for path, raw in calendars.publish(unknown).items() if "cancell" not in path)


def test_a_room_that_is_gone_keeps_its_calendar():
    programme = cancelled()
    rooms = tuple(one for one in autumn().rooms if one.room != "trusteeship-council-chamber")
    venue = programme.forum.venue.replace(rooms=rooms)
    left = programme.forum.replace(rooms=rooms)
    for forum, earlier, name in (
        (left, {}, "Trusteeship Council Chamber"),
        (left.replace(venue=venue), programme.earlier, "Trusteeship Council Chamber"),
        (left.replace(venue=venue), {}, "trusteeship-council-chamber"),
    ):
        now = programme.replace(forum=forum, earlier=earlier)
        assert isinstance(cancelled_events(now)[0].room, Room)
        raw = calendars.publish(now)["calendars/rooms/trusteeship-council-chamber.ics"]
        assert parse(raw).value("NAME") == f"International Migration Review Forum 2022: {name}"
        assert faults(raw) == []


def test_an_event_without_a_page_or_an_organizer_has_none():
    programme = cancelled()
    silent = {"url": "", "organizer": ""}
    earlier = {number: of.replace(**silent) for number, of in programme.earlier.items()}
    now = programme.replace(forum=programme.forum.replace(**silent), earlier=earlier)
    event = events(calendars.publish(now)["calendars/all.ics"])["CANCELLED: Round table 4"]
    assert event.value("DESCRIPTION") == "This meeting is cancelled."
    assert not {"URL", "ORGANIZER", "CONFERENCE"} & {line.name for line in event.lines}


def test_the_page_is_that_of_the_session_then():
    table = autumn().session_by_id["round-table-4"].replace(url="https://example.org/4")
    then = autumn(sessions=(*autumn(*GONE).sessions, table))
    programme = released(released(None, then), autumn(*GONE), places(gone=GONE))
    assert cancelled_events(programme)[0].page == "https://example.org/4"


def test_a_proposal_says_that_it_is_one():
    last = released(None, autumn())
    of = autumn(*GONE)
    forum = of.replace(release=last.forum.release, history=last.forum.history)
    proposal = last.replace(forum=forum, timetable=timetable(of, places(gone=GONE)), release=None)
    event = events(calendars.publish(proposal)["calendars/cancellations.ics"])["CANCELLED: Round table 4"]
    assert unescaped(event.value("DESCRIPTION")).startswith("It is proposed to cancel this meeting.")
    assert (event.value("STATUS"), event.value("SEQUENCE")) == ("CANCELLED", "1")
    assert event.value("LAST-MODIFIED") == "20221001T093015Z"


def test_a_meeting_that_comes_back_is_as_any_other():
    first, second, third = three()
    uid = events(calendars.publish(first)["calendars/all.ics"])["Round table 4"].value("UID")
    gone = events(calendars.publish(second)["calendars/all.ics"])["CANCELLED: Round table 4"]
    back = events(calendars.publish(third)["calendars/all.ics"])["Round table 4"]
    assert uid == gone.value("UID") == back.value("UID")
    assert (back.value("STATUS"), back.value("SEQUENCE"), back.value("TRANSP")) == (
        "CONFIRMED",
        "2",
        "OPAQUE",
    )
    assert back.value("CREATED") == "20221001T093015Z"
    assert back.value("LAST-MODIFIED") == "20221003T093015Z"
    assert cancelled_blocks(third) == {}
    assert "calendars/cancellations.ics" not in calendars.publish(third)


def test_the_cancellation_file_is_a_message():
    raw = calendars.publish(cancelled())["calendars/cancellations.ics"]
    calendar = parse(raw)
    assert calendar.value("METHOD") == "CANCEL"
    assert calendar.value("NAME") == "International Migration Review Forum 2022: cancellations"
    assert list(events(raw)) == ["CANCELLED: Round table 4"]
    assert next(iter(cancelled_blocks(cancelled()).values())) in raw
    assert faults(raw, "CANCEL") == []
    for path, other in calendars.publish(cancelled()).items():
        assert (b"METHOD" in other) == (path == "calendars/cancellations.ics")


def test_all_may_be_cancelled():
    last = released(None, autumn())
    nothing = last.replace(timetable=timetable(autumn(), ()), release=None)
    files = calendars.publish(nothing)
    assert len(events(files["calendars/all.ics"])) == 6
    assert faults(files["calendars/all.ics"]) == []
    assert files["calendars/cancellations.ics"].count(b"BEGIN:VEVENT") == 6


def test_what_is_cancelled_in_another_year_and_zone_is_told_right():
    first = released(None, autumn()).forum.release
    hours = (datetime.fromisoformat(f"2019-11-05T{hour}:00-04:00") for hour in (10, 13))
    times = dict(zip(("start", "end"), hours, strict=True))
    early = tuple(one.replace(**times) for one in first.meetings if one.id in GONE)
    history = (first.replace(meetings=early, segments=()),)
    programme = cancelled()
    forum = programme.forum.replace(history=(*history, *programme.forum.history[1:]))
    raw = calendars.publish(programme.replace(forum=forum))["calendars/sessions/round-table-4.ics"]
    (event,) = Calendar.from_ical(raw).walk("VEVENT")
    assert event.start.isoformat() == "2019-11-05T09:00:00-05:00"
    assert faults(raw) == []


@pytest.mark.parametrize("number", range(3))
def test_no_calendar_of_a_release_has_a_fault(number):
    for path, raw in calendars.publish(three()[number]).items():
        assert faults(raw, "CANCEL" if path.endswith("cancellations.ics") else "") == [], path
        Calendar.from_ical(raw)


@pytest.mark.skipif(not SHARED_LINT.exists(), reason="there is no other judge of calendars on this machine")
def test_another_judge_finds_nothing_either(tmp_path):
    paths = []
    for programme in three():
        for raw in calendars.publish(programme).values():
            paths.append(tmp_path / f"{len(paths)}.ics")
            paths[-1].write_bytes(raw)
    found = subprocess.run([sys.executable, SHARED_LINT, *paths], capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr


DIGEST = """
from tests.calendars.test_cancelled_events import digest
print(digest())
"""


def digest():
    whole = sha256()
    for programme in three():
        for path, content in calendars.publish(programme).items():
            whole.update(path.encode() + b"=" + content)
    return whole.hexdigest()


def test_no_process_gives_other_bytes():
    found = {digest()}
    for seed, zone in (("0", "Asia/Kathmandu"), ("4711", "America/Los_Angeles")):
        env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed, "TZ": zone}
        ended = subprocess.run(
            [sys.executable, "-c", DIGEST], env=env, capture_output=True, text=True, check=True
        )
        found.add(ended.stdout.strip())
    assert len(found) == 1
