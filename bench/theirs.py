"""A conference solved with the package ``conference-scheduler``: ``python bench/theirs.py FILE ANSWER``.

It runs in a virtual environment of its own, and imports nothing of ours: the same rules and the same
objective, written as that package's documentation does, with the solver it comes with.
"""

import json
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pulp
from conference_scheduler import scheduler
from conference_scheduler.lp_problem import objective_functions
from conference_scheduler.resources import Event, ScheduledItem, Slot

FIRST = datetime(2030, 1, 7, 9, 0)  # noqa: DTZ001


def main(file: Path, answer: Path) -> None:
    """Solve a conference, and write time and room of each talk as JSON.

    Parameters
    ----------
    file
        The conference.
    answer
        What is written.
    """
    said = json.loads(file.read_text(encoding="utf-8"))
    slots = [_slot(time, room, seats) for time in range(said["T"]) for room, seats in enumerate(said["caps"])]
    events = [Event(name=f"talk-{one['id']}", duration=30, demand=one["demand"]) for one in said["events"]]
    for event, one in zip(events, said["events"], strict=True):
        event.add_unavailability(*(slot for slot in slots if _time(slot) in one["unav"]))
    for one, other in said["clash"]:
        events[one].add_unavailability(events[other])
    solver = pulp.PULP_CBC_CMD(msg=0)
    items = scheduler.solution(events, slots, solver=solver, **_objective(said, events, slots))
    places = {int(event): (_time(slots[slot]), int(slots[slot].venue)) for event, slot in items}
    answer.write_text(json.dumps(places), encoding="utf-8")


def _objective(said: dict[str, Any], events: list[Event], slots: list[Slot]) -> dict[str, Any]:
    """Return the arguments that ask for the fewest changes, where there is something to keep."""
    if "old" not in said:
        return {}
    rooms = len(said["caps"])
    old = [
        ScheduledItem(event=events[int(talk)], slot=slots[time * rooms + room])
        for talk, (time, room) in said["old"].items()
    ]
    return {"objective_function": objective_functions.number_of_changes, "original_schedule": old}


def _slot(time: int, room: int, seats: int) -> Slot:
    begin = FIRST + timedelta(minutes=40 * time)
    return Slot(venue=str(room), starts_at=begin, duration=30, capacity=seats, session="")


def _time(slot: Slot) -> int:
    return int((slot.starts_at - FIRST) / timedelta(minutes=40))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
