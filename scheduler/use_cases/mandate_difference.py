"""What is otherwise in one mandate than in another, clause by clause."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from scheduler.domain.clause import Clause, Mandate
from scheduler.domain.maybe import natural

_FIELDS = ("paragraph", "tier", "says", "rule", "source", "certainty")


@dataclass(frozen=True)
class FieldChange:
    """A field of a clause, or an option of its rule; ``None`` where there was, or is, nothing."""

    field: str
    before: Any
    now: Any


@dataclass(frozen=True)
class ClauseChange:
    """A clause that is added, gone or changed; ``fields`` say how."""

    kind: Literal["added", "gone", "changed"]
    clause: Clause
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True)
class MandateChange:
    """Two mandates, one in the place of the other; ``None`` where a forum follows none in its place.

    ``same`` counts the clauses that are the same in both.
    """

    before: Mandate | None
    now: Mandate | None
    changes: tuple[ClauseChange, ...]
    same: int


def mandate_differences(before: Sequence[Mandate], now: Sequence[Mandate]) -> tuple[MandateChange, ...]:
    """Compare the mandates of two forums.

    Parameters
    ----------
    before, now
        What they follow.

    Returns
    -------
    tuple of MandateChange
        Mandates of one name are compared, and of the others those that share the most clauses; in the order
        of ``now``, and then what is followed no more.
    """
    pairs = list(_pairs(before, now))
    return tuple(_compared(*pair) for pair in pairs)


def _pairs(
    before: Sequence[Mandate], now: Sequence[Mandate]
) -> Iterator[tuple[Mandate | None, Mandate | None]]:
    names = {one.mandate for one in now}
    left = [one for one in before if one.mandate not in names]
    known = {one.mandate: one for one in before}
    for one in now:
        earlier = known.get(one.mandate) or _nearest(left, one)
        left = [other for other in left if other is not earlier]
        yield earlier, one
    yield from ((one, None) for one in left)


def _nearest(left: Sequence[Mandate], one: Mandate) -> Mandate | None:
    """Choose the mandate that shares the most clauses, if it shares half of them."""
    found = [other for other in left if 2 * _shared(other, one) >= len(one.clauses)]
    return max(found, key=lambda other: _shared(other, one), default=None)


def _shared(one: Mandate, other: Mandate) -> int:
    return len({clause.clause for clause in one.clauses} & {clause.clause for clause in other.clauses})


def _compared(before: Mandate | None, now: Mandate | None) -> MandateChange:
    old, new = (one.clauses if one else () for one in (before, now))
    changes = clause_differences(old, new)
    same = len({clause.clause for clause in (*old, *new)}) - len(changes)
    return MandateChange(before, now, changes, same)


def clause_differences(before: Sequence[Clause], now: Sequence[Clause]) -> tuple[ClauseChange, ...]:
    """Compare clauses by their names.

    Parameters
    ----------
    before, now
        Clauses of two mandates, or two forums' own.

    Returns
    -------
    tuple of ClauseChange
        Those that are not the same in both, in the order of their names.
    """
    old, new = ({clause.clause: clause for clause in some} for some in (before, now))
    changes: list[ClauseChange] = []
    for name in sorted({*old, *new}, key=natural):
        if name not in old:
            changes.append(ClauseChange("added", new[name]))
        elif name not in new:
            changes.append(ClauseChange("gone", old[name]))
        elif fields := tuple(_fields(old[name], new[name])):
            changes.append(ClauseChange("changed", new[name], fields))
    return tuple(changes)


def _fields(before: Clause, now: Clause) -> Iterator[FieldChange]:
    for field in _FIELDS:
        was, is_now = getattr(before, field), getattr(now, field)
        if was != is_now:
            yield FieldChange(field, was, is_now)
    for key in sorted({*before.options, *now.options}):
        if before.options.get(key) != now.options.get(key):
            yield FieldChange(key, before.options.get(key), now.options.get(key))
