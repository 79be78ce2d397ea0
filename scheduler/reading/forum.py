"""A forum's folder, with its venue and mandates, as one value."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from scheduler.domain.clause import Clause
from scheduler.domain.clock import Clock
from scheduler.domain.forum import Forum
from scheduler.domain.maybe import natural
from scheduler.domain.party import Party
from scheduler.domain.session import Session
from scheduler.domain.track import Track
from scheduler.domain.venue import Venue
from scheduler.reading.before import Bound
from scheduler.reading.bookings import with_bookings
from scheduler.reading.changes import Changes
from scheduler.reading.clause_checks import check_clauses
from scheduler.reading.desk import Desk
from scheduler.reading.entries import Entry
from scheduler.reading.files import Files
from scheduler.reading.forum_file import ForumFile
from scheduler.reading.head import read_head
from scheduler.reading.mandates import activate_all, read_mandates, read_own_clauses
from scheduler.reading.near_names import refuse_near_names
from scheduler.reading.parties import read_parties
from scheduler.reading.pins import drafts, read_pins, with_pins
from scheduler.reading.problems import Problems
from scheduler.reading.releases import read_releases
from scheduler.reading.role_checks import check_kinds, check_roles
from scheduler.reading.session_checks import check_attends, check_features, check_names
from scheduler.reading.sessions import read_sessions
from scheduler.reading.staying import with_staying
from scheduler.reading.tracks import check_tracks, read_tracks
from scheduler.reading.venues import Rooms, read_rooms
from scheduler.rules import Rule


@dataclass(frozen=True)
class Reading:
    """A forum as it was read.

    Parameters
    ----------
    forum
        The forum.
    rules
        Those of the clauses that it follows, by tier.
    inputs
        SHA-256 digests of the files read, by names that are the same on every machine, sorted.
    """

    forum: Forum
    rules: tuple[Rule, ...] = field(compare=False)
    inputs: dict[str, str]


@dataclass(frozen=True)
class _Parts:
    """All that a forum is made of, with the places in the files."""

    file: ForumFile
    venue: Venue
    clock: Clock
    rooms: Rooms
    sessions: list[Entry[Session]]
    parties: list[Entry[Party]]
    tracks: list[Entry[Track]]
    mandates: list[Bound]
    own: list[Entry[Clause]]
    first: tuple[tuple[str, ...], ...]


def read_forum(folder: Path, changes: Changes | None = None) -> Reading:
    """Read a forum from its folder.

    Parameters
    ----------
    folder
        The folder with ``forum.yaml``; mandates and venues are looked up beside it, then among
        those that come with the program.
    changes
        Made in the files while they are read.

    Returns
    -------
    Reading
        The same for the same data in any order of rows and files.

    Raises
    ------
    BadData
        With all that is wrong in the files.
    NoSuchPart
        The data path of a change leads nowhere.
    """
    problems = Problems()
    desk = Desk(folder, problems, Files(problems), changes=changes or Changes())
    found = _read(desk) if _is_folder(folder, problems) else None
    problems.raise_if_any()
    assert found is not None  # what could not be read is a problem
    return Reading(*found, dict(sorted(desk.files.inputs.items())))


def _is_folder(folder: Path, problems: Problems) -> bool:
    found = folder.is_dir()
    if not found:
        there = os.path.lexists(folder)
        fault = "is no folder. Maybe name the folder in which it lies" if there else _no_such(folder)
        problems.add(folder.as_posix(), None, "", folder.name, fault)
    return found


def _no_such(folder: Path) -> str:
    elsewhere = Path("data") / folder.name
    return "there is no such folder" + (f". Maybe {elsewhere.as_posix()}" if elsewhere.is_dir() else "")


def _read(desk: Desk) -> tuple[Forum, tuple[Rule, ...]] | None:
    """Read all files, so that all problems are found; ``None`` when something is missing."""
    refuse_near_names(desk)
    head = read_head(desk)
    rooms = with_bookings(desk, head, read_rooms(desk, head.venue if head else None))
    parties = read_parties(desk)
    sessions = read_sessions(desk, [entry.value for entry in parties or ()])
    tracks = read_tracks(desk)
    mandates = read_mandates(desk, head) if head else None
    own = read_own_clauses(desk)
    pins = read_pins(desk, head) if head else None
    if sessions is not None and head is not None and head.venue is not None:
        check_features(sessions, head.venue, desk.problems)
    if sessions is not None and parties is not None:
        check_names(sessions, [entry.value for entry in parties], desk.problems)
        check_tracks(tracks or [], sessions, [entry.value for entry in parties], desk.problems)
        if mandates is not None:
            check_attends(parties, _kinds(sessions, mandates), desk.problems)
    if head is None or mandates is None or own is None or pins is None:
        return None
    head, mandates = with_staying(desk, head, mandates, own)
    clauses = [entry for mandate in mandates for entry in mandate.clauses] + own
    check_clauses(desk, head, [*clauses, *drafts(pins)])
    check_roles(sessions or [], clauses, desk.problems)
    check_kinds(sessions or [], _declared(mandates), desk.problems)
    if head.clock is None or head.venue is None or rooms is None or sessions is None:
        return None
    if parties is None or tracks is None:
        return None
    parts = _Parts(
        head.file, head.venue, head.clock, rooms, sessions, parties, tracks, mandates, own, head.first
    )
    forum = _assembled(parts)
    rules = activate_all(desk, head, forum, clauses)
    releases = read_releases(desk, forum)
    forum = forum.replace(release=releases[-1] if releases else None, history=releases)
    return with_pins(desk, forum, rules, pins)


def _assembled(parts: _Parts) -> Forum:
    file = parts.file
    return Forum(
        forum=file.forum,
        title=f"{file.title} (placeholder)" if file.placeholder else file.title,
        edition=file.edition,
        clock=parts.clock,
        as_of=file.as_of,
        venue=parts.venue,
        mandates=tuple(bound.mandate for bound in parts.mandates),
        rooms=parts.rooms.open,
        closures=parts.rooms.closures,
        sessions=tuple(_with_sorted_duties(entry.value) for entry in parts.sessions),
        parties=tuple(entry.value for entry in parts.parties),
        tracks=tuple(entry.value for entry in parts.tracks),
        clauses=tuple(entry.value for entry in parts.own),
        set_aside=tuple(sorted(file.set_aside, key=lambda one: natural(one.clause))),
        levels=tuple(tuple(sorted(level, key=natural)) for level in (*parts.first, *file.levels)),
        milestones=tuple(sorted(file.milestones, key=lambda one: natural(one.milestone))),
        costs=dict(sorted(file.costs.items())),
        placeholder=file.placeholder,
        url=file.url,
        organizer=file.organizer,
    )


def _with_sorted_duties(session: Session) -> Session:
    """Put duties and participants in one order, so that the order of the file changes no output."""
    duties = sorted(session.duties, key=lambda one: (one.role, one.party or "", one.segment or ""))
    participants = sorted(session.participants, key=lambda one: (one.role, one.party))
    return session.replace(duties=tuple(duties), participants=tuple(participants))


def _kinds(sessions: list[Entry[Session]], mandates: list[Bound]) -> set[str]:
    kinds = {entry.value.kind for entry in sessions}
    return kinds.union(_declared(mandates))


def _declared(mandates: list[Bound]) -> Iterator[str]:
    """Yield the kinds of session that mandates declare."""
    return (kind for bound in mandates for kind in bound.mandate.kinds)
