"""Small random forums and timetables, on which the two readings of a rule must agree."""

from datetime import date

from hypothesis import strategies as st

from scheduler.domain.agenda import segment_times
from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Placement, SegmentTime, Timetable, arranged
from tests.agreement.parts import (
    BUSY,
    DUTIES,
    FORUMS,
    LENGTHS_HELD,
    NAMES_HELD,
    PEOPLE_HELD,
    PLACES,
    SEGMENTS,
    Said,
)
from tests.mini import forum_of, release_of


@st.composite
def forums(draw: st.DrawFn, released: bool = False) -> Forum:
    """Draw a forum: up to three sessions, three rooms, three parties and three days."""
    names, busy = sorted(draw(NAMES_HELD)), draw(BUSY)
    overlay: Said = {
        **draw(FORUMS),
        "sessions": {name: draw(sessions(busy)) for name in names},
        "days": {"day-1": date(2030, 1, 7), "day-2": date(2030, 1, 8), "day-6": date(2030, 1, 12)},
    }
    forum = forum_of(overlay)
    if not released:
        return forum
    given_out = draw(timetables(forum))
    release = release_of(forum, "").replace(timetable=given_out)
    return forum.replace(release=release, history=(release,))


@st.composite
def sessions(draw: st.DrawFn, busy: tuple[str, ...]) -> Said:
    """Draw what a session says of itself, and what some parties have to do in it."""
    names = (f"part-{number}" for number in range(3))
    segments = [
        {"segment": name, "title": name, **one} for name, one in zip(names, draw(SEGMENTS), strict=False)
    ]
    duties = [_duty(*duty, segments, busy) for duty in draw(DUTIES)]
    return {**draw(LENGTHS_HELD), **draw(PEOPLE_HELD), "segments": segments, "duties": duties}


def _duty(role: str, party: int, where: int, segments: list[Said], busy: tuple[str, ...]) -> Said:
    """Give a duty a party, and perhaps a segment that is held when there is this duty."""
    parties = (*busy, *busy, None)
    places = (None, *(one["segment"] for one in segments if one["only-with"] in (None, role)))
    return {"role": role, "party": parties[party % len(parties)], "segment": places[where % len(places)]}


@st.composite
def timetables(draw: st.DrawFn, forum: Forum) -> Timetable:
    """Draw a timetable in which every meeting has a place, and every agenda some lengths."""
    placements = []
    days = draw(st.sampled_from((forum.clock.days[:1], forum.clock.days)))
    for meeting in forum.meetings:
        day = draw(st.sampled_from(days)) if len(days) > 1 else days[0]
        minute, room = draw(PLACES)
        start = forum.clock.midnight(day.name) + minute
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
