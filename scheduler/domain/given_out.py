"""What was given out, put on the days of the forum as it is now: days are the same by their names."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from scheduler.domain.clock import Clock, NoSuchTime
from scheduler.domain.forum import Forum
from scheduler.domain.release import GivenMeeting, GivenSegment, Release
from scheduler.domain.timetable import Placement, SegmentTime, Timetable, arranged
from scheduler.domain.value import Minute


def on_the_days_of(
    forum: Forum,
    meetings: Iterable[GivenMeeting],
    segments: Iterable[GivenSegment],
    days: Mapping[str, date],
    zone: ZoneInfo,
) -> Timetable:
    """Put meetings and segments of an earlier time on the days of a forum.

    Parameters
    ----------
    forum
        The forum as it is now. What it does not have any more keeps its place; of segments it is
        left out.
    meetings, segments
        What was given out.
    days
        Dates that the days had then, by name.
    zone
        The time zone of then.

    Returns
    -------
    Timetable
        Meetings at the same time of the same day, by the day's name; where there is no such day or
        time any more, at the instant at which they were.
    """
    given = {one.id: one for one in meetings}
    places = {one.id: _placement(forum.clock, one, days, zone) for one in given.values()}
    parts = [
        SegmentTime(
            session=one.id.partition("/")[0],
            segment=one.id.partition("/")[2],
            meeting=one.meeting,
            start=places[one.meeting].start + _minutes(given[one.meeting].start, one.start),
            end=places[one.meeting].start + _minutes(given[one.meeting].start, one.end),
        )
        for one in segments
        if _is_there(forum, one)
    ]
    return arranged(list(places.values()), parts)


def put_on_the_days_of(forum: Forum, release: Release) -> Release:
    """Put a release on the days of a forum.

    Parameters
    ----------
    forum
        The forum, now or as it would be.
    release
        One of its releases.

    Returns
    -------
    Release
        With its timetable on that forum's days.
    """
    if not release.meetings:
        return release
    zone = ZoneInfo(release.timezone or forum.clock.timezone)
    timetable = on_the_days_of(forum, release.meetings, release.segments, release.days, zone)
    return release.replace(timetable=timetable if release.segments else timetable.replace(segments=None))


def _is_there(forum: Forum, part: GivenSegment) -> bool:
    name = part.id.partition("/")[0]
    session = forum.session_by_id.get(name)
    names = {f"{name}/{one.segment}" for one in session.segments} if session else set[str]()
    return part.id in names and part.meeting in forum.meeting_by_id


def _placement(clock: Clock, given: GivenMeeting, days: Mapping[str, date], zone: ZoneInfo) -> Placement:
    start = _start(clock, given, days, zone)
    end = start + _minutes(given.start, given.end)
    return Placement(meeting=given.id, room=given.room, start=start, end=end)


def _start(clock: Clock, given: GivenMeeting, days: Mapping[str, date], zone: ZoneInfo) -> Minute:
    wall = given.start.astimezone(zone)
    name = given.day or day_name(clock, days, wall)
    there = name in {day.name for day in clock.days}
    if there and (clock.timezone, clock.date_of(name)) != (zone.key, wall.date()):
        try:
            return clock.minute(name, wall.time())
        except NoSuchTime:
            pass
    return clock.minute_at(given.start)


def day_name(clock: Clock, days: Mapping[str, date], wall: datetime) -> str:
    """Name a day as the programme of then did, or else as the forum does now.

    Parameters
    ----------
    clock
        That of the forum now.
    days
        Dates that the days had then, by name; empty where that is not known.
    wall
        A time of that day, in the zone of then.

    Returns
    -------
    str
        The day's name; empty for a date that has none.
    """
    named = days or {day.name: day.date for day in clock.days}
    return next((name for name, on in named.items() if on == wall.date()), "")


def _minutes(since: datetime, until: datetime) -> int:
    return int((until - since).total_seconds()) // 60


def stands_as_given(release: Release, clock: Clock) -> bool:
    """Tell whether a release's meetings are still on the dates on which they were given out.

    Parameters
    ----------
    release
        A release.
    clock
        That of the forum now.

    Returns
    -------
    bool
        False when days have got other dates since.
    """
    places = release.timetable.by_meeting
    return all(clock.instant(places[one.id].start) == one.start for one in release.meetings)
