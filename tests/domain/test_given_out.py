"""What was given out, on the days of now: the same by their names, and never an hour off."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings

from scheduler.domain.given_out import day_name, on_the_days_of, put_on_the_days_of, stands_as_given
from scheduler.domain.release import GivenMeeting, GivenSegment, Release
from scheduler.domain.timetable import Timetable
from tests.agreement.strategies import forums
from tests.mini import forum_of, timetable_of
from tests.publishing.releases import given as given_out

TEXT = """day-1 10:00-13:00 hall  plenary
          day-1 10:00-10:30 plenary/opening
          day-1 10:30-13:00 plenary/debate
          day-2 15:00-18:00 annex hearing"""
SESSIONS = {
    "plenary": {
        "segments": [{"segment": "opening", "title": "Opening"}, {"segment": "debate", "title": "Debate"}]
    }
}
DAYS = {"day-1": date(2030, 1, 7), "day-2": date(2030, 1, 8)}


def forum(days=DAYS, **more):
    return forum_of({"sessions": SESSIONS, "days": days, **more}, TEXT if len(days) == 2 else "")


def release(of=None, text=TEXT, **more):
    """Return a release of a timetable, with the days of then."""
    of = of or forum()
    days = {day.name: day.date for day in of.clock.days}
    found = {**given_out(of, timetable_of(of, text)), "days": days, "timezone": of.clock.timezone, **more}
    return Release(number=1, status="published", released=datetime(2029, 12, 1, tzinfo=UTC), **found)


def starts(of, made):
    return {one.meeting: of.clock.instant(one.start).isoformat() for one in made.placements}


def test_on_the_same_days_it_is_what_it_was():
    of = forum()
    assert put_on_the_days_of(of, release()).timetable == timetable_of(of, TEXT)
    assert stands_as_given(release(), of.clock)


def test_a_week_later_nothing_moves_but_the_dates():
    later = forum({"day-1": date(2030, 1, 14), "day-2": date(2030, 1, 15)})
    moved = put_on_the_days_of(later, release())
    assert moved.timetable == timetable_of(later, TEXT)
    assert moved.meetings == release().meetings
    assert not stands_as_given(moved, later.clock)


@given(forums(released=True))
@settings(max_examples=40, deadline=None)
def test_of_any_forum_a_week_later_nothing_moves(drawn):
    made = Release(
        number=1,
        status="draft",
        released=datetime(2029, 12, 1, tzinfo=UTC),
        timezone=drawn.clock.timezone,
        days={day.name: day.date for day in drawn.clock.days},
        **given_out(drawn, drawn.release.timetable),
    )
    same = put_on_the_days_of(drawn, made)
    days = tuple(day.replace(date=day.date.replace(day=day.date.day + 7)) for day in drawn.clock.days)
    later = drawn.replace(clock=drawn.clock.replace(days=days))
    moved = put_on_the_days_of(later, made)
    assert same.timetable.placements == drawn.release.timetable.placements
    assert moved.timetable == same.timetable
    assert stands_as_given(same, drawn.clock)
    assert not stands_as_given(moved, later.clock)


def test_days_may_exchange_their_dates():
    other = forum({"day-1": date(2030, 1, 8), "day-2": date(2030, 1, 7)})
    assert starts(other, put_on_the_days_of(other, release()).timetable) == {
        "plenary": "2030-01-08T10:00:00-05:00",
        "hearing": "2030-01-07T15:00:00-05:00",
    }


def test_what_was_on_a_day_that_is_gone_keeps_its_date():
    other = forum({"day-1": date(2030, 1, 14)})
    assert starts(other, put_on_the_days_of(other, release()).timetable) == {
        "plenary": "2030-01-14T10:00:00-05:00",
        "hearing": "2030-01-08T15:00:00-05:00",
    }


def test_summer_time_changes_no_wall_clock():
    later = forum({"day-1": date(2030, 3, 9), "day-2": date(2030, 3, 10)})
    found = put_on_the_days_of(later, release()).timetable
    assert starts(later, found)["hearing"] == "2030-03-10T15:00:00-04:00"
    assert found.by_meeting["hearing"].end - found.by_meeting["hearing"].start == 180


@pytest.mark.parametrize("on", [date(2030, 3, 10), date(2030, 11, 3)])
def test_a_time_that_the_new_date_lacks_or_has_twice_keeps_its_instant(on):
    night = release(text="day-2 01:30-04:30 hall hearing", segments=()).meetings
    hour = 2 if on.month == 3 else 1
    night = tuple(one.replace(start=one.start.replace(hour=hour)) for one in night)
    later = forum({"day-1": date(2030, 3, 1), "day-2": on})
    found = on_the_days_of(later, night, (), DAYS, ZoneInfo("America/New_York"))
    assert starts(later, found) == {"hearing": f"2030-01-08T0{hour}:30:00-05:00"}


def test_another_zone_keeps_the_wall_clock():
    there = forum(timezone="Europe/Paris")
    moved = put_on_the_days_of(there, release())
    assert moved.timetable == timetable_of(there, TEXT)
    assert starts(there, moved.timetable)["plenary"] == "2030-01-07T10:00:00+01:00"
    assert not stands_as_given(moved, there.clock)


def test_a_release_that_does_not_name_its_zone_was_made_in_that_of_the_forum():
    assert put_on_the_days_of(forum(), release(timezone="")).timetable == timetable_of(forum(), TEXT)


def test_segments_go_with_their_meetings():
    later = forum({"day-1": date(2030, 1, 14), "day-2": date(2030, 1, 15)})
    parts = put_on_the_days_of(later, release()).timetable.segments
    assert [(one.segment, later.clock.words(one.start)) for one in parts] == [
        ("opening", "10:00 on day-1"),
        ("debate", "10:30 on day-1"),
    ]


def test_segments_of_what_is_gone_are_left_out():
    opening = {"plenary": {"segments": SESSIONS["plenary"]["segments"][:1]}}
    fewer = forum_of({"sessions": opening}, "day-1 10:00-13:00 hall plenary")
    found = put_on_the_days_of(fewer, release()).timetable
    assert [one.segment for one in found.segments] == ["opening"]
    none = forum_of({}, "day-2 15:00-18:00 annex hearing")
    found = put_on_the_days_of(none, release()).timetable
    assert (found.segments, [one.meeting for one in found.placements]) == ((), ["plenary", "hearing"])


def test_a_segment_of_a_meeting_that_is_gone_is_left_out():
    of = forum()
    part = GivenSegment(
        id="plenary/opening",
        meeting="plenary-2",
        start=release().meetings[0].start,
        end=release().meetings[0].end,
    )
    second = release().meetings[0].replace(id="plenary-2")
    found = on_the_days_of(of, (second,), (part,), DAYS, of.clock.zone)
    assert found.segments == ()


def test_without_segments_nobody_has_said_an_agenda():
    assert put_on_the_days_of(forum(), release(segments=())).timetable.segments is None


def test_a_release_that_only_has_a_timetable_stays_as_it_is():
    made = release(meetings=(), segments=())
    assert put_on_the_days_of(forum(), made) is made
    empty = made.replace(timetable=Timetable(placements=()))
    assert stands_as_given(empty, forum().clock)


def test_the_name_of_the_day_counts_where_the_release_has_one():
    start = datetime(2030, 1, 7, 10, tzinfo=ZoneInfo("America/New_York"))
    one = GivenMeeting(id="plenary", room="hall", day="day-2", start=start, end=start.replace(hour=13))
    of = forum()
    found = on_the_days_of(of, (one,), (), {}, of.clock.zone)
    assert starts(of, found) == {"plenary": "2030-01-08T10:00:00-05:00"}


def test_days_are_named_as_then_or_else_as_now():
    wall = datetime(2030, 1, 8, 10, tzinfo=ZoneInfo("America/New_York"))
    assert day_name(forum().clock, {}, wall) == "day-2"
    assert day_name(forum().clock, {"opening-day": wall.date()}, wall) == "opening-day"
    assert day_name(forum().clock, {"day-2": date(2030, 1, 9)}, wall) == ""
