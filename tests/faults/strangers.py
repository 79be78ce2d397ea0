"""Stages that lines of text cannot write: what a forum does not know, and the edges of its days."""

from collections.abc import Callable
from typing import Any

from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Placement, SegmentTime, Timetable, arranged
from tests.mini import forum_of, release_of

Stage = tuple[Forum, dict[str, Any] | None, Timetable, list[Any]]
"""A forum, options, a timetable, and what the judge has to say of it."""

ROUND_TABLE = {"sessions": {"round-table-1": {}}}
PLENARY = {
    "sessions": {
        "plenary": {
            "segments": [
                {"segment": "opening", "title": "Opening", "shortest": 15},
                {"segment": "debate", "title": "Debate", "shortest": 60},
            ]
        }
    }
}


def held(meeting: str, start: int, end: int, room: str = "hall") -> Placement:
    return Placement(meeting=meeting, room=room, start=start, end=end)


def part(segment: str, start: int, end: int, meeting: str = "plenary") -> SegmentTime:
    return SegmentTime(session="plenary", segment=segment, meeting=meeting, start=start, end=end)


def _unknown_meeting() -> Stage:
    return (
        forum_of(ROUND_TABLE),
        None,
        arranged([held("round-table-1", 600, 780), held("ball", 660, 720)]),
        [],
    )


def _unknown_room() -> Stage:
    sentence = "round-table-1 is held in attic, a room that is not open to this forum"
    return forum_of(ROUND_TABLE), None, arranged([held("round-table-1", 600, 780, "attic")]), [sentence]


def _until_midnight() -> Stage:
    return forum_of(ROUND_TABLE), None, arranged([held("round-table-1", 1260, 1440)]), []


def _past_midnight() -> Stage:
    sentence = "round-table-1 begins at 22:00 on day-1 and goes on past midnight"
    return forum_of(ROUND_TABLE), None, arranged([held("round-table-1", 1320, 1500)]), [sentence]


def _on_no_day() -> Stage:
    sentence = "round-table-1 is held at 10:00 on 2030-01-10, which is no day of the forum"
    return forum_of(ROUND_TABLE), None, arranged([held("round-table-1", 4920, 5100)]), [sentence]


def _released(placements: list[Placement], parts: list[SegmentTime]) -> Stage:
    """Let a release know meetings that are no more, and parts of an agenda in them."""
    forum = forum_of(PLENARY)
    released = release_of(forum, "").replace(timetable=arranged(placements, parts))
    now = [part("opening", 600, 630), part("debate", 630, 780)]
    timetable = arranged([held("plenary", 600, 780)], now)
    return forum.replace(release=released), {"what": "segments"}, timetable, []


def _meeting_that_is_no_more() -> Stage:
    places = [held("plenary", 600, 780), held("plenary-2", 900, 1080)]
    parts = [part("opening", 600, 630), part("debate", 630, 780), part("debate", 900, 1080, "plenary-2")]
    return _released(places, parts)


def _meeting_without_a_place() -> Stage:
    parts = [part("opening", 600, 630), part("debate", 630, 780)]
    return _released([], parts)


def _minute_of(
    day: int, last: bool, days: dict[str, Any], sentence: str, price: int = 0
) -> Callable[[], Stage]:
    """Hold a meeting of a minute at the edge of a day that some rule speaks of."""

    def stage() -> Stage:
        start = 1440 * (day - 1) + (1439 if last else 0)
        at = "23:59" if last else "00:00"
        wanted = sentence.format(at=at, day=f"day-{day}")
        forum = forum_of({"sessions": {"round-table-1": {"minutes": 1}}, **days})
        timetable = arranged([held("round-table-1", start, start + 1)])
        finding: Any = (wanted, price) if price else wanted
        return forum, None, timetable, [finding] if wanted else []

    return stage


def _edges(days: dict[str, Any], first: int, last: int, sentence: str, price: int = 0) -> tuple[Any, ...]:
    """Hold it just before, first, last and just after the days from one to another."""
    return (
        _minute_of(first - 1, True, days, ""),
        _minute_of(first, False, days, sentence, price),
        _minute_of(last, True, days, sentence, price),
        _minute_of(last + 1, False, days, ""),
    )


def _dated(first: int, last: int, **more: Any) -> dict[str, Any]:
    return {"days": {f"day-{day}": f"2030-01-{6 + day:02}" for day in range(first, last + 1)}, **more}


def _week(*starts: int) -> Callable[[], Stage]:
    """Hold meetings of an hour in one week and the next, one of them until Sunday at midnight."""

    def stage() -> Stage:
        names = [f"round-table-{number}" for number in range(1, len(starts) + 1)]
        sessions = {name: {"minutes": 60, "interpretation": True} for name in names}
        teams = {"teams": 1, "meetings-per-week": 2}
        forum = forum_of({"sessions": sessions, "interpretation": teams, **_dated(1, 9)})
        places = [held(name, start, start + 60) for name, start in zip(names, starts, strict=True)]
        counts = [sum(start // 10080 == week for start in starts) for week in (0, 1)]
        wanted = [
            f"{count} interpreted meetings are held in the week of 2030-01-{day:02}; "
            "1 interpretation team can serve 2"
            for count, day in zip(counts, (7, 14), strict=True)
            if count > 2
        ]
        return forum, None, arranged(places), wanted

    return stage


AVOIDED = [{"date": "2030-01-08", "name": "Vesak", "kind": "avoid"}]
CLOSED = [{"date": "2030-01-08", "name": "Memorial Day"}]
MONDAY = 7 * 1440

STRANGERS = {
    "avoid-days": _edges(
        _dated(1, 3, holidays=AVOIDED), 2, 2, "round-table-1 is held on {day}, which is Vesak (2030-01-08)", 1
    ),
    "holidays": _edges(
        _dated(1, 3, holidays=CLOSED),
        2,
        2,
        "round-table-1 is held on {day}, which is Memorial Day (2030-01-08)",
    ),
    "weekdays": (
        _minute_of(5, True, _dated(1, 8), ""),
        _minute_of(6, False, _dated(1, 8), "round-table-1 is held at {at} on {day}, a Saturday (2030-01-12)"),
        _minute_of(7, True, _dated(1, 8), "round-table-1 is held at {at} on {day}, a Sunday (2030-01-13)"),
        _minute_of(8, False, _dated(1, 8), ""),
    ),
    "interpretation-teams": (
        _week(0, 2000, MONDAY - 60),
        _week(0, 2000, MONDAY, MONDAY + 120),
    ),
    "one-meeting-per-room": (_unknown_meeting,),
    "room-open": (_unknown_room,),
    "placed": (_until_midnight, _past_midnight, _on_no_day),
    "keep-to-release": (_meeting_that_is_no_more, _meeting_without_a_place),
}
