"""The part of the report that says what has changed since the last release."""

from collections.abc import Iterable, Iterator

from scheduler.domain.programme import Programme
from scheduler.publishing.markdown_words import markdown
from scheduler.publishing.moves import lapses, moves_of


def moves_section(programme: Programme) -> Iterator[str]:
    """Say what moves, why, which breaches somebody answers for, and what acknowledgements have lapsed.

    Parameters
    ----------
    programme
        What is handed out.

    Yields
    ------
    str
        Lines of Markdown; none where nothing was given out before.
    """
    found = moves_of(programme)
    if found:
        yield from _list(found.title, found.counts)
        yield from _list("What has changed in the forum's data", found.changed, 3)
        yield from _list("What the command was told to freeze", found.frozen, 3)
        yield from _list("Moves", found.moves, 3)
    told = (f"{one.clause}: {one.sentence}; because {one.because}" for one in programme.acknowledged)
    yield from _list("Breaches of practice that somebody answers for", told)
    yield from _list("Acknowledgements that have lapsed", lapses(programme))


def _list(title: str, entries: Iterable[str], depth: int = 2) -> Iterator[str]:
    lines = [f"- {markdown(entry)}" for entry in entries]
    if lines:
        yield from ("", f"{'#' * depth} {title}", "", *lines)
