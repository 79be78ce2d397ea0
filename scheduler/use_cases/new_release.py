"""A timetable as the next release, before it is kept."""

from datetime import datetime

from scheduler.domain.given_state import state_of_timetable
from scheduler.domain.permanent_ids import permanent_id
from scheduler.domain.programme import Programme
from scheduler.domain.release import Release, ReleaseStatus
from scheduler.domain.timetable import Timetable
from scheduler.publishing.event_words import event_words
from scheduler.reading import Reading


def new_release(
    reading: Reading, timetable: Timetable, status: ReleaseStatus, at: datetime, note: str
) -> Release:
    """Put together what is given out.

    Parameters
    ----------
    reading
        The forum as it was read.
    timetable
        What is given out.
    status
        How far it can be relied on.
    at
        When it is given out.
    note
        What is to be said of it.

    Returns
    -------
    Release
        With the next number and the calendar ids of all meetings, without the facts under it.
    """
    forum, last = reading.forum, reading.forum.release
    uids = {one.meeting: permanent_id(forum, one.meeting) for one in timetable.placements}
    state = state_of_timetable(forum, timetable)
    words = event_words(Programme(forum=forum, timetable=timetable, status="feasible"))
    return Release(
        number=last.number + 1 if last else 1,
        status=status,
        released=at,
        note=note,
        timetable=timetable,
        uids={**(last.uids if last else {}), **uids},
        timezone=forum.clock.timezone,
        days={day.name: day.date for day in forum.clock.days},
        meetings=tuple(one.replace(words=words[one.id]) for one in state.meetings),
        segments=state.segments or (),
        inputs=reading.inputs,
    )
