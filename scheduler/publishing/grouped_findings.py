"""Open points that say the same of several subjects, or for several clauses, said once."""

from dataclasses import dataclass

from scheduler.domain.forum import Forum
from scheduler.domain.verdict import Finding, Open

_SUBJECT = "\0"
"""Stands for the subject's name; no sentence holds it."""


@dataclass(frozen=True)
class OpenGroup:
    """One sentence, and one open point of each clause that says it."""

    clauses: tuple[Open, ...]
    sentence: str


@dataclass
class _Said:
    """What one clause says in the same words of several subjects."""

    first: Open
    names: list[str]

    @property
    def sentence(self) -> str:
        *others, last = self.names[1:] or [""]
        listed = f"{', '.join(others)} and {last}" if others else last
        return f"{self.first.sentence}; likewise {listed}" if listed else self.first.sentence


def grouped(opens: tuple[Open, ...], forum: Forum) -> tuple[OpenGroup, ...]:
    """Group open points by what they say.

    Parameters
    ----------
    opens
        In the order of the verdict.
    forum
        The forum, which knows the names of subjects.

    Returns
    -------
    tuple of OpenGroup
        In the order of their first open points; every clause and every subject is named.
    """
    said: dict[tuple[str, str, str], _Said] = {}
    for one in opens:
        name = _name(one, forum)
        words = one.sentence.replace(name, _SUBJECT) if name else one.sentence
        found = said.setdefault((one.mandate, one.clause, words), _Said(one, []))
        if name not in found.names:
            found.names.append(name)
    groups: dict[str, list[Open]] = {}
    for found in said.values():
        groups.setdefault(found.sentence, []).append(found.first)
    return tuple(OpenGroup(tuple(clauses), sentence) for sentence, clauses in groups.items())


def _name(finding: Finding, forum: Forum) -> str:
    """Return the name by which a sentence calls its subject; empty where it does not name it."""
    subject = finding.subject
    session = forum.session_by_id.get(subject)
    title = session.title if session else forum.meeting_name(subject)
    names = (title, forum.room_name(subject), forum.party_name(subject), subject)
    return next((name for name in names if name and name in finding.sentence), "")
