"""Which changed facts matter: those that can move something, and those that somebody sees."""

from collections.abc import Sequence
from typing import Any

from scheduler.domain.facts import Change

FREEZE = ("clauses", "pins/freeze-")
"""How a pin of ``--freeze`` is known."""
_WITHOUT_WEIGHT = frozenset(
    {"title", "description", "source", "certainty", "url", "organizer", "note", "name", "webcast", "city"}
)
"""Fields that no rule reads."""
_UNSEEN = frozenset({"source", "certainty", "note"})
"""Fields that nobody sees but the planner."""
_FIELDS = {"rooms": 3, "sessions": 3, "parties": 3, "venue": 2, "mandates": 3}
"""How many names lead to a field; where fewer or more do, the last is the name of a thing."""


def has_weight(change: Change) -> bool:
    """Tell whether a changed fact can move anything.

    Parameters
    ----------
    change
        A fact that is otherwise than it was.

    Returns
    -------
    bool
        False for titles, notes and sources.
    """
    return not is_field(change, _WITHOUT_WEIGHT)


def is_seen(change: Change) -> bool:
    """Tell whether a changed fact can move anything, or stands in what delegates get.

    Parameters
    ----------
    change
        A fact that is otherwise than it was.

    Returns
    -------
    bool
        False for notes and sources, and for what a command was told to freeze, as no file says that.
    """
    return not (is_field(change, _UNSEEN) or is_frozen(change))


def is_field(change: Change, names: frozenset[str]) -> bool:
    """Tell whether only fields of these names have changed, and not a thing that is called so.

    Parameters
    ----------
    change
        A fact that is otherwise than it was.
    names
        Of fields.

    Returns
    -------
    bool
        True also where the whole thing is one fact and nothing else of it has changed.
    """
    if change.path[-1] in names and len(change.path) == _FIELDS.get(change.path[0], 1):
        return True
    return change.before is not None and _without(change.before, names) == _without(change.now, names)


def _without(value: Any, names: frozenset[str]) -> Any:
    """Leave fields out of a thing, or of the things of a list."""
    if isinstance(value, list):
        return [_without(one, names) for one in value]
    return {key: one for key, one in value.items() if key not in names} if isinstance(value, dict) else value


def is_frozen(change: Change) -> bool:
    """Tell whether a change is no change of data, but what a command was told to freeze.

    Parameters
    ----------
    change
        A fact that is otherwise than it was.

    Returns
    -------
    bool
        True for the pins of ``--freeze``.
    """
    kind, clause = FREEZE
    return change.path[0] == kind and change.path[-1].startswith(clause)


def told(found: Sequence[Change]) -> tuple[Change, ...]:
    """Leave out the changes of a session that go without saying, as the number of its meetings has changed.

    Parameters
    ----------
    found
        Changed facts.

    Returns
    -------
    tuple of Change
        Without other lengths and titles of as many other meetings; in the same order.
    """
    counted = {one.path[:2] for one in found if one.path[0] == "sessions" and one.path[2:] == ("meetings",)}
    return tuple(one for one in found if not (one.path[:2] in counted and _goes_with_number(one)))


def _goes_with_number(change: Change) -> bool:
    lists = any(isinstance(side, list) for side in (change.before, change.now))
    return change.path[2:] == ("meeting-titles",) or (change.path[2:] == ("minutes",) and lists)
