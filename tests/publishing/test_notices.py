"""Notices: who is touched, what each is told, and which events go with it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from scheduler.domain.forum import Forum
from scheduler.domain.programme import Programme
from scheduler.domain.session import Duty, Session
from scheduler.domain.window import Window
from scheduler.publishing import calendars, notices
from scheduler.publishing.calendar_event import event_blocks
from scheduler.publishing.cancelled_events import cancelled_blocks
from scheduler.publishing.notice_text import MARK
from scheduler.publishing.text_cells import width

from .calendar_lint import faults, parse
from .changed import MOVED, after, changed, first, release
from .nasty_programme import nasty
from .programmes import PARTIES, PLACES, clock, forum, released, sessions, timetable

EGYPT = """\
Notice of changes to the programme (prepared with hemicycle)

International Migration Review Forum 2022
For Egypt

Until now: release 1, published on Friday 1 April 2022.
From now on: a timetable that is proposed, and not released yet.
Times are those of America/New_York (EDT, UTC-04:00).

CANCELLED

Round table 4
    was:       Trusteeship Council Chamber, 10:00-13:00 on day-1 (Tuesday 17 May
               2022)
    is:        cancelled

MOVED

Round table 3
    was:       Conference Room 4, 10:00-13:00 on day-1 (Tuesday 17 May 2022)
    is:        Spare Room, 15:00-18:00 on day-1 (Tuesday 17 May 2022)
    your part: Co-chair
    because:   the Conference Room 4 is taken

The calendar egypt.ics beside this notice holds these 2 events and no others.
Questions: please ask forum@example.org.
"""


def texts(of: Programme) -> dict[str, str]:
    """Return the text of each notice by its party."""
    files = notices.publish(of)
    found = {path[8:-4]: content.decode() for path, content in files.items() if path.endswith(".txt")}
    assert sorted(files) == sorted(f"notices/{party}.{end}" for party in found for end in ("txt", "ics"))
    return found


def uids(of: Programme, party: str) -> list[str]:
    calendar = parse(notices.publish(of)[f"notices/{party}.ics"])
    return [event.value("UID") for event in calendar.inside("VEVENT")]


def test_a_notice_says_what_was_what_is_what_is_cancelled_and_why() -> None:
    of = changed(because={"round-table-3": "the Conference Room 4\n is taken"})
    assert texts(of)["egypt"] == EGYPT


def test_only_those_who_are_touched_get_one() -> None:
    assert set(texts(changed())) == {"egypt", "turkiye"}
    hearing_moves = tuple(
        (*one[:1], "spare-room", *one[2:]) if one[0] == "hearing-2" else one for one in PLACES
    )
    told = texts(after(first(), places=hearing_moves))
    assert set(told) == {"egypt", "iom", "president", "turkiye", "workers"}
    assert "Chair" in told["president"]
    assert "your part" not in told["iom"]


def test_nobody_is_touched_when_nothing_changes() -> None:
    assert notices.publish(after(first())) == {}


def test_nobody_is_told_before_anything_is_published() -> None:
    plain = forum()
    assert notices.publish(after()) == {}
    draft = release(1, plain, timetable(plain), "tentative")
    assert notices.publish(after(draft, places=MOVED)) == {}
    assert notices.publish(released()) == {}


def test_the_last_published_release_counts_and_drafts_between_do_not() -> None:
    plain = forum()
    draft = release(2, plain, timetable(plain, MOVED), "draft")
    assert set(texts(after(first(), draft, places=MOVED, release=2))) == {"egypt", "turkiye"}
    assert notices.publish(after(first(), draft)) == {}


def test_a_published_release_tells_of_the_step_to_itself() -> None:
    plain = forum()
    second = release(2, plain, timetable(plain, MOVED))
    told = texts(after(first(), second, places=MOVED, release=2))
    assert "From now on: release 2, published.\n" in told["egypt"]
    assert "release 1, published on Friday 1 April 2022" in told["egypt"]
    assert notices.publish(after(first(), second, places=MOVED)) == {}
    alone = release(1, plain, timetable(plain, MOVED))
    assert notices.publish(after(alone, places=MOVED, release=1)) == {}


def blocks(raw: bytes) -> list[bytes]:
    """Return the events of a calendar as they are written."""
    events = raw.split(b"BEGIN:VEVENT\r\n")[1:]
    return [b"BEGIN:VEVENT\r\n" + one.partition(b"END:VCALENDAR")[0] for one in events]


def test_a_calendar_holds_the_events_touched_as_the_party_s_own_has_them() -> None:
    of = changed()
    table = event_blocks(of)["round-table-3"].decode().split("\r\n")
    for party in ("egypt", "turkiye"):
        raw = notices.publish(of)[f"notices/{party}.ics"]
        assert faults(raw) == []
        own = blocks(calendars.publish(of)[f"calendars/parties/{party}.ics"])
        gone, held = blocks(raw)
        assert held in own
        assert gone in own
        assert gone == cancelled_blocks(of)["round-table-4"]
        told = held.decode().split("\r\n")
        assert [one for one in told if one.startswith("DESCRIPTION:Your part: Co-chair\\, 15:00-18:00\\n")]
        for name in ("UID", "SEQUENCE", "DTSTAMP", "CREATED", "LAST-MODIFIED", "STATUS", "DTSTART", "DTEND"):
            assert [one for one in told if one.startswith(name)] == [
                one for one in table if one.startswith(name)
            ]
        assert raw.count(b"BEGIN:VEVENT") == 2
        assert b"NAME:International Migration Review Forum 2022: changes for " in raw.replace(b"\r\n ", b"")


def test_what_is_added_is_new() -> None:
    plain = forum()
    short = release(1, plain, timetable(plain, PLACES[:-2]))
    told = texts(after(short))
    assert set(told) == {"egypt", "turkiye"}
    new = told["egypt"].partition("NEW\n\n")[2]
    assert "2nd plenary meeting\n    is:        General Assembly Hall, 15:00-17:00 on day-2" in new
    assert "was:" not in new


def of_sessions(*changed_sessions: Session) -> Forum:
    by_id = {one.session: one for one in changed_sessions}
    return forum(sessions=tuple(by_id.get(one.session, one) for one in sessions()))


def test_another_title_is_told_to_those_with_a_duty_in_it() -> None:
    hearing, round_table, *_ = sessions()
    renamed = of_sessions(hearing.replace(title="Hearing"), round_table.replace(title="Table, <three>"))
    told = texts(after(first(), of=renamed))
    assert set(told) == {"egypt", "iom", "president", "turkiye"}
    assert (
        "OTHER TITLE, AGENDA OR DUTIES\n\nTable, <three>\n    stays:     Conference Room 4" in told["egypt"]
    )
    assert 'note:      "Round table 3" is now called "Table, <three>"' in told["egypt"]
    assert "these 2 events" not in told["iom"]
    assert "this event and no other" in told["iom"]


def test_a_shifted_segment_is_told_to_those_with_a_duty_in_its_meeting() -> None:
    hearing, *_ = sessions()
    longer = tuple(
        one.replace(minutes={"opening": 40, "session-1": 190}.get(one.segment, one.minutes))
        for one in hearing.segments
    )
    told = texts(after(first(), of=of_sessions(hearing.replace(segments=longer))))
    assert set(told) == {"iom", "president"}
    assert '"Opening" is held 10:00-10:40 instead of 10:00-10:30' in " ".join(told["iom"].split())
    assert "your part: Keynote speaker, Speaker" in told["iom"]


def test_a_duty_counts_in_every_meeting_while_agendas_are_not_known() -> None:
    hearing, *_ = sessions()
    renamed = of_sessions(hearing.replace(title="Hearing"))
    made = timetable(renamed).replace(segments=None)
    of = after(first(segments=()), of=renamed).replace(timetable=made)
    assert "these 2 events and no others" in texts(of)["iom"]


def test_those_of_then_are_told_where_the_forum_of_then_is_known() -> None:
    _, round_table, *_ = sessions()
    then = forum(parties=(*PARTIES, PARTIES[0].replace(party="malta", name="Malta")))
    now = of_sessions(round_table.replace(duties=(Duty(role="co-chair", party="turkiye"),)))
    of = after(first(), of=now, places=MOVED, earlier={1: then})
    told = texts(of)
    assert set(told) == {"egypt", "malta", "turkiye"}
    assert "For Malta\n" in told["malta"]
    assert "In Round table 3, Egypt no longer has the role co-chair" in " ".join(told["egypt"].split())
    assert "your part: Co-chair" not in told["egypt"]
    assert "your part: Co-chair" in told["turkiye"]
    assert set(texts(of.replace(earlier={}))) == {"egypt", "turkiye"}


def test_who_gets_or_loses_a_duty_is_told_and_nobody_else() -> None:
    _, round_table, *_ = sessions()
    malta = (*PARTIES, PARTIES[0].replace(party="malta", name="Malta"))
    then = forum(parties=malta)
    duties = tuple(
        Duty(role=one.role, party="malta" if one.party == "egypt" else one.party)
        for one in round_table.duties
    )
    now = then.replace(sessions=of_sessions(round_table.replace(duties=duties)).sessions)
    told = texts(after(first(), of=now, earlier={1: then}))
    assert set(told) == {"egypt", "malta"}
    assert "OTHER TITLE, AGENDA OR DUTIES\n\nRound table 3\n    stays:" in told["egypt"]
    words = {party: " ".join(text.split()) for party, text in told.items()}
    assert "note: In Round table 3, Malta has the role co-chair your part: Co-chair" in words["malta"]
    assert "note: In Round table 3, Egypt no longer has the role co-chair The calendar" in words["egypt"]
    assert "Egypt" not in told["malta"]
    assert "Malta" not in told["egypt"]


def test_a_session_that_nobody_knows_any_more_concerns_all() -> None:
    now = forum(sessions=tuple(one for one in sessions() if one.session != "round-table-4"))
    gone = tuple(one for one in PLACES if one[0] != "round-table-4")
    assert set(texts(after(first(), of=now, places=gone))) == {one.party for one in PARTIES}


def moved_by_a_week() -> Forum:
    return forum(clock=clock(first=date(2022, 5, 23)))


def test_new_dates_touch_everybody_who_comes() -> None:
    told = texts(after(first(), of=moved_by_a_week()))
    assert set(told) == {"egypt", "iom", "president", "turkiye", "workers"}
    assert "these 6 events" in told["egypt"]
    assert "    is:        Conference Room 4, 10:00-13:00 on day-1 (Tuesday 24 May 2022)" in told["egypt"]
    assert len(uids(after(first(), of=moved_by_a_week()), "egypt")) == 6


def test_a_release_is_told_of_in_the_zone_of_then() -> None:
    geneva = forum(clock=clock("Europe/Zurich"))
    told = texts(after(first(), of=geneva))["egypt"]
    assert "Times are those of the zone that is named beside them." in told
    assert "America/New_York time" in " ".join(told.split())
    assert "Europe/Zurich time" in " ".join(told.split())


def test_a_calendar_in_utc_needs_no_zone() -> None:
    plain = forum(clock=clock("UTC"))
    of = after(release(1, plain, timetable(plain)), of=plain, places=MOVED)
    raw = notices.publish(of)["notices/egypt.ics"]
    assert faults(raw) == []
    assert b"VTIMEZONE" not in raw


def test_what_planners_write_does_no_harm() -> None:
    evil = nasty().forum
    made = release(1, evil, timetable(evil))
    of = after(made, of=evil, places=MOVED, because={"round-table-3": "bell\x07\r\nBEGIN:VCALENDAR"})
    for path, content in notices.publish(of).items():
        if path.endswith(".ics"):
            assert faults(content) == []
            continue
        text = content.decode()
        assert text.startswith(f"{MARK}\n")
        assert "Questions: please ask the organizers of the forum.\n" in text
        assert all(width(line) <= 80 for line in text.split("\n"))
        assert [one for one in text if one < " " and one != "\n"] == []
        assert [one for one in text if one in "\x7f\x85\u2028\u2029\u202e\ufeff"] == []


def test_the_same_programme_gives_the_same_bytes() -> None:
    assert notices.publish(changed()) == notices.publish(changed())


def test_a_release_from_another_day_changes_nothing_but_its_date() -> None:
    later = first(released=datetime(2022, 4, 1, 12, tzinfo=UTC) + timedelta(days=3))
    old, new = texts(changed())["egypt"], texts(after(later, places=MOVED))["egypt"]
    assert old.replace("Friday 1 April", "Monday 4 April") == new


@pytest.mark.parametrize("party", ["egypt", "turkiye"])
def test_a_notice_is_known_by_its_first_line(party: str) -> None:
    assert texts(changed())[party].split("\n")[0] == MARK


def test_when_others_are_absent_is_nobody_else_s_affair() -> None:
    away = Window(start=0, end=720, words="until day-1 12:00")
    parties = tuple(one.replace(unavailable=(away,)) if one.party == "egypt" else one for one in PARTIES)
    because = "Egypt is not there: until day-1 12:00 (hence at another time); the Chamber is closed"
    told = texts(
        changed().replace(forum=changed().forum.replace(parties=parties), because={"round-table-3": because})
    )
    words = {party: " ".join(text.split()) for party, text in told.items()}
    assert f"because: {because}" in words["egypt"]
    hidden = (
        "because: somebody who is needed is not available then (hence at another time); the Chamber is closed"
    )
    assert hidden in words["turkiye"]
    assert "Egypt is not there" not in words["turkiye"]
