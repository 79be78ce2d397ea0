"""Staying with the last release: what every forum wishes that has one, without having to say so."""

from dataclasses import replace

from scheduler.domain.clause import Clause
from scheduler.reading.before import Bound
from scheduler.reading.desk import Desk, Mention
from scheduler.reading.entries import Entry
from scheduler.reading.head import Head
from scheduler.reading.mandates import read_mandate
from scheduler.reading.releases import release_paths

_RULE = "keep-to-release"
_MANDATE = "releases"
_ORDER = (
    ("day", "meetings"),
    ("day", "parties"),
    ("time", "meetings"),
    ("time", "parties"),
    ("room", "meetings"),
    ("place", "meetings"),
    ("room", "parties"),
    ("segments", "meetings"),
    ("segments", "parties"),
)
"""What is kept to before what: first meetings count, and then the parties concerned."""


def with_staying(
    desk: Desk, head: Head, mandates: list[Bound], own: list[Entry[Clause]]
) -> tuple[Head, list[Bound]]:
    """Add the mandate that keeps to releases, and its levels before all others.

    Parameters
    ----------
    desk
        Reads files and takes problems.
    head
        What ``forum.yaml`` says.
    mandates
        Those that it names.
    own
        The forum's own clauses.

    Returns
    -------
    tuple of Head and list of Bound
        As they were where the forum has clauses of its own for this, or nothing to keep to.
    """
    bound = [entry for mandate in mandates for entry in mandate.clauses]
    named = {clause for level in head.file.levels for clause in level}
    if any(entry.value.rule == _RULE for entry in bound + own):
        return head, mandates
    if not release_paths(desk) and not any(clause.startswith("release/") for clause in named):
        return head, mandates
    found = read_mandate(desk, _MANDATE, Mention(head.place, ("mandates",)))
    if found is None:
        return head, mandates
    passed = named | {one.clause for one in head.file.set_aside}
    wishes = [entry.value for entry in found.clauses if entry.value.tier == "preference"]
    levels = [(clause.clause,) for clause in sorted(wishes, key=_rank)]
    first = tuple(level for level in levels if level[0] not in passed)
    return replace(head, first=first), [*mandates, found]


def _rank(clause: Clause) -> int:
    """Return the place of a clause; of another than the bundled ones, the last."""
    said = (clause.options.get("what"), clause.options.get("count", "meetings"))
    return _ORDER.index(said) if said in _ORDER else len(_ORDER)
