"""In what the forums of two programmes differ: mandates, wishes, rooms and sessions."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from scheduler.domain.clause import Mandate
from scheduler.domain.fact_weight import has_weight
from scheduler.domain.fact_words import change_words
from scheduler.domain.facts import Change, changes, facts_of
from scheduler.domain.forum import Forum
from scheduler.domain.listed import listed
from scheduler.use_cases.mandate_difference import (
    ClauseChange,
    MandateChange,
    clause_differences,
    mandate_differences,
)

_STAYING = "releases"
"""The mandate that a forum follows because it has a release, and not because anybody chose it."""
_KINDS = {"added": "only there", "gone": "not there", "changed": "otherwise"}
_PASSED_OVER = (("duties",), ("description",))
_UNWRITTEN = frozenset({"source", "certainty"})


def apart(first: Forum, other: Forum) -> Iterator[str]:
    """Say in what a forum differs from another one.

    Parameters
    ----------
    first, other
        Forums, or one forum at two times.

    Yields
    ------
    str
        Sentences on ``other``: dates, mandates, own clauses, rooms, closures, and sessions but for their
        duties. Nothing where they are the same in all this.
    """
    found = [change for change in changes(facts_of(first), facts_of(other)) if _is_said(change)]
    said = {
        what: [_said(change, first, other) for change in found if change.path[0] == what]
        for what in ("clock", "set-aside", "rooms", "sessions")
    }
    yield from said["clock"]
    for mandate in mandate_differences(_chosen(first), _chosen(other)):
        yield from _mandate(mandate)
    yield from _clauses(clause_differences(first.clauses, other.clauses), "its own clauses")
    yield from (*said["set-aside"], *said["rooms"])
    yield from _closures([one for one in found if one.path[0] == "closures"], first, other)
    venue = dict.fromkeys(one.path[1] for one in found if one.path[0] == "venue")
    if venue:
        yield f"What the venue offers is otherwise: {listed(venue)}"
    yield from said["sessions"]


def _is_said(change: Change) -> bool:
    return has_weight(change) and not (change.path[0] == "sessions" and change.path[2:3] in _PASSED_OVER)


def _said(change: Change, first: Forum, other: Forum) -> str:
    words = change_words(change, first if change.now is None else other)
    return f"{words[:1].upper()}{words[1:]}"


def _chosen(forum: Forum) -> tuple[Mandate, ...]:
    return tuple(one for one in forum.mandates if one.mandate != _STAYING)


def _mandate(change: MandateChange) -> Iterator[str]:
    if change.now is None or change.before is None:
        for one, words in ((change.now, "only followed there"), (change.before, "not followed there")):
            if one is not None:
                yield f"The mandate {one.mandate} is {words}"
        return
    if change.before.mandate != change.now.mandate:
        yield f"The mandate {change.now.mandate} stands in the place of {change.before.mandate}"
    yield from _clauses(change.changes, f"the clauses of {change.now.mandate}")


def _clauses(found: Iterable[ClauseChange], of: str) -> Iterator[str]:
    """Name the clauses that are otherwise, in one sentence; other sources alone are passed over."""
    kept = [one for one in found if one.kind != "changed" or _is_otherwise(one)]
    for kind, words in _KINDS.items():
        names = [one.clause.clause for one in kept if one.kind == kind]
        if names:
            yield f"Of {of}, {listed(names)} {'is' if len(names) == 1 else 'are'} {words}"


def _is_otherwise(change: ClauseChange) -> bool:
    return any(field.field not in _UNWRITTEN for field in change.fields)


def _closures(found: list[Change], first: Forum, other: Forum) -> Iterator[str]:
    """Say closures, those of one room for one reason together."""
    for (room, why, gone), same in groupby(found, key=_closed):
        windows = listed(str((one.now or one.before)["window"]) for one in same)
        reason = f" ({why})" if why else ""
        name = (first if gone else other).room_name(room)
        yield f"{name} is {'not ' if gone else ''}closed{reason}: {windows}"


def _closed(change: Change) -> tuple[str, str, bool]:
    closure = change.now or change.before
    return closure["room"], closure.get("because", ""), change.now is None
