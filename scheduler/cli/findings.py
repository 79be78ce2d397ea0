"""Breaches, charges and open points as a planner reads them."""

from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import Any

from scheduler.counting import Shortage
from scheduler.domain.verdict import Breach, Charge, Finding
from scheduler.publishing.grouped_findings import OpenGroup

WIDTH = 100
"""Columns into which the command's sentences are folded."""


def section(title: str, entries: Iterable[str]) -> Iterator[str]:
    """Put a title above entries.

    Parameters
    ----------
    title
        In words.
    entries
        One sentence each; without any there is no section.

    Yields
    ------
    str
        Lines, the first one empty.
    """
    lines = [line for entry in entries for line in folded(entry)]
    if lines:
        yield from ("", title, *lines)


def folded(entry: str, indent: int = 2) -> list[str]:
    """Fold an entry, its later lines set in.

    Parameters
    ----------
    entry
        A sentence.
    indent
        Spaces before its first line.

    Returns
    -------
    list of str
        Lines of at most 100 columns; words are never broken.
    """
    first, rest = " " * indent, " " * (indent + 4)
    return wrap(
        entry,
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def sentence(finding: Finding) -> str:
    """Say a finding with its clause, paragraph and tier.

    Parameters
    ----------
    finding
        A breach, a charge or an open point.

    Returns
    -------
    str
        Such as ``18(a)/order, paragraph 18(a) of ares-73-326 (mandate): …``.
    """
    return f"{_cited(finding)}: {finding.sentence}"


def open_sentence(group: OpenGroup) -> str:
    """Say what is open, with all the clauses for which it is.

    Parameters
    ----------
    group
        Open points that say the same.

    Returns
    -------
    str
        As ``sentence`` says one, with semicolons between the clauses.
    """
    return f"{'; '.join(map(_cited, group.clauses))}: {group.sentence}"


def _cited(finding: Finding) -> str:
    cited = f"paragraph {finding.paragraph} of {finding.mandate}" if finding.paragraph else finding.mandate
    price = f", price {finding.price}" if isinstance(finding, Charge) else ""
    return f"{finding.clause}, {cited} ({finding.tier}{price})"


def data_breaches(breaches: tuple[Breach, ...]) -> Iterator[str]:
    """Say what the forum's own data breaks.

    Parameters
    ----------
    breaches
        Found before solving.

    Yields
    ------
    str
        Lines.
    """
    yield "The forum's own data breaks, whatever the timetable:"
    for breach in breaches:
        yield from folded(sentence(breach))


def shortages_found(shortages: Iterable[Shortage]) -> Iterator[str]:
    """Say what counting alone proves to be impossible.

    Parameters
    ----------
    shortages
        Found before solving.

    Yields
    ------
    str
        Lines.
    """
    yield "Counting alone says that no programme exists:"
    for one in shortages:
        yield from folded(one.sentence)


def documents(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Put findings into JSON.

    Parameters
    ----------
    findings
        In the order of the verdict.

    Returns
    -------
    list of dict
        One map a finding.
    """
    return [finding.model_dump(mode="json") for finding in findings]
