"""What stands beside the programmes of two editions: slots for side events carry over, requests do not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from scheduler.domain.forum import Forum
from scheduler.domain.side_events import Slot
from scheduler.reading.side_event_slots import slots_of
from scheduler.reading.side_events import TABLE
from scheduler.reading.speakers import EVENTS, INSCRIPTIONS
from scheduler.use_cases.counted_names import count, names

_FOR = " for side events"


@dataclass(frozen=True)
class Edition:
    """An edition with the folder in which it lies and its slots for side events, in the order of time."""

    forum: Forum
    folder: Path
    slots: tuple[Slot, ...]

    def has(self, name: str) -> bool:
        """Tell whether a file is there.

        Parameters
        ----------
        name
            Of a file in the folder.

        Returns
        -------
        bool
            Whatever it holds.
        """
        return (self.folder / name).exists()


def edition_of(forum: Forum, folder: Path) -> Edition:
    """Look at what stands beside the programme of a forum.

    Parameters
    ----------
    forum
        As it was read.
    folder
        Its folder.

    Returns
    -------
    Edition
        Without slots where there is no file of them.

    Raises
    ------
    BadData
        The file of slots has problems.
    """
    return Edition(forum, folder, slots_of(folder, forum))


def slots_carried(old: Edition, new: Edition) -> Iterator[str]:
    """Say which slots are the same: of one name, at the same time of the same day, in the same room.

    Parameters
    ----------
    old, new
        The editions.

    Yields
    ------
    str
        One sentence at most.
    """
    before = {slot.slot: _said(slot, old.forum) for slot in old.slots}
    same = [slot.slot for slot in new.slots if before.get(slot.slot) == _said(slot, new.forum)]
    if same:
        yield f"{count(len(same), 'slot')}{_FOR}: {names(same)}."


def slots_otherwise(old: Edition, new: Edition) -> Iterator[str]:
    """Say which slots are gone, new, or not what they were.

    Parameters
    ----------
    old, new
        The editions.

    Yields
    ------
    str
        Sentences; none where the later edition has no slots at all, which is left to decide.
    """
    before = {slot.slot: _said(slot, old.forum) for slot in old.slots}
    now = {slot.slot: _said(slot, new.forum) for slot in new.slots}
    if now:
        yield from _counted([slot for slot in before if slot not in now], "less")
    yield from _counted([slot for slot in now if slot not in before], "more")
    for slot in (name for name in now if name in before):
        if before[slot] != now[slot]:
            yield f"The slot {slot}{_FOR}: {now[slot]}, no longer {before[slot]}."


def beside_to_decide(old: Edition, new: Edition) -> Iterator[str]:
    """Say what stays with the earlier edition and nobody has entered again.

    Parameters
    ----------
    old, new
        The editions.

    Yields
    ------
    str
        Sentences on slots, on who asks for one, and on who speaks.
    """
    name = old.forum.forum
    if old.slots and not new.slots:
        yield f"When side events can be held: {name} had {count(len(old.slots), 'slot')}."
    if old.has(TABLE) and not new.has(TABLE):
        yield f"Who asks for a slot for a side event: what was asked for stays with {name}."
    if old.has(INSCRIPTIONS) and not new.has(INSCRIPTIONS):
        events = ", and so does what happened to its list" if old.has(EVENTS) else ""
        yield f"Who is on the list of speakers: who was inscribed stays with {name}{events}."


def _counted(slots: Sequence[str], more: str) -> Iterator[str]:
    if slots:
        yield f"{count(len(slots), 'slot')}{_FOR} {more}: {names(list(slots))}."


def _said(slot: Slot, forum: Forum) -> str:
    """Say when a slot is, for whom, and where."""
    modes = " and ".join(mode.replace("-", " ") for mode in slot.modes)
    room = f", {forum.room_name(slot.room)}" if slot.room else ""
    return f"{slot.window.words}, {modes}{room}"
