"""A session keeps its agenda."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from scheduler.domain.forum import Forum
from scheduler.domain.session import Segment, Session
from scheduler.domain.timetable import SegmentTime, Timetable
from scheduler.domain.verdict import Breach, Open
from scheduler.options import EVERY_SESSION, RuleOptions, SessionSelector
from scheduler.rules import TimetableRule

if TYPE_CHECKING:
    from scheduler.board import Board


class Agenda(TimetableRule):
    """The segments of a session fill its meetings in their order, each as long as it may be.

    Why: what comes first in an agenda comes first in time, meeting after meeting. A meeting that
    ends early wastes interpreters, one that ends late loses them; and only a segment whose data
    allows it goes on after a break.
    """

    class Options(RuleOptions):
        """What ``agenda`` speaks of."""

        sessions: SessionSelector = EVERY_SESSION

    options: Options

    FORUM = {
        "sessions": {
            "plenary": {
                "meetings": 2,
                "minutes": 180,
                "segments": [
                    {"segment": "opening", "title": "Opening", "minutes": 30},
                    {"segment": "debate", "title": "Debate", "shortest": 60, "over-breaks": True},
                ],
            }
        }
    }
    KEPT = (
        """day-1 10:00-13:00 hall plenary-1
           day-1 15:00-18:00 hall plenary-2
           day-1 10:00-10:30 plenary/opening
           day-1 10:30-13:00 plenary/debate
           day-1 15:00-18:00 plenary/debate""",
    )
    BROKEN = {
        """day-1 10:00-13:00 hall plenary-1
           day-1 15:00-18:00 hall plenary-2
           day-1 10:00-11:00 plenary/opening
           day-1 11:00-13:00 plenary/debate
           day-1 15:00-18:00 plenary/debate""": (
            "Opening of plenary lasts 60 minutes; it may last 30 at most"
        ),
        """day-1 10:00-13:00 hall plenary-1
           day-1 15:00-18:00 hall plenary-2
           day-1 10:00-13:00 plenary/debate
           day-1 15:00-17:30 plenary/debate
           day-1 17:30-18:00 plenary/opening""": (
            "the segments of plenary are held as Debate, Opening; their order is Opening, Debate"
        ),
        """day-1 10:00-13:00 hall plenary-2
           day-1 10:00-13:00 hall plenary-1""": (
            "plenary (2 of 2) begins at 10:00 on day-1, before plenary (1 of 2) ends at 13:00 on day-1"
        ),
    }

    def post(self, board: Board) -> None:
        for session in self.options.sessions.of(board.forum):
            for one, other in pairwise(session.sittings):
                board.before(one.id, other.id)
            if session.segments:
                board.agenda(session)

    def breaches(self, forum: Forum, timetable: Timetable) -> Iterator[Breach]:
        for session in self.options.sessions.of(forum):
            for sentence in _meeting_faults(forum, session, timetable):
                yield self.breach(session.session, sentence)
            known = timetable.segments is not None and session.session not in timetable.unjudged
            if session.segments and known:
                for sentence in _faults(forum, session, timetable):
                    yield self.breach(session.session, sentence)

    def opens(self, forum: Forum) -> Iterator[Open]:
        for session in self.options.sessions.of(forum):
            if not session.segments and session.track is None:  # in a track a session is one item
                yield self.open_point(session.session, f"the agenda of {session.title} is not decided")


def _meeting_faults(forum: Forum, session: Session, timetable: Timetable) -> Iterator[str]:
    for one, other in pairwise(timetable.of(session.sittings)):
        if other.start < one.end:
            at, end = forum.clock.words(other.start), forum.clock.words(one.end)
            first, second = forum.meeting_name(one.meeting), forum.meeting_name(other.meeting)
            yield f"{second} begins at {at}, before {first} ends at {end}"


def _faults(forum: Forum, session: Session, timetable: Timetable) -> Iterator[str]:
    parts = timetable.segments_by_session.get(session.session, ())
    yield from _order_faults(session, parts)
    yield from _filling_faults(forum, session, timetable, parts)
    for segment in session.segments:
        yield from _length_faults(session, segment, [p for p in parts if p.segment == segment.segment])


def _order_faults(session: Session, parts: tuple[SegmentTime, ...]) -> Iterator[str]:
    """Compare the order held with the agenda's; a segment that goes on is named once."""
    titles = {segment.segment: segment.title for segment in session.segments}
    held = [part.segment for part in parts]
    once = [name for index, name in enumerate(held) if index == 0 or held[index - 1] != name]
    order = [name for name in titles if name in held]
    if once != order:
        names = ", ".join(titles.get(name, name) for name in once)
        wanted = ", ".join(titles[name] for name in order)
        yield f"the segments of {session.title} are held as {names}; their order is {wanted}"


def _filling_faults(
    forum: Forum, session: Session, timetable: Timetable, parts: tuple[SegmentTime, ...]
) -> Iterator[str]:
    for place in timetable.of(session.sittings):
        reached = place.start
        for part in (one for one in parts if one.meeting == place.meeting):
            if part.start != reached:
                break
            reached = part.end
        if reached != place.end:
            at, name = forum.clock.words(reached), forum.meeting_name(place.meeting)
            yield f"the agenda of {name} has a gap or an overlap at {at}"


def _length_faults(session: Session, segment: Segment, parts: list[SegmentTime]) -> Iterator[str]:
    length = sum(part.end - part.start for part in parts)
    name = f"{segment.title} of {session.title}"
    if length < segment.least:
        yield f"{name} lasts {length} minutes; it lasts {segment.least} at least"
    if segment.most is not None and length > segment.most:
        yield f"{name} lasts {length} minutes; it may last {segment.most} at most"
    meetings = {part.meeting for part in parts}
    if len(meetings) > 1 and not segment.over_breaks:
        yield f"{name} goes on after a break; its data does not allow that"
    if len(meetings) < len(parts):
        yield f"{name} is held in several parts of one meeting"
