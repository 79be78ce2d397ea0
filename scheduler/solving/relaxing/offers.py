"""What could be relaxed in a forum: only what concerns something in it, and never a mandate."""

from collections.abc import Iterator, Sequence
from datetime import time
from itertools import chain, count

from scheduler.domain.clock import NoSuchTime, Period
from scheduler.domain.costs import SORTS, RelaxationSort
from scheduler.domain.edits import (
    ClauseSetAside,
    ClosureDropped,
    Edit,
    PeriodAdded,
    PinDropped,
    RoomOpened,
    TeamsSet,
)
from scheduler.domain.forum import Forum
from scheduler.domain.maybe import natural
from scheduler.domain.room import Room
from scheduler.meeting_options import PINS
from scheduler.rules import Rule, TimetableRule
from scheduler.solving.relaxing.officers import officers
from scheduler.solving.relaxing.relaxations import (
    Relaxation,
    broken_by_data,
    broken_practices,
    price_of,
    relaxed,
)
from scheduler.solving.relaxing.shortening import TO_FIT, fitting, shortened

REASON = "no programme was possible with it"
"""What is written beside a clause that is set aside."""

_HOURS, _TEAMS = "official-hours", "interpretation-teams"

_EARLIEST, _PAUSE, _LENGTH, _DAY = 18 * 60 + 30, 30, 180, 24 * 60
"""An evening meeting: its earliest begin, its distance from the afternoon and its length, in minutes."""


def offers(forum: Forum, rules: Sequence[Rule]) -> tuple[Relaxation, ...]:
    """List what could be relaxed.

    Parameters
    ----------
    forum
        The forum.
    rules
        Those of the clauses it follows.

    Returns
    -------
    tuple of Relaxation
        By sort and name; none that by itself makes the forum's data break a clause.
    """
    posted = [rule for rule in rules if isinstance(rule, TimetableRule)]
    found = [
        *_pins(forum, posted),
        *_rooms(forum),
        *officers(forum, rules),
        *_closures(forum),
        *fitting(forum, rules),
        *shortened(forum, rules),
        *_teams(forum, posted),
        *_evening(forum, posted),
        *_practice(forum, rules),
    ]
    ordered = sorted(
        found, key=lambda one: (SORTS.index(one.sort), one.last, TO_FIT not in one.of, natural(one.name))
    )
    before = broken_by_data(forum, rules)
    return tuple(one for one in ordered if broken_by_data(*relaxed(forum, [one])) <= before)


def _offer(  # noqa: PLR0913 - what a relaxation is made of
    forum: Forum,
    sort: RelaxationSort,
    of: tuple[str, ...],
    edit: Edit,
    sentence: str,
    *,
    behind: str = "",
) -> Relaxation:
    return Relaxation(sort, of, price_of(forum, sort), (edit,), sentence, behind=behind)


def _pins(forum: Forum, rules: Sequence[Rule]) -> Iterator[Relaxation]:
    for clause in (rule.clause for rule in rules):
        if clause.mandate == PINS:
            sentence = f"Drop the pin {clause.clause.partition('/')[2]}: {clause.says}"
            yield _offer(forum, "drop-pin", (clause.clause,), PinDropped(clause.clause), sentence)


def _rooms(forum: Forum) -> Iterator[Relaxation]:
    """Offer rooms that a session can use; of rooms that are alike each only beside those before it."""
    last: dict[tuple[object, ...], str] = {}
    counts: dict[tuple[object, ...], int] = {}
    for room in forum.venue.rooms:
        alike = (tuple(sorted(room.features)), room.seats)
        if room.room in forum.room_by_id or counts.get(alike, 0) == _users(forum, room):
            continue
        sentence = f"Open {room.name} to the forum."
        one = _offer(
            forum, "open-room", (room.room,), RoomOpened(room.room), sentence, behind=last.get(alike, "")
        )
        last[alike], counts[alike] = one.name, counts.get(alike, 0) + 1
        yield one


def _users(forum: Forum, room: Room) -> int:
    """Count the meetings that a room fits: no more rooms like it are ever needed."""
    return sum(
        session.meetings
        for session in forum.sessions
        if set(session.features) <= set(room.features)
        and (session.seats is None or room.seats is None or session.seats <= room.seats)
    )


def _closures(forum: Forum) -> Iterator[Relaxation]:
    for closure in dict.fromkeys(forum.closures):
        if closure.room in forum.room_by_id and not closure.booked:
            room, words = forum.room_name(closure.room), closure.window.words
            when = words if words.startswith(("from ", "until ")) else f"on {words}"
            why = f" ({closure.because.rstrip('.')})" if closure.because else ""
            of = (closure.room, *words.split(), *([closure.because] if closure.because else []))
            sentence = f"Have {room} also {when}, when it is closed now{why}."
            yield _offer(forum, "reopen-room", of, ClosureDropped(closure), sentence)


def _teams(forum: Forum, rules: Sequence[Rule]) -> Iterator[Relaxation]:
    if _follows(rules, _TEAMS) and any(session.interpretation for session in forum.sessions):
        now = forum.venue.interpretation.teams
        sentence = f"Have {now + 1} interpretation teams for this forum instead of {now}."
        if now == 0:
            sentence = "Have 1 interpretation team for this forum instead of none."
        yield _offer(forum, "interpretation-team", (str(now + 1),), TeamsSet(now + 1), sentence)


def _evening(forum: Forum, rules: Sequence[Rule]) -> Iterator[Relaxation]:
    start = max(_EARLIEST, *(60 * one.end.hour + one.end.minute + _PAUSE for one in forum.clock.periods))
    if start + _LENGTH >= _DAY or not _follows(rules, _HOURS):
        return
    names = {one.name for one in forum.clock.periods}
    name = next(one for one in chain(["evening"], map("evening-{}".format, count(2))) if one not in names)
    period = Period(name=name, start=_time(start), end=_time(start + _LENGTH), extra=True)
    if not _is_on_every_day(forum, period):
        return
    hours = f"{period.start:%H:%M}-{period.end:%H:%M}"
    sentence = f"Meet in the evening too: the official hours have the period {name} as well, {hours}."
    yield _offer(forum, "evening", (hours,), PeriodAdded(period), sentence)


def _is_on_every_day(forum: Forum, period: Period) -> bool:
    """Tell whether no clock is put forward or back at the times of a period."""
    try:
        for day in forum.clock.days:
            forum.clock.minute(day.name, period.start)
            forum.clock.minute(day.name, period.end)
    except NoSuchTime:
        return False
    return True


def _time(minutes: int) -> time:
    return time(*divmod(minutes, 60))


def _practice(forum: Forum, rules: Sequence[Rule]) -> Iterator[Relaxation]:
    """Offer what stands in the way of timetables, and what the forum's data breaks whatever the timetable.

    Without the hours it takes long to ask, and they are the last that a planner wants to leave.
    """
    broken = broken_practices(forum, rules)
    for rule in rules:
        clause, of = rule.clause, (rule.clause.clause,)
        if clause.tier != "practice" or clause.mandate == PINS:
            continue
        sentence = f"Set aside the practice {clause.clause}: {clause.says}"
        if clause.clause in broken:
            sentence += f" The forum's own data breaks it: {'; '.join(broken[clause.clause])}."
        elif not isinstance(rule, TimetableRule):
            continue
        edit, price = ClauseSetAside(clause.clause, REASON), price_of(forum, "set-aside")
        yield Relaxation("set-aside", of, price, (edit,), sentence, last=rule.name() == _HOURS)


def _follows(rules: Sequence[Rule], name: str) -> bool:
    return any(rule.name() == name for rule in rules)
