"""Roles and kinds that are nearly those of a mandate: a slip would keep its clauses from speaking of them."""

from collections.abc import Iterable
from difflib import get_close_matches

from scheduler.domain.clause import Clause
from scheduler.domain.session import Session
from scheduler.reading.entries import Entry
from scheduler.reading.problems import Problems

_LIKENESS = 0.8
"""From which on a name is taken for a slip; below it, it is one that no clause speaks of."""


def check_kinds(sessions: list[Entry[Session]], kinds: Iterable[str], problems: Problems) -> None:
    """Refuse kinds of session that look like those of the mandates and are not.

    Parameters
    ----------
    sessions
        With their kinds.
    kinds
        Those that the mandates declare.
    problems
        Takes the kinds.
    """
    known = sorted(set(kinds))
    for entry in sessions:
        kind = entry.value.kind
        near = get_close_matches(kind, known, n=1, cutoff=_LIKENESS)
        if near and kind not in known:
            sentence = f"no mandate speaks of sessions of the kind '{kind}'. Maybe {near[0]}"
            entry.place.problem(problems, ("kind",), kind, sentence)


def check_roles(sessions: list[Entry[Session]], clauses: list[Entry[Clause]], problems: Problems) -> None:
    """Refuse roles that look like those of a clause, or with which a segment is held, and are not.

    Parameters
    ----------
    sessions
        With their duties and segments.
    clauses
        Those of the mandates and the forum's own.
    problems
        Takes the roles.
    """
    known = sorted({role for one in clauses if isinstance(role := one.value.options.get("role"), str)})
    for entry in sessions:
        for number, duty in enumerate(entry.value.duties):
            near = get_close_matches(duty.role, known, n=1, cutoff=_LIKENESS)
            if near and duty.role not in known:
                sentence = f"no clause speaks of the role '{duty.role}'. Maybe {near[0]}"
                entry.place.problem(problems, ("duties", number, "role"), duty.role, sentence)
        _check_only_with(entry, known, problems)


def _check_only_with(entry: Entry[Session], known: list[str], problems: Problems) -> None:
    """Refuse roles of segments that look like a role there is: their segments would never be held."""
    roles = sorted({*known, *(duty.role for duty in entry.value.duties)})
    for number, segment in enumerate(entry.value.all_segments):
        role = segment.only_with
        near = get_close_matches(role, roles, n=1, cutoff=_LIKENESS) if role else []
        if near and role not in roles:
            sentence = f"no duty and no clause has the role '{role}'. Maybe {near[0]}"
            entry.place.problem(problems, ("segments", number, "only-with"), role, sentence)
