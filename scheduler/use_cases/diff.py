"""Say what is otherwise in one programme than in another."""

import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scheduler.domain.difference import Difference, DifferenceKind, difference, without_kinds
from scheduler.use_cases.diff_only import Concern, keep_only
from scheduler.use_cases.diff_sides import Side, read_sides


@dataclass(frozen=True)
class DiffAnswer:
    """What a comparison found.

    ``aside`` counts the meetings that differ, and that were not asked for; ``not_compared`` says what
    could not be looked at; ``page`` is the file that was written, if any.
    """

    before: Side
    now: Side
    difference: Difference
    aside: int = 0
    not_compared: tuple[str, ...] = ()
    page: Path | None = None

    @property
    def title(self) -> str:
        """The forum's title, of now where it has changed."""
        return self.now.title


def diff(  # noqa: PLR0913 - one keyword for each option of the command
    before: str,
    now: str,
    *,
    forum: Path | None = None,
    hide: tuple[DifferenceKind, ...] = (),
    only: tuple[tuple[Concern, str], ...] = (),
    page: Path | None = None,
) -> DiffAnswer:
    """Compare two programmes.

    Parameters
    ----------
    before, now
        ``data/FORUM@N``, ``data/FORUM@last``, ``data/FORUM@published``, a folder or a timetable's file.
    forum
        The forum's folder, for files that do not name it.
    hide
        Kinds of differences that are left out.
    only
        Parties, sessions, rooms and days, by id or name: what concerns none of them is left out.
    page
        A file for the page with both grids.

    Returns
    -------
    DiffAnswer
        With every meeting that differs and was asked for.

    Raises
    ------
    NoSuchSide, NoSuchConcern
        Something that was named is not there.
    BadData
        A folder or a file cannot be read.
    OSError
        The page cannot be written; what was there before is as it was.
    """
    sides = read_sides(before, now, forum)
    whole = difference(sides[0].state, sides[1].state)
    found = keep_only(without_kinds(whole, hide), sides, only)
    aside = len(whole.meetings) - len(found.meetings)
    lacking = tuple(_not_compared(sides, hide))
    if page is not None:
        _write_page(page, found, sides, aside, lacking)
    return DiffAnswer(*sides, found, aside, lacking, page)


def _write_page(
    page: Path, found: Difference, sides: tuple[Side, Side], aside: int, lacking: tuple[str, ...]
) -> None:
    from scheduler.publishing.difference_html import difference_page  # noqa: PLC0415 - imports jinja2

    names = (f"{sides[0].name} ({sides[0].what})", f"{sides[1].name} ({sides[1].what})")
    write_whole(page, difference_page(found, sides[1].title, names, aside, lacking))


def _not_compared(sides: tuple[Side, Side], hide: tuple[DifferenceKind, ...]) -> Iterator[str]:
    """Say of what a side knows nothing, unless nobody looks at it."""
    if "segment" not in hide:
        yield from _agendas_not_compared(sides)
    if "duty" not in hide:
        unknown = dict.fromkeys(side.name for side in sides if side.state.duties is None)
        yield from (f"duties are not compared: {name} does not carry them" for name in unknown)


def _agendas_not_compared(sides: tuple[Side, Side]) -> Iterator[str]:
    unknown = dict.fromkeys(side.name for side in sides if side.state.segments is None)
    yield from (f"agendas are not compared: {name} does not carry them" for name in unknown)
    for side in sides:
        for session in side.state.unjudged if side.state.segments is not None else ():
            yield f"the agenda of {session} is not compared: {side.name} does not carry it"


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole, or not at all.

    Parameters
    ----------
    path
        Its folder is there.
    content
        What it is to hold.

    Raises
    ------
    OSError
        It cannot be written; what was there before is as it was.
    """
    handle, name = tempfile.mkstemp(prefix=".hemicycle-", dir=path.parent)
    aside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        aside.chmod(0o644)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
