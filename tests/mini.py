"""Small forums written as lines of text, in which rules show what they promise.

A line places a meeting, ``day-1 10:00-13:00 hall round-table-1``, or a segment,
``day-1 10:00-10:30 plenary/opening``. Sessions, rooms and days that a text names exist; an overlay
says what is more. ``day-1`` is Monday, 7 January 2030.
"""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from scheduler.domain.clause import Clause
from scheduler.domain.clock import Clock
from scheduler.domain.forum import Forum
from scheduler.domain.release import Release
from scheduler.domain.timetable import Placement, SegmentTime, Timetable, arranged
from scheduler.domain.window import WindowWords, time_of_day
from scheduler.options import Vocabulary, vocabulary
from scheduler.rules import Rule, activate, find_rule

MONDAY = date(2030, 1, 7)
_PERIODS = [
    {"name": "morning", "start": "10:00", "end": "13:00"},
    {"name": "afternoon", "start": "15:00", "end": "18:00"},
]
_DAY = re.compile(r"\bday-(\d+)\b")
_LINE = re.compile(r"^(\S+)\s+(\d\d:\d\d)-(\d\d:\d\d)\s+(?:(\S+)\s+)?(\S+)$")

type_lines = tuple[str, str, str, str | None, str]


def lines_of(text: str) -> list[type_lines]:
    """Split a text into day, start, end, room (``None`` for a segment) and what is held."""
    found = []
    for line in (line.strip() for line in text.splitlines()):
        match = _LINE.match(line)
        assert match, f"no line of a timetable: {line!r}"
        found.append(match.groups())
    return found


def forum_of(overlay: Mapping[str, Any] | None = None, *texts: str, options: Any = None) -> Forum:
    """Make the forum that some texts speak of, with what an overlay says beside them."""
    said = dict(overlay or {})
    clock = _clock(said, texts, options)
    rooms = _rooms(said, texts)
    data = {
        "forum": "mini-forum",
        "title": "Mini forum",
        "edition": said.pop("edition", 1),
        "clock": clock,
        "as-of": "2029-12-01T09:00:00-05:00",
        "venue": _venue(said, rooms),
        "rooms": rooms,
        "sessions": _sessions(said, texts),
        **said,
    }
    released = data.pop("release", None)
    forum = Forum.model_validate(data, context=Vocabulary(windows=WindowWords(clock)))
    return forum if released is None else forum.replace(release=release_of(forum, released))


def release_of(forum: Forum, text: str) -> Release:
    """Make the release that gave out the timetable of a text."""
    return Release(
        number=1,
        status="published",
        released=datetime(2029, 12, 1, 14, tzinfo=UTC),
        timetable=timetable_of(forum, text),
    )


def _clock(said: dict[str, Any], texts: Iterable[str], options: Any) -> Clock:
    words = " ".join((*texts, json.dumps(said, default=str), json.dumps(options, default=str)))
    numbers = {1, 2, *(int(number) for number in _DAY.findall(words))}
    days = {f"day-{number}": MONDAY + timedelta(days=number - 1) for number in sorted(numbers)}
    if "hearing-day" in words:
        days["hearing-day"] = MONDAY - timedelta(days=1)
    days = said.pop("days", days)
    return Clock.model_validate(
        {
            "timezone": said.pop("timezone", "America/New_York"),
            "days": [{"name": name, "date": on} for name, on in days.items()],
            "periods": said.pop("periods", _PERIODS),
        }
    )


def _rooms(said: dict[str, Any], texts: Iterable[str]) -> list[dict[str, Any]]:
    more = said.pop("rooms", {})
    placed = [room for text in texts for _, _, _, room, _ in lines_of(text) if room]
    names = dict.fromkeys(("hall", "annex", *placed, *more))
    return [{"room": name, "name": name, **more.get(name, {})} for name in names]


def _venue(said: dict[str, Any], rooms: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "venue": "mini-venue",
        "name": "Mini venue",
        "city": "New York",
        "periods": _PERIODS,
        "rooms": rooms,
        "interpretation": said.pop("interpretation", {}),
        "holidays": said.pop("holidays", []),
    }


def _sessions(said: dict[str, Any], texts: Iterable[str]) -> list[dict[str, Any]]:
    more: dict[str, dict[str, Any]] = said.pop("sessions", {})
    lengths: dict[str, dict[str, int]] = {}
    for text in texts:
        for _, start, end, room, held in lines_of(text):
            if room:
                session = _session_of(held, more)
                lengths.setdefault(session, {}).setdefault(held, _minutes(end) - _minutes(start))
    return [_session(name, lengths.get(name, {}), more.get(name, {})) for name in sorted({**more, **lengths})]


def _session_of(meeting: str, more: Mapping[str, Mapping[str, Any]]) -> str:
    stem, _, number = meeting.rpartition("-")
    return stem if number.isdigit() and more.get(stem, {}).get("meetings", 1) > 1 else meeting


def _session(name: str, lengths: Mapping[str, int], more: Mapping[str, Any]) -> dict[str, Any]:
    meetings = more.get("meetings", 1)
    each = [lengths.get(f"{name}-{number}", 180) for number in range(1, meetings + 1)]
    number = re.search(r"-(\d+)$", name)
    return {
        "session": name,
        "kind": re.sub(r"-\d+$", "", name),
        "title": name,
        "number": int(number[1]) if number else None,
        "minutes": each if meetings > 1 else lengths.get(name, 180),
        **more,
    }


def _minutes(text: str) -> int:
    at = time_of_day(text)
    return 60 * at.hour + at.minute


def timetable_of(forum: Forum, text: str) -> Timetable:
    """Read the timetable that a text writes; agendas are known when it has a line for a segment."""
    lines = lines_of(text)
    clock = forum.clock
    spans = [
        (clock.minute(day, time_of_day(start)), clock.minute(day, time_of_day(end)), room, held)
        for day, start, end, room, held in lines
    ]
    placements = [
        Placement(meeting=held, room=room, start=start, end=end) for start, end, room, held in spans if room
    ]
    segments = [
        _segment(forum, placements, start, end, held) for start, end, room, held in spans if room is None
    ]
    return arranged(placements, segments or None)


def _segment(forum: Forum, placements: list[Placement], start: int, end: int, held: str) -> SegmentTime:
    session, _, segment = held.partition("/")
    meetings = {meeting.id for meeting in forum.session_by_id[session].sittings}
    here = next(
        place.meeting
        for place in placements
        if place.meeting in meetings and place.start <= start < place.end
    )
    return SegmentTime(session=session, segment=segment, meeting=here, start=start, end=end)


def clause_of(rule: str, options: Mapping[str, Any], tier: str = "mandate", name: str = "") -> Clause:
    """Make a clause that activates a rule."""
    return Clause(
        clause=name or rule,
        paragraph="1",
        tier=tier,
        says="A promise of the example.",
        rule=rule,
        options=dict(options),
        mandate="example",
    )


def rule_of(forum: Forum, rule: str, options: Mapping[str, Any] | None = None, tier: str = "mandate") -> Rule:
    """Activate a rule in a forum, with the options of its own examples unless others are given."""
    words = find_rule(rule).OPTIONS if options is None else options
    return activate(clause_of(rule, words, tier), vocabulary(forum))
