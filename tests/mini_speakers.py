"""Small debates and lists of speakers written as lines of text, in which rules show what they promise."""

import re

from scheduler.domain.forum import Forum
from scheduler.domain.list_of_speakers import Call, Debate, ListOfSpeakers, Reply, Statement, Stretch
from scheduler.domain.window import time_of_day
from tests.mini import forum_of

LEVELS = ("head-of-state", "minister", "chair-of-delegation")
_STRETCH = re.compile(r"(day-\d+) (\d\d:\d\d)-(\d\d:\d\d) (\S+)")
_CALL = re.compile(r"(\S+) (\S+) (\d+):(\d\d)(?: was (?P<was>\S+))?(?: (?P<there>day-.+))?")
_REPLY = re.compile(r"reply (\S+) (\d) (\d+):(\d\d) (\S+)")
_STATEMENT = re.compile(r"(day-\d+) (\d\d:\d\d):(\d\d)-(\d\d:\d\d):(\d\d) (\S+)( reply)?(?: in (\S+))?")


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def stage(text: str) -> tuple[Forum, Debate]:
    """Make the debate of a text, and a forum in which meetings and parties have their ids for names."""
    forum, lines = forum_of({}, *()), lines_of(text)
    found: dict[str, list] = {"stretches": [], "calls": [], "replies": []}
    change_over = 0
    for line in lines:
        if line.startswith("change-over "):
            change_over = int(line.split()[1])
        elif match := _REPLY.fullmatch(line):
            party, number, minutes, seconds, meeting = match.groups()
            length = 60 * int(minutes) + int(seconds)
            found["replies"].append(Reply(party=party, number=number, seconds=length, meeting=meeting))
        elif match := _STRETCH.fullmatch(line):
            found["stretches"].append(_stretch(forum, *match.groups()))
    whole = tuple((one.start, one.end) for one in found["stretches"])
    for line in lines:
        if not line.startswith("reply") and (match := _CALL.fullmatch(line)):
            found["calls"].append(_call(forum, match, whole))
    return forum, Debate(change_over=change_over, **{name: tuple(some) for name, some in found.items()})


def _stretch(forum: Forum, day: str, start: str, end: str, meeting: str) -> Stretch:
    first, last = (60 * forum.clock.minute(day, time_of_day(at)) for at in (start, end))
    return Stretch(meeting=meeting, day=day, start=first, end=last)


def _call(forum: Forum, match: re.Match, whole: tuple) -> Call:
    level, party, minutes, seconds = match.groups()[:4]
    return Call(
        party=party,
        level=level,
        rank=LEVELS.index(level),
        seconds=60 * int(minutes) + int(seconds),
        there=_times(forum, match["there"]) if match["there"] else whole,
        free=match["there"] is None,
        meeting=match["was"],
    )


def _times(forum: Forum, text: str) -> tuple:
    return tuple(
        tuple(60 * forum.clock.minute(day, time_of_day(at)) for at in hours.split("-"))
        for day, hours in (part.split() for part in text.split("; "))
    )


def list_of(forum: Forum, debate: Debate, text: str) -> ListOfSpeakers:
    """Read the list that a text writes; a statement is held in the meeting it names, or in the nearest."""
    statements = []
    for line in lines_of(text):
        day, start, first, end, last, party, reply, meeting = _STATEMENT.fullmatch(line).groups()
        begins = 60 * forum.clock.minute(day, time_of_day(start)) + int(first)
        ends = 60 * forum.clock.minute(day, time_of_day(end)) + int(last)
        where = min(debate.stretches, key=lambda one: max(one.start - begins, begins - one.end, 0))
        held = meeting or where.meeting
        statements.append(
            Statement(party=party, meeting=held, start=begins, end=ends, reply=1 if reply else 0)
        )
    return ListOfSpeakers(statements=tuple(statements))
