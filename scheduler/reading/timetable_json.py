"""A timetable from JSON, as ``timetable.json`` and the files of releases have it."""

from dataclasses import dataclass

from scheduler.domain.forum import Forum
from scheduler.domain.session import Session
from scheduler.domain.timetable import Placement, SegmentTime
from scheduler.reading.entries import Known, Place
from scheduler.reading.placing import Row, place_rows, times_of
from scheduler.reading.problems import Problems, shown
from scheduler.reading.sentences import MISSING

_TIMES = ("start", "end")
_TOP = frozenset({"forum", "timezone", "release", "status", "meetings", "segments"})
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
    plain = {key: node.plain() for key, node in place.node.value.items()}
    name, zone = plain.get("forum"), plain.get("timezone", forum.clock.timezone)
    if name != forum.forum:
        sentence = (
            f"'{name}' is not this forum. Maybe {forum.forum}"
            if name
            else f"{MISSING}. Maybe add {forum.forum}"
        )
        place.problem(problems, ("forum",), name, sentence)
    if zone != forum.clock.timezone:
        sentence = f"'{zone}' is not the forum's time zone. Maybe {forum.clock.timezone}"
        place.problem(problems, ("timezone",), zone, sentence)


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
    times = times_of(place, _TIMES, forum, problems)
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
