"""Nobody is wanted in two rooms at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, combinations_with_replacement, product
from typing import TYPE_CHECKING, Literal, TypeVar

from pydantic import Field

from scheduler.domain.forum import Forum
from scheduler.domain.session import Session
from scheduler.domain.timetable import Placement, Timetable
from scheduler.domain.value import Identifier
from scheduler.domain.verdict import Charge
from scheduler.options import OptionCost, RuleOptions
from scheduler.rules import Preference

if TYPE_CHECKING:
    from scheduler.board import Board

_CHAIR = "chair"
_Held = TypeVar("_Held")
"""A meeting, or its place in a timetable."""

_People = set[tuple[str, bool]]
"""Ids of parties, and whether they are there as chairs of the track only."""


class NobodyInTwoRooms(Preference):
    """Two meetings that somebody is wanted in cost 1, or ``cost``, when they are in different rooms at once.

    Why: a person is in one place. ``roles`` says as whom the person is in the one, ``with-roles`` as whom in
    the other, where that is not the same; the chairs of a track are in all its sessions, which are no trouble
    among themselves. At the level of the period the two may not lie in the same period, at that of the minute
    not at the same time.
    """

    class Options(RuleOptions):
        """What ``nobody-in-two-rooms`` speaks of."""

        roles: tuple[Identifier, ...] = Field(min_length=1)
        with_roles: tuple[Identifier, ...] = ()
        level: Literal["period", "minute"] = "period"
        cost: OptionCost = 1

    options: Options

    FORUM = {
        "sessions": {
            "one": {"participants": [{"party": "ada", "role": "presenter"}]},
            "two": {"participants": [{"party": "ada", "role": "presenter"}]},
        },
        "parties": [{"party": "ada", "name": "Ada", "kind": "person"}],
    }
    OPTIONS = {"roles": ["presenter"]}
    KEPT = (
        """day-1 10:00-11:00 hall one
           day-1 11:00-12:00 hall two""",
        """day-1 10:00-11:00 hall  one
           day-1 15:00-16:00 annex two""",
    )
    CHARGED = {
        """day-1 10:00-11:00 hall  one
           day-1 11:00-12:00 annex two""": (
            "Ada is wanted in one (hall) and two (annex) in day-1 morning",
            1,
        ),
    }

    def price(self, board: Board) -> None:
        charge = board.blocks_prices.together_in_two_rooms
        if self.options.level == "period":
            charge = board.blocks_prices.apart
        for one, other, _ in self._pairs(board.forum):
            for first, second in _both(one.sittings, other.sittings):
                charge(self.clause.clause, self.options.cost, first.id, second.id)

    def charges(self, forum: Forum, timetable: Timetable) -> Iterator[Charge]:
        for one, other, wanted in self._pairs(forum):
            for first, second in _both(timetable.of(one.sittings), timetable.of(other.sittings)):
                when = self._when(forum, first, second)
                if when and first.room != second.room and self.options.cost:
                    names = " and ".join(forum.party_name(party) for party in wanted)
                    verb = "is" if len(wanted) == 1 else "are"
                    here, there = (
                        f"{forum.meeting_name(place.meeting)} ({forum.room_name(place.room)})"
                        for place in (first, second)
                    )
                    sentence = f"{names} {verb} wanted in {here} and {there} {when}"
                    yield self.charge(first.meeting, sentence, self.options.cost)

    def _when(self, forum: Forum, first: Placement, second: Placement) -> str:
        """Say when two meetings are held at once; nothing when they are not."""
        if self.options.level == "minute":
            at = forum.clock.words(max(first.start, second.start))
            return f"at {at}" if first.overlaps(second) else ""
        periods = [forum.clock.stretch_of(place.start, place.end) for place in (first, second)]
        return f"in {periods[0].words}" if periods[0] and periods[0] == periods[1] else ""

    def _pairs(self, forum: Forum) -> Iterator[tuple[Session, Session, list[str]]]:
        """Yield any two sessions that somebody is wanted in, also one and itself, and who."""
        here = {one.session: _people(forum, one, self.options.roles) for one in forum.sessions}
        there = here
        if self.options.with_roles:
            there = {one.session: _people(forum, one, self.options.with_roles) for one in forum.sessions}
        busy = [one for one in forum.sessions if here[one.session] or there[one.session]]
        for one, other in combinations_with_replacement(busy, 2):
            wanted = _common(here[one.session], there[other.session], one, other)
            wanted |= _common(here[other.session], there[one.session], other, one)
            if wanted:
                yield one, other, sorted(wanted)


def _both(here: Sequence[_Held], there: Sequence[_Held]) -> Iterator[tuple[_Held, _Held]]:
    """Yield any two of what is held in two sessions, which may be the same."""
    return combinations(here, 2) if here == there else product(here, there)


def _people(forum: Forum, session: Session, roles: tuple[str, ...]) -> _People:
    """List who is in a session in some roles, and whether only as the chair of its track."""
    found = {(one.party, False) for one in session.participants if one.role in roles}
    found |= {(one.party, False) for one in session.duties if one.role in roles and one.party is not None}
    track = forum.track_by_id.get(session.in_track)
    if _CHAIR in roles and track is not None:
        found |= {(chair, True) for chair in track.chairs if (chair, False) not in found}
    return found


def _common(
    here: set[tuple[str, bool]], there: set[tuple[str, bool]], one: Session, other: Session
) -> set[str]:
    """List who is in both; the chair of a track is no trouble inside it."""
    alike = one.in_track == other.in_track
    first, second = ({party for party, chairs in found if not (chairs and alike)} for found in (here, there))
    return first & second
