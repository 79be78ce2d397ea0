"""All timetables of a small forum that are as good as any, by trying all placements, without the solver.

Meetings are placed one after the other on every step of every day in every room. A place is given up as soon
as a rule finds a breach that no further meeting could mend; what remains is judged. Copies are told by hand:
every way in which sessions and rooms that a test calls alike can change places is tried.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import permutations, product

from scheduler.domain.agenda import lay_out, segment_times
from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Placement, Timetable, arranged
from scheduler.judging import judge, paid
from scheduler.rules import Rule, TimetableRule

MENDED = {"placed", "fills-day"}
"""Rules whose breaches in a part of a timetable further meetings may mend."""
FIRST = {"official-hours": -1, "within": -1, "held-in": -1}
"""Rules that give up most places, and are asked before others."""

Classes = Sequence[Sequence[str]]
Held = frozenset[tuple[str, str, int]]


def as_good_as_any(
    forum: Forum, rules: Sequence[Rule], step: int, slack: Sequence[int] = ()
) -> list[Timetable]:
    """Return all timetables without a breach that pay the least, level by level, or so much more."""
    posted = [rule for rule in rules if isinstance(rule, TimetableRule)]
    clauses = {rule.clause.clause for rule in posted}
    payments = []
    for timetable in _timetables(forum, posted, step):
        verdict = judge(forum, rules, timetable)
        if not any(breach.clause in clauses for breach in verdict.breaches):
            payments.append((paid(forum, verdict), timetable))
    least = min((payment for payment, _ in payments), default=())
    most = [value + more for value, more in zip(least, slack or [0] * len(least), strict=True)]
    return [one for payment, one in payments if all(map(int.__le__, payment, most))]


def _timetables(forum: Forum, rules: Sequence[TimetableRule], step: int) -> Iterator[Timetable]:
    asked = sorted(
        (one for one in rules if one.name() not in MENDED), key=lambda one: FIRST.get(one.name(), 0)
    )
    choices = [[*_places(forum, meeting, asked, step)] for meeting in forum.meetings]
    for placed in _grown(forum, asked, choices, []):
        yield arranged(placed, _agendas(forum, placed))


def _places(forum, meeting, rules, step):
    clock = forum.clock
    for day in clock.days:
        for start in range(
            clock.midnight(day.name), clock.midnight_after(day.name) - meeting.minutes + 1, step
        ):
            for room in forum.rooms:
                place = Placement(
                    meeting=meeting.id, room=room.room, start=start, end=start + meeting.minutes
                )
                if not _broken(forum, rules, [place]):
                    yield place


def _grown(forum, rules, choices, placed):
    if len(placed) == len(choices):
        yield placed
        return
    for place in choices[len(placed)]:
        more = [*placed, place]
        if not _broken(forum, rules, more):
            yield from _grown(forum, rules, choices, more)


def _broken(forum: Forum, rules: Iterable[TimetableRule], placed: list[Placement]) -> bool:
    timetable = arranged(placed)
    return any(True for rule in rules for _ in rule.breaches(forum, timetable))


def _agendas(forum, placed):
    by_meeting = {place.meeting: place for place in placed}
    segments = []
    for session in forum.sessions:
        ends = lay_out(session)
        if ends is not None:
            places = tuple(by_meeting[meeting.id] for meeting in session.sittings)
            segments += segment_times(session, ends, places)
    return segments


def held(timetable: Timetable) -> Held:
    """Return where and when meetings are held."""
    return frozenset((one.meeting, one.room, one.start) for one in timetable.placements)


def copies(forum: Forum, one: Held, sessions: Classes, rooms: Classes) -> set[Held]:
    """Return a timetable with all its copies."""
    found = set()
    for exchanged in _exchanges([*sessions, *rooms]):
        names = dict(exchanged)
        for session in forum.sessions:
            other = forum.session_by_id[names.get(session.session, session.session)]
            names |= {a.id: b.id for a, b in zip(session.sittings, other.sittings, strict=True)}
        found.add(frozenset((names[meeting], names.get(room, room), start) for meeting, room, start in one))
    return found


def _exchanges(classes: Classes) -> Iterator[dict[str, str]]:
    for ways in product(*(permutations(members) for members in classes)):
        yield {
            old: new
            for members, way in zip(classes, ways, strict=True)
            for old, new in zip(members, way, strict=True)
        }


def without_copies(
    forum: Forum, found: Iterable[Timetable], sessions: Classes, rooms: Classes
) -> set[frozenset]:
    """Return each set of copies once."""
    return {frozenset(copies(forum, held(one), sessions, rooms)) for one in found}
