"""What a programme pays at each level of its forum, and which clauses it breaks, as far as that is known."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from scheduler.domain.clause import Clause
from scheduler.domain.forum import Forum
from scheduler.domain.timetable import SegmentTime, Timetable
from scheduler.domain.verdict import Breach
from scheduler.judging import judge
from scheduler.rules import Rule, active_rules

LevelKey = tuple[str, ...]
"""What a level is the same by in two forums: the names of its clauses, with their rules and options."""


@dataclass(frozen=True)
class LevelCost:
    """What a programme pays at a level, ``None`` where that depends on agendas which are not known."""

    key: LevelKey
    clauses: tuple[Clause, ...]
    value: int | None


@dataclass(frozen=True)
class Costs:
    """What a programme pays, and what it breaks.

    ``is_whole`` is false when an agenda is not known, so that more may be broken.
    """

    levels: tuple[LevelCost, ...]
    breaches: tuple[Breach, ...]
    is_whole: bool


def costs_of(forum: Forum, timetable: Timetable) -> Costs:
    """Judge a programme clause by clause.

    Parameters
    ----------
    forum
        The forum.
    timetable
        One of its timetables, each meeting one that the forum has.

    Returns
    -------
    Costs
        With every level of the forum, in their order.
    """
    found = {rule.clause.clause: _judged(forum, rule, timetable) for rule in active_rules(forum)}
    levels = tuple(_level(forum, names, found) for names in forum.levels)
    return Costs(
        levels=levels,
        breaches=tuple(breach for one in found.values() for breach in one.breaches),
        is_whole=not unknown_agendas(forum, timetable),
    )


def unknown_agendas(forum: Forum, timetable: Timetable) -> tuple[str, ...]:
    """Name the sessions with an agenda of which a timetable does not know when it is held.

    Parameters
    ----------
    forum
        The forum.
    timetable
        One of its timetables.

    Returns
    -------
    tuple of str
        Ids of sessions, in the order of the forum.
    """
    known = timetable.segments_by_session
    return tuple(one.session for one in forum.sessions if one.segments and one.session not in known)


@dataclass(frozen=True)
class _Judged:
    """What one clause comes to; ``is_known`` is false where it asked for an agenda that is not known."""

    breaches: tuple[Breach, ...]
    price: int
    is_known: bool


def _judged(forum: Forum, rule: Rule, timetable: Timetable) -> _Judged:
    watched, asked = _watched(forum, timetable)
    verdict = judge(forum, (rule,), watched)
    price = sum(charge.price for charge in verdict.charges)
    return _Judged(verdict.breaches, price, not asked)


class _Agendas(dict[str, tuple[SegmentTime, ...]]):
    """Agendas by session, that notice when somebody asks for one that is not known."""

    def __init__(self, known: dict[str, tuple[SegmentTime, ...]], unknown: Iterable[str]) -> None:
        super().__init__(known)
        self._unknown = frozenset(unknown)
        self.asked: list[str] = []

    def get(self, session: str, otherwise: Any = None) -> Any:
        if session in self._unknown:
            self.asked.append(session)
        return super().get(session, otherwise)


def _watched(forum: Forum, timetable: Timetable) -> tuple[Timetable, list[str]]:
    """Return the timetable, and a list that takes the sessions whose unknown agendas are asked for."""
    unknown = unknown_agendas(forum, timetable)
    agendas, watched = _Agendas(timetable.segments_by_session, unknown), timetable.replace()
    vars(watched)["segments_by_session"] = agendas  # the cache of that property: rules read no other one
    return watched, agendas.asked


def _level(forum: Forum, names: tuple[str, ...], found: dict[str, _Judged]) -> LevelCost:
    clauses = tuple(one for one in forum.all_clauses if one.clause in names and one.clause in found)
    ordered = tuple(sorted(clauses, key=lambda one: names.index(one.clause)))
    parts = [found[one.clause] for one in ordered]
    known = all(part.is_known for part in parts)
    key = tuple(f"{one.clause} {one.rule} {_plain(one.options)}" for one in ordered)
    return LevelCost(key, ordered, sum(part.price for part in parts) if known else None)


def _plain(options: dict[str, Any]) -> str:
    return repr(sorted(options.items()))
