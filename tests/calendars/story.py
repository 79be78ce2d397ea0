"""Three releases of one forum: a round table is cancelled in the second and comes back in the third.

Clocks are put back in the night before the last day, so that whoever mistakes the zone is an hour off.
"""

from datetime import UTC, date, datetime
from typing import Any

from scheduler.domain.forum import Forum
from scheduler.domain.programme import Programme
from scheduler.domain.release import Release

from ..publishing.programmes import PLACES, clock, forum, programme, timetable
from ..publishing.releases import given

Place = tuple[str, str, str, int, int]
WHEN = {number: datetime(2022, 10, number, 9, 30, 15, tzinfo=UTC) for number in range(1, 10)}
"""When each release is given out."""


def autumn(*gone: str, **changes: Any) -> Forum:
    """Return the forum without some of its sessions, on days between which clocks are put back."""
    plain = forum(clock=clock(first=date(2022, 11, 4)))
    sessions = tuple(one for one in plain.sessions if one.session not in gone)
    return plain.replace(**({"sessions": sessions} | changes))


def places(*moved: Place, gone: tuple[str, ...] = ()) -> tuple[Place, ...]:
    """Return the places of all meetings, with some of them changed."""
    found = {one[0]: one for one in (*PLACES, *moved)}
    return tuple(one for meeting, one in found.items() if meeting not in gone)


def released(
    before: Programme | None,
    of: Forum,
    at: tuple[Place, ...] = PLACES,
    status: str = "published",
    words: dict[str, str] | None = None,
    **changes: Any,
) -> Programme:
    """Return the programme of the next release."""
    history = before.forum.history if before else ()
    number = len(history) + 1
    made = given(of, timetable(of, at))
    said = words or {}
    meetings = tuple(one.replace(words=said.get(one.id, "")) for one in made["meetings"])
    fields = {"number": number, "status": status, "released": WHEN[number], **made, "meetings": meetings}
    release = Release(**(fields | changes))
    earlier = {**before.earlier, number: of} if before else {number: of}
    full = of.replace(release=release, history=(*history, release))
    return programme(full, timetable=release.timetable, release=number, earlier=earlier)


def three() -> tuple[Programme, Programme, Programme]:
    """Return the programmes of the three releases."""
    uids = {"hearing-1": "given-out-before@example.org"}
    first = released(None, autumn(), status="tentative", uids=uids)
    moved = (
        ("round-table-3", "conference-room-4", "day-2", 15, 18),
        ("hearing-2", "trusteeship-council-chamber", "hearing-day", 15, 18),
    )
    second = released(first, autumn("round-table-4"), places(*moved, gone=("round-table-4",)))
    back = ("round-table-4", "trusteeship-council-chamber", "day-2", 10, 13)
    later = ("round-table-3", "conference-room-4", "day-1", 15, 18)
    third = released(second, autumn(), places(moved[1], back, later))
    return first, second, third
