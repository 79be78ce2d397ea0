"""The files of several programmes: a folder for each, or one file with a line for each."""

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from scheduler.domain.programme import Programme
from scheduler.publishing import publish
from scheduler.publishing.heading_words import forum_title
from scheduler.publishing.text_cells import wrapped
from scheduler.publishing.timetable_text import grid
from scheduler.use_cases.writing import write

LIST = "alternatives.jsonl"
SUMMARY = "alternatives.txt"
_UNFINISHED = ".alternatives.jsonl"
WIDTH = 100
"""Columns of a text."""
_OWN = frozenset({"timetable.json", "timetable.txt"})


def write_programmes(
    folder: Path, programmes: Sequence[Programme], apart: Sequence[str], summary: str
) -> tuple[Path, ...]:
    """Write programmes, each into a folder with its number, and take those of earlier runs away.

    Parameters
    ----------
    folder
        Made when it is not there.
    programmes
        In the order of their numbers.
    apart
        For each what sets it apart.
    summary
        What is said of all.

    Returns
    -------
    tuple of Path
        All files.

    Raises
    ------
    OSError
        The folder cannot be written.
    """
    files: dict[str, bytes] = {}
    for number, (programme, words) in enumerate(zip(programmes, apart, strict=True), 1):
        files |= {f"{number}/{name}": content for name, content in publish(programme, ("json",)).items()}
        files[f"{number}/timetable.txt"] = _text(programme, number, words).encode()
    files[SUMMARY] = summary.encode()
    written = write(folder, files)
    _sweep(folder, len(programmes))
    (folder / LIST).unlink(missing_ok=True)
    return written


def _text(programme: Programme, number: int, words: str) -> str:
    """Draw a programme below what sets it apart."""
    _, _, days = grid(programme).partition("\n\n")
    head = [*wrapped(forum_title(programme), WIDTH), *wrapped(f"Programme {number}. {words}", WIDTH)]
    return "".join(f"{line}\n" for line in (*head, "")) + days


def _sweep(folder: Path, programmes: int) -> None:
    """Take away the programmes of an earlier run that had more; what is not ours stays."""
    for path in sorted(folder.iterdir()):
        number = re.fullmatch(r"[1-9]\d*", path.name, re.ASCII)
        if number and int(path.name) > programmes and _is_ours(path):
            for name in sorted(_OWN):
                (path / name).unlink(missing_ok=True)
            path.rmdir()


def _is_ours(path: Path) -> bool:
    """Tell whether a folder holds nothing but a programme."""
    return path.is_dir() and not path.is_symlink() and {one.name for one in path.iterdir()} <= _OWN


@contextmanager
def listing(folder: Path) -> Iterator[TextIO]:
    """Open the file into which programmes are written as they are found.

    It stands under another name until it is complete or its finder was stopped; only an error leaves nothing.

    Parameters
    ----------
    folder
        Made when it is not there.

    Yields
    ------
    TextIO
        Takes lines.

    Raises
    ------
    OSError
        The folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = folder / _UNFINISHED
    try:
        with unfinished.open("w", encoding="utf-8", buffering=1) as stream:
            yield stream
        unfinished.replace(folder / LIST)
    finally:
        unfinished.unlink(missing_ok=True)


def finish_listing(folder: Path, summary: str) -> tuple[Path, ...]:
    """Write what is said of all programmes of a list, and take those in folders of earlier runs away.

    Parameters
    ----------
    folder
        That of the list.
    summary
        What is said.

    Returns
    -------
    tuple of Path
        The list and the summary.
    """
    written = write(folder, {SUMMARY: summary.encode()})
    _sweep(folder, 0)
    return folder / LIST, *written


def line_of(programme: Programme, number: int) -> str:
    """Put where and when a programme's meetings are held on one line.

    Parameters
    ----------
    programme
        One of those that are listed.
    number
        From 1.

    Returns
    -------
    str
        A JSON document, its line ended.
    """
    record = json.loads(publish(programme, ("json",))["timetable.json"])
    placeholder = {key: record[key] for key in ("placeholder",) if key in record}
    levels = [level.value for level in programme.levels]
    meetings = [{key: one[key] for key in ("id", "room", "start", "end")} for one in record["meetings"]]
    document = {"programme": number, **placeholder, "levels": levels, "meetings": meetings}
    return f"{json.dumps(document, ensure_ascii=False)}\n"
