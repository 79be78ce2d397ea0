"""The last release is kept to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from scheduler.domain.agenda import breaks
from scheduler.domain.forum import Forum
from scheduler.domain.session import Session
from scheduler.domain.timetable import Placement, SegmentTime, Timetable
from scheduler.domain.verdict import Charge, Open
from scheduler.options import RuleOptions
from scheduler.rules import Preference

if TYPE_CHECKING:
    from scheduler.board import Board


class KeepToRelease(Preference):
    """Each meeting or segment that moves away from the last release costs 1, or 1 for each party concerned.

    Why: people have booked, and told others. What the release does not know costs nothing.
    """

    OF_RELEASE = True

    class Options(RuleOptions):
        """What ``keep-to-release`` speaks of.

        Another ``day``, another ``time`` of day, another ``room``; ``place`` is any of the three, and
        ``segments`` are other minutes of a session. Counted are ``meetings`` (or segments), each as 1,
        or the ``parties`` that it concerns.
        """

        what: Literal["day", "time", "room", "place", "segments"]
        count: Literal["meetings", "parties"] = "meetings"

    options: Options

    FORUM = {
        "sessions": {
            "plenary": {
                "segments": [
                    {"segment": "opening", "title": "Opening", "shortest": 15},
                    {"segment": "debate", "title": "Debate", "shortest": 60},
                ]
            }
        },
        "release": """day-1 10:00-13:00 hall plenary
                       day-1 10:00-10:30 plenary/opening
                       day-1 10:30-13:00 plenary/debate""",
    }
    OPTIONS = {"what": "time"}
    KEPT = ("day-1 10:00-13:00 annex plenary", "day-2 10:00-13:00 hall plenary")
    CHARGED = {
        "day-1 15:00-18:00 hall plenary": (
            "plenary moves from hall at 10:00 on day-1 to hall at 15:00 on day-1: another time",
            1,
        ),
    }

    def opens(self, forum: Forum) -> Iterator[Open]:
        if forum.release is None:
            yield self.open_point(forum.forum, "nothing has been released yet")

    def price(self, board: Board) -> None:
        release = board.forum.release
        if release is None:
            return
        if self.options.what == "segments":
            self._price_segments(board, release.timetable)
            return
        for meeting in board.forum.meetings:
            place = release.timetable.by_meeting.get(meeting.id)
            if place is not None:
                self._price_meeting(board, place)

    def _price_meeting(self, board: Board, place: Placement) -> None:
        clause = self.clause.clause
        price = self._price(board.forum, board.forum.meeting_by_id[place.meeting].session)
        if self.options.what == "place":
            board.prices.away_from(clause, price, place.meeting, place.start, place.room)
        elif self.options.what == "room":
            board.prices.room(clause, place.meeting, lambda room: price * int(room != place.room))
        else:
            kept = _same_day if self.options.what == "day" else _same_time
            board.prices.elsewhen(
                clause, price, place.meeting, lambda start: kept(board.forum, start, place.start)
            )

    def _price(self, forum: Forum, session: str) -> int:
        """Return what it costs to move something of a session."""
        by_parties = self.options.count == "parties"
        return len(forum.attendance(forum.session_by_id[session])) if by_parties else 1

    def _price_segments(self, board: Board, released: Timetable) -> None:
        for session in board.forum.sessions:
            held = _on_session_clock(session, released)
            for segment in session.segments:
                if segment.segment in held:
                    price = self._price(board.forum, session.session)
                    board.prices.moved(
                        self.clause.clause, price, session, segment.segment, held[segment.segment]
                    )

    def charges(self, forum: Forum, timetable: Timetable) -> Iterator[Charge]:
        if forum.release is None:
            return
        released = forum.release.timetable
        if self.options.what == "segments":
            yield from self._segment_charges(forum, released, timetable)
            return
        for place in timetable.of(forum.meetings):
            old = released.by_meeting.get(place.meeting)
            price = self._price(forum, forum.meeting_by_id[place.meeting].session)
            if old is not None and price and self._moved(forum, old, place):
                yield self.charge(place.meeting, self._sentence(forum, old, place), price)

    def _moved(self, forum: Forum, old: Placement, new: Placement) -> bool:
        before, now = forum.clock.instant(old.start), forum.clock.instant(new.start)
        moved = {
            "day": before.date() != now.date(),
            "time": before.time() != now.time(),
            "room": old.room != new.room,
            "place": (before, old.room) != (now, new.room),
        }
        return moved[self.options.what]

    def _sentence(self, forum: Forum, old: Placement, new: Placement) -> str:
        name, what = forum.meeting_name(new.meeting), self.options.what
        before, now = forum.room_name(old.room), forum.room_name(new.room)
        if what != "room":
            before += f" at {forum.clock.words(old.start)}"
            now += f" at {forum.clock.words(new.start)}"
        return f"{name} moves from {before} to {now}: another {what}"

    def _segment_charges(self, forum: Forum, released: Timetable, timetable: Timetable) -> Iterator[Charge]:
        for session in forum.sessions:
            old, new = _on_session_clock(session, released), _on_session_clock(session, timetable)
            price = self._price(forum, session.session)
            for segment in session.segments:
                before, now = old.get(segment.segment), new.get(segment.segment)
                if new and price and before is not None and before != now:
                    name = f"{segment.title} of {session.title}"
                    there = f"moves to minutes {now[0]}-{now[1]} of the session" if now else "is left out"
                    subject = f"{session.session}/{segment.segment}"
                    yield self.charge(subject, f"{name} {there}; it was at {before[0]}-{before[1]}", price)


def _same_day(forum: Forum, start: int, released: int) -> bool:
    return forum.clock.instant(start).date() == forum.clock.instant(released).date()


def _same_time(forum: Forum, start: int, released: int) -> bool:
    return forum.clock.instant(start).time() == forum.clock.instant(released).time()


def _on_session_clock(session: Session, timetable: Timetable) -> dict[str, tuple[int, int]]:
    """Return where segments begin and end in minutes from their session's start, breaks cut out."""
    begins = dict(zip((meeting.id for meeting in session.sittings), breaks(session), strict=False))
    found: dict[str, tuple[int, int]] = {}
    for part in timetable.segments_by_session.get(session.session, ()):
        first = _point(timetable, begins, part)
        if first is not None:
            start, end = found.get(part.segment, (first, 0))
            found[part.segment] = (min(start, first), max(end, first + part.end - part.start))
    return found


def _point(timetable: Timetable, begins: dict[str, int], part: SegmentTime) -> int | None:
    """Return the minute of the session at which a part of a segment begins."""
    place = timetable.by_meeting.get(part.meeting)
    if place is None or part.meeting not in begins:
        return None
    return begins[part.meeting] + part.start - place.start
