"""What ``hemicycle export`` says of its answer."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scheduler.cli.endings import BROKEN, KEPT
from scheduler.cli.findings import documents, folded, section, sentence
from scheduler.publishing.heading_words import forum_title
from scheduler.publishing.status_words import release_words, status_sentence
from scheduler.use_cases.export import ExportAnswer


def ending(answer: ExportAnswer) -> int:
    """Choose the exit code.

    Parameters
    ----------
    answer
        What was exported.

    Returns
    -------
    int
        One of ``scheduler.cli.endings``.
    """
    return BROKEN if answer.programme.verdict.breaches else KEPT


def lines(answer: ExportAnswer, here: Path) -> Iterator[str]:
    """Say the answer to a planner.

    Parameters
    ----------
    answer
        What was exported.
    here
        The folder from which paths are named.

    Yields
    ------
    str
        Lines.
    """
    programme = answer.programme
    said = f"the timetable in {_named(answer.source, here)}. {release_words(programme)}"
    yield from folded(f"{forum_title(programme)}: {said}; {status_sentence(programme)}.", 0)
    yield from section("Breaches", map(sentence, programme.verdict.breaches))
    yield from section("Files", (_named(path, here) for path in answer.files))


def _named(path: Path, here: Path) -> str:
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


def document(answer: ExportAnswer) -> dict[str, Any]:
    """Put the answer into JSON.

    Parameters
    ----------
    answer
        What was exported.

    Returns
    -------
    dict
        What JSON can hold.
    """
    programme = answer.programme
    return {
        "forum": programme.forum.forum,
        "status": programme.status,
        "release": programme.release,
        "source": str(answer.source),
        "breaches": documents(programme.verdict.breaches),
        "files": [str(path) for path in answer.files],
    }
