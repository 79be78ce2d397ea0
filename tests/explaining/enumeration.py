"""Whether any timetable of a small forum is accepted by the judge, found by trying all, without the solver.

All times of the forums of ``tight`` are full hours, and so are the starts that are tried.
Meetings are placed one after the other; a place is given up as soon as a rule finds a breach that no further
meeting could mend.
"""

from collections.abc import Iterator, Sequence
from itertools import product

from scheduler.domain.forum import Forum
from scheduler.domain.session import Meeting
from scheduler.domain.timetable import Placement, arranged
from scheduler.domain.verdict import Breach
from scheduler.judging import judge
from scheduler.rules import Rule

STEP = 60
MENDED = {"placed", "fills-day"}
"""Rules whose breaches in a part of a timetable further meetings may mend; sessions have two at most."""


def is_possible(forum: Forum, rules: Sequence[Rule]) -> bool:
    """Try every timetable within the official hours of the days."""
    single = [rule for rule in rules if rule.NARROWS and rule.name() not in MENDED]
    joint = [(rule, _mended_by(forum, rule)) for rule in rules if not rule.NARROWS]
    filling = set().union(*(names for rule, names in joint if rule.name() == "fills-day"))
    meetings = sorted(forum.meetings, key=lambda one: one.id not in filling)
    choices = [[*_places(forum, meeting, single)] for meeting in meetings]
    tried = (arranged(placed) for placed in _grown(forum, joint, choices, []) if all(choices))
    return any(not judge(forum, rules, timetable).breaches for timetable in tried)


def _mended_by(forum: Forum, rule: Rule) -> set[str]:
    """Name the meetings that have to be placed before a rule can be judged."""
    if rule.name() not in MENDED:
        return set()
    sessions = getattr(rule.options, "sessions", None)
    return {meeting.id for meeting in (sessions.meetings(forum) if sessions else forum.meetings)}


def _places(forum: Forum, meeting: Meeting, rules: Sequence[Rule]) -> Iterator[Placement]:
    clock = forum.clock
    for day in clock.days:
        begin = clock.midnight(day.name)
        for start, room in product(range(begin + 600, begin + 1080, STEP), forum.rooms):
            place = Placement(meeting=meeting.id, room=room.room, start=start, end=start + meeting.minutes)
            if not any(_breaches(forum, rules, [place])):
                yield place


def _grown(
    forum: Forum,
    rules: Sequence[tuple[Rule, set[str]]],
    choices: list[list[Placement]],
    placed: list[Placement],
) -> Iterator[list[Placement]]:
    if not choices:
        yield placed
        return
    for place in choices[0]:
        more = [*placed, place]
        known = {one.meeting for one in more}
        if not any(_breaches(forum, [rule for rule, names in rules if names <= known], more)):
            yield from _grown(forum, rules, choices[1:], more)


def _breaches(forum: Forum, rules: Sequence[Rule], placed: list[Placement]) -> Iterator[Breach]:
    timetable = arranged(placed)
    for rule in rules:
        yield from rule.breaches(forum, timetable)
