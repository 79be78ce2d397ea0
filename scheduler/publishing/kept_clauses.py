"""Which clauses a timetable keeps, by mandate and paragraph, for the report and the command line."""

import re
from dataclasses import dataclass
from itertools import groupby

from scheduler.domain.clause import Clause
from scheduler.domain.programme import Programme
from scheduler.publishing.plain_words import named

_NUMBER = re.compile(r"([0-9]+)")


@dataclass(frozen=True)
class KeptParagraph:
    """The clauses of one paragraph that are kept; ``paragraph`` is empty where none is cited."""

    mandate: str
    title: str
    paragraph: str
    clauses: tuple[Clause, ...]

    @property
    def citation(self) -> str:
        """The paragraph in words."""
        return self.clauses[0].citation


def kept_by_paragraph(programme: Programme) -> tuple[KeptParagraph, ...]:
    """Group the clauses that a timetable keeps.

    A clause is kept when the forum follows it and nothing is said against it: no breach, no
    charge and no open point.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    tuple of KeptParagraph
        By mandate in the forum's order, then by paragraph with numbers in their order.
    """
    order = {mandate.mandate: number for number, mandate in enumerate(programme.forum.mandates)}
    titles = {one.mandate: named(one.title, one.mandate) for one in programme.forum.mandates}
    kept = sorted(
        _kept(programme),
        key=lambda one: (order.get(one.mandate, len(order)), one.mandate, _natural(one.paragraph)),
    )
    groups = groupby(kept, key=lambda one: (one.mandate, one.paragraph))
    return tuple(
        KeptParagraph(mandate, titles.get(mandate, mandate), paragraph, tuple(clauses))
        for (mandate, paragraph), clauses in groups
    )


def _kept(programme: Programme) -> list[Clause]:
    verdict = programme.verdict
    findings = (*verdict.breaches, *verdict.charges, *verdict.opens)
    spoken_of = {(one.mandate, one.clause) for one in findings}
    aside = {one.clause for one in programme.forum.set_aside}
    return [
        clause
        for clause in programme.forum.all_clauses
        if clause.clause not in aside and (clause.mandate, clause.clause) not in spoken_of
    ]


def _natural(paragraph: str) -> tuple[tuple[int, str], ...]:
    """Order ``9`` before ``18(a)``, and what cites no paragraph first."""
    parts = (part for part in _NUMBER.split(paragraph) if part)
    return tuple((int(part), "") if part.isdecimal() else (0, part) for part in parts)
