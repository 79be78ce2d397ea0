"""Changed facts in the words of planners."""

from collections.abc import Callable
from typing import Any

from scheduler.domain.facts import Change
from scheduler.domain.forum import Forum

_WITHOUT_WEIGHT = frozenset(
    {"title", "description", "source", "certainty", "url", "organizer", "note", "name", "webcast", "city"}
)
"""Fields that no rule reads."""
_UNSEEN = frozenset({"source", "certainty", "note"})
"""Fields that nobody sees but the planner."""
_TEXTS = frozenset({"description", "url", "webcast", "organizer"})
"""Fields that would make a sentence too long."""
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
    return not _is_field(change, _WITHOUT_WEIGHT)


def is_seen(change: Change) -> bool:
    """Tell whether a changed fact can move anything, or stands in what delegates get.

    Parameters
    ----------
    change
        A fact that is otherwise than it was.

    Returns
    -------
    bool
        False for notes and sources.
    """
    return not _is_field(change, _UNSEEN)


def _is_field(change: Change, names: frozenset[str]) -> bool:
    """Tell whether a field of one of these names has changed, and not a thing that is called so."""
    return change.path[-1] in names and len(change.path) == _FIELDS.get(change.path[0], 1)


def change_words(change: Change, forum: Forum) -> str:
    """Say a changed fact.

    Parameters
    ----------
    change
        A fact that is otherwise than it was.
    forum
        The forum as it is now, which knows names.

    Returns
    -------
    str
        A part of a sentence that stands behind "because".
    """
    say = _WORDS.get(change.path[0], _field)
    return say(change, forum)


def _closure(change: Change, forum: Forum) -> str:
    closure = change.now or change.before
    room, why = forum.room_name(closure["room"]), closure.get("because", "")
    reason = f" ({why})" if why else ""
    window = closure["window"]
    when = window if window.startswith(("from ", "until ")) else f"on {window}"
    return f"{room} is {'no longer ' if change.now is None else ''}closed {when}{reason}"


def _room(change: Change, forum: Forum) -> str:
    name = forum.room_name(change.path[1])
    if change.now is None:
        return f"{name} is no longer open to the forum"
    return f"{name} is open to the forum" if change.before is None else f"what {name} offers has changed"


def _session(change: Change, forum: Forum) -> str:
    found = forum.session_by_id.get(change.path[1])
    name = found.title if found else (change.before or {}).get("title", change.path[1])
    if len(change.path) == 2:
        return f"{name} is new" if change.before is None else f"{name} is no longer held"
    if change.path[2] == "segments":
        return f"the agenda of {name} has changed"
    if change.path[2] == "duties":
        return f"the duties in {name} have changed"
    return _values(f"{change.path[2]} of {name}", change)


def _party(change: Change, forum: Forum) -> str:
    name = forum.party_name(change.path[1])
    if len(change.path) == 2:
        return f"{name} takes part" if change.before is None else f"{name} no longer takes part"
    if change.path[2] == "unavailable":
        now = ", ".join(change.now or ())
        return f"{name} is not there: {now}" if now else f"{name} is available again"
    return _values(f"{change.path[2]} of {name}", change)


def _clause(change: Change, _forum: Forum) -> str:
    name = change.path[-1]
    if change.before is None:
        return f"the clause {name} is new: {change.now.get('says', '')}".removesuffix(".")
    return f"the clause {name} is gone" if change.now is None else f"the clause {name} has changed"


def _mandate(change: Change, forum: Forum) -> str:
    if len(change.path) == 4:
        return _clause(change, forum)
    name = change.path[1]
    if len(change.path) == 3:
        return f"the mandate {name} has changed"
    return f"the mandate {name} is {'new' if change.before is None else 'no longer followed'}"


def _aside(change: Change, _forum: Forum) -> str:
    name = change.path[-1]
    if change.now is None:
        return f"the clause {name} is followed again"
    return f"the clause {name} is set aside ({change.now['because']})"


def _clock(change: Change, _forum: Forum) -> str:
    before, now = change.before, change.now
    if change.path[-1] == "timezone":
        return _values("the time zone", change)
    if change.path[-1] == "periods":
        hours = [f"{name} {one['start'][:5]}-{one['end'][:5]}" for name, one in now.items()]
        return f"the periods have other hours: {', '.join(hours)}"
    days = [f"{name} is on {one['date']}" for name, one in now.items() if one != before.get(name)]
    gone = [f"there is no {name}" for name in before if name not in now]
    return f"the days have other dates: {', '.join([*days, *gone])}"


def _milestone(change: Change, _forum: Forum) -> str:
    done = (change.now or {}).get("done")
    return f"the milestone {change.path[-1]} {f'is done on {done}' if done else 'has changed'}"


def _venue(change: Change, _forum: Forum) -> str:
    return f"what the venue offers has changed: {', '.join(change.path[1:])}"


def _levels(_change: Change, _forum: Forum) -> str:
    return "the order of the wishes has changed"


def _field(change: Change, _forum: Forum) -> str:
    return _values(" ".join(change.path), change)


def _values(name: str, change: Change) -> str:
    if _is_field(change, _TEXTS):
        return f"the {name} has changed"
    return f"{name} is {_said(change.now)}; it was {_said(change.before)}"


def _said(value: Any) -> str:
    if value is None:
        return "not said"
    if isinstance(value, list):
        return ", ".join(map(_said, value)) or "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


_WORDS: dict[str, Callable[[Change, Forum], str]] = {
    "closures": _closure,
    "rooms": _room,
    "sessions": _session,
    "parties": _party,
    "mandates": _mandate,
    "clauses": _clause,
    "set-aside": _aside,
    "clock": _clock,
    "milestones": _milestone,
    "venue": _venue,
    "levels": _levels,
}
