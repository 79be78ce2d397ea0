"""Whether any timetable of a small forum is accepted by the judge, found by trying all, without the solver.

All times of the forums of ``tight`` are multiples of half an hour, and so are the starts that are tried.
Meetings are placed one after the other; a place is given up as soon as a rule finds a breach that no further
meeting could mend.
"""

from collections.abc import Iterator, Sequence

from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Placement, arranged
from scheduler.judging import judge
from scheduler.rules import Rule

STEP = 30
MENDED = {"placed", "fills-day", "consecutive", "agenda"}
"""Rules whose breaches in a part of a timetable further meetings may mend."""


def is_possible(forum: Forum, rules: Sequence[Rule]) -> bool:
    """Try every timetable within the official hours of the days."""
    final = [rule for rule in rules if rule.name() in MENDED]
    rest = sorted((rule for rule in rules if rule not in final), key=lambda rule: not rule.NARROWS)
    choices = [[*_places(forum, meeting, rest)] for meeting in forum.meetings]
    choices.sort(key=len)
    return any(
        not judge(forum, rules, arranged(found)).breaches for found in _grown(forum, rest, choices, [])
    )


def _places(forum: Forum, meeting, rules: Sequence[Rule]) -> Iterator[Placement]:
    clock = forum.clock
    for day in clock.days:
        begin, end = clock.midnight(day.name), clock.midnight_after(day.name)
        for start in range(begin + 600, min(begin + 1080, end), STEP):
            for room in forum.rooms:
                place = Placement(
                    meeting=meeting.id, room=room.room, start=start, end=start + meeting.minutes
                )
                if _kept(forum, rules, [place]):
                    yield place


def _grown(
    forum: Forum, rules: Sequence[Rule], choices: list[list[Placement]], placed: list[Placement]
) -> Iterator[list[Placement]]:
    if not choices:
        yield placed
        return
    for place in choices[0]:
        if _kept(forum, rules, [*placed, place]):
            yield from _grown(forum, rules, choices[1:], [*placed, place])


def _kept(forum: Forum, rules: Sequence[Rule], placed: list[Placement]) -> bool:
    timetable = arranged(placed)
    return not any(True for rule in rules for _ in rule.breaches(forum, timetable))
