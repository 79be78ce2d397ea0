"""Sessions and rooms that nothing but their names tells apart: exchanged, they make the same programme again.

Two sessions are alike when everything the forum's data say of one they say of the other - kind, length,
needs, who officiates, what it covers, its agenda - and when the data are the same again after the two names
have changed places wherever a clause, a pin or a release names them (in lists whose order asks for nothing,
in another order). Title, description, sources and
addresses are words for readers and do not count; a number counts where a clause goes by numbers. Two rooms
are alike in the same way: building, features, seats and closures are the same, and what is said of one is
said of the other. The meetings of one session are never alike, as each has a number in it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scheduler.domain.forum import Forum
from scheduler.domain.release import Release
from scheduler.domain.session import Session
from scheduler.options import vocabulary
from scheduler.rules import Rule, activate
from scheduler.solving.posting import post
from scheduler.solving.tick import tick_of

_NAMED = ("session", "number", "title", "meeting_titles")
_WRITTEN = ("description", "source", "certainty", "webcast", "url")
_SESSION_WORDS: Any = {
    **dict.fromkeys((*_NAMED, *_WRITTEN), True),
    "all_segments": {"__all__": {"title", "source", "certainty", "notes", "reserved_for"}},
    "duties": {"__all__": {"source"}},
}
_ROOM_WORDS = {"room", "name", "source", "certainty", "seats_certainty"}
_OF_TRUTHS = frozenset({"at_most_one {", "exactly_one {", "bool_or {"})
"""How constraints begin that hold nothing but truth values."""

Names = Mapping[str, str]
"""What a name is exchanged for."""


@dataclass(frozen=True)
class Alike:
    """Sets of two or more that are alike, in the order of the forum."""

    sessions: tuple[tuple[str, ...], ...] = ()
    rooms: tuple[tuple[str, ...], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.sessions or self.rooms)


def alike(forum: Forum, rules: Sequence[Rule]) -> Alike:
    """Find the sessions and rooms of a forum that are alike.

    Parameters
    ----------
    forum
        The forum as it is solved.
    rules
        Those of the clauses it follows.

    Returns
    -------
    Alike
        Whatever of them changes places, a timetable stays as good as it was.
    """
    likeness = _Likeness(forum, rules)
    return Alike(
        sessions=_classes([session.session for session in forum.sessions], likeness.of_sessions),
        rooms=_classes([room.room for room in forum.rooms], likeness.of_rooms),
    )


def _classes(names: Sequence[str], same: Callable[[str, str], bool]) -> tuple[tuple[str, ...], ...]:
    """Put names together that are the same; being the same carries over from one to the next."""
    found: list[list[str]] = []
    for name in names:
        for members in found:
            if same(members[0], name):
                members.append(name)
                break
        else:
            found.append([name])
    return tuple(tuple(members) for members in found if len(members) > 1)


class _Likeness:
    """Compares the data of a forum with what becomes of them when two names change places."""

    def __init__(self, forum: Forum, rules: Sequence[Rule]) -> None:
        self._forum, self._rules, self._tick = forum, rules, tick_of(forum, rules)
        self._model = self._posted(forum, rules)
        bare = tuple(session.replace(number=None) for session in forum.sessions)
        by_number = self._posted(forum.replace(sessions=bare), rules) != self._model
        self._data = _exchanged(_data(forum, rules, with_numbers=by_number), {})

    def _posted(self, forum: Forum, rules: Sequence[Rule]) -> list[Any]:
        """Write down what is posted and charged, in a form that can be compared."""
        board = post(forum, rules, self._tick)
        terms = [board.prices.terms(clauses) for clauses in forum.levels]
        charged = [[(price, variable.index) for price, variable in level] for level in terms]
        proto = board.model.proto
        return [charged, [*map(str, proto.variables)], [_in_any_order(str(one)) for one in proto.constraints]]

    def of_sessions(self, one: str, other: str) -> bool:
        """Tell whether two sessions are alike."""
        first, second = (self._forum.session_by_id[name] for name in (one, other))
        meetings = zip(first.sittings, second.sittings, strict=False)
        pairs = [(one, other), *((here.id, there.id) for here, there in meetings)]
        return first.meetings == second.meetings and self._same(pairs)

    def of_rooms(self, one: str, other: str) -> bool:
        """Tell whether two rooms are alike."""
        return self._same([(one, other)])

    def _same(self, pairs: Sequence[tuple[str, str]]) -> bool:
        names = {**dict(pairs), **{second: first for first, second in pairs}}
        exchanged = _exchanged(self._data, names)
        if exchanged == self._data:
            return True
        return bool(_sorted(exchanged) == _sorted(self._data)) and self._whatever_order(exchanged["clauses"])

    def _whatever_order(self, options: Sequence[dict[str, Any]]) -> bool:
        """Tell whether clauses ask for the same though their lists are in another order."""
        words = vocabulary(self._forum)
        clauses = (rule.clause.replace(options=said) for rule, said in zip(self._rules, options, strict=True))
        return self._posted(self._forum, [activate(clause, words) for clause in clauses]) == self._model


def _in_any_order(constraint: str) -> list[str]:
    """Pass over the order of truth values where a constraint does."""
    lines = constraint.splitlines()
    return sorted(lines) if lines[0] in _OF_TRUTHS else lines


def _exchanged(data: Any, names: Names) -> Any:
    """Put names in each other's place, wherever they stand."""
    if isinstance(data, str):
        return names.get(data, data)
    if isinstance(data, dict):
        return {names.get(key, key): _exchanged(value, names) for key, value in data.items()}
    if isinstance(data, frozenset):
        return frozenset(tuple(_exchanged(value, names)) for value in data)
    return [_exchanged(value, names) for value in data] if isinstance(data, list | tuple) else data


def _sorted(data: Any) -> Any:
    """Pass over the order of lists."""
    if isinstance(data, dict):
        return {key: _sorted(value) for key, value in data.items()}
    return sorted(map(_sorted, data), key=str) if isinstance(data, list) else data


def _data(forum: Forum, rules: Sequence[Rule], *, with_numbers: bool) -> dict[str, Any]:
    """Collect what tells sessions and rooms apart."""
    return {
        "sessions": {one.session: _session(one, with_numbers=with_numbers) for one in forum.sessions},
        "rooms": {one.room: one.model_dump(exclude=_ROOM_WORDS) for one in forum.rooms},
        "closures": frozenset((one.room, one.window.start, one.window.end) for one in forum.closures),
        "clauses": [rule.clause.options for rule in rules],
        "releases": {number: [*_given(release)] for number, release in _releases(forum)},
    }


def _session(session: Session, *, with_numbers: bool) -> dict[str, Any]:
    number = {"number": session.number} if with_numbers else {}
    return {**session.model_dump(exclude=_SESSION_WORDS), **number}


def _releases(forum: Forum) -> Iterator[tuple[str, Release]]:
    yield from (("last", one) for one in (forum.release,) if one)
    yield from ((str(one.number), one) for one in forum.history)


def _given(release: Release) -> Iterator[frozenset[tuple[Any, ...]]]:
    held = release.timetable
    yield frozenset((one.meeting, one.room, one.start, one.end) for one in held.placements)
    yield frozenset(
        (one.session, one.segment, one.meeting, one.start, one.end) for one in held.segments or ()
    )
