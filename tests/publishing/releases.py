"""Timetables as releases give them out."""

from typing import Any

from scheduler.domain.forum import Forum
from scheduler.domain.release import GivenMeeting, GivenSegment
from scheduler.domain.timetable import Timetable


def given(of: Forum, made: Timetable) -> dict[str, Any]:
    """Return a timetable as a release gives it out."""
    moment = of.clock.instant
    meetings, segments = [], []
    for one in made.placements:
        meeting, start, end = of.meeting_by_id[one.meeting], moment(one.start), moment(one.end)
        words = {"session": meeting.session, "kind": meeting.kind, "title": meeting.title}
        meetings.append(GivenMeeting(id=meeting.id, room=one.room, start=start, end=end, **words))
    for part in made.segments or ():
        name, start, end = f"{part.session}/{part.segment}", moment(part.start), moment(part.end)
        segments.append(GivenSegment(id=name, meeting=part.meeting, start=start, end=end))
    return {"timetable": made, "meetings": tuple(meetings), "segments": tuple(segments)}
