"""Side events have room for those who come."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.room import Room
from scheduler.domain.side_events import SideEventPlacement, Surroundings
from scheduler.rules import SideEventsRule

if TYPE_CHECKING:
    from scheduler.board.side_events import SideEventsBoard


class SideEventRoomHolds(SideEventsRule):
    """The room of a side event in person has as many seats as people are expected.

    Why: people need chairs. Where nobody has said how many seats or people there are, nothing is judged.
    """

    FORUM = {
        "rooms": {"annex": {"seats": 50}},
        "slots": {"lunch": {"room": "annex"}, "noon": {"room": "hall"}},
        "side-events": {
            "side-event-1": {"mode": "in-person", "size": 50},
            "side-event-2": {"mode": "in-person", "size": 80},
            "side-event-3": {"mode": "virtual", "size": 80},
            "side-event-4": {"mode": "in-person"},
        },
    }
    KEPT = (
        "day-1 13:00-14:00 lunch side-event-1",
        "day-1 13:00-14:00 noon  side-event-2",
        "day-1 13:00-14:00 lunch side-event-3",
        "day-1 13:00-14:00 lunch side-event-4",
    )
    BROKEN = {
        "day-1 13:00-14:00 lunch side-event-2": (
            "side-event-2 has the slot day-1 13:00-14:00, but annex has 50 seats (an assumption); "
            "80 people are expected"
        ),
    }

    def post(self, board: SideEventsBoard) -> None:
        rooms = {room.room: room for room in board.around.forum.venue.rooms}
        for choice in board.choices:
            size = choice.side_event.size if choice.side_event.mode == "in-person" else None
            seats = rooms[choice.slot.room].seats if choice.slot.room is not None else None
            if size is not None and seats is not None and size > seats:
                board.never(choice)

    def against(self, around: Surroundings, one: SideEventPlacement) -> Iterator[str]:
        side_event = around.side_events.by_id[one.side_event]
        room = _room(around, around.side_events.slot_by_id[one.slot].room)
        if side_event.mode == "virtual" or side_event.size is None or room is None or room.seats is None:
            return
        if room.seats < side_event.size:
            sure = " (an assumption)" if room.seats_certainty == "assumption" else ""
            yield f"{room.name} has {room.seats} seats{sure}; {side_event.size} people are expected"


def _room(around: Surroundings, name: str | None) -> Room | None:
    return next((room for room in around.forum.venue.rooms if room.room == name), None)
