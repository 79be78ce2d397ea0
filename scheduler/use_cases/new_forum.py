"""Make the folder of a new edition, complete and ready to be scheduled."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from scheduler.domain.forum import Forum
from scheduler.domain.maybe import maybe, natural
from scheduler.domain.verdict import Breach
from scheduler.judging import judge_data
from scheduler.reading import Reading, read_forum
from scheduler.reading.desk import bundled
from scheduler.reading.editing.edition import Edition
from scheduler.reading.editing.new_files import new_files
from scheduler.reading.side_event_slots import slots_of
from scheduler.reading.written import likely_dates
from scheduler.use_cases.forum_names import DATA, forum_folder, forum_names
from scheduler.use_cases.open_duties import OpenDuties, open_duties
from scheduler.use_cases.writing import write

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_LONGEST = 80
_SHARED = ("mandates", "venues")
_YEARS = range(1946, 2200)


class CannotMake(ValueError):
    """No folder is made; the message says why, and what would be right."""


@dataclass(frozen=True)
class NewAnswer:
    """A folder that was made.

    Parameters
    ----------
    forum
        As it is read from there.
    like
        The forum it was made from.
    files
        What was written.
    persons
        Names of the persons of the old edition that were left out.
    open_duties
        Roles that nobody has yet, by session.
    breaches
        Clauses that the new dates break.
    """

    forum: Forum
    like: Forum
    files: tuple[Path, ...]
    persons: tuple[str, ...]
    open_duties: tuple[OpenDuties, ...]
    breaches: tuple[Breach, ...]


def new_forum(name: str, first_day: str, like: str = "", mandate: str = "") -> NewAnswer:
    """Make ``data/NAME``.

    Parameters
    ----------
    name
        Of the new forum.
    first_day
        Date of its ``day-1``, as ``2030-05-14``.
    like
        Name or folder of the forum that it is like.
    mandate
        In place of ``like``: a mandate; it is like the latest edition that follows it.

    Returns
    -------
    NewAnswer
        What was made.

    Raises
    ------
    CannotMake
        The name is none or taken, the date is none, or nothing follows the mandate.
    NoSuchForum
        There is no forum to be like.
    BadData
        The data of that forum has problems.
    """
    _check_name(name)
    day = _date(first_day)
    folder = forum_folder(like) if like else _latest(mandate)
    reading = read_forum(folder)
    _check_shared(reading.forum)
    slots_of(folder, reading.forum)
    edition = Edition(name, day, reading.forum)
    files = new_files(folder, edition)
    made = _read(edition, files)
    written = write(DATA / name, files)
    return NewAnswer(
        forum=made.forum,
        like=reading.forum,
        files=written,
        persons=tuple(reading.forum.party_name(one) for one in sorted(edition.persons, key=natural)),
        open_duties=open_duties(made.forum),
        breaches=judge_data(made.forum, made.rules),
    )


def _check_name(name: str) -> None:
    if not _NAME.fullmatch(name) or len(name) > _LONGEST or name in _SHARED:
        likely = re.sub(r"[^a-z0-9]+", "-", name.casefold())[:_LONGEST].strip("-")
        better = likely if likely and likely not in _SHARED else "imrf-2034"
        raise CannotMake(f"'{name}' is no name of a forum. Maybe {better}")
    folder = DATA / name
    if folder.exists():
        raise CannotMake(f"{folder.as_posix()} is there already. Maybe another name, or move it away first")


def _date(words: str) -> date:
    try:
        day = date.fromisoformat(words if len(words) == len("2030-05-14") else "")
    except ValueError:
        likely = " or ".join(map(str, likely_dates(words))) or "2030-05-14"
        raise CannotMake(f"'{words}' is no date. Maybe {likely}") from None
    if day.year not in _YEARS:
        raise CannotMake(f"{day} is in no year in which a forum is held. Maybe 2030-05-14")
    return day


def _latest(mandate: str) -> Path:
    """Find the latest edition that follows a mandate."""
    found: list[tuple[int, str, Path]] = []
    known: set[str] = set()
    for name in forum_names():
        folder = forum_folder(name)
        forum = read_forum(folder).forum
        known.update(one.mandate for one in forum.mandates)
        if any(one.mandate == mandate for one in forum.mandates):
            found.append((forum.edition, name, folder))
    if not found:
        raise CannotMake(f"no forum follows the mandate '{mandate}'.{maybe(mandate, sorted(known))}")
    return max(found)[2]


def _check_shared(forum: Forum) -> None:
    """Refuse what a forum in ``data/`` would not find."""
    needed = [("venue", forum.venue.venue), *(("mandate", one.mandate) for one in forum.mandates)]
    for sort, name in needed:
        path = f"{sort}s/{name}.yaml"
        if not (DATA / path).exists() and not (bundled() / path).exists():
            where = f"is neither in {DATA}/{sort}s nor among those that come with the program"
            raise CannotMake(f"the {sort} {name} {where}. Maybe copy its file to {DATA}/{path} first")


def _read(edition: Edition, files: dict[str, bytes]) -> Reading:
    """Read the new files from a folder that is not there for long."""
    with TemporaryDirectory() as scratch:
        folder = Path(scratch) / edition.name
        folder.mkdir()
        for name, content in files.items():
            (folder / name).write_bytes(content)
        for name in _SHARED:
            if (DATA / name).is_dir():
                (Path(scratch) / name).symlink_to((DATA / name).resolve())
        return read_forum(folder)
