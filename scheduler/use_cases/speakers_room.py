"""How many speakers a debate has room for, said before any list is made."""

from dataclasses import dataclass

from scheduler.domain.second_words import spelled
from scheduler.domain.speakers_plan import Room
from scheduler.domain.speaking_time import USUAL, longest_limit, room_for
from scheduler.reading.speakers import Debated


@dataclass(frozen=True)
class RoomFor:
    """How many statements fit at which limit, and the longest limit at which as many fit as are wanted."""

    rooms: tuple[Room, ...]
    wanted: int
    longest: int


def room_of(debated: Debated, inscribed: int | None, limit: int | None) -> RoomFor:
    """Count how many statements fit at the usual limits and at the forum's own.

    Parameters
    ----------
    debated
        The debate.
    inscribed
        How many are on the list; ``None`` where nobody can be yet, for all that may be.
    limit
        Seconds that are asked about in place of the forum's own.

    Returns
    -------
    RoomFor
        By limit, the longest first.
    """
    own = limit or debated.figures.limit_seconds
    limits = sorted({*USUAL, *([own] if own else [])}, reverse=True)
    stretches, pause = debated.stretches, debated.figures.change_over_seconds
    parties = debated.forum.parties
    may = sum(debated.figures.may_speak(party) for party in parties)
    wanted = may if inscribed is None else inscribed
    rooms = tuple(Room(limit=one, fit=room_for(stretches, one, pause), is_own=one == own) for one in limits)
    return RoomFor(rooms, wanted, longest_limit(stretches, wanted, pause))


def figures_of(debated: Debated, limit: int | None) -> tuple[str, ...]:
    """Say the figures by which a list is made, whose they are, and how certain.

    Parameters
    ----------
    debated
        The debate.
    limit
        Seconds that are asked about in place of the forum's own.

    Returns
    -------
    tuple of str
        Sentences; no resolution gives any of these figures.
    """
    figures, forum = debated.figures, debated.forum
    whose = "the forum's own figure" + (", an assumption" if figures.is_assumption else "")
    found = [f"{figures.change_over_seconds} seconds pass between two statements ({whose})."]
    if limit is not None:
        found.append(f"A statement lasts {spelled(limit)} (asked for in this run).")
    elif figures.limit_seconds is not None:
        found.append(f"A statement lasts {spelled(figures.limit_seconds)} ({whose}).")
    else:
        found.append(f"How long a statement lasts is not decided for {forum.title}.")
    if figures.group_limit_seconds is not None:
        found.append(f"On behalf of a group it lasts {spelled(figures.group_limit_seconds)} ({whose}).")
    for kind, seconds in sorted(figures.other_limits_seconds.items()):
        found.append(f"Statements of {kind} last {spelled(seconds)} ({whose}).")
    if figures.margin_seconds:
        margin = figures.margin_seconds
        found.append(f"Each statement may be {margin} seconds shorter or longer than planned ({whose}).")
    if figures.source:
        found.append(f"Source: {figures.source}.")
    return tuple(found)
