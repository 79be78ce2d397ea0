"""The ways in which a command ends, and what each is called."""

from typing import Final

KEPT: Final = 0
BROKEN: Final = 1
BAD: Final = 2
IMPOSSIBLE: Final = 3
NOTHING_FOUND: Final = 4
FAULT: Final = 70
"""What ``sysexits.h`` calls EX_SOFTWARE."""
INTERRUPTED: Final = 130

MEANINGS: Final[dict[int, str]] = {
    KEPT: "done, and every rule is kept",
    BROKEN: "a rule is broken",
    BAD: "bad usage or bad data",
    IMPOSSIBLE: "proven impossible",
    NOTHING_FOUND: "no timetable in the time given",
    FAULT: "a fault of hemicycle itself; nothing was written",
    INTERRUPTED: "interrupted; no file is half written",
}
"""What each exit code means, as the help says it."""
