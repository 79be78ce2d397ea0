"""Write the timetable that was scheduled last in the formats of apps, screens and search engines."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scheduler.domain.programme import Programme
from scheduler.judging import judge
from scheduler.publishing import publish
from scheduler.reading import Reading, read_forum
from scheduler.reading.facts import read_facts
from scheduler.use_cases.earlier_forums import with_earlier
from scheduler.use_cases.fresh_timetable import Fresh, fresh_timetable
from scheduler.use_cases.is_release import is_release
from scheduler.use_cases.sparing import spared
from scheduler.use_cases.writing import write


@dataclass(frozen=True)
class ExportAnswer:
    """What was exported, and the folder in which the timetable lay."""

    programme: Programme
    source: Path
    files: tuple[Path, ...]


def export(folder: Path, formats: Sequence[str], output: Path | None = None) -> ExportAnswer | None:
    """Write the timetable that was scheduled last in some formats; nothing is solved.

    Parameters
    ----------
    folder
        The forum's folder.
    formats
        Names of formats.
    output
        Where to write; ``None`` for ``outputs/FORUM`` in the working folder. The timetable is looked for
        there, and then in ``outputs/FORUM``.

    Returns
    -------
    ExportAnswer or None
        ``None`` where there is no timetable that was scheduled from the forum's files as they are.

    Raises
    ------
    BadData
        The forum's folder cannot be read.
    OSError
        The output cannot be written.
    """
    reading = read_forum(folder)
    usual = Path("outputs") / reading.forum.forum
    place = output or usual
    for source in dict.fromkeys((place, usual)):
        fresh = fresh_timetable(reading, source)
        if fresh:
            programme = _programme(folder, reading, fresh)
            return ExportAnswer(programme, source, write(place, publish(programme, formats), formats))
    return None


def _programme(folder: Path, reading: Reading, fresh: Fresh) -> Programme:
    """Bind together what the outputs need to know; the judge says again what the timetable keeps."""
    forum, rules = reading.forum, reading.rules
    past = spared(forum, rules, lambda one: read_facts(folder, one))
    verdict = judge(forum, rules, fresh.timetable)
    programme = Programme(
        forum=forum,
        timetable=fresh.timetable,
        status=fresh.status,
        verdict=past.split(verdict),
        acknowledged=past.standing(verdict),
        inputs=reading.inputs,
    )
    release = forum.release
    number = release.number if release and is_release(release, programme) else None
    return with_earlier(folder, programme.replace(release=number))
