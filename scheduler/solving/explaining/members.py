"""What an explanation can name: clauses, and facts of a forum's data, each of which could be lifted.

What counts as one member is fixed. Each clause of tier mandate or practice is one, and so is each pin and
each closure of a part of a day. The rooms that are open on a day are one, closures of whole days included;
days with the same open rooms are one together. The number and length of the meetings of a kind of session
are one, and what these need of a room; the minutes of each session's agenda; the duties of each party; and
the times at which a party is not there. Physical clauses and the official hours are background.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from scheduler.domain.clause import Clause
from scheduler.domain.forum import Forum
from scheduler.domain.room import Closure
from scheduler.meeting_options import PINS
from scheduler.rules import Rule, TimetableRule

Sort = Literal["clause", "pin", "closure", "rooms", "absence", "duties", "needs", "agenda", "length"]
"""The sorts of members."""

HOURS = "official-hours"
"""The rule of the official hours."""


@dataclass(frozen=True)
class Member:
    """A clause or a fact, by the ids of what it speaks of.

    ``of`` are ids of a clause, of days, of a party, of a kind or of a session; a closure has its room and
    its words. ``clause`` is that of clauses and pins.
    """

    sort: Sort
    of: tuple[str, ...]
    clause: Clause | None = field(default=None, compare=False)

    @property
    def name(self) -> str:
        """What it is called in files, such as ``clause 18(a)/order`` or ``absence egypt``."""
        return " ".join((self.sort, *self.of))


def is_background(rule: Rule) -> bool:
    """Tell whether a rule is always given in explanations.

    Parameters
    ----------
    rule
        One that is posted.

    Returns
    -------
    bool
        True for physical clauses and the official hours.
    """
    return rule.clause.tier == "physical" or rule.name() == HOURS


def members_of(forum: Forum, rules: Iterable[Rule]) -> tuple[Member, ...]:
    """List all that could be lifted in a forum.

    Parameters
    ----------
    forum
        The forum.
    rules
        Those of the clauses it follows.

    Returns
    -------
    tuple of Member
        Clauses first, then facts; what stands in the way of nothing is left out.
    """
    posted = [rule for rule in rules if isinstance(rule, TimetableRule) and not is_background(rule)]
    found = [*_clauses(posted), *_of_sessions(forum), *_of_parties(forum), *_of_rooms(forum), *_pins(posted)]
    return tuple(dict.fromkeys(found))


def _clauses(rules: Sequence[Rule]) -> Iterator[Member]:
    yield from (
        Member("clause", (rule.clause.clause,), rule.clause)
        for tier in ("practice", "mandate")
        for rule in rules
        if rule.clause.tier == tier and rule.clause.mandate != PINS
    )


def _pins(rules: Sequence[Rule]) -> Iterator[Member]:
    yield from (
        Member("pin", (rule.clause.clause,), rule.clause) for rule in rules if rule.clause.mandate == PINS
    )


def _of_sessions(forum: Forum) -> Iterator[Member]:
    for session in forum.sessions:
        if any(segment.least or segment.most is not None for segment in session.segments):
            yield Member("agenda", (session.session,))
    for session in forum.sessions:
        yield Member("length", (session.kind,))
        if session.features or session.seats is not None:
            yield Member("needs", (session.kind,))


def _of_parties(forum: Forum) -> Iterator[Member]:
    needs: dict[str, set[str]] = {}
    for need in forum.needs:
        needs.setdefault(need.party, set()).add(need.session)
    for party, sessions in sorted(needs.items()):
        known = forum.party_by_id.get(party)
        away = bool(known and known.unavailable)
        if away or len(sessions) > 1:
            yield Member("duties", (party,))
        if away:
            yield Member("absence", (party,))


def _of_rooms(forum: Forum) -> Iterator[Member]:
    for days in days_with_the_same_rooms(forum):
        yield Member("rooms", days)
    for closure in forum.closures:
        if not is_of_whole_days(forum, closure):
            yield Member("closure", (closure.room, closure.window.words))


def is_of_whole_days(forum: Forum, closure: Closure) -> bool:
    """Tell whether a closure begins and ends at midnight.

    Parameters
    ----------
    forum
        The forum.
    closure
        One of its closures.

    Returns
    -------
    bool
        True for such as ``day-1``, which says which rooms are open on that day.
    """
    days = forum.clock.days
    starts = {forum.clock.midnight(day.name) for day in days}
    ends = {forum.clock.midnight_after(day.name) for day in days}
    return closure.window.start in starts and closure.window.end in ends


def rooms_of_day(forum: Forum, day: str) -> tuple[str, ...]:
    """List the rooms that are open on a day.

    Parameters
    ----------
    forum
        The forum.
    day
        Name of one of its days.

    Returns
    -------
    tuple of str
        Those that are not closed for all of the day, in the order of the forum.
    """
    start, end = forum.clock.midnight(day), forum.clock.midnight_after(day)
    closed = {
        one.room for one in forum.closures if is_of_whole_days(forum, one) and one.window.holds(start, end)
    }
    return tuple(room.room for room in forum.rooms if room.room not in closed)


def days_with_the_same_rooms(forum: Forum) -> tuple[tuple[str, ...], ...]:
    """Put days together on which the same rooms are open.

    Parameters
    ----------
    forum
        The forum.

    Returns
    -------
    tuple of tuple of str
        Names of days, in the order of the first of each.
    """
    open_on = {day.name: rooms_of_day(forum, day.name) for day in forum.clock.days}
    order = {rooms: number for number, rooms in reversed([*enumerate(open_on.values())])}
    days = sorted(open_on, key=lambda day: order[open_on[day]])
    return tuple(tuple(same) for _, same in groupby(days, key=lambda day: order[open_on[day]]))
