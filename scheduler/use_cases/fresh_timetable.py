"""The timetable that was scheduled last, while nothing has changed since then."""

import json
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from scheduler.domain.programme import Status
from scheduler.domain.timetable import Timetable, arranged
from scheduler.reading import Reading, read_timetable
from scheduler.reading.problems import BadData

_STATUS: TypeAdapter[Status] = TypeAdapter(Status)


@dataclass(frozen=True)
class Fresh:
    """A timetable, and what the solve that found it came to."""

    timetable: Timetable
    status: Status


def fresh_timetable(reading: Reading, output: Path) -> Fresh | None:
    """Read the timetable that was scheduled last.

    Parameters
    ----------
    reading
        The forum as it is.
    output
        A folder to which ``hemicycle schedule`` may have written.

    Returns
    -------
    Fresh or None
        ``None`` where nothing lies there, or what lies there was made from other files.
    """
    try:
        run = json.loads((output / "run.json").read_text(encoding="utf-8"))
        if run["inputs"] != reading.inputs:
            return None
        timetable = _as_scheduled(output / "timetable.json", reading)
        return Fresh(timetable, _STATUS.validate_python(run["status"]))
    except (OSError, ValueError, KeyError, TypeError, BadData):
        return None


def _as_scheduled(path: Path, reading: Reading) -> Timetable:
    """Read a record without the agendas that a file made elsewhere would be completed by."""
    found = read_timetable(path, reading.forum).timetable
    carried = {one["session"] for one in json.loads(path.read_text(encoding="utf-8-sig"))["segments"]}
    return arranged(list(found.placements), [one for one in found.segments or () if one.session in carried])
