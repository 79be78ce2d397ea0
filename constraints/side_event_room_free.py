"""Side events have their room to themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.side_events import SideEventPlacement, SideEvents, Surroundings
from scheduler.rules import SideEventsRule

if TYPE_CHECKING:
    from scheduler.board.side_events import Choice, SideEventsBoard


class SideEventRoomFree(SideEventsRule):
    """The room of a side event in person is open, and nobody else is in it.

    Why: a room holds one thing at a time. Meetings have their rooms first; side events never move them.
    """

    FORUM = {
        "slots": {"lunch": {"room": "annex"}, "noon": {"room": "annex"}},
        "side-events": {"side-event-1": {"mode": "in-person"}, "side-event-2": {"mode": "in-person"}},
        "closures": [{"room": "annex", "window": "day-2", "because": "the carpet is cleaned"}],
    }
    KEPT = (
        """day-1 13:00-14:00 lunch side-event-1
           day-1 14:00-15:00 noon  side-event-2
           day-1 13:00-15:00 hall  plenary""",
        """day-2 13:00-14:00 lunch side-event-3""",
    )
    BROKEN = {
        """day-1 13:00-14:00 lunch side-event-1
           day-1 10:00-13:30 annex plenary""": (
            "side-event-1 has the slot day-1 13:00-14:00, but plenary is in annex then"
        ),
        """day-1 13:00-14:00 lunch side-event-1
           day-1 13:30-14:30 noon  side-event-2""": (
            "side-event-2 has the slot day-1 13:30-14:30, but side-event-1 is in annex then"
        ),
        "day-2 13:00-14:00 lunch side-event-1": (
            "side-event-1 has the slot day-2 13:00-14:00, but annex is closed day-2: the carpet is cleaned"
        ),
    }

    def post(self, board: SideEventsBoard) -> None:
        by_room: dict[str, list[Choice]] = {}
        for choice in board.choices:
            if choice.slot.room is not None and choice.side_event.mode == "in-person":
                by_room.setdefault(choice.slot.room, []).append(choice)
        for room, choices in by_room.items():
            board.one_at_a_time(choices)
            busy = [(one.start, one.end) for one in board.around.timetable.placements if one.room == room]
            closures = board.around.forum.closures
            busy += [(one.window.start, one.window.end) for one in closures if one.room == room]
            for choice in choices:
                if any(start < choice.end and choice.start < end for start, end in busy):
                    board.never(choice)

    def against(self, around: Surroundings, one: SideEventPlacement) -> Iterator[str]:
        forum, room = around.forum, _room(around.side_events, one)
        name = forum.room_name(room)
        for place in around.timetable.placements:
            if place.room == room and one.overlaps(place.start, place.end):
                yield f"{forum.meeting_name(place.meeting)} is in {name} then"
        for closure in forum.closures:
            if closure.room == room and closure.window.meets(one.start, one.end):
                because = f": {closure.because}" if closure.because else ""
                yield f"{name} is closed {closure.window.words}{because}"

    def beside(
        self, around: Surroundings, one: SideEventPlacement, other: SideEventPlacement
    ) -> Iterator[str]:
        room = _room(around.side_events, one)
        if room == _room(around.side_events, other) != "" and other.overlaps(one.start, one.end):
            title = around.side_events.by_id[other.side_event].title
            yield f"{title} is in {around.forum.room_name(room)} then"


def _room(side_events: SideEvents, one: SideEventPlacement) -> str:
    """Return the room of a side event in person; empty where there is none."""
    in_person = side_events.by_id[one.side_event].mode == "in-person"
    return (in_person and side_events.slot_by_id[one.slot].room) or ""
