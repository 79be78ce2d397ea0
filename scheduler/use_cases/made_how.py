"""How the timetable that is released was made, where that explains what moves."""

import json
from pathlib import Path

BY_HAND = "the timetable was given by hand"
FROM_SCRATCH = "the timetable was made from scratch"
RESTORED = "an older release is restored"
_FROZEN = "the timetable was scheduled with --freeze"
_LATE = "time ran out before a better timetable was found"
_ENDED = "it was stopped before a better timetable was found"


def made_how(file: Path | None, output: Path) -> str:
    """Say how a timetable was made that is not the best one to stay with the last release.

    Parameters
    ----------
    file
        The file from which it was read; ``None`` for the last one scheduled.
    output
        The folder to which that was written, with the record of its run.

    Returns
    -------
    str
        A part of a sentence behind "because".
    """
    if file is not None:
        return BY_HAND
    run = json.loads((output / "run.json").read_text(encoding="utf-8"))
    if run.get("from_scratch"):
        return FROM_SCRATCH
    if run.get("status") == "optimal":
        return _FROZEN
    return _ENDED if (run.get("stopped") or {}).get("by") == "planner" else _LATE
