"""Make a forum's folder from the file of another tool, or bring one up to date with a newer file."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter, ValidationError

from scheduler.domain.clock import ZoneName
from scheduler.domain.foreign_programme import ForeignProgramme
from scheduler.domain.forum import Forum
from scheduler.domain.verdict import Breach
from scheduler.judging import judge
from scheduler.publishing.forum_folder.files import forum_files, venue_file
from scheduler.publishing.forum_folder.origin import Origin
from scheduler.publishing.plain_words import spelled
from scheduler.reading import Reading, read_forum
from scheduler.reading.desk import bundled
from scheduler.reading.files import Files
from scheduler.reading.importing.foreign_file import ForeignFile
from scheduler.reading.importing.formats import read_programme
from scheduler.reading.problems import Problems
from scheduler.use_cases.forum_names import DATA
from scheduler.use_cases.import_merging import Merged, merged
from scheduler.use_cases.import_record import NAME, ImportRecord, digest, read_record, record_bytes
from scheduler.use_cases.import_trial import tried
from scheduler.use_cases.import_writing import write_import
from scheduler.use_cases.imported_release import keep_programme
from scheduler.use_cases.release_time import release_time

MOST_BYTES = 20_000_000
"""The most that a file of another tool may hold: thousands of sessions with their descriptions."""

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_LONGEST = 80
_SHARED = ("mandates", "venues")
_ZONE: TypeAdapter[str] = TypeAdapter(ZoneName)


class CannotImport(ValueError):
    """Nothing is written; the message says why, and what would be right."""


@dataclass(frozen=True)
class Wish:
    """What a planner says beside the file.

    Parameters
    ----------
    name
        Of the forum that is made, or brought up to date.
    timezone
        Of the programme; empty where the file says it.
    replace
        Whether files that were changed by hand are written again too.
    released
        When the programme was given out; the present moment by default.
    """

    name: str
    timezone: str = ""
    replace: bool = False
    released: datetime | None = None


@dataclass(frozen=True)
class ImportAnswer:
    """A forum that was imported, or brought up to date.

    Parameters
    ----------
    forum
        As it is read from its folder.
    programme
        What the file says, and what was derived.
    format
        What planners call the form of the file.
    files
        What was written, or is as it was.
    before
        The forum as it was before; ``None`` where it is new.
    kept, replaced
        Files that somebody changed by hand: those that stay so, and those that were written again.
    breaches
        What the last release breaks: other tools allow what no room and no person can do.
    """

    forum: Forum
    programme: ForeignProgramme
    format: str
    files: tuple[Path, ...]
    before: Forum | None
    kept: tuple[str, ...]
    replaced: tuple[str, ...]
    breaches: tuple[Breach, ...]


def import_programme(
    path: Path, wish: Wish, now: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> ImportAnswer:
    """Make ``data/NAME`` from a file, with its programme as release 1, or bring it up to date.

    Parameters
    ----------
    path
        The file of another tool.
    wish
        What the planner says beside it.
    now
        Tells the time; it is asked once.

    Returns
    -------
    ImportAnswer
        What was made.

    Raises
    ------
    CannotImport
        The name is none or taken, the zone is none, or something changed by hand would be lost.
    BadData
        With all that is wrong in the file, or in the forum's folder.
    NotYet
        The programme is said to be given out in the future.
    """
    record = _record(wish.name)
    form, programme = _programme(path, wish, record)
    before = read_forum(DATA / wish.name).forum if record else None
    present = now()
    as_of = datetime.fromisoformat(record.as_of) if record else _as_of(wish, present, programme)
    files = _files(programme, Origin(wish.name, path.name, form, as_of))
    found = _merged(wish, files, record)
    kept = _record_bytes(wish, programme, as_of, files, record)

    def finish(folder: Path, reading: Reading) -> None:
        if reading.forum.release is None and programme.placements:
            at = release_time(wish.released, present, reading.forum)
            keep_programme(folder, reading, programme, path.name, at)

    trial = tried(wish.name, {**found.written, f"{wish.name}/{NAME}": kept}, finish)
    return ImportAnswer(
        forum=trial.reading.forum,
        programme=programme,
        format=form,
        files=write_import(wish.name, trial.files),
        before=before,
        kept=found.kept,
        replaced=found.lost,
        breaches=_breaches(trial.reading),
    )


def _record(name: str) -> ImportRecord | None:
    """Return what the last import of a forum wrote; refuse a name that stands for something else."""
    if not _NAME.fullmatch(name) or len(name) > _LONGEST or name in _SHARED:
        likely = re.sub(r"[^a-z0-9]+", "-", name.casefold())[:_LONGEST].strip("-")
        better = likely if likely and likely not in _SHARED else "conference-2027"
        raise CannotImport(f"'{name}' is no name of a forum. Maybe {better}")
    folder = DATA / name
    record = read_record(folder)
    if record is None and folder.is_dir() and any(folder.iterdir()):
        taken = f"{folder.as_posix()} is there already, and was not imported"
        raise CannotImport(f"{taken}. Maybe another name, or move it away first")
    if record is None and (bundled() / "venues" / f"{name}.yaml").exists():
        raise CannotImport(f"a venue of the name '{name}' comes with the program. Maybe {name}-programme")
    return record


def _programme(path: Path, wish: Wish, record: ImportRecord | None) -> tuple[str, ForeignProgramme]:
    problems = Problems()
    content = Files(problems).content(path, path.name, MOST_BYTES)
    problems.raise_if_any()
    assert content is not None  # what could not be read is a problem
    zone = _zone(wish.timezone) or (record.timezone if record else "")
    ids = record.ids if record else {}
    file = ForeignFile(path.as_posix(), content, zone, spelled(wish.name), ids)
    found = read_programme(file, problems)
    problems.raise_if_any()
    assert found is not None  # what could not be understood is a problem
    return found


def _zone(name: str) -> str:
    try:
        return _ZONE.validate_python(name) if name else ""
    except ValidationError as error:
        raise CannotImport(error.errors()[0]["msg"].removeprefix("Value error, ")) from None


def _as_of(wish: Wish, present: datetime, programme: ForeignProgramme) -> datetime:
    return (wish.released or present).astimezone(ZoneInfo(programme.timezone)).replace(microsecond=0)


def _files(programme: ForeignProgramme, origin: Origin) -> dict[str, bytes]:
    own = forum_files(programme, origin).items()
    venue = {f"venues/{origin.forum}.yaml": venue_file(programme, origin)}
    return {**venue, **{f"{origin.forum}/{name}": content for name, content in own}}


def _merged(wish: Wish, files: Mapping[str, bytes], record: ImportRecord | None) -> Merged:
    """Compare with what is there; refuse to lose what somebody changed by hand, unless that is wished."""
    found = merged(DATA, files, record)
    if found.lost and not wish.replace:
        names = ", ".join((DATA / path).as_posix() for path in found.lost)
        several = len(found.lost) > 1
        are, them = (
            ("are not as an import left them", "them") if several else ("is not as an import left it", "it")
        )
        what = f"{names} {are}, and this file says otherwise"
        raise CannotImport(f"{what}. Maybe look at {them} first, and --replace what was changed by hand")
    return found


def _record_bytes(
    wish: Wish,
    programme: ForeignProgramme,
    as_of: datetime,
    files: Mapping[str, bytes],
    record: ImportRecord | None,
) -> bytes:
    """Record what was written, with the ids that any version of the file has led to."""
    ids = {**(record.ids if record else {}), **programme.ids}
    zone = wish.timezone or (record.timezone if record else "")
    digests = {path: digest(content) for path, content in files.items()}
    return record_bytes(ImportRecord(as_of.isoformat(), zone, dict(sorted(ids.items())), digests))


def _breaches(reading: Reading) -> tuple[Breach, ...]:
    """Judge the last release by what of it is still there."""
    forum = reading.forum
    if forum.release is None:
        return ()
    timetable = forum.release.timetable
    places = tuple(one for one in timetable.placements if one.meeting in forum.meeting_by_id)
    return judge(forum, reading.rules, timetable.replace(placements=places)).breaches
