"""Notices for parties that attend other meetings than before, leave the forum or join it."""

import pytest

from scheduler.domain.forum import Forum
from scheduler.publishing import calendars, notices
from scheduler.publishing.calendar_event import event_blocks
from scheduler.publishing.cancelled_events import cancelled_blocks

from .calendar_lint import Part, faults, parse
from .changed import MOVED, after, first, release
from .programmes import PARTIES, PLACES, forum, timetable
from .test_notices import blocks, texts, uids

MALTA = PARTIES[0].replace(party="malta", name="Malta")


def comes_to(*kinds: str) -> Forum:
    """Return the forum to which Malta comes for some kinds of session; for all without any."""
    return forum(parties=(*PARTIES, MALTA.replace(attends=kinds)))


def test_who_attends_less_is_told_what_is_no_longer_for_it() -> None:
    of = after(first(), of=comes_to("plenary"), earlier={1: comes_to()}, release=1)
    told = texts(of)
    assert set(told) == {"malta"}
    text = told["malta"]
    assert "From now on: a timetable that is proposed, and not released yet." in text
    gone = text.partition("NO LONGER FOR YOU\n\n")[2]
    assert "Round table 3\n    was:       Conference Room 4, 10:00-13:00 on day-1" in gone
    assert "    is:        no longer for you\n" in gone
    assert "plenary" not in text.lower()
    raw = notices.publish(of)["notices/malta.ics"]
    assert faults(raw) == []
    events = {one.value("UID"): one for one in parse(raw).inside("VEVENT")}
    held = {one.value("UID"): one for one in map(_event, event_blocks(of).values())}
    assert events
    assert events.keys() < held.keys()
    for uid, one in events.items():
        assert (one.value("STATUS"), one.value("TRANSP")) == ("CANCELLED", "TRANSPARENT")
        assert one.value("SUMMARY").startswith("CANCELLED: ")
        assert "you are no longer among those whom it concerns" in one.value("DESCRIPTION").replace("\\", "")
        assert one.value("SEQUENCE") == held[uid].value("SEQUENCE")


def _event(block: bytes) -> Part:
    calendar = b"BEGIN:VCALENDAR\r\n" + block + b"END:VCALENDAR\r\n"
    return parse(calendar).inside("VEVENT")[0]


def test_who_attends_more_is_told_what_is_new_for_it() -> None:
    of = after(first(), of=comes_to(), earlier={1: comes_to("plenary")}, because={"round-table-3": "moved"})
    text = texts(of)["malta"]
    new = text.partition("NEW FOR YOU\n\n")[2]
    assert "Round table 3\n    is:        Conference Room 4, 10:00-13:00 on day-1" in new
    assert "was:" not in text
    assert "because:" not in text
    own = blocks(calendars.publish(of)["calendars/parties/malta.ics"])
    told = blocks(notices.publish(of)["notices/malta.ics"])
    assert [one for one in own if one in told] == told
    tables = {_event(event_blocks(of)[name]).value("UID") for name in ("round-table-3", "round-table-4")}
    assert tables <= {_event(one).value("UID") for one in told}


@pytest.mark.parametrize(
    ("then", "now", "heading"),
    [(comes_to(), forum(), "NO LONGER FOR YOU"), (forum(), comes_to(), "NEW FOR YOU")],
)
def test_who_leaves_or_joins_the_forum_is_told_of_every_meeting(
    then: Forum, now: Forum, heading: str
) -> None:
    of = after(first(), of=now, earlier={1: then})
    told = texts(of)
    assert set(told) == {"malta"}
    assert f"\n{heading}\n" in told["malta"]
    assert len(uids(of, "malta")) == len(PLACES)


def test_what_is_cancelled_moved_and_left_stands_under_its_own_heading() -> None:
    of = after(first(), of=comes_to("plenary", "round-table"), earlier={1: comes_to()}, places=MOVED)
    text = texts(of)["malta"]
    headings = [line for line in text.split("\n") if line.isupper()]
    assert headings == ["CANCELLED", "NO LONGER FOR YOU", "MOVED"]
    raw = notices.publish(of)["notices/malta.ics"]
    assert faults(raw) == []
    assert cancelled_blocks(of)["round-table-4"] in raw


def test_other_attendance_alone_is_a_step_also_from_the_release_that_stands() -> None:
    plain = forum()
    second = release(2, plain, timetable(plain))
    of = after(first(), second, of=comes_to(), earlier={1: plain, 2: plain}, release=2)
    assert "Until now: release 2" in texts(of)["malta"]
    assert notices.publish(of.replace(earlier={1: plain, 2: of.forum}))
    same = of.replace(earlier={1: of.forum, 2: of.forum})
    assert notices.publish(same) == {}


def test_all_who_leave_a_meeting_get_the_same_event() -> None:
    cyprus = MALTA.replace(party="cyprus", name="Cyprus")
    of = after(first(), earlier={1: forum(parties=(*PARTIES, cyprus, MALTA))})
    assert set(texts(of)) == {"cyprus", "malta"}
    assert uids(of, "cyprus") == uids(of, "malta")
