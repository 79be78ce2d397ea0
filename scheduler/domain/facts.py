"""A forum's data as facts: a tree of plain words that can be kept, compared, undone and read back.

Lists of things that have a name become maps by that name, so that one thing more or less is one fact
more or less. Windows stay in the planner's words, and so follow their day to another date.
What keeps a forum to its last release is no fact: it is there because the release is.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import chain, takewhile
from typing import Any

from scheduler.domain.clause import Mandate
from scheduler.domain.clock import Clock
from scheduler.domain.forum import Forum
from scheduler.domain.value import Value
from scheduler.domain.window import Window, WindowWords

Facts = dict[str, Any]
"""What stands under each name: text, a number, a list, or a map of further names."""

FactPath = tuple[str, ...]
"""Names from the outermost to the innermost."""

_PASSING = frozenset({"release", "history", "as-of", "spared"})
"""What a forum has beside its facts."""

_STAYING = "releases"
"""The mandate that a forum has without naming it: the last one, and its levels the first ones."""

_KEYS: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "days": lambda one: str(one["name"]),
    "periods": lambda one: str(one["name"]),
    "rooms": lambda one: str(one["room"]),
    "sessions": lambda one: str(one["session"]),
    "parties": lambda one: str(one["party"]),
    "tracks": lambda one: str(one["track"]),
    "mandates": lambda one: str(one["mandate"]),
    "clauses": lambda one: str(one["clause"]),
    "set-aside": lambda one: str(one["clause"]),
    "milestones": lambda one: str(one["milestone"]),
    "closures": lambda one: f"{one['room']} {one['window']}",
    "holidays": lambda one: f"{one['date']} {one['name']}",
}
"""How the things of a list are told apart. Other lists are one fact each."""

_UNORDERED = frozenset({"features", "objectives", "kinds", "open-to", "attends", "unavailable"})
"""Lists in which no order is meant."""

_DEPTHS: dict[FactPath, int] = {
    ("clock",): 2,
    ("closures",): 2,
    ("rooms",): 2,
    ("venue",): 2,
    ("venue", "rooms"): 3,
    ("venue", "holidays"): 3,
    ("sessions",): 3,
    ("parties",): 3,
    ("tracks",): 3,
    ("mandates",): 4,
    ("clauses",): 2,
    ("set-aside",): 2,
    ("milestones",): 2,
}
"""How many names lead to one fact, where it is more than one."""


@dataclass(frozen=True)
class Change:
    """A fact that is otherwise than it was.

    ``before`` and ``now`` are plain words; ``None`` where there was, or is, nothing.
    """

    path: FactPath
    before: Any
    now: Any


def facts_of(forum: Forum) -> Facts:
    """Write down a forum.

    Parameters
    ----------
    forum
        The forum; its releases are no facts of it.

    Returns
    -------
    dict
        What JSON can hold. What stands as it does by default is left out.
    """
    mandates, levels = _staying(forum)
    fewer = {one.mandate for one in mandates}
    own = forum.replace(
        mandates=tuple(one for one in forum.mandates if one.mandate not in fewer),
        levels=forum.levels[len(levels) :],
    )
    return {name: value for name, value in _plain(own).items() if name not in _PASSING}


def _staying(forum: Forum) -> tuple[tuple[Mandate, ...], tuple[tuple[str, ...], ...]]:
    """Return the mandate that keeps to the last release, where there is one, and its levels."""
    mandates = tuple(one for one in forum.mandates[-1:] if one.mandate == _STAYING)
    names = {clause.clause for one in mandates for clause in one.clauses}
    return mandates, tuple(takewhile(names.issuperset, forum.levels))


def _plain(value: object) -> Any:
    if isinstance(value, Window):
        return value.words
    if isinstance(value, Value):
        return _fields(value)
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list | tuple) else value


def _fields(value: Value) -> Facts:
    """Return the fields of a value that do not stand as they do by default."""
    found: Facts = {}
    for name, info in type(value).model_fields.items():
        field = getattr(value, name)
        key = str(info.alias or name)
        stands = not info.is_required() and field == info.get_default(call_default_factory=True)
        if not stands and key != "place":
            found[key] = _named(key, _plain(field))
    return found


def _named(name: str, plain: Any) -> Any:
    """Turn a list of things with names into a map; of those with one name all but the first are numbered."""
    key = _KEYS.get(name)
    if key is None or not isinstance(plain, list) or not all(isinstance(one, dict) for one in plain):
        return plain
    found: Facts = {}
    for one in plain:
        number = sum(key(other) == key(one) for other in found.values())
        found[f"{key(one)} ({number + 1})" if number else key(one)] = one
    return found


def forum_of(facts: Facts, now: Forum) -> Forum:
    """Read a forum back.

    Parameters
    ----------
    facts
        As written down, perhaps with some of them undone.
    now
        The forum of today, which has what are no facts: its releases, what keeps to them, and its
        ``as-of``.

    Returns
    -------
    Forum
        The same value as the one written down.

    Raises
    ------
    ValueError
        The facts do not go together (pydantic's ValidationError is one).
    """
    tree = _listed(facts)
    words = WindowWords(Clock.model_validate(tree["clock"]))
    context = _Context(words)
    forum = Forum.model_validate({**tree, "as-of": now.as_of}, context=context)
    mandates, levels = _staying(now)
    said = {*chain.from_iterable(forum.levels), *(one.clause for one in forum.set_aside)}
    return forum.replace(
        mandates=(*forum.mandates, *mandates),
        levels=(*(level for level in levels if said.isdisjoint(level)), *forum.levels),
        release=now.release,
        history=now.history,
        spared=now.spared,
    )


@dataclass(frozen=True)
class _Context:
    """What windows are read with."""

    windows: WindowWords


def _listed(plain: Any, name: str = "") -> Any:
    """Turn the maps of things with names back into lists."""
    if isinstance(plain, dict):
        fields = {key: one if key == "options" else _listed(one, key) for key, one in plain.items()}
        return list(fields.values()) if name in _KEYS else fields
    return [_listed(one) for one in plain] if isinstance(plain, list) else plain


def changes(before: Facts, now: Facts) -> tuple[Change, ...]:
    """Compare two states of a forum's data.

    Parameters
    ----------
    before, now
        Facts of both.

    Returns
    -------
    tuple of Change
        In the order in which a forum's data is written down, and then by name.
    """
    return tuple(_compared((), before, now))


def _compared(path: FactPath, before: Any, now: Any) -> Iterator[Change]:
    if len(path) == 1 and _depth(path) > 1:
        before, now = before or {}, now or {}
    if before == now or (path and path[-1] in _UNORDERED and _same_things(before, now)):
        return
    if len(path) < _depth(path) and isinstance(before, dict) and isinstance(now, dict):
        for name in dict.fromkeys((*now, *before)):
            yield from _compared((*path, name), before.get(name), now.get(name))
    else:
        yield Change(path, before, now)


def _same_things(before: Any, now: Any) -> bool:
    both = isinstance(before, list) and isinstance(now, list)
    return both and sorted(map(repr, before)) == sorted(map(repr, now))


def _depth(path: FactPath) -> int:
    """Return how many names lead to a fact below a path."""
    return _DEPTHS.get(path[:2], _DEPTHS.get(path[:1], 1))


def undone(facts: Facts, undo: Iterable[Change]) -> Facts:
    """Put facts back to what they were.

    Parameters
    ----------
    facts
        Of now.
    undo
        Changes that are taken back.

    Returns
    -------
    dict
        A copy in which those facts stand as before.
    """
    found = deepcopy(facts)
    for change in undo:
        *outer, last = change.path
        here = found
        for name in outer:
            here = here.setdefault(name, {})
        if change.before is None:
            del here[last]
        else:
            here[last] = deepcopy(change.before)
    return found
