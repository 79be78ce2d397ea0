"""Parties are needed only while they are there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Breach
from scheduler.rules import TimetableRule

if TYPE_CHECKING:
    from scheduler.board import Board


class PartyAvailable(TimetableRule):
    """A party that has a duty or makes a statement is not needed while it is unavailable.

    Why: a co-chair who lands at noon cannot open the morning.
    """

    NARROWS = True

    FORUM = {
        "parties": [
            {"party": "egypt", "name": "Egypt", "kind": "member-state", "unavailable": ["until day-1 12:00"]}
        ],
        "sessions": {"round-table-1": {"duties": [{"role": "co-chair", "party": "egypt"}]}},
    }
    KEPT = ("day-1 15:00-18:00 hall round-table-1",)
    BROKEN = {
        "day-1 10:00-13:00 hall round-table-1": (
            "Egypt is needed in round-table-1 at 10:00 on day-1, but is unavailable until day-1 12:00"
        ),
    }

    def post(self, board: Board) -> None:
        for need in board.forum.needs:
            party = board.forum.party_by_id.get(need.party)
            for window in party.unavailable if party else ():
                board.away(board.forum.session_by_id[need.session], need.segment, window)

    def breaches(self, forum: Forum, timetable: Timetable) -> Iterator[Breach]:
        for need in forum.needs:
            party, session = forum.party_by_id.get(need.party), forum.session_by_id[need.session]
            for window in party.unavailable if party else ():
                for start, end, meeting in timetable.times_of(session, need.segment):
                    if window.meets(start, end):
                        where = f"{forum.meeting_name(meeting)} at {forum.clock.words(start)}"
                        name = forum.party_name(need.party)
                        yield self.breach(
                            need.party, f"{name} is needed in {where}, but is unavailable {window.words}"
                        )
