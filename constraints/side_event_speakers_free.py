"""Those who speak at side events are free to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.side_events import SideEventPlacement, Surroundings
from scheduler.rules import SideEventsRule

if TYPE_CHECKING:
    from scheduler.board.side_events import Choice, SideEventsBoard


class SideEventSpeakersFree(SideEventsRule):
    """A speaker of a side event has no duty and no statement then, is there, and speaks nowhere else.

    Why: a person is in one place at a time, and the programme comes first.
    """

    FORUM = {
        "parties": [
            {"party": "egypt", "name": "Egypt", "kind": "member-state", "unavailable": ["until day-1 09:00"]}
        ],
        "sessions": {
            "plenary": {"duties": [{"role": "presides", "party": "egypt", "segment": "opening"}]},
            "round-table-1": {"duties": [{"role": "co-chair", "party": "egypt"}]},
        },
        "side-events": {"side-event-1": {"speakers": ["egypt"]}, "side-event-2": {"speakers": ["egypt"]}},
    }
    KEPT = (
        """day-1 09:00-10:00 early side-event-1
           day-1 10:00-13:00 hall  round-table-1
           day-1 13:00-14:00 lunch side-event-2""",
        """day-1 10:30-11:30 other side-event-1
           day-1 10:00-13:00 hall  plenary
           day-1 10:00-10:30 plenary/opening""",
        """day-1 08:00-09:00 early side-event-3
           day-1 08:00-09:00 hall  round-table-1""",
    )
    BROKEN = {
        """day-1 12:30-13:30 lunch side-event-1
           day-1 10:00-13:00 hall  round-table-1""": (
            "side-event-1 has the slot day-1 12:30-13:30, but its speaker Egypt is needed in round-table-1 "
            "then (co-chair)"
        ),
        "day-1 08:30-09:30 early side-event-1": (
            "side-event-1 has the slot day-1 08:30-09:30, but its speaker Egypt is unavailable "
            "until day-1 09:00"
        ),
        """day-1 13:00-14:00 lunch side-event-1
           day-1 13:30-14:30 other side-event-2""": (
            "side-event-2 has the slot day-1 13:30-14:30, but its speaker Egypt speaks at side-event-1 then"
        ),
    }

    def post(self, board: SideEventsBoard) -> None:
        by_speaker: dict[str, list[Choice]] = {}
        for choice in board.choices:
            for speaker in choice.side_event.speakers:
                by_speaker.setdefault(speaker, []).append(choice)
        for speaker, choices in by_speaker.items():
            board.one_at_a_time(choices)
            busy = [(start, end) for start, end, _ in _needed(board.around, speaker)]
            busy += [(one.start, one.end) for one in board.around.forum.party_by_id[speaker].unavailable]
            for choice in choices:
                if any(start < choice.end and choice.start < end for start, end in busy):
                    board.never(choice)

    def against(self, around: Surroundings, one: SideEventPlacement) -> Iterator[str]:
        forum = around.forum
        for speaker in around.side_events.by_id[one.side_event].speakers:
            name = forum.party_name(speaker)
            for start, end, where in _needed(around, speaker):
                if one.overlaps(start, end):
                    yield f"its speaker {name} is needed in {where}"
            for window in forum.party_by_id[speaker].unavailable:
                if window.meets(one.start, one.end):
                    yield f"its speaker {name} is unavailable {window.words}"

    def beside(
        self, around: Surroundings, one: SideEventPlacement, other: SideEventPlacement
    ) -> Iterator[str]:
        second = around.side_events.by_id[other.side_event]
        for speaker in around.side_events.by_id[one.side_event].speakers:
            if speaker in second.speakers and other.overlaps(one.start, one.end):
                yield f"its speaker {around.forum.party_name(speaker)} speaks at {second.title} then"


def _needed(around: Surroundings, party: str) -> Iterator[tuple[int, int, str]]:
    """Yield from when to when a party is needed in the programme, and where, as what."""
    for need in around.forum.needs:
        if need.party == party:
            session = around.forum.session_by_id[need.session]
            for start, end, meeting in around.timetable.times_of(session, need.segment):
                yield start, end, f"{around.forum.meeting_name(meeting)} then ({need.role})"
