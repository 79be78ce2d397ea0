"""The formats that are understood: the first whose module says so reads a file."""

from importlib import import_module
from importlib.util import find_spec
from typing import Protocol, cast

from scheduler.domain.foreign_programme import ForeignProgramme
from scheduler.reading.importing.foreign_file import ForeignFile
from scheduler.reading.problems import Problems

_PACKAGE = "scheduler.reading.importing"
_FORMATS = {
    "frab_xml": "schedule.xml of frab, c3voc or pretalx",
    "frab_json": "schedule.json of frab, c3voc or pretalx",
    "pretalx_json": "submissions of pretalx as JSON",
    "cosplib": "a workbook of CoSPLib",
    "sessions_xlsx": "a workbook of sessions",
    "sessions_csv": "a table of sessions",
}
"""Modules by name, each with what planners call the format. One that is not there yet is passed over."""


class Format(Protocol):
    """What a module of a format has."""

    def looks_like(self, content: bytes) -> bool:
        """Tell by its first bytes and words whether a file is of this format."""

    def read(self, file: ForeignFile, problems: Problems) -> ForeignProgramme | None:
        """Read a file, or note what is wrong with it."""


def read_programme(file: ForeignFile, problems: Problems) -> tuple[str, ForeignProgramme] | None:
    """Read a file of another tool.

    Parameters
    ----------
    file
        The file.
    problems
        Takes what is wrong with it.

    Returns
    -------
    tuple of str and ForeignProgramme or None
        What planners call its format, and what it says; ``None`` after a problem.
    """
    (words, reader), *_ = _readers(file.content)
    found = reader.read(file, problems)
    return (words, found) if found else None


def _readers(content: bytes) -> list[tuple[str, Format]]:
    """Return what may read a file, the most special first; tables take all text and all workbooks."""
    there = {name: words for name, words in _FORMATS.items() if find_spec(f"{_PACKAGE}.{name}")}
    readers = [(words, cast("Format", import_module(f"{_PACKAGE}.{name}"))) for name, words in there.items()]
    return [(words, reader) for words, reader in readers if reader.looks_like(content)]
