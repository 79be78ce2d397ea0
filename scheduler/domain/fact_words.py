"""Changed facts in the words of planners."""

from collections.abc import Callable
from typing import Any

from scheduler.domain.fact_weight import FREEZE, is_field, is_frozen
from scheduler.domain.facts import Change
from scheduler.domain.forum import Forum
from scheduler.domain.listed import listed

_TEXTS = frozenset({"description", "url", "webcast", "organizer"})
"""Fields that would make a sentence too long."""
_FROZEN = " stays where the last release has it, says --freeze"
"""What follows the name of the frozen thing in the sentence of its clause."""
_COMMON = {
    "meetings": ("has", "{} meeting(s)"),
    "minutes": ("takes", "{} minutes a meeting"),
    "seats": ("needs", "{} seat(s)"),
    "number": ("has", "number {}"),
    "kind": ("is", "of kind {}"),
    "features": ("needs", "{}"),
    "objectives": ("deals with", "objective(s) {}"),
    "interpretation": ("has", "interpretation"),
    "attends": ("attends", "{}"),
}
"""How common fields of sessions and parties are said: a verb, and the value with its unit."""


def frozen_things(forum: Forum) -> tuple[str, ...]:
    """Name what a command was told to freeze.

    Parameters
    ----------
    forum
        The forum with the pins of the command.

    Returns
    -------
    tuple of str
        Such as ``Round table 2`` or ``Every meeting of day-2``; in the order of the pins.
    """
    clauses = (one for one in forum.clauses if one.clause.startswith(FREEZE[1]))
    return tuple(one.says.rpartition(_FROZEN)[0] for one in clauses)


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
        return _duties(name, change, forum)
    if change.path[2] == "meeting-titles":
        return f"the titles of the meetings of {name} have changed"
    return _of(name, change)


def _duties(name: str, change: Change, forum: Forum) -> str:
    """Say who has a role now, and who has it no longer."""
    before, now = _roles(change.before), _roles(change.now)
    who = [_holder(party, role, forum) for party, role in now if (party, role) not in before]
    gone = [(party, role) for party, role in before if party and (party, role) not in now]
    who += [f"{forum.party_name(party)} no longer has the role {role}" for party, role in gone]
    said = f": {', '.join(who)}" if who else ""
    return f"the duties in {name} have changed{said}"


def _roles(duties: list[dict[str, Any]] | None) -> list[tuple[str, str]]:
    return [(one.get("party", ""), one["role"]) for one in duties or ()]


def _holder(party: str, role: str, forum: Forum) -> str:
    return f"{forum.party_name(party)} has the role {role}" if party else f"the role {role} is open"


def _party(change: Change, forum: Forum) -> str:
    name = forum.party_name(change.path[1])
    if len(change.path) == 2:
        return f"{name} takes part" if change.before is None else f"{name} no longer takes part"
    if change.path[2] == "unavailable":
        now = ", ".join(change.now or ())
        return f"{name} is not there: {now}" if now else f"{name} is available again"
    return _of(name, change)


def _clause(change: Change, _forum: Forum) -> str:
    name = change.path[-1]
    if is_frozen(change):
        thing = change.now["says"].rpartition(_FROZEN)[0]
        return f"the command was told to freeze {thing.replace('Every meeting ', 'every meeting ')}"
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
        return _values("time zone", change)
    if change.path[-1] == "periods":
        hours = [f"{name} {one['start'][:5]}-{one['end'][:5]}" for name, one in now.items()]
        return f"the periods have other hours: {', '.join(hours)}"
    dates = ({name: one["date"] for name, one in days.items()} for days in (before, now))
    return f"the days have {_days(*dates)}"


def _days(before: dict[str, str], now: dict[str, str]) -> str:
    """Say which days have another name, and which another date."""
    names = {on: name for name, on in before.items() if name not in now}
    called = {name: names[on] for name, on in now.items() if name not in before and on in names}
    others = [f"{old} is called {name}" for name, old in called.items()]
    dates = [
        f"{name} is on {on}" for name, on in now.items() if on != before.get(name) and name not in called
    ]
    dates += [f"there is no {name}" for name in names.values() if name not in called.values()]
    said = (("names", others), ("dates", dates))
    return ", and ".join(f"other {what}: {', '.join(parts)}" for what, parts in said if parts)


def _milestone(change: Change, _forum: Forum) -> str:
    done = (change.now or {}).get("done")
    return f"the milestone {change.path[-1]} {f'is done on {done}' if done else 'has changed'}"


def _venue(change: Change, _forum: Forum) -> str:
    return f"what the venue offers has changed: {', '.join(change.path[1:])}"


def _levels(_change: Change, _forum: Forum) -> str:
    return "the order of the wishes has changed"


def _field(change: Change, _forum: Forum) -> str:
    return _values(" ".join(change.path), change)


def _of(name: str, change: Change) -> str:
    """Say which field of a session or a party is otherwise, common ones as planners would."""
    field = change.path[2]
    if field in ("title", "name"):
        return f"{change.before} is now called {change.now}"
    if field not in _COMMON:
        return _values(f"{field} of {name}", change)
    verb, unit = _COMMON[field]
    before, now = (_normal(field, one) for one in (change.before, change.now))
    if now is None:
        return f"{name} no longer {verb} {_counted(before, unit)}"
    if before is None:
        return f"{name} now {verb} {_counted(now, unit)}"
    return f"{name} {verb} {_counted(now, unit)}, no longer {_said(before)}"


def _normal(field: str, value: Any) -> Any:
    """Return what a field comes to, ``None`` where it says nothing; 0 is a number."""
    if field == "attends":
        return f"only {_said(value)}" if value else "everything"
    nothing = value is None or value is False or value == []
    return (1 if field == "meetings" else None) if nothing else value


def _counted(value: Any, unit: str) -> str:
    """Say a value with its unit: ``{}`` stands for the value, ``(s)`` for more than one."""
    number = len(value) if isinstance(value, list) else value
    return unit.replace("(s)", "" if number == 1 else "s").replace("{}", _said(value))


def _values(name: str, change: Change) -> str:
    before, now = change.before, change.now
    if is_field(change, _TEXTS):
        return f"the {name} has changed"
    if before is None or before == []:
        return f"the {name} is now {_said(now)}"
    if now is None or now == []:
        return f"the {name} is no longer {_said(before)}"
    return f"the {name} is {_said(now)}, no longer {_said(before)}"


def _said(value: Any) -> str:
    if isinstance(value, list):
        return listed(map(_said, value))
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
