"""Small random forums, options and timetables, on which the two readings of a rule must agree."""

from datetime import date, time
from typing import Any, Literal, get_args, get_origin

from hypothesis import strategies as st

from constraints.not_beside_similar import SimilarTracks
from constraints.session_costs import SessionCost
from constraints.track_costs import TrackCost
from scheduler.domain.agenda import segment_times
from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Placement, SegmentTime, Timetable, arranged
from scheduler.domain.value import Identifier, Value
from scheduler.meeting_options import MeetingSelector, ReleasedSelector
from scheduler.options import DayName, OptionMinutes, RoomName, RuleOptions, SessionSelector
from tests.mini import forum_of, release_of

NAMES = ("round-table-1", "round-table-2", "plenary", "hearing")
ROOMS = ("hall", "annex", "attic")
PARTIES = ("egypt", "germany", "nhri")
ROLES = ("co-chair", "keynote")
PARTS = ("presenter", "attendee", "chair")
TRACKS = ("data", "health")
FEATURES = ("interpretation", "stage")
DAYS = ("day-1", "day-2", "day-6")
WINDOWS = (
    "day-1",
    "day-2 morning",
    "day-1 afternoon",
    "day-1 10:30-12:00",
    "from day-1 16:00",
    "until day-2 11:00",
    "day-6 10:00-18:00",
)
LENGTHS = (30, 60, 90, 180)


@st.composite
def forums(draw: st.DrawFn, released: bool = False) -> Forum:
    """Draw a forum: up to four sessions, three rooms, three parties and three days."""
    some = st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True)
    names = draw(st.sampled_from((NAMES[:2], NAMES[:3])) | some)
    busy = draw(st.sampled_from((PARTIES[:1], PARTIES)))
    overlay: dict[str, Any] = {
        "sessions": {name: draw(sessions(busy)) for name in sorted(names)},
        "rooms": {room: draw(rooms()) for room in ROOMS},
        "parties": [draw(parties(party)) for party in PARTIES],
        "tracks": [draw(tracks(track)) for track in TRACKS],
        "closures": draw(st.lists(closures(), max_size=2)),
        "holidays": draw(st.lists(holidays(), min_size=1, max_size=2)),
        "interpretation": {
            "teams": draw(st.integers(0, 2)),
            "meetings-per-week": draw(st.integers(0, 2)),
        },
        "days": {"day-1": date(2030, 1, 7), "day-2": date(2030, 1, 8), "day-6": date(2030, 1, 12)},
    }
    forum = forum_of(overlay)
    if not released:
        return forum
    given_out = draw(timetables(forum))
    release = release_of(forum, "").replace(timetable=given_out)
    return forum.replace(release=release, history=(release,))


@st.composite
def sessions(draw: st.DrawFn, busy: tuple[str, ...]) -> dict[str, Any]:
    """Draw what a session says of itself, and what some parties have to do in it."""
    meetings = draw(st.integers(1, 2))
    lengths = draw(st.lists(st.sampled_from(LENGTHS), min_size=meetings, max_size=meetings))
    found: dict[str, Any] = {
        "meetings": meetings,
        "minutes": lengths if meetings > 1 else lengths[0],
        "setup": draw(st.sampled_from((0, 0, 30))),
        "teardown": draw(st.sampled_from((0, 0, 15))),
        "body": draw(st.sampled_from(("", "assembly", "choir"))),
        "features": draw(st.lists(st.sampled_from(FEATURES), max_size=1)),
        "seats": draw(st.none() | st.sampled_from((20, 100))),
        "interpretation": draw(st.booleans()),
        "track": draw(st.sampled_from((None, *TRACKS))),
        "number": draw(st.none() | st.integers(1, 3)),
        "participants": draw(st.lists(participants(), max_size=2)),
        "open-to": draw(st.lists(st.sampled_from(("member-state", "stakeholder")), max_size=1)),
    }
    if draw(st.booleans()):
        found["segments"] = [draw(segments(f"part-{number}")) for number in range(draw(st.integers(1, 3)))]
    found["duties"] = draw(st.lists(duties(found.get("segments", []), busy), max_size=2))
    return found


@st.composite
def segments(draw: st.DrawFn, name: str) -> dict[str, Any]:
    """Draw a segment, of a fixed length or between two."""
    found: dict[str, Any] = {"segment": name, "title": name, "over-breaks": draw(st.booleans())}
    if draw(st.booleans()):
        found["minutes"] = draw(st.sampled_from((15, 30, 60)))
    else:
        found["shortest"] = draw(st.sampled_from((0, 15)))
        found["longest"] = draw(st.none() | st.sampled_from((45, 90)))
    found["speakers"] = draw(st.lists(st.sampled_from(PARTIES), max_size=1))
    found["only-with"] = draw(st.sampled_from((None, None, None, *ROLES)))
    if draw(st.booleans()):
        found[draw(st.sampled_from(("reserved", "reserved-percent")))] = draw(st.sampled_from((0, 10, 100)))
    return found


@st.composite
def duties(draw: st.DrawFn, parts: list[dict[str, Any]], busy: tuple[str, ...]) -> dict[str, Any]:
    """Draw a duty in a session, or in one of its segments that is held when there is this duty."""
    role = draw(st.sampled_from(("co-chair", *ROLES)))
    held = (part["segment"] for part in parts if part["only-with"] in (None, role))
    where = draw(st.sampled_from((None, *held)))
    return {"role": role, "party": draw(st.sampled_from((*busy, *busy, None))), "segment": where}


@st.composite
def tracks(draw: st.DrawFn, track: str) -> dict[str, Any]:
    """Draw a track with a chair, or none."""
    return {
        "track": track,
        "title": track.title(),
        "chairs": draw(st.lists(st.sampled_from(PARTIES), max_size=1)),
    }


@st.composite
def participants(draw: st.DrawFn) -> dict[str, Any]:
    """Draw somebody who takes part, perhaps from elsewhere."""
    return {
        "party": draw(st.sampled_from(PARTIES)),
        "role": draw(st.sampled_from(PARTS)),
        "timezone": draw(st.sampled_from((None, "Asia/Tokyo", "America/Los_Angeles"))),
    }


@st.composite
def rooms(draw: st.DrawFn) -> dict[str, Any]:
    """Draw what a room offers."""
    return {
        "features": draw(st.lists(st.sampled_from(FEATURES), unique=True, max_size=2)),
        "seats": draw(st.none() | st.sampled_from((20, 100))),
    }


@st.composite
def parties(draw: st.DrawFn, party: str) -> dict[str, Any]:
    """Draw a party with the times at which it is away."""
    return {
        "party": party,
        "name": party.title(),
        "kind": draw(st.sampled_from(("member-state", "stakeholder", "officer"))),
        "attends": draw(st.lists(st.sampled_from(("plenary", "round-table")), max_size=1)),
        "unavailable": draw(st.lists(st.sampled_from(WINDOWS), max_size=1)),
    }


@st.composite
def closures(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a closure."""
    return {"room": draw(st.sampled_from(ROOMS)), "window": draw(st.sampled_from(WINDOWS)), "because": ""}


@st.composite
def holidays(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a holiday or a day to avoid, on a day of the forum."""
    on = draw(st.sampled_from(("2030-01-07", "2030-01-08", "2030-01-12")))
    return {"date": on, "name": "A day", "kind": draw(st.sampled_from(("holiday", "avoid")))}


starts = st.sampled_from((600, 600, 630, 690, 900, 900, 945)) | st.integers(4 * 8, 4 * 20).map(
    lambda quarter: 15 * quarter
)
"""Minutes of the day: often those at which things meet."""


@st.composite
def timetables(draw: st.DrawFn, forum: Forum) -> Timetable:
    """Draw a timetable in which every meeting has a place, and every agenda some lengths."""
    placements = []
    days = draw(st.sampled_from((forum.clock.days[:1], forum.clock.days)))
    for meeting in forum.meetings:
        day = draw(st.sampled_from(days))
        start = forum.clock.midnight(day.name) + draw(starts)
        room = draw(st.sampled_from(ROOMS))
        placements.append(Placement(meeting=meeting.id, room=room, start=start, end=start + meeting.minutes))
    places = {place.meeting: place for place in placements}
    parts: list[SegmentTime] = []
    for session in forum.sessions:
        if session.segments:
            ends = draw(agendas(sum(session.lengths), len(session.segments)))
            parts += segment_times(session, ends, tuple(places[one.id] for one in session.sittings))
    return arranged(placements, parts)


@st.composite
def agendas(draw: st.DrawFn, total: int, count: int) -> tuple[int, ...]:
    """Draw the ends of segments on a session's clock."""
    cuts = draw(st.lists(st.integers(0, total // 15), min_size=count - 1, max_size=count - 1))
    return (0, *sorted(15 * cut for cut in cuts), total)


@st.composite
def options(draw: st.DrawFn, model: type[RuleOptions], forum: Forum) -> dict[str, Any]:
    """Draw options of a rule, by the types of its fields."""
    if "pairs" in model.model_fields:
        return draw(_sessions_or_pairs(forum))
    if "segment" in model.model_fields:
        return draw(_segment(forum))
    drawn = {name: draw(_option(info, forum)) for name, info in model.model_fields.items()}
    if "what" in drawn and "rooms" in drawn:
        left_out = draw(st.sampled_from(("windows", "rooms", "")))
        return {name: words for name, words in drawn.items() if name != left_out}
    return drawn


def _sessions_or_pairs(forum: Forum) -> st.SearchStrategy[dict[str, Any]]:
    ids = st.sampled_from([session.session for session in forum.sessions])
    return st.fixed_dictionaries({"sessions": _selectors(forum)}) | st.fixed_dictionaries(
        {"pairs": st.lists(st.tuples(ids, ids), min_size=1, max_size=2)}
    )


def _segment(forum: Forum) -> st.SearchStrategy[dict[str, Any]]:
    """Draw a segment of one session and the role whose holders are wanted there."""
    places = [
        {"at": session.session, "segment": one.segment}
        for session in forum.sessions
        for one in session.segments
    ]
    nowhere = {"at": forum.sessions[0].session, "segment": "nothing"}
    roles = st.fixed_dictionaries({"sessions": _selectors(forum), "role": st.just("co-chair")})
    return st.builds(lambda place, role: {**place, **role}, st.sampled_from([*places, nowhere]), roles)


def _selectors(forum: Forum) -> st.SearchStrategy[Any]:
    ids = [session.session for session in forum.sessions]
    kinds = [session.kind for session in forum.sessions]
    return (
        st.just("all")
        | st.fixed_dictionaries({"session": st.sampled_from(ids)})
        | st.fixed_dictionaries({"kind": st.sampled_from(kinds)})
    )


def _meeting_selectors(kind: type[MeetingSelector], forum: Forum) -> st.SearchStrategy[Any]:
    """Draw one name of each sort that selects meetings."""
    names = {
        "session": [session.session for session in forum.sessions],
        "meeting": [meeting.id for meeting in forum.meetings],
        "party": list(PARTIES),
        "room": list(ROOMS),
        "day": list(DAYS),
    }
    known = [sort for sort in names if sort in kind.model_fields]
    return st.sampled_from(known).flatmap(
        lambda sort: st.fixed_dictionaries({sort: st.sampled_from(names[sort])})
    )


def _option(info: Any, forum: Forum) -> st.SearchStrategy[Any]:
    """Return a strategy for one option; an option of a new type has to be taught here."""
    kind = info.annotation
    if kind is SessionSelector:
        return _selectors(forum)
    if kind in (MeetingSelector, ReleasedSelector):
        return _meeting_selectors(kind, forum)
    if get_origin(kind) is Literal:
        return st.sampled_from(get_args(kind))
    if kind is bool:
        return st.booleans()
    if any(mark in info.metadata for mark in OptionMinutes.__metadata__[1:]):
        return st.sampled_from((0, 15, 30, 60, 180))
    found = _of_programmes(kind, forum)
    return _of_names(kind, info, forum) if found is None else found


def _of_programmes(kind: Any, forum: Forum) -> st.SearchStrategy[Any] | None:
    """Return a strategy for an option of the rules on large programmes."""
    if get_origin(kind) is tuple and get_args(kind)[0] in (SessionCost, TrackCost, SimilarTracks):
        return st.lists(_rows(get_args(kind)[0], forum), min_size=1, max_size=2)
    if kind == tuple[Identifier, ...]:
        return st.lists(st.sampled_from(PARTS), min_size=1, max_size=2, unique=True)
    return st.sampled_from(("07:00", "09:30", "18:00", "23:30")) if kind is time else None


def _rows(kind: type[Value], forum: Forum) -> st.SearchStrategy[dict[str, Any]]:
    """Draw a row that says what sessions or tracks cost somewhere."""
    tracks = sorted(forum.track_by_id)
    cost = {"cost": st.integers(0, 3)}
    if kind is SimilarTracks:
        pair = st.tuples(st.sampled_from(tracks), st.sampled_from(tracks))
        return st.fixed_dictionaries({"tracks": pair, **cost})
    names = {
        "session": [session.session for session in forum.sessions],
        "track": tracks,
        "period": [one.words for one in forum.clock.stretches],
        "room": list(ROOMS),
    }
    some = {
        name: st.lists(st.sampled_from(names[name]), max_size=2, unique=True)
        for name in names
        if name in kind.model_fields
    }
    return st.fixed_dictionaries(some | cost)


def _of_names(kind: Any, info: Any, forum: Forum) -> st.SearchStrategy[Any]:
    inner = get_args(kind)[0] if get_origin(kind) is tuple else None
    if inner is not None and inner == RoomName:
        return st.lists(st.sampled_from(ROOMS), min_size=1, unique=True)
    if inner is not None:
        return st.lists(st.sampled_from(WINDOWS), min_size=1, max_size=2, unique=True)
    marks = {id(mark) for mark in info.metadata}
    if marks & {id(mark) for mark in DayName.__metadata__}:
        return st.sampled_from(DAYS)
    if kind in (int, int | None):
        least = max((mark.ge for mark in info.metadata if hasattr(mark, "ge")), default=0)
        return st.integers(least, least + 2) if kind is int else st.sampled_from((None, 1, 2))
    assert kind is str, f"teach tests/agreement/strategies.py options of type {kind}"
    return st.sampled_from([session.session for session in forum.sessions])
