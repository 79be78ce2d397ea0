"""What is otherwise with the meetings of a timetable than in the last release, part by part."""

from typing import Literal

from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Timetable

Part = Literal["day", "time", "room", "segments"]
"""A way in which a meeting can be elsewhere; the time goes with its length."""

Moves = frozenset[tuple[str, Part]]
"""Ids of meetings, each with a part in which it is not where the last release has it."""


def moves_of(forum: Forum, timetable: Timetable) -> Moves:
    """Return what is not where the last release has it.

    Parameters
    ----------
    forum
        With its release.
    timetable
        One of its timetables.

    Returns
    -------
    frozenset
        Meetings on another day, at another time, in another room, or with other segments.
    """
    if forum.release is None:
        return frozenset()
    return unlike(forum, forum.release.timetable, timetable)


def unlike(forum: Forum, before: Timetable, now: Timetable) -> Moves:
    """Return in which parts the meetings of two timetables differ.

    Parameters
    ----------
    forum
        The forum.
    before, now
        Two timetables on its days. Agendas are compared where the first has them.

    Returns
    -------
    frozenset
        Of meetings that the forum has and both timetables hold.
    """
    both = before.by_meeting.keys() & now.by_meeting.keys() & forum.meeting_by_id.keys()
    return frozenset(
        (meeting, part)
        for meeting in both
        for part, value in _parts(forum, before, meeting).items()
        if value != _parts(forum, now, meeting)[part] and not (part == "segments" and before.segments is None)
    )


def _parts(forum: Forum, timetable: Timetable, meeting: str) -> dict[Part, object]:
    place = timetable.by_meeting[meeting]
    start = forum.clock.instant(place.start)
    own = (one for one in timetable.segments or () if one.meeting == meeting)
    return {
        "day": start.date(),
        "time": (start.time(), place.end - place.start),
        "room": place.room,
        "segments": {(one.segment, one.start - place.start, one.end - place.start) for one in own},
    }
