"""Roles of duties that are nearly those of a clause: a slip would leave the clause open for ever."""

from difflib import get_close_matches

from scheduler.domain.clause import Clause
from scheduler.domain.session import Session
from scheduler.reading.entries import Entry
from scheduler.reading.problems import Problems

_LIKENESS = 0.8
"""From which on a role is taken for a slip; below it, it is one that no clause speaks of."""


def check_roles(sessions: list[Entry[Session]], clauses: list[Entry[Clause]], problems: Problems) -> None:
    """Refuse roles that look like those of a clause and are not.

    Parameters
    ----------
    sessions
        With their duties.
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
