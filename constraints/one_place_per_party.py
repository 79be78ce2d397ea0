"""A party is in one place at a time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from scheduler.domain.forum import Forum, Need
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Breach
from scheduler.rules import TimetableRule

if TYPE_CHECKING:
    from scheduler.board import Board


class _Stay(NamedTuple):
    start: int
    end: int
    session: str
    name: str


class OnePlacePerParty(TimetableRule):
    """A party that has a duty or makes a statement is not needed in two sessions at once.

    Why: a person is in one place at a time. Delegations that merely attend may divide themselves.
    """

    FORUM = {
        "parties": [{"party": "egypt", "name": "Egypt", "kind": "member-state"}],
        "sessions": {
            "round-table-1": {"duties": [{"role": "co-chair", "party": "egypt"}]},
            "round-table-2": {"duties": [{"role": "keynote", "party": "egypt"}]},
        },
    }
    KEPT = (
        """day-1 10:00-13:00 hall round-table-1
           day-1 15:00-18:00 hall round-table-2""",
    )
    BROKEN = {
        """day-1 10:00-13:00 hall  round-table-1
           day-1 12:00-15:00 annex round-table-2""": (
            "Egypt is needed in round-table-1 and in round-table-2 at 12:00 on day-1"
        ),
    }

    def post(self, board: Board) -> None:
        sessions = board.forum.session_by_id
        for needs in _needs_by_party(board.forum).values():
            board.stays.apart([(sessions[need.session], need.segment) for need in needs])

    def breaches(self, forum: Forum, timetable: Timetable) -> Iterator[Breach]:
        for party, needs in _needs_by_party(forum).items():
            stays = sorted(stay for need in needs for stay in _stays(forum, timetable, need))
            told: set[frozenset[str]] = set()
            for one, other in combinations(stays, 2):
                pair = frozenset((one.session, other.session))
                if len(pair) == 2 and other.start < one.end and pair not in told:
                    told.add(pair)
                    at = forum.clock.words(other.start)
                    yield self.breach(
                        party,
                        f"{forum.party_name(party)} is needed in {one.name} and in {other.name} at {at}",
                    )


def _needs_by_party(forum: Forum) -> dict[str, list[Need]]:
    needs: dict[str, list[Need]] = {}
    for need in forum.needs:
        needs.setdefault(need.party, []).append(need)
    return dict(sorted(needs.items()))


def _stays(forum: Forum, timetable: Timetable, need: Need) -> Iterator[_Stay]:
    """Yield when a party is needed: in whole meetings, or in a segment where one is named."""
    session = forum.session_by_id[need.session]
    for start, end, meeting in timetable.times_of(session, need.segment):
        yield _Stay(start, end, need.session, forum.meeting_name(meeting))
