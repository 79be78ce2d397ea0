"""The timetable that is to be released: the last one scheduled, or one from a file."""

import json
from pathlib import Path

from scheduler.domain.agenda import lay_out, segment_times
from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Timetable, arranged
from scheduler.reading import Reading, read_timetable
from scheduler.reading.problems import Problems


def current_timetable(reading: Reading, file: Path | None, output: Path) -> Timetable:
    """Read the timetable that is to be released.

    Parameters
    ----------
    reading
        The forum as it is.
    file
        A timetable that somebody made by hand or elsewhere; by default the last one scheduled.
    output
        The folder to which that was written.

    Returns
    -------
    Timetable
        In minutes on the forum's axis.

    Raises
    ------
    BadData
        There is none, it cannot be read, or the forum's data has changed since it was scheduled.
    """
    if file is None:
        _check_fresh(reading, output)
        file = output / "timetable.json"
    return _with_agendas(reading.forum, read_timetable(file, reading.forum).timetable)


def _with_agendas(forum: Forum, timetable: Timetable) -> Timetable:
    """Lay out the agendas that a file does not carry, so that what is given out is whole."""
    parts = list(timetable.segments or ())
    for session in forum.sessions:
        ends, places = lay_out(session), tuple(timetable.of(session.sittings))
        if session.session not in timetable.segments_by_session and len(places) == session.meetings and ends:
            parts += segment_times(session, ends, places)
    return arranged(list(timetable.placements), parts)


def _check_fresh(reading: Reading, output: Path) -> None:
    """Refuse what was solved from other files than those there are now."""
    problems, path = Problems(), output / "run.json"
    try:
        inputs = dict(json.loads(path.read_text(encoding="utf-8"))["inputs"])
    except (OSError, ValueError, KeyError, TypeError):
        sentence = "there is no timetable here that was just scheduled. Maybe schedule the forum first"
        problems.add(path.as_posix(), None, "", "", sentence)
        problems.raise_if_any()
    names = sorted({*inputs, *reading.inputs})
    changed = [name for name in names if inputs.get(name) != reading.inputs.get(name)]
    if changed:
        sentence = f"was made before {', '.join(changed)} changed. Maybe schedule the forum again first"
        problems.add((output / "timetable.json").as_posix(), None, "", "", sentence)
    problems.raise_if_any()
