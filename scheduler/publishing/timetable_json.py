"""``timetable.json``: the record that other tools read."""

import json
from typing import Any

from scheduler.domain.programme import Programme


def publish(programme: Programme) -> dict[str, bytes]:
    """Write the timetable as JSON.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    dict of str to bytes
        ``timetable.json`` in UTF-8; datetimes carry the offset of the forum's zone (RFC 3339).
    """
    text = json.dumps(_document(programme), ensure_ascii=False, indent=2)
    return {"timetable.json": f"{text}\n".encode()}


def _document(programme: Programme) -> dict[str, Any]:
    forum = programme.forum
    return {
        "forum": forum.forum,
        "timezone": forum.clock.timezone,
        **({"placeholder": forum.placeholder} if forum.placeholder else {}),
        "release": programme.release,
        "status": programme.status,
        "meetings": _meetings(programme),
        "segments": _segments(programme),
    }


def _meetings(programme: Programme) -> list[dict[str, str]]:
    rows = []
    for placement in sorted(programme.timetable.placements, key=lambda one: (one.start, one.meeting)):
        meeting = programme.forum.meeting_by_id[placement.meeting]
        row = {"id": meeting.id, "session": meeting.session, "kind": meeting.kind, "title": meeting.title}
        rows.append(row | {"room": placement.room} | _times(programme, placement.start, placement.end))
    return rows


def _segments(programme: Programme) -> list[dict[str, str]]:
    """Return one entry for each meeting in which a segment lies."""
    titles = {
        (session.session, segment.segment): segment.title
        for session in programme.forum.sessions
        for segment in session.segments
    }
    rows = []
    parts = programme.timetable.segments or ()
    for part in sorted(parts, key=lambda one: (one.start, one.meeting, one.end)):
        row = {"id": f"{part.session}/{part.segment}", "session": part.session, "meeting": part.meeting}
        row["title"] = titles[part.session, part.segment]
        rows.append(row | _times(programme, part.start, part.end))
    return rows


def _times(programme: Programme, start: int, end: int) -> dict[str, str]:
    clock = programme.forum.clock
    return {"start": clock.instant(start).isoformat(), "end": clock.instant(end).isoformat()}
