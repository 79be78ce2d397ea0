"""More examples of rules on side events: overlay, options, lines, and what the judge has to say."""

from typing import Any

IN_PERSON = {
    "slots": {"lunch": {"room": "annex"}},
    "side-events": {"side-event-1": {"mode": "in-person"}},
}

MORE: dict[str, tuple[tuple[dict[str, Any], dict[str, Any], str, tuple[Any, ...]], ...]] = {
    "side-event-room-free": (
        (
            {**IN_PERSON, "closures": [{"room": "hall", "window": "day-1"}]},
            {},
            "day-1 13:00-14:00 lunch side-event-1",
            (),
        ),
        (
            {**IN_PERSON, "closures": [{"room": "annex", "window": "day-1 15:00-16:00"}]},
            {},
            "day-1 13:00-14:00 lunch side-event-1\nday-1 10:00-13:00 annex plenary",
            (),
        ),
        (
            {**IN_PERSON, "closures": [{"room": "annex", "window": "day-1 13:30-16:00"}]},
            {},
            "day-1 13:00-14:00 lunch side-event-1",
            ("side-event-1 has the slot day-1 13:00-14:00, but annex is closed day-1 13:30-16:00",),
        ),
    ),
    "side-event-speakers-free": (
        (
            {"side-events": {"side-event-1": {"speakers": []}, "side-event-2": {"speakers": []}}},
            {},
            "day-1 13:00-14:00 lunch side-event-1\nday-1 13:30-14:30 other side-event-2",
            (),
        ),
    ),
    "first-come-side-events": (
        (
            {"side-events": {"side-event-1": {}, "side-event-3": {"asked": "2029-11-05"}}},
            {},
            "day-1 13:00-14:00 lunch side-event-2",
            (
                (
                    "side-event-1 has no slot; it was asked for on a day that nobody has said, "
                    "before 0 others",
                    1,
                ),
                ("side-event-3 has no slot; it was asked for on 2029-11-05, before 2 others", 3),
            ),
        ),
        (
            {"side-events": {"side-event-1": {"asked": "2029-11-05"}}},
            {},
            "day-1 13:00-14:00 lunch side-event-2",
            (("side-event-1 has no slot; it was asked for on 2029-11-05, before 1 other", 2),),
        ),
    ),
}
