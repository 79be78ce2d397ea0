"""A timetable from JSON, as ``timetable.json`` and the files of releases have it."""

import re
from dataclasses import dataclass
from typing import Any

from scheduler.domain.forum import Forum
from scheduler.domain.session import Session
from scheduler.domain.timetable import Placement, SegmentTime
from scheduler.reading.entries import Known, Place
from scheduler.reading.placing import Row, place_rows, times_of
from scheduler.reading.problems import Problems, shown
from scheduler.reading.sentences import MISSING

_TIMES = ("start", "end")
_LOCAL = re.compile(r"[^T ]+[T ][0-9:.]+")
_TOP = frozenset({"forum", "timezone", "placeholder", "release", "status", "meetings", "segments"})
_MEETING = frozenset({"id", "session", "kind", "title", "room", *_TIMES})
_SEGMENT = frozenset({"id", "session", "meeting", "title", *_TIMES})


@dataclass(frozen=True)
class Carried:
    """What a file has: meetings, segments, and sentences on the keys that are not read."""

    placements: list[Placement]
    segments: list[SegmentTime]
    ignored: list[str]


def read_document(place: Place, forum: Forum, problems: Problems) -> Carried:
    """Read meetings and segments.

    Parameters
    ----------
    place
        The outermost map of the file.
    forum
        The forum whose timetable it is.
    problems
        Takes what is wrong.

    Returns
    -------
    Carried
        What could be read.
    """
    _check_forum(place, forum, problems)
    meetings = _parts(place, "meetings", problems, needed=True)
    segments = _parts(place, "segments", problems, needed=False)
    _check_zone(place, meetings + segments, forum, problems)
    rows = [row for part in meetings if (row := _row(part, forum, problems))]
    placements, _ = place_rows(rows, problems)
    parts = [time for part in segments if (time := _segment(part, forum, problems))]
    _refuse_double_parts(segments, problems)
    ignored = [
        *_other_keys("the file", [place], _TOP),
        *_other_keys("meetings", meetings, _MEETING),
        *_other_keys("segments", segments, _SEGMENT),
    ]
    return Carried(placements, parts, ignored)


def _check_forum(place: Place, forum: Forum, problems: Problems) -> None:
    name = shown(_plain(place, "forum"))
    if name != forum.forum:
        fault = f"'{name}' is not this forum. Maybe" if name else f"{MISSING}. Maybe add"
        place.problem(problems, ("forum",), name, f"{fault} {forum.forum}")


def _check_zone(place: Place, parts: list[Place], forum: Forum, problems: Problems) -> None:
    """Refuse times without an offset in a file that names another time zone than the forum's."""
    zone = _plain(place, "timezone")
    if zone is None or zone == forum.clock.timezone:
        return
    times = [_plain(part, key) for part in parts for key in _TIMES]
    if any(isinstance(time, str) and _LOCAL.fullmatch(time) for time in times):
        sentence = f"'{shown(zone)}' is not the forum's time zone, and there are times without an offset"
        place.problem(problems, ("timezone",), zone, f"{sentence}. Maybe {forum.clock.timezone}")


def _plain(place: Place, key: str) -> Any:
    node = place.node.get(key)
    return node and node.plain()


def _parts(place: Place, key: str, problems: Problems, needed: bool) -> list[Place]:
    """Return the maps of a list; a list that may be left out is empty then."""
    node = place.node.get(key)
    if node is None or (node.value is None and not needed):
        if needed:
            place.problem(problems, (key,), None, f"{MISSING}. Maybe add an empty list")
        return []
    if not isinstance(node.value, list):
        place.problem(problems, (key,), node.plain(), "is no list")
        return []
    parts = [Place(place.file, part) for part in node.items()]
    for number, part in enumerate(parts):
        if not isinstance(part.node.value, dict):
            place.problem(problems, (key, number), part.node.plain(), "an entry is no map of keys and values")
    return [part for part in parts if isinstance(part.node.value, dict)]


def _name(place: Place, key: str, known: Known, problems: Problems) -> str | None:
    """Return an id that is known, or note that it is not."""
    node = place.node.get(key)
    if node is None:
        place.problem(problems, (key,), None, f"{MISSING}. Maybe add the id of a {known.what}")
        return None
    words = node.value if isinstance(node.value, str) else shown(node.plain())
    return words if known.has(words, place, (key,), problems) else None


def _row(place: Place, forum: Forum, problems: Problems) -> Row | None:
    meeting = _name(place, "id", Known("meeting", forum.meeting_by_id), problems)
    room = _name(place, "room", Known("room", [room.room for room in forum.venue.rooms]), problems)
    minutes = forum.meeting_by_id[meeting].minutes if meeting else None
    times = times_of(place, _TIMES, forum, problems, minutes)
    if meeting is None or room is None or times is None:
        return None
    return Row(place, "id", meeting, forum.meeting_by_id[meeting], room, *times)


def _segment(place: Place, forum: Forum, problems: Problems) -> SegmentTime | None:
    known = {
        f"{session.session}/{segment.segment}": session
        for session in forum.sessions
        for segment in session.segments
    }
    name = _name(place, "id", Known("segment", known), problems)
    times = times_of(place, _TIMES, forum, problems)
    meeting = _meeting_of(place, known[name], problems) if name else None
    if name is None or meeting is None or times is None:
        return None
    session, _, segment = name.partition("/")
    return SegmentTime(session=session, segment=segment, meeting=meeting, start=times[0], end=times[1])


def _meeting_of(place: Place, session: Session, problems: Problems) -> str | None:
    known = Known(f"meeting of {session.session}", [one.id for one in session.sittings])
    return _name(place, "meeting", known, problems)


def _refuse_double_parts(places: list[Place], problems: Problems) -> None:
    """Refuse a segment that stands twice for one meeting."""
    first: dict[tuple[str, str], Place] = {}
    for place in places:
        plain = place.node.plain()
        known = first.setdefault((str(plain.get("id")), str(plain.get("meeting"))), place)
        if known is not place:
            sentence = (
                f"'{plain.get('id')}' stands here again for one meeting, first in line {known.node.line}"
            )
            place.problem(problems, ("id",), plain.get("id"), f"{sentence}. Maybe delete one of them")


def _other_keys(where: str, places: list[Place], known: frozenset[str]) -> list[str]:
    keys = sorted({key for place in places for key in place.node.value} - known)
    return [f"not read in {where}: {', '.join(keys)}"] if keys else []
