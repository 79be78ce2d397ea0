"""Rooms for meetings whose times are known, where no clause ties the two.

In every slot the meetings take the first rooms they can in their order, as long as each of the
others still finds one (augmenting paths in a bipartite graph, Berge 1957). Where they do not, a
set of rooms is named that more meetings need than it has (Hall 1935).
"""

from collections.abc import Mapping, Sequence

Choices = Mapping[str, Sequence[str]]
"""For each meeting of a slot the rooms in which it can be held, the wanted first."""


class TooFewRooms(ValueError):
    """More meetings of a slot than rooms.

    Parameters
    ----------
    rooms
        All rooms that those meetings have between them.
    """

    def __init__(self, rooms: frozenset[str]) -> None:
        super().__init__(", ".join(sorted(rooms)))
        self.rooms = rooms


def match(choices: Choices) -> dict[str, str]:
    """Give every meeting of a slot a room of its own.

    Parameters
    ----------
    choices
        Meetings in their order, with their rooms in the order of preference.

    Returns
    -------
    dict of str to str
        The room of each meeting: the first assignment in the order of meetings and rooms.

    Raises
    ------
    TooFewRooms
        No assignment exists.
    """
    holders: dict[str, str] = {}
    for meeting in choices:
        _seat(meeting, choices, holders)
    fixed: dict[str, str] = {}
    for meeting, rooms in choices.items():
        fixed[meeting] = _first(meeting, rooms, choices, holders, set(fixed.values()))
    return fixed


def _seat(meeting: str, choices: Choices, holders: dict[str, str]) -> None:
    """Find a room for one more meeting, letting others change theirs."""
    asked: set[str] = set()
    if not _augment(meeting, choices, holders, asked):
        raise TooFewRooms(frozenset(asked))


def _augment(meeting: str, choices: Choices, holders: dict[str, str], asked: set[str]) -> bool:
    for room in choices[meeting]:
        if room in asked:
            continue
        asked.add(room)
        holder = holders.get(room)
        if holder is None or _augment(holder, choices, holders, asked):
            holders[room] = meeting
            return True
    return False


def _first(
    meeting: str, rooms: Sequence[str], choices: Choices, holders: dict[str, str], taken: set[str]
) -> str:
    """Move a meeting to its first possible room, and the others on, without touching those taken."""
    now = next(room for room, holder in holders.items() if holder == meeting)
    for room in rooms[: rooms.index(now)]:
        if room not in taken and _exchange(meeting, room, choices, holders, taken):
            return room
    return now


def _exchange(meeting: str, room: str, choices: Choices, holders: dict[str, str], taken: set[str]) -> bool:
    trial = {place: holder for place, holder in holders.items() if holder != meeting}
    displaced = trial.get(room)
    trial[room] = meeting
    if displaced is not None and not _augment(displaced, choices, trial, {*taken, room}):
        return False
    holders.clear()
    holders.update(trial)
    return True
