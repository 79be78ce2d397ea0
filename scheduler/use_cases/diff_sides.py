"""What can stand on a side of a comparison: a release, a forum's folder, an output folder, a timetable."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from scheduler.domain.forum import Forum
from scheduler.domain.given_state import GivenState, named_state, state_of_release, state_of_timetable
from scheduler.domain.maybe import maybe
from scheduler.domain.release import Release
from scheduler.reading import read_forum, read_timetable
from scheduler.reading.facts import read_earlier
from scheduler.reading.given_files import GivenFile, read_given

_SUFFIXES = (".json", ".csv", ".xlsx", ".ics")
_FILE = "timetable.json"
_HEAD = "forum.yaml"


class NoSuchSide(ValueError):
    """Something that cannot be compared, in one sentence, often with a ``Maybe``."""


@dataclass(frozen=True)
class Side:
    """One of two programmes that are compared.

    ``name`` is what the planner wrote, ``what`` says it in words; ``forum`` is the forum as it was
    then, as far as anybody knows, and ``None`` when nobody does. ``said`` are sentences on how a file
    was understood.
    """

    name: str
    what: str
    title: str
    forum: Forum | None
    state: GivenState
    said: tuple[str, ...] = ()


def read_sides(before: str, now: str, folder: Path | None) -> tuple[Side, Side]:
    """Read both sides of a comparison.

    Parameters
    ----------
    before, now
        As they were written: ``data/FORUM@N``, ``data/FORUM``, ``outputs/FORUM`` or a timetable's file.
    folder
        The forum's folder for files that do not say enough themselves; ``None`` for that of the other
        side, or else ``data/FORUM``.

    Returns
    -------
    tuple of Side
        In the order given.

    Raises
    ------
    NoSuchSide
        There is no such thing.
    BadData
        A folder or a file cannot be read.
    """
    first, second = _find(before), _find(now)
    forums = _Forums(folder)
    return _side(first, second, forums), _side(second, first, forums)


def read_several(names: Sequence[str], folder: Path | None) -> tuple[Side, ...]:
    """Read what is compared, which may be programmes of different forums.

    Parameters
    ----------
    names
        As they were written.
    folder
        The forum's folder for files that do not say enough themselves; ``None`` for that of the first of
        the others that names one, or else ``data/FORUM``.

    Returns
    -------
    tuple of Side
        In the order given.

    Raises
    ------
    NoSuchSide
        There is no such thing, none is of the forum that is named, or a table could be of several.
    BadData
        A folder or a file cannot be read.
    """
    found = [_find(name) for name in names]
    if not any(one.speaks_of(folder) for one in found):
        raise NoSuchSide(
            f"none of these is of {folder.as_posix() if folder else ''}. Maybe leave --forum out"
        )
    forums = _Forums(folder)
    free = forums.without_name()
    return tuple(
        _side(one, _beside(one, found, folder), forums if one.speaks_of(folder) else free) for one in found
    )


def _beside(one: "_Found", found: Sequence["_Found"], folder: Path | None) -> "_Found":
    """Choose the one of the others that says of which forum something is."""
    if one.given is not None:
        return next((other for other in found if other.folder and other.forum == one.forum), one)
    others = {other.forum: other for other in reversed(found) if other.forum}
    if one.folder is None and len(others) > 1 and folder is None:
        sentence = f"{one.name} names no forum, and the others name several: {', '.join(sorted(others))}"
        raise NoSuchSide(f"{sentence}. Maybe add --forum data/{min(others)}")
    return next(iter(others.values()), one)


@dataclass(frozen=True)
class _Found:
    """What was written, and where it leads: a forum's folder with a release, or a timetable's file."""

    name: str
    folder: Path | None = None
    release: str = ""
    file: Path | None = None
    given: GivenFile | None = None

    @property
    def forum(self) -> str:
        """The forum that it names; empty for a table."""
        if self.given is not None:
            return self.given.forum
        return self.folder.resolve().name if self.folder else ""

    def speaks_of(self, folder: Path | None) -> bool:
        """Tell whether it may be of the forum of a folder."""
        return folder is None or self.forum in {"", folder.resolve().name}


def _find(name: str) -> _Found:
    path, (folder, at, which) = Path(name), name.rpartition("@")
    if at and not path.exists():
        return _Found(name, folder=_forum_folder(Path(folder), name), release=which)
    if (path / _HEAD).is_file():
        return _Found(name, folder=path, release="last")
    file = path / _FILE if path.is_dir() else path
    if not file.is_file():
        raise NoSuchSide(_missing(path))
    if file.suffix.lower() not in _SUFFIXES:
        forms = ", ".join(_SUFFIXES)
        raise NoSuchSide(f"'{file.suffix}' of {name} is no form of a timetable. Maybe one of {forms}")
    return _Found(name, file=file, given=read_given(file) if file.suffix.lower() == ".json" else None)


def _forum_folder(folder: Path, name: str) -> Path:
    if (folder / _HEAD).is_file():
        return folder
    known = _forum_folders(folder.parent)
    hint = maybe(folder.name, [one.name for one in known])
    near = next((one for one in known if hint == f" Maybe {one.name}"), None)
    sentence = f"{folder.as_posix()} is no folder of a forum, so that there is no {name}"
    raise NoSuchSide(sentence + (f". Maybe {near.as_posix()}@{name.rpartition('@')[2]}" if near else ""))


def _forum_folders(parent: Path) -> list[Path]:
    return sorted(path.parent for path in parent.glob(f"*/{_HEAD}"))


def _missing(path: Path) -> str:
    if path.is_dir():
        return f"{path.as_posix()} has neither {_HEAD} nor {_FILE}. Maybe hemicycle schedule has to run first"
    beside = sorted(path.parent.iterdir()) if path.parent.is_dir() else []
    named = {one.name: one for one in beside if one.is_dir() or one.suffix.lower() in _SUFFIXES}
    hint = maybe(path.name, list(named))
    near = next((one for name, one in named.items() if hint == f" Maybe {name}"), None)
    return f"there is no {path.as_posix()}" + (f". Maybe {near.as_posix()}" if near else "")


class _Forums:
    """Forums by their folders, each read once; ``named`` is the folder that the planner has named."""

    def __init__(self, named: Path | None) -> None:
        self.named = named
        self._read: dict[Path, Forum] = {}

    def read(self, folder: Path) -> Forum:
        """Read the forum of a folder."""
        if folder not in self._read:
            self._read[folder] = read_forum(folder).forum
        return self._read[folder]

    def without_name(self) -> "_Forums":
        """Return the same forums, of which the planner has named none."""
        free = _Forums(None)
        free._read = self._read
        return free

    def of_file(self, given: GivenFile, other: _Found) -> Forum | None:
        """Find the forum that a file names, where its folder is known."""
        folders = [self.named] if self.named else [other.folder, Path("data") / given.forum]
        for folder in folders:
            if folder and folder.resolve().name == given.forum and (folder / _HEAD).is_file():
                return self.read(folder)
        return None

    def of_table(self, other: _Found) -> Forum | None:
        """Find the forum of a table, which names none itself."""
        if other.given and not self.named:
            return self.of_file(other.given, other)
        folder = self.named or other.folder
        return self.read(folder) if folder else None


def _side(found: _Found, other: _Found, forums: _Forums) -> Side:
    if found.folder is not None:
        return _of_release(found, found.folder, forums)
    if found.given is not None:
        return _of_file(found, found.given, other, forums)
    return _of_table(found, other, forums)


def _of_release(found: _Found, folder: Path, forums: _Forums) -> Side:
    forum = forums.read(folder)
    release = _release(forum, found.release, folder.as_posix())
    then = read_earlier(folder, forum, release)
    state = state_of_release(release, forum, then)
    what = f"release {release.number}, {release.status}"
    return Side(found.name, what, forum.title, then or forum, state)


def _release(forum: Forum, which: str, folder: str) -> Release:
    if not forum.history:
        raise NoSuchSide(f"{folder} has no release yet. Maybe outputs/{forum.forum}")
    if which == "last":
        return forum.history[-1]
    published = [one for one in forum.history if one.status == "published"]
    if which == "published":
        if published:
            return published[-1]
        raise NoSuchSide(f"no release of {folder} is published. Maybe {folder}@last")
    for release in forum.history:
        if which == str(release.number):
            return release
    likely = f"Maybe {folder}@{forum.history[-1].number}"
    if which.isdecimal():
        raise NoSuchSide(f"there is no release {which} of {folder}. {likely}")
    raise NoSuchSide(f"'{which}' is no number of a release, nor last or published. {likely}")


def _of_file(found: _Found, given: GivenFile, other: _Found, forums: _Forums) -> Side:
    forum = forums.of_file(given, other)
    if forums.named and forum is None:
        sentence = f"{found.name} is a timetable of {given.forum}, and not of {forums.named.as_posix()}"
        raise NoSuchSide(f"{sentence}. Maybe --forum data/{given.forum}")
    zone = ZoneInfo(given.timezone)
    days = given.days or _days(forum, {one.start.astimezone(zone).date() for one in given.meetings})
    state = named_state(forum, given.timezone, given.meetings, given.segments, days)
    title = forum.title if forum else given.forum
    return Side(found.name, f"timetable of {given.forum}", title, forum, state)


def _days(forum: Forum | None, dates: set[date]) -> dict[str, date]:
    """Return the days as they were when a timetable was made: those that name all of its dates."""
    if forum is None:
        return {}
    now = {day.name: day.date for day in forum.clock.days}
    candidates = [now, *(release.days for release in reversed(forum.history))]
    return next((days for days in candidates if dates <= {*days.values()}), now)


def _of_table(found: _Found, other: _Found, forums: _Forums) -> Side:
    forum = forums.of_table(other)
    if forum is None or found.file is None:
        sentence = f"{found.name} names no forum, without which it cannot be read"
        raise NoSuchSide(f"{sentence}. Maybe add --forum data/FORUM")
    table = read_timetable(found.file, forum)
    state = state_of_timetable(forum, table.timetable)
    return Side(
        name=found.name,
        what=f"timetable of {forum.forum}",
        title=forum.title,
        forum=forum,
        state=state,
        said=(*table.matches, *table.not_judged),
    )
