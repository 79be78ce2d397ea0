"""``releases/``: the numbered timetables that were given out."""

import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from scheduler.domain.forum import Forum
from scheduler.domain.release import Release
from scheduler.domain.timetable import arranged
from scheduler.domain.value import Value
from scheduler.reading.desk import Desk
from scheduler.reading.entries import Entry, Place, typed
from scheduler.reading.forum_file import Instant
from scheduler.reading.json_nodes import read_json
from scheduler.reading.timetable_json import read_document
from scheduler.reading.yaml_nodes import Node

_FILE = re.compile(r"release-([1-9][0-9]{0,5})\.json")
_DOCUMENT = ("forum", "timezone", "meetings", "segments")
_MAP = BeforeValidator(lambda words: {} if words is None else words)
_Uid = Annotated[str, Field(pattern=r"^[!-~]+$", max_length=255)]


class _Head(Value):
    """What a release's file has beside the timetable."""

    number: int = Field(ge=1)
    status: Literal["draft", "tentative", "published"]
    released: Instant
    note: str = ""
    uids: Annotated[dict[str, _Uid], _MAP] = Field(default_factory=dict)


def read_releases(desk: Desk, forum: Forum) -> Release | None:
    """Read all releases of a forum.

    Parameters
    ----------
    desk
        Reads files and takes problems.
    forum
        The forum without a release.

    Returns
    -------
    Release or None
        The last one, by number; ``None`` when there is none, or after a problem.
    """
    releases = [read_release(desk, path, forum) for path in _paths(desk)]
    found = [release for release in releases if release is not None]
    return max(found, key=lambda release: release.number, default=None)


def read_release(desk: Desk, path: Path, forum: Forum) -> Release | None:
    """Read one release.

    Parameters
    ----------
    desk
        Reads files and takes problems.
    path
        Its file, ``release-N.json``.
    forum
        The forum without a release.

    Returns
    -------
    Release or None
        ``None`` after a problem.
    """
    known = len(desk.problems)
    file = desk.files.text(path, f"{desk.name}/releases/{path.name}")
    node = read_json(file, desk.problems) if file else None
    if file is None or node is None:
        return None
    place = Place(file, node)
    if not isinstance(node.value, dict):
        place.problem(desk.problems, (), node.plain(), "is no map of keys and values. Maybe begin with {")
        return None
    entry = _head(desk, place, path)
    carried = read_document(place, forum, desk.problems, past=True)
    if entry is None or len(desk.problems) > known:
        return None
    _check_uids(desk, entry)
    segments = carried.segments if node.get("segments") else None
    return Release(**dict(entry.value), timetable=arranged(carried.placements, segments))


def _paths(desk: Desk) -> list[Path]:
    """Return the files of releases in order; other files of JSON are refused."""
    folder = desk.folder / "releases"
    if not folder.is_dir():
        return []
    paths = sorted(path for path in folder.iterdir() if path.suffix == ".json" and path.name[0] != ".")
    numbered = {path: int(name[1]) for path in paths if (name := _FILE.fullmatch(path.name))}
    free = max(numbered.values(), default=0) + 1
    hint = f"Maybe rename it to release-{free}.json, or take it out of this folder"
    for path in paths:
        if path not in numbered:
            desk.problems.add(path.as_posix(), None, "", path.name, f"is no name of a release. {hint}")
    return list(numbered)


def _head(desk: Desk, place: Place, path: Path) -> Entry[_Head] | None:
    own = {key: node for key, node in place.node.value.items() if key not in _DOCUMENT}
    here = Place(place.file, Node(place.node.line, own))
    head = typed(_Head, here, desk.problems)
    if head is None:
        return None
    if path.name != f"release-{head.number}.json":
        sentence = f"{head.number} is not the number in the name of the file"
        other = path.with_name(f"release-{head.number}.json")
        likely = f"number {path.stem.removeprefix('release-')}" if other.exists() else other.name
        here.problem(desk.problems, ("number",), head.number, f"{sentence}. Maybe {likely}")
    return Entry(head, here)


def _check_uids(desk: Desk, entry: Entry[_Head]) -> None:
    owner = dict[str, str]()
    for meeting, uid in entry.value.uids.items():
        path = ("uids", meeting)
        if owner.setdefault(uid, meeting) != meeting:
            sentence = f"'{uid}' is the id of {owner[uid]} already. Maybe delete this line"
            entry.place.problem(desk.problems, path, uid, sentence)
