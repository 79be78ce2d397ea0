"""What clauses of shared mandates speak of and a forum does not have.

Whoever follows the advice edits the forum's own file, and not the document that binds it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from scheduler.domain.clause import Clause
from scheduler.domain.maybe import NoSuchName, near
from scheduler.reading.desk import Desk
from scheduler.reading.entries import Entry
from scheduler.reading.head import Head
from scheduler.reading.sentences import Path

_LOOSE = ("practice", "preference")
_MOST = 3
"""How many clauses are named that speak of one thing."""


@dataclass(frozen=True)
class Lack:
    """A clause, the line in which it speaks of something, and the error that there is no such thing."""

    clause: Clause
    spot: str
    error: NoSuchName


@dataclass(frozen=True)
class _Source:
    """The file in which names of a sort stand, the field there, and what would be right."""

    file: str
    field: str
    hint: str
    renamed: bool = True


_SOURCES = {
    "day": _Source("forum.yaml", "days", "add it to days"),
    "period": _Source("forum.yaml", "periods", "add it to periods"),
    "period of a day": _Source("forum.yaml", "periods", "add it to periods", renamed=False),
    "track": _Source("sessions.yaml", "track", "enter a session of this track"),
    "milestone": _Source("forum.yaml", "milestones", "add it to milestones"),
    "room": _Source("forum.yaml", "venue", "name a venue that has it", renamed=False),
    "feature": _Source("forum.yaml", "venue", "name a venue that has it", renamed=False),
    "party": _Source("parties.csv", "party", "add it"),
    "kind of party": _Source("parties.csv", "kind", "enter a party of this kind"),
    "session": _Source("sessions.yaml", "session", "add it"),
    "kind": _Source("sessions.yaml", "kind", "enter a session of this kind"),
}


def lacks_in(error: ValidationError, entry: Entry[Clause]) -> list[Lack]:
    """Find the names that a clause speaks of and the forum does not have.

    Parameters
    ----------
    error
        What the typing of the clause's options found.
    entry
        The clause.

    Returns
    -------
    list of Lack
        None where anything else is wrong with the clause too.
    """
    found = error.errors(include_url=False)
    paths = [one["loc"] for one in found]
    details = [one for one in found if not any(_is_in(path, one["loc"]) for path in paths)]
    lacks = []
    for detail in details:
        cause = detail.get("ctx", {}).get("error")
        if isinstance(cause, NoSuchName) and cause.sort in _SOURCES:
            spot = f"{entry.place.file.key}:{entry.place.spot(detail['loc']).line}"
            lacks.append(Lack(entry.value, spot, cause))
    return lacks if len(lacks) == len(details) else []


def _is_in(path: Path, whole: Path) -> bool:
    """Tell whether something lies in a part: a list whose only entry is wrong is found too short."""
    return len(path) > len(whole) and path[: len(whole)] == whole


def report_lacks(desk: Desk, head: Head, lacks: list[Lack], entries: list[Entry[Clause]]) -> None:
    """Say of each thing that is lacking where it would stand, and which clauses speak of it.

    Parameters
    ----------
    desk
        Knows the folder and takes the problems.
    head
        What ``forum.yaml`` says.
    lacks
        What is lacking; nothing is said of clauses that are set aside.
    entries
        All clauses: what none of them speaks of may have been meant.
    """
    aside = {one.clause for one in head.file.set_aside}
    groups: dict[tuple[str, str], list[Lack]] = {}
    for lack in lacks:
        if lack.clause.clause not in aside:
            groups.setdefault((lack.error.sort, lack.error.name), []).append(lack)
    spoken = {word for entry in entries for word in _words(entry.value.options)}
    for (sort, name), found in groups.items():
        source = _SOURCES[sort]
        node = head.place.node.get(source.field) if source.file == "forum.yaml" else None
        file, line = (desk.folder / source.file).as_posix(), node.line if node else None
        desk.problems.add(file, line, source.field, name, _sentence(source, found, spoken))


def _sentence(source: _Source, found: list[Lack], spoken: set[str]) -> str:
    error = found[0].error
    clauses = [f"{lack.clause.clause} ({lack.spot})" for lack in found]
    more = [f"{len(clauses) - _MOST} more"] if len(clauses) > _MOST else []
    who = " and ".join(", ".join((*clauses[:_MOST], *more)).rsplit(", ", 1))
    verb = "speaks" if len(clauses) == 1 else "speak"
    free = near(error.name, [one for one in error.known if one not in spoken]) if source.renamed else None
    hint = f"rename {free} to {error.name}" if free else source.hint
    if all(lack.clause.tier in _LOOSE for lack in found):
        hint += f", or set {'the clause' if len(clauses) == 1 else 'these clauses'} aside"
    return f"there is no {error.sort} '{error.name}', of which {who} {verb}. Maybe {hint}"


def _words(options: Any) -> Iterator[str]:
    """Yield all words in the options of a clause."""
    if isinstance(options, dict | list):
        for part in options.values() if isinstance(options, dict) else options:
            yield from _words(part)
    elif options is not None:
        yield from options.split()
