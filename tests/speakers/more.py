"""Examples beside those that the rules show, for faults that nothing else notices."""

from typing import Any

More = tuple[str, dict[str, Any], str, tuple[Any, ...]]
"""A debate, options, a list, and what the judge has to say of it."""

_TWO = """change-over 30
          day-1 10:00-10:30 debate-1
          day-1 15:00-15:20 debate-2
"""
_REPLY = f"{_TWO} minister egypt 3:00\n reply egypt 1 10:00 debate-1"

MORE: dict[str, tuple[More, ...]] = {
    "filled-alike": (
        (
            f"{_TWO.partition(chr(10))[2]} minister egypt 1:49\n minister ghana 1:12",
            {},
            "day-1 10:00:00-10:01:49 egypt\nday-1 15:00:00-15:01:12 ghana",
            (("statements take 0:01 more than its share in debate-1, and 0:00 more in debate-2", 1),),
        ),
    ),
    "keep-plain-order": (
        (
            f"{_TWO} minister egypt 3:00",
            {},
            "day-1 10:00:00-10:03:00 egypt\nday-1 10:03:30-10:06:30 egypt",
            (),
        ),
    ),
    "rights-of-reply": (
        (
            _REPLY,
            {"minutes": [10]},
            "day-1 10:00:00-10:03:00 egypt\nday-1 10:03:15-10:13:15 egypt reply",
            ("the right of reply of egypt comes before all that is to be said before it has been said",),
        ),
        (_REPLY, {"minutes": [10]}, "day-1 10:00:00-10:10:00 egypt reply", ()),
        (
            _REPLY,
            {"minutes": [10]},
            "day-1 10:00:00-10:10:00 egypt reply\nday-1 15:00:00-15:03:00 egypt",
            (),
        ),
    ),
    "speak-in-turn": (
        (
            f"{_TWO} minister egypt 3:00",
            {},
            "day-1 12:00:00-12:03:00 egypt in lunch",
            ("egypt speaks in lunch, where the debate is not held",),
        ),
    ),
}
