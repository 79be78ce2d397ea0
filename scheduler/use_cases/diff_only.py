"""Only those differences that concern a party, a session, a room or a day."""

from collections.abc import Iterable, Iterator
from typing import Literal, get_args

from scheduler.domain.concerned import Concerned
from scheduler.domain.difference import Difference, MeetingDifference, day_key
from scheduler.domain.forum import Forum
from scheduler.domain.given_state import GivenState, with_duties
from scheduler.domain.maybe import maybe, near
from scheduler.domain.release import GivenMeeting
from scheduler.use_cases.diff_sides import NoSuchSide, Side

Concern = Literal["party", "session", "room", "day"]
"""What a difference may be asked for by."""

CONCERNS: tuple[Concern, ...] = get_args(Concern)
"""All of them."""


class NoSuchConcern(ValueError):
    """A party, session, room or day that neither side has."""


def keep_only(
    found: Difference, sides: tuple[Side, Side], wanted: Iterable[tuple[Concern, str]]
) -> Difference:
    """Leave out what does not concern what is asked for, neither then nor now.

    A party is concerned by what it gets a notice of: ``Concerned.touched``.

    Parameters
    ----------
    found
        A difference.
    sides
        The two programmes.
    wanted
        Ids or names. Of several of one sort any will do; of several sorts each must be met.

    Returns
    -------
    Difference
        With fewer meetings.

    Raises
    ------
    NoSuchConcern
        Neither side has such a thing.
    NoSuchSide
        Parties are asked for, and nobody knows who attends.
    """
    asked: dict[Concern, set[str]] = {}
    for sort, name in wanted:
        asked.setdefault(sort, set()).update(_ids(sort, name, sides))
    before, now = sides
    parties = Concerned(_with_duties(before), _with_duties(now), before.forum, now.forum)
    kept = (
        one
        for one in found.meetings
        if all(
            ids & (parties.touched(one) if sort == "party" else _held_in(sort, one))
            for sort, ids in asked.items()
        )
    )
    return found.replace(meetings=tuple(kept))


def _with_duties(side: Side) -> GivenState:
    """Take duties that a side does not carry from its forum, to tell whom a meeting concerns."""
    state, forum = side.state, side.forum
    return with_duties(state, forum) if forum and state.duties is None else state


def _ids(sort: Concern, name: str, sides: tuple[Side, Side]) -> set[str]:
    """Return the ids that a name means on either side."""
    known = {pair for side in sides for pair in _known(sort, side)}
    if sort == "party" and not any(side.forum for side in sides):
        said = f"nobody knows who attends, as neither {sides[0].name} nor {sides[1].name} names a forum"
        raise NoSuchSide(f"{said} that is here. Maybe add --forum data/FORUM")
    folded = _folded(name)
    meant = {one for one, called in known if name == one or folded == _folded(called)}
    if meant:
        return meant
    likely = near(name, sorted({called for _, called in known}))
    hint = f" Maybe {likely}" if likely else maybe(name, sorted({one for one, _ in known}))
    raise NoSuchConcern(f"there is no {sort} '{name}'" + (f".{hint}" if hint else ""))


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _known(sort: Concern, side: Side) -> Iterator[tuple[str, str]]:
    """Yield ids and names of one sort."""
    meetings, forum = side.state.meetings, side.forum
    if sort == "room":
        yield from ((one.room, side.state.room_name(one.room)) for one in meetings)
    elif sort == "session":
        yield from ((one.session, one.session) for one in meetings if one.session)
    elif sort == "day":
        yield from ((day_key(one), one.start.date().isoformat()) for one in meetings)
    if forum:
        yield from _known_to(sort, forum)


def _known_to(sort: Concern, forum: Forum) -> list[tuple[str, str]]:
    named: dict[Concern, list[tuple[str, str]]] = {
        "party": [(one.party, one.name) for one in forum.parties],
        "session": [(one.session, one.title) for one in forum.sessions],
        "room": [(one.room, one.name) for one in forum.rooms],
        "day": [(one.name, one.date.isoformat()) for one in forum.clock.days],
    }
    return named[sort]


def _held_in(sort: Concern, one: MeetingDifference) -> set[str]:
    """Return the ids of one sort that a meeting has to do with, then or now."""
    return {_of(sort, meeting) for meeting in one.sides}


def _of(sort: Concern, meeting: GivenMeeting) -> str:
    return {"session": meeting.session, "room": meeting.room, "day": day_key(meeting)}[sort]
