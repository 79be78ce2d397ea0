"""``side-event-slots.yaml``: when side events can be held, where, and what counts before what."""

from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Annotated, Any

from pydantic import BeforeValidator

from scheduler.domain.forum import Forum, SetAside
from scheduler.domain.maybe import natural
from scheduler.domain.side_events import Slot
from scheduler.domain.value import Value
from scheduler.domain.window import WindowWords
from scheduler.reading.desk import Desk
from scheduler.reading.doubles import refuse_doubles
from scheduler.reading.entries import Known, Place, listed, refuse_other_keys, typed
from scheduler.reading.files import Files
from scheduler.reading.problems import Problems
from scheduler.reading.yaml_nodes import Node

NAME = "side-event-slots.yaml"


def _list(words: Any) -> Any:
    return [] if words is None else words


def _levels(words: Any) -> Any:
    """Let a level of one clause be written without a list of its own."""
    if not isinstance(words, list):
        return _list(words)
    return [[level] if isinstance(level, str) else level for level in words]


class SlotsHead(Value):
    """What stands in ``side-event-slots.yaml`` beside the slots; see ``SideEvents`` for what it means."""

    levels: Annotated[tuple[tuple[str, ...], ...], BeforeValidator(_levels)] = ()
    set_aside: Annotated[tuple[SetAside, ...], BeforeValidator(_list)] = ()


@dataclass(frozen=True)
class SlotsFile:
    """What stands in ``side-event-slots.yaml``, and where."""

    head: SlotsHead
    slots: tuple[Slot, ...]
    place: Place


def read_slots(desk: Desk, forum: Forum) -> SlotsFile | None:
    """Read the slots.

    Parameters
    ----------
    desk
        Reads files, understands windows, and takes problems.
    forum
        The forum; its venue has the rooms.

    Returns
    -------
    SlotsFile or None
        Slots in the order of time; ``None`` after a problem.
    """
    known = len(desk.problems)
    place = desk.own(NAME)
    if place is None:
        return None
    refuse_other_keys(place, ("levels", "set-aside", "slots"), desk.problems)
    entries = listed(Slot, place, "slots", desk.problems, desk.words)
    head = typed(SlotsHead, _without_slots(place), desk.problems)
    if entries is None or head is None:
        return None
    if not entries:
        place.problem(desk.problems, ("slots",), None, "there is no slot. Maybe '- slot: day-1-lunch'")
    refuse_doubles([(one.value.slot, one.place, ("slot",)) for one in entries], "slot", desk.problems)
    rooms = Known("room", {room.room for room in forum.venue.rooms})
    for one in entries:
        if one.value.room is not None:
            rooms.has(one.value.room, one.place, ("room",), desk.problems)
    slots = sorted((one.value for one in entries), key=lambda one: (one.window.start, natural(one.slot)))
    return SlotsFile(head, tuple(slots), place) if len(desk.problems) == known else None


def slots_of(folder: FilePath, forum: Forum) -> tuple[Slot, ...]:
    """Read the slots of a forum, and nothing of what is asked for.

    Parameters
    ----------
    folder
        The forum's folder.
    forum
        The forum as it was read from there.

    Returns
    -------
    tuple of Slot
        In the order of time; empty where the forum has no file of slots.

    Raises
    ------
    BadData
        With all that is wrong in the file.
    """
    if not (folder / NAME).exists():
        return ()
    problems = Problems()
    desk = Desk(folder, problems, Files(problems))
    desk.understand(WindowWords(forum.clock))
    found = read_slots(desk, forum)
    problems.raise_if_any()
    return found.slots if found else ()


def _without_slots(place: Place) -> Place:
    """Return what is typed by itself; keys that nothing reads are refused elsewhere."""
    rest = {key: node for key, node in place.node.value.items() if key in ("levels", "set-aside")}
    return Place(place.file, Node(1, rest))
