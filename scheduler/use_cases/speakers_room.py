"""How many speakers a debate has room for, said before any list is made."""

from collections.abc import Sequence
from dataclasses import dataclass

from scheduler.domain.inscription import Inscription
from scheduler.domain.second_words import spelled
from scheduler.domain.speakers_plan import Room
from scheduler.domain.speaking_time import USUAL, how_many_fit, longest_where, room_for
from scheduler.reading.speakers import Debated
from scheduler.use_cases.speakers_debate import limits_of


@dataclass(frozen=True)
class RoomFor:
    """How many statements fit at which limit, and the longest limit at which as many fit as are wanted."""

    rooms: tuple[Room, ...]
    wanted: int
    longest: int


def room_of(debated: Debated, inscribed: Sequence[Inscription] | None, limit: int | None) -> RoomFor:
    """Count how many statements fit at the usual limits and at the forum's own.

    Parameters
    ----------
    debated
        The debate.
    inscribed
        Who is on the list, in the plain order: groups, and kinds of party with limits of their own, keep
        these. ``None`` where nobody can be yet, for all that may be.
    limit
        Seconds that are asked about in place of the forum's own.

    Returns
    -------
    RoomFor
        By limit, the longest first; more fit than are inscribed where as many others could speak as well.
    """
    own = limit or debated.figures.limit_seconds
    limits = sorted({*USUAL, *([own] if own else [])}, reverse=True)
    may = sum(debated.figures.may_speak(party) for party in debated.forum.parties)
    wanted = may if inscribed is None else len(inscribed)
    stretches, pause = debated.stretches, debated.figures.change_over_seconds

    def fit(seconds: int) -> int:
        known = limits_of(debated, inscribed or (), seconds)
        lengths = [known[one.party] for one in inscribed or ()]
        others = [seconds] * (1 + room_for(stretches, seconds, pause))
        return how_many_fit(stretches, [*lengths, *others], pause)

    rooms = tuple(Room(limit=one, fit=fit(one), is_own=one == own) for one in limits)
    longest = max((one.end - one.start for one in stretches), default=0)
    return RoomFor(rooms, wanted, longest_where(lambda seconds: fit(seconds) >= wanted, longest))


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
