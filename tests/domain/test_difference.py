"""What differs between two programmes: days by name and date, times by the clock, agendas by the meeting."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from scheduler.domain.difference import KINDS, Difference, dates_of, difference, without_kinds
from scheduler.domain.given_state import (
    GivenDuty,
    GivenState,
    named_state,
    state_of_release,
    state_of_timetable,
)
from scheduler.domain.release import GivenMeeting, GivenSegment, Release
from scheduler.domain.timetable import Timetable
from tests.publishing.programmes import forum, timetable
from tests.publishing.releases import given

NEW_YORK, GENEVA = "America/New_York", "Europe/Zurich"


def moment(day: int, hour: int, minute: int = 0, zone: str = NEW_YORK) -> datetime:
    return datetime(2022, 5, day, hour, minute, tzinfo=ZoneInfo(zone))


def meeting(**changes: Any) -> GivenMeeting:
    fields = {
        "id": "talk",
        "session": "talk",
        "title": "A talk",
        "room": "hall",
        "day": "day-1",
        "start": moment(17, 10),
        "end": moment(17, 13),
    }
    return GivenMeeting(**(fields | changes))


def state(*meetings: GivenMeeting, zone: str = NEW_YORK, **changes: Any) -> GivenState:
    return GivenState(timezone=zone, meetings=meetings, **changes)


def kinds(before: GivenMeeting, now: GivenMeeting, zone: str = NEW_YORK) -> tuple[str, ...]:
    found = difference(state(before), state(now, zone=zone)).meetings
    return found[0].kinds if found else ()


WEEK = {"start": moment(24, 10), "end": moment(24, 13)}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ()),
        ({"kind": "other", "words": "0" * 64}, ()),
        ({"day": "day-2", "start": moment(18, 10), "end": moment(18, 13)}, ("day",)),
        (WEEK, ("date",)),
        ({"day": "", **WEEK}, ("day",)),
        ({"start": moment(17, 11), "end": moment(17, 14)}, ("time",)),
        ({"end": moment(17, 12)}, ("time",)),
        ({"room": "annex"}, ("room",)),
        ({"title": "Another talk"}, ("title",)),
        ({"title": ""}, ()),
        ({**WEEK, "room": "annex", "title": "B"}, ("date", "room", "title")),
    ],
)
def test_each_kind_is_found(changes: dict[str, Any], expected: tuple[str, ...]) -> None:
    assert kinds(meeting(), meeting(**changes)) == expected


def test_a_title_that_was_not_said_has_not_changed() -> None:
    assert kinds(meeting(title=""), meeting()) == ()


def test_days_without_names_are_told_apart_by_their_dates() -> None:
    assert kinds(meeting(day=""), meeting(day="")) == ()
    assert kinds(meeting(day=""), meeting(day="", **WEEK)) == ("day",)


def test_a_date_on_the_other_side_of_a_change_of_clocks_is_no_other_time() -> None:
    later = {"start": moment(17, 10).replace(month=11), "end": moment(17, 13).replace(month=11)}
    assert kinds(meeting(), meeting(**later)) == ("date",)


def test_a_meeting_over_a_change_of_clocks_lasts_what_really_passes() -> None:
    def night(month: int, day: int) -> GivenMeeting:
        midnight = datetime(2022, month, day, tzinfo=ZoneInfo(NEW_YORK))
        return meeting(start=midnight, end=midnight.replace(hour=4))

    assert kinds(night(5, 17), night(5, 24)) == ("date",)
    assert kinds(night(5, 17), night(3, 13)) == ("date", "time")
    assert kinds(night(5, 17), night(11, 6)) == ("date", "time")


def test_the_same_clock_time_in_another_zone_is_another_time() -> None:
    there = {"start": moment(17, 10, zone=GENEVA), "end": moment(17, 13, zone=GENEVA)}
    assert kinds(meeting(), meeting(**there), GENEVA) == ("time",)
    assert difference(state(meeting()), state(meeting(), zone=GENEVA)).has_two_zones


def test_what_is_on_one_side_only_is_added_or_cancelled() -> None:
    other = meeting(id="other", start=moment(17, 15), end=moment(17, 16))
    found = difference(state(meeting()), state(other))
    assert [(one.meeting, one.kinds) for one in found.meetings] == [
        ("talk", ("cancelled",)),
        ("other", ("added",)),
    ]
    assert found.counts == {"cancelled": 1, "added": 1}
    assert [one.shown.id for one in found.meetings] == ["talk", "other"]


def segment(start: datetime, minutes: int, name: str = "opening", title: str = "Opening") -> GivenSegment:
    end = start + timedelta(minutes=minutes)
    return GivenSegment(id=f"talk/{name}", session="talk", meeting="talk", title=title, start=start, end=end)


def of_segments(before: GivenSegment, now: GivenSegment, **moved: Any) -> Difference:
    return difference(state(meeting(), segments=(before,)), state(meeting(**moved), segments=(now,)))


def test_a_segment_that_moves_with_its_meeting_is_not_shifted() -> None:
    later = {"start": moment(17, 11), "end": moment(17, 14)}
    found = of_segments(segment(moment(17, 10), 30), segment(moment(17, 11), 30), **later)
    assert [one.kinds for one in found.meetings] == [("time",)]


@pytest.mark.parametrize(
    "now",
    [
        segment(moment(17, 10, 5), 30),
        segment(moment(17, 10), 40),
        segment(moment(17, 10), 30, title="Beginning"),
        segment(moment(17, 10), 30, name="other"),
    ],
)
def test_a_segment_at_another_time_of_its_meeting_is_shifted(now: GivenSegment) -> None:
    (one,) = of_segments(segment(moment(17, 10), 30), now).meetings
    assert one.kinds == ("segment",)
    assert {part.segment for part in one.segments} == {"talk/opening", now.id}
    assert all(len(part.sides) == (1 if now.id == "talk/other" else 2) for part in one.segments)


def test_agendas_that_one_side_does_not_know_are_not_compared() -> None:
    known = state(meeting(), segments=(segment(moment(17, 10), 30),))
    other = state(meeting(), segments=(segment(moment(17, 10), 40),))
    assert difference(known, other).meetings
    assert difference(known, state(meeting())).meetings == ()
    assert difference(state(meeting()), known).meetings == ()
    assert difference(known, other.replace(unjudged=("talk",))).meetings == ()
    assert difference(known.replace(unjudged=("talk",)), other).meetings == ()
    assert state(meeting()).segments_of("talk") == ()


def test_kinds_can_be_left_out() -> None:
    before = state(meeting(), segments=(segment(moment(17, 10), 30),))
    now = state(meeting(room="annex"), segments=(segment(moment(17, 10), 40),))
    whole = difference(before, now)
    assert without_kinds(whole, ()) == whole
    (one,) = without_kinds(whole, ["segment"]).meetings
    assert (one.kinds, one.segments) == (("room",), ())
    (one,) = without_kinds(whole, ["room", "day"]).meetings
    assert (one.kinds, len(one.segments)) == (("segment",), 1)
    assert without_kinds(whole, KINDS).meetings == ()


def of_duties(*parties: str, role: str = "co-chair") -> GivenState:
    duties = tuple(GivenDuty(party=one, name=one.title(), role=role) for one in parties)
    return state(meeting(), duties={"talk": duties})


def test_other_duties_are_told_where_both_sides_know_them() -> None:
    whole = difference(of_duties("egypt", "jordan"), of_duties("jordan", "malta"))
    (one,) = whole.meetings
    assert one.kinds == ("duty",)
    assert [duty.name for duty in one.relieved] == ["Egypt"]
    assert [duty.name for duty in one.appointed] == ["Malta"]
    assert without_kinds(whole, ["duty"]).meetings == ()
    (other,) = difference(of_duties("egypt"), of_duties("egypt", role="keynote")).meetings
    assert [duty.role for duty in (*other.relieved, *other.appointed)] == ["co-chair", "keynote"]
    assert difference(of_duties("egypt"), of_duties("egypt")).meetings == ()
    assert difference(of_duties("egypt"), state(meeting())).meetings == ()


def test_duties_that_are_not_asked_for_are_left_out_of_a_meeting_that_moves() -> None:
    moved = of_duties("malta").replace(meetings=(meeting(room="annex"),))
    (one,) = without_kinds(difference(of_duties("egypt"), moved), ["duty"]).meetings
    assert (one.kinds, one.relieved, one.appointed) == (("room",), (), ())


def test_days_come_with_their_dates_in_the_order_of_time() -> None:
    late = meeting(id="late", day="", start=moment(20, 10), end=moment(20, 11))
    assert dates_of(state(late, meeting())) == {"day-1": date(2022, 5, 17), "2022-05-20": date(2022, 5, 20)}


def release(**changes: Any) -> Release:
    of = forum()
    fields = {"number": 1, "status": "published", "released": datetime(2022, 5, 1, tzinfo=UTC)}
    return Release(**(fields | given(of, timetable(of)) | changes))


def test_a_release_of_the_forum_as_it_is_does_not_differ_from_its_timetable() -> None:
    of = forum()
    now = state_of_timetable(of, timetable(of))
    assert difference(state_of_release(release(), of), now).meetings == ()
    assert {one.day for one in now.meetings} == {"hearing-day", "day-1", "day-2"}
    assert now.room_name("general-assembly-hall") == "General Assembly Hall"
    assert now.room_name("other") == "other"
    assert now.by_id["plenary-1"].title == "1st plenary meeting"
    assert [part.title for part in now.segments_of("plenary-1")] == ["Opening segment", "General debate"]


def test_a_release_without_meetings_is_its_timetable() -> None:
    of = forum()
    plain = release(meetings=(), segments=())
    assert state_of_release(plain, of) == state_of_timetable(of, timetable(of))


def test_a_release_knows_its_own_zone_and_days_or_those_of_the_forum_of_then() -> None:
    of = forum()
    days = {"first": date(2022, 5, 16), "twin": date(2022, 5, 16)}
    found = state_of_release(release(days=days, timezone=GENEVA), of)
    assert found.timezone == GENEVA
    assert {one.day for one in found.meetings} == {"first", ""}
    then = of.replace(clock=of.clock.replace(timezone=GENEVA))
    assert state_of_release(release(), of, then).timezone == GENEVA


def test_what_the_forum_does_not_have_any_more_keeps_what_it_says_itself() -> None:
    gone = GivenMeeting(id="gone", room="cellar", start=moment(17, 10), end=moment(17, 11))
    part = GivenSegment(id="gone/part", meeting="gone", start=moment(17, 10), end=moment(17, 11))
    for of in (forum(), None):
        found = named_state(of, NEW_YORK, (gone,), (part,), {})
        assert [(one.title, one.session, one.kind) for one in found.meetings] == [("", "", "")]
        assert found.segments is not None
        assert [(one.title, one.session) for one in found.segments] == [("", "gone")]
        assert found.room_name("cellar") == "cellar"


def test_sessions_whose_agendas_are_not_known_are_named() -> None:
    of = forum()
    found = state_of_timetable(of, Timetable(placements=(), segments=None, unjudged=("plenary",)))
    assert (found.segments, found.unjudged) == (None, ("plenary",))


def test_a_side_without_names_of_days_is_compared_by_dates() -> None:
    assert kinds(meeting(day=""), meeting()) == ()
    assert kinds(meeting(), meeting(day="", **WEEK)) == ("day",)
    assert kinds(meeting(day=""), meeting(**WEEK)) == ("day",)


DAYS = {"day-1": date(2022, 5, 17), "day-2": date(2022, 5, 18)}
RENAMED = {"opening": date(2022, 5, 17), "day-2": date(2022, 5, 18)}


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (RENAMED, ()),
        ({}, ("day",)),
        ({"opening": date(2022, 5, 17), "day-1": date(2022, 5, 18)}, ("day",)),
    ],
)
def test_a_day_that_only_has_another_name_is_the_same_day(
    days: dict[str, date], expected: tuple[str, ...]
) -> None:
    before, now = state(meeting(), days=DAYS), state(meeting(day="opening"), days=days)
    found = difference(before, now).meetings
    assert (found[0].kinds if found else ()) == expected


def test_programmes_know_their_days() -> None:
    of = forum()
    assert state_of_timetable(of, timetable(of)).days == {day.name: day.date for day in of.clock.days}
    assert named_state(None, NEW_YORK, (), (), DAYS).days == DAYS
