"""``releases/``: the numbered timetables that were given out."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from scheduler.domain.forum import Forum
from scheduler.domain.given_out import put_on_the_days_of
from scheduler.domain.release import Acknowledgement, GivenMeeting, GivenSegment, Release, ReleaseStatus
from scheduler.domain.timetable import Timetable
from scheduler.domain.value import CalendarDate, Identifier, Value
from scheduler.reading.desk import Desk
from scheduler.reading.entries import Entry, Place, typed
from scheduler.reading.forum_file import Instant
from scheduler.reading.json_nodes import read_json
from scheduler.reading.release_checks import check_release, check_succession

_FILE = re.compile(r"release-([1-9][0-9]{0,5})\.json")
_FACTS = re.compile(r"facts-[0-9a-f]{16}\.json")
_MAP = BeforeValidator(lambda words: {} if words is None else words)
_LIST = BeforeValidator(lambda words: [] if words is None else words)
_Uid = Annotated[str, Field(pattern=r"^[!-~]+$", max_length=255)]
_Digest = Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")]


class _Meeting(GivenMeeting):
    start: Instant
    end: Instant


class _Segment(GivenSegment):
    start: Instant
    end: Instant


class ReleaseFile(Value):
    """What stands in ``release-N.json``; see ``Release`` for what the fields mean."""

    number: int = Field(ge=1)
    status: ReleaseStatus
    released: Instant
    note: str = ""
    follows: _Digest = ""
    facts: _Digest = ""
    inputs: Annotated[dict[str, str], _MAP] = Field(default_factory=dict)
    acknowledged: Annotated[tuple[Acknowledgement, ...], _LIST] = ()
    because: Annotated[dict[str, str], _MAP] = Field(default_factory=dict)
    uids: Annotated[dict[Identifier, _Uid], _MAP] = Field(default_factory=dict)
    days: Annotated[dict[Identifier, CalendarDate], _MAP] = Field(default_factory=dict)
    forum: Identifier
    timezone: str
    meetings: tuple[_Meeting, ...]
    segments: Annotated[tuple[_Segment, ...], _LIST] = ()
    seal: _Digest = ""


@dataclass(frozen=True)
class _Found:
    """A release as its file has it."""

    entry: Entry[ReleaseFile]
    digest: str


def read_releases(desk: Desk, forum: Forum) -> tuple[Release, ...]:
    """Read all releases of a forum.

    Parameters
    ----------
    desk
        Reads files and takes problems.
    forum
        The forum without its releases.

    Returns
    -------
    tuple of Release
        By number; those with a problem are left out.
    """
    paths = release_paths(desk)
    found = [one for path in paths if (one := _read(desk, path, forum))]
    found.sort(key=lambda one: one.entry.value.number)
    if len(found) == len(paths):
        check_succession([(one.entry, one.digest) for one in found], desk.problems)
    return tuple(_release(one.entry.value, forum) for one in found)


def _read(desk: Desk, path: Path, forum: Forum) -> _Found | None:
    """Read one release."""
    known = len(desk.problems)
    file = desk.files.text(path, f"{desk.name}/releases/{path.name}")
    node = read_json(file, desk.problems) if file else None
    if file is None or node is None:
        return None
    place = Place(file, node)
    if not isinstance(node.value, dict):
        place.problem(desk.problems, (), node.plain(), "is no map of keys and values. Maybe begin with {")
        return None
    value = typed(ReleaseFile, place, desk.problems)
    if value is None:
        return None
    entry = Entry(value, place)
    check_release(entry, path, forum, desk.problems)
    document = json.loads(file.text)
    if len(desk.problems) == known:
        _check_seal(entry, document, desk)
    return _Found(entry, digest_of(document)) if len(desk.problems) == known else None


def _check_seal(entry: Entry[ReleaseFile], document: dict[str, Any], desk: Desk) -> None:
    """Refuse a release that is not what it was when it was made, and one whose facts are gone."""
    value, place = entry.value, entry.place
    if value.seal and digest_of({key: one for key, one in document.items() if key != "seal"}) != value.seal:
        sentence = (
            "this release is not what it was when it was made. A release never changes. Maybe put it back"
        )
        place.problem(desk.problems, ("seal",), value.seal, sentence)
    name = facts_name(value.facts) if value.facts else ""
    if name and not (desk.folder / "releases" / name).exists():
        sentence = f"what it was solved from is not there. Maybe put {name} back"
        place.problem(desk.problems, ("facts",), value.facts, sentence)


def _release(file: ReleaseFile, forum: Forum) -> Release:
    meetings = tuple(GivenMeeting.model_construct(**dict(one)) for one in file.meetings)
    segments = tuple(GivenSegment.model_construct(**dict(one)) for one in file.segments)
    release = Release(
        number=file.number,
        status=file.status,
        released=file.released,
        note=file.note,
        timetable=Timetable(placements=()),
        timezone=file.timezone,
        uids=file.uids,
        days=file.days,
        meetings=meetings,
        segments=segments,
        acknowledged=file.acknowledged,
        because=file.because,
        inputs=file.inputs,
        facts=file.facts,
        follows=file.follows,
    )
    return put_on_the_days_of(forum, release)


def digest_of(document: Any) -> str:
    """Return a digest of what a file of JSON says, however it is laid out.

    Parameters
    ----------
    document
        What JSON holds.

    Returns
    -------
    str
        SHA-256 in hexadecimal digits.
    """
    text = json.dumps(document, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def facts_name(digest: str) -> str:
    """Name the file in which facts with a digest are kept.

    Parameters
    ----------
    digest
        From ``digest_of``.

    Returns
    -------
    str
        The name of a file in ``releases/``.
    """
    return f"facts-{digest[:16]}.json"


def release_paths(desk: Desk) -> list[Path]:
    """Return the files of releases; other files of JSON are refused.

    Parameters
    ----------
    desk
        Knows the folder and takes problems.

    Returns
    -------
    list of Path
        In the order of their names.
    """
    folder = desk.folder / "releases"
    paths = sorted(folder.glob("*.json")) if folder.is_dir() else []
    paths = [path for path in paths if path.name[0] != "." and not _FACTS.fullmatch(path.name)]
    numbered = {path: int(name[1]) for path in paths if (name := _FILE.fullmatch(path.name))}
    _refuse_names(desk, (path for path in paths if path not in numbered), max(numbered.values(), default=0))
    return list(numbered)


def _refuse_names(desk: Desk, paths: Iterable[Path], last: int) -> None:
    hint = f"Maybe rename it to release-{last + 1}.json, or take it out of this folder"
    for path in paths:
        desk.problems.add(path.as_posix(), None, "", path.name, f"is no name of a release. {hint}")
