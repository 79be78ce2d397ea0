"""A programme as another tool's file has it, before it becomes a forum."""

from datetime import datetime
from typing import Any

from pydantic import Field

from scheduler.domain.clock import Day, Period, ZoneName
from scheduler.domain.party import Party
from scheduler.domain.room import Room
from scheduler.domain.session import Session
from scheduler.domain.track import Track
from scheduler.domain.value import SessionIdentifier, Value


class ForeignPlacement(Value):
    """Where and when a session of one meeting is held.

    ``start`` is a wall-clock time in the programme's zone, without an offset; its length is the session's.
    ``uid`` is the id by which the file knows the session for ever, empty where it has none.
    """

    session: SessionIdentifier
    room: str
    start: datetime
    uid: str = ""


class ForeignProgramme(Value):
    """What another tool's file says, in the words of a forum.

    ``days`` are ``day-1`` and so on with their dates. ``clauses`` are maps with the words of
    ``clauses.yaml``: ``clause``, ``tier``, ``says``, ``rule`` and the options of the rule. ``levels`` names
    those of tier preference, the most important first. ``placements`` is empty where the file has no
    timetable. ``derived`` are sentences that say what was derived and by which rule, and ``noted`` what of
    the file was not taken over and why. ``ids`` are the ids that sessions, rooms, tracks and people have
    here, by what the file knows them by; empty where nothing in the file stays the same.
    """

    title: str = Field(min_length=1)
    timezone: ZoneName
    days: tuple[Day, ...] = Field(min_length=1)
    periods: tuple[Period, ...] = Field(min_length=1)
    rooms: tuple[Room, ...] = Field(min_length=1)
    tracks: tuple[Track, ...] = ()
    people: tuple[Party, ...] = ()
    sessions: tuple[Session, ...] = Field(min_length=1)
    placements: tuple[ForeignPlacement, ...] = ()
    clauses: tuple[dict[str, Any], ...] = ()
    levels: tuple[tuple[str, ...], ...] = ()
    derived: tuple[str, ...] = ()
    noted: tuple[str, ...] = ()
    ids: dict[str, str] = Field(default_factory=dict)
