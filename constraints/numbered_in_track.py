"""Numbered sessions come at their place in their track."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from scheduler.domain.blocks import blocks_of, by_track
from scheduler.domain.forum import Forum
from scheduler.domain.session import Session
from scheduler.domain.timetable import Placement, Timetable
from scheduler.domain.verdict import Charge
from scheduler.options import OptionCost, RuleOptions
from scheduler.rules import Preference

if TYPE_CHECKING:
    from scheduler.board import Board


class NumberedInTrack(Preference):
    """A session with a number that is not at this place of its track costs 1, or ``cost``.

    Why: what builds on something else comes after it. The sessions of a track are counted period by period
    and room by room, each from its first to its last; two sessions with a number that are held at once cost
    as much again.
    """

    class Options(RuleOptions):
        """What ``numbered-in-track`` speaks of."""

        cost: OptionCost = 1

    options: Options

    FORUM = {"sessions": {"one": {"track": "data", "number": 1}, "two": {"track": "data", "number": 2}}}
    KEPT = (
        """day-1 10:00-11:00 hall one
           day-1 11:00-12:00 hall two""",
        """day-1 15:00-16:00 annex one
           day-2 10:00-11:00 hall two""",
    )
    CHARGED = {
        """day-1 10:00-11:00 hall  one
           day-1 10:30-11:30 annex two""": ("one and two of data are held at once", 1),
    }

    def price(self, board: Board) -> None:
        for sessions in _numbered(board.forum).values():
            meetings = [meeting.id for session in sessions for meeting in session.sittings]
            wanted = {one.sittings[0].id: one.number for one in sessions if one.number}
            board.blocks_prices.misplaced(self.clause.clause, self.options.cost, meetings, wanted)
            for one, other in combinations(wanted, 2):
                board.prices.together(self.clause.clause, self.options.cost, one, other)

    def charges(self, forum: Forum, timetable: Timetable) -> Iterator[Charge]:
        blocks = by_track(blocks_of(forum, timetable))
        for track, sessions in _numbered(forum).items():
            order = [place.meeting for block in blocks.get(track, ()) for place in block.places]
            yield from self._misplaced(forum, track, sessions, order)
            firsts = timetable.of([one.sittings[0] for one in sessions if one.number])
            yield from self._at_once(forum, track, firsts)

    def _misplaced(
        self, forum: Forum, track: str, sessions: list[Session], order: list[str]
    ) -> Iterator[Charge]:
        for session in sessions:
            first = session.sittings[0].id
            place = order.index(first) + 1 if first in order else session.number
            if session.number and place != session.number and self.options.cost:
                held = f"{session.title} is number {place} of {forum.track_name(track)}, not {session.number}"
                yield self.charge(first, held, self.options.cost)

    def _at_once(self, forum: Forum, track: str, places: list[Placement]) -> Iterator[Charge]:
        for one, other in combinations(places, 2):
            if one.overlaps(other) and self.options.cost:
                titles = f"{forum.meeting_name(one.meeting)} and {forum.meeting_name(other.meeting)}"
                sentence = f"{titles} of {forum.track_name(track)} are held at once"
                yield self.charge(one.meeting, sentence, self.options.cost)


def _numbered(forum: Forum) -> dict[str, list[Session]]:
    """List the sessions of each track in which some have a number."""
    tracks: dict[str, list[Session]] = {}
    for session in forum.sessions:
        if session.track is not None:
            tracks.setdefault(session.track, []).append(session)
    return {track: found for track, found in tracks.items() if any(one.number for one in found)}
