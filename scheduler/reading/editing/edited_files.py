"""A forum's files with some changes made in them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import singledispatch
from pathlib import Path

from scheduler.domain.edits import (
    AbsenceLifted,
    ClauseSetAside,
    ClosureDropped,
    DutiesFreed,
    Edit,
    PeriodAdded,
    PinDropped,
    RoomOpened,
    Shortened,
    TeamsSet,
)
from scheduler.domain.forum import Forum
from scheduler.domain.room import Closure
from scheduler.reading.editing.csv_edits import emptied
from scheduler.reading.editing.yaml_edits import NOTHING, appended, put, replaced, without
from scheduler.reading.editing.yaml_parts import Part, parts_of
from scheduler.reading.files import TextFile
from scheduler.reading.pin_clauses import Pin, identifiers
from scheduler.reading.problems import Problems
from scheduler.reading.yaml_nodes import read_nodes

_MARK = b"\xef\xbb\xbf"
"""What some editors write before the text."""

_PINS = "pins.yaml"


def edited_files(folder: Path, forum: Forum, edits: Iterable[Edit]) -> dict[str, bytes]:
    """Make changes in the files of a forum, and write none of them.

    Parameters
    ----------
    folder
        The forum's folder.
    forum
        The forum as it was read from there.
    edits
        Changes, in any order.

    Returns
    -------
    dict of str to bytes
        New contents of the files that change, by name.

    Raises
    ------
    KeyError, IndexError, ValueError, StopIteration
        A file is not any more what was read.
    OSError
        A file cannot be read any more.
    """
    changes: dict[str, list[Callable[[str], str]]] = defaultdict(list)
    several = list(edits)
    for edit in several:
        if not isinstance(edit, PinDropped):
            name, change = _change(edit, forum)
            changes[name].append(change)
    pins = [edit.clause for edit in several if isinstance(edit, PinDropped)]
    if pins:
        changes[_PINS].append(lambda text: _without_pins(text, pins))
    return {name: _changed(folder / name, found) for name, found in sorted(changes.items())}


def _changed(path: Path, changes: Sequence[Callable[[str], str]]) -> bytes:
    content = path.read_bytes()
    text = content.decode("utf-8-sig")
    for change in changes:
        text = change(text)
    return (_MARK if content.startswith(_MARK) else b"") + text.encode()


@singledispatch
def _change(edit: Edit, forum: Forum) -> tuple[str, Callable[[str], str]]:
    """Return the file in which a change is made, and how."""
    raise TypeError(f"no file has {edit} of {forum.forum}")


@_change.register
def _(edit: RoomOpened, _forum: Forum) -> tuple[str, Callable[[str], str]]:
    return "rooms.yaml", lambda text: appended(text, "open", edit.room)


@_change.register
def _(edit: ClosureDropped, _forum: Forum) -> tuple[str, Callable[[str], str]]:
    return "rooms.yaml", lambda text: _without_closure(text, edit.closure)


@_change.register
def _(edit: Shortened, _forum: Forum) -> tuple[str, Callable[[str], str]]:
    return "sessions.yaml", lambda text: _shortened(text, edit)


@_change.register
def _(edit: DutiesFreed, _forum: Forum) -> tuple[str, Callable[[str], str]]:
    return "sessions.yaml", lambda text: _freed(text, edit)


@_change.register
def _(edit: AbsenceLifted, _forum: Forum) -> tuple[str, Callable[[str], str]]:
    return "parties.csv", lambda text: emptied(text, "unavailable", "party", edit.party)


@_change.register
def _(edit: ClauseSetAside, _forum: Forum) -> tuple[str, Callable[[str], str]]:
    entry = {"clause": edit.clause, "because": edit.because}
    return "forum.yaml", lambda text: appended(text, "set-aside", entry)


@_change.register
def _(edit: TeamsSet, _forum: Forum) -> tuple[str, Callable[[str], str]]:
    return "forum.yaml", lambda text: put(text, "interpretation", "teams", str(edit.teams))


@_change.register
def _(edit: PeriodAdded, forum: Forum) -> tuple[str, Callable[[str], str]]:
    def change(text: str) -> str:
        own = parts_of(text).values.get("periods")
        known = () if own and own.items else forum.clock.periods
        for one in (*known, edit.period):
            times = {"start": f"{one.start:%H:%M}", "end": f"{one.end:%H:%M}"}
            extra = {"extra": "true"} if one.extra else {}
            text = appended(text, "periods", {"name": one.name, **times, **extra})
        return text

    return "forum.yaml", change


def _without_closure(text: str, closure: Closure) -> str:
    """Leave out every entry that says the same."""
    entries = parts_of(text).at(("closures",)).items
    same = [number for number, one in enumerate(entries) if _says(one, closure)]
    for number in reversed(same):
        text = without(text, "closures", number)
    return text


def _says(entry: Part, closure: Closure) -> bool:
    words = " ".join(entry.says("window").split())
    said = (entry.says("room"), words, entry.says("because"))
    return said == (closure.room, closure.window.words, closure.because)


def _without_pins(text: str, names: Sequence[str]) -> str:
    """Leave out every entry of which one of the clauses was made."""
    root = read_nodes(TextFile(_PINS, _PINS, text), Problems())
    node = root.get("pins") if root else None
    pins = [Pin.model_validate(one.plain()) for one in node.items()] if node else []
    clauses = identifiers(pins)
    for number in reversed(range(len(pins))):
        if clauses[pins[number]] in names:
            text = without(text, "pins", number)
    return text


def _session(text: str, name: str) -> tuple[int, Part]:
    sessions = parts_of(text).at(("sessions",)).items
    return next((number, one) for number, one in enumerate(sessions) if one.says("session") == name)


def _shortened(text: str, edit: Shortened) -> str:
    number, session = _session(text, edit.session)
    if not session.at(("minutes",)).items:
        return replaced(text, ("sessions", number, "minutes"), str(edit.minutes[0]))
    for place, minutes in enumerate(edit.minutes):
        text = replaced(text, ("sessions", number, "minutes", place), str(minutes))
    return text


def _freed(text: str, edit: DutiesFreed) -> str:
    number, session = _session(text, edit.session)
    for place, duty in enumerate(session.at(("duties",)).items):
        if duty.says("party") == edit.party:
            for key in ("party", "gender"):
                if key in duty.values:
                    text = replaced(text, ("sessions", number, "duties", place, key), NOTHING)
    return text
