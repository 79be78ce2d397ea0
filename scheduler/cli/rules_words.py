"""What ``hemicycle rules`` says."""

from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby
from typing import Any

from scheduler.cli.findings import folded
from scheduler.domain.forum import Forum
from scheduler.use_cases.rules import ActiveClause, RulePage


def vocabulary_lines(pages: tuple[RulePage, ...]) -> Iterator[str]:
    """Say every rule to a planner.

    Parameters
    ----------
    pages
        By name.

    Yields
    ------
    str
        Lines.
    """
    yield f"{len(pages)} rules that a clause can name; docs/rules.md shows each with its examples."
    for page in pages:
        yield from ("", f"{page.name}  (reads {page.reads}; tier {page.tiers})")
        yield from folded(page.promise)
        for option in page.options:
            otherwise = "" if option.otherwise == "must be said" else f"; left out: {option.otherwise}"
            yield from folded(f"{option.key}: {option.takes}{otherwise}", 4)


def vocabulary_document(pages: tuple[RulePage, ...]) -> dict[str, Any]:
    """Put the vocabulary into JSON.

    Parameters
    ----------
    pages
        By name.

    Returns
    -------
    dict
        What JSON can hold.
    """
    return {"rules": [asdict(page) for page in pages]}


def clauses_lines(forum: Forum, clauses: tuple[ActiveClause, ...]) -> Iterator[str]:
    """Say the clauses of a forum to a planner.

    Parameters
    ----------
    forum
        The forum.
    clauses
        In the order of its mandates.

    Yields
    ------
    str
        Lines.
    """
    active = sum(not one.set_aside for one in clauses)
    yield f"{forum.title}: {active} clauses are followed, {len(clauses) - active} set aside."
    for (_, heading), group in groupby(clauses, key=lambda one: (one.clause.mandate, one.heading)):
        yield from ("", heading)
        for one in group:
            clause = one.clause
            cited = f", {clause.citation}" if clause.paragraph else ""
            yield from folded(f"{clause.clause} ({clause.tier}{cited}; rule {clause.rule}): {clause.says}")
            if one.set_aside:
                yield from folded(f"set aside: {one.set_aside}", 6)


def clauses_document(forum: Forum, clauses: tuple[ActiveClause, ...]) -> dict[str, Any]:
    """Put the clauses of a forum into JSON.

    Parameters
    ----------
    forum
        The forum.
    clauses
        In the order of its mandates.

    Returns
    -------
    dict
        What JSON can hold.
    """
    said = [
        {**one.clause.model_dump(mode="json", exclude={"place"}), "set-aside": one.set_aside or None}
        for one in clauses
    ]
    return {"forum": forum.forum, "clauses": said}
