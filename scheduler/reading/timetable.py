"""Timetables that somebody made by hand or elsewhere, as values of the domain."""

from dataclasses import dataclass, field
from pathlib import Path

from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Placement, SegmentTime, Timetable, arranged
from scheduler.reading.agendas import complete
from scheduler.reading.entries import Place
from scheduler.reading.files import Files, TextFile
from scheduler.reading.json_nodes import read_json
from scheduler.reading.placing import place_rows
from scheduler.reading.problems import Problems
from scheduler.reading.table_rows import Table, read_table
from scheduler.reading.timetable_json import read_document

_SUFFIXES = (".json", ".csv", ".xlsx", ".ics")


@dataclass(frozen=True)
class ReadTimetable:
    """A timetable as it was read.

    Parameters
    ----------
    timetable
        Placements, and the segments carried or derived.
    matches
        A sentence for each meeting or room that the file calls by another name than its id.
    not_judged
        A sentence for each thing that the file does not carry, or that is not read in it.
    """

    timetable: Timetable
    matches: tuple[str, ...] = ()
    not_judged: tuple[str, ...] = ()


@dataclass
class _Found:
    placements: list[Placement] = field(default_factory=list)
    segments: list[SegmentTime] = field(default_factory=list)
    matches: list[str] = field(default_factory=list)
    not_judged: list[str] = field(default_factory=list)


def read_timetable(path: Path, forum: Forum) -> ReadTimetable:
    """Read a timetable.

    Parameters
    ----------
    path
        ``timetable.json``, a table of meetings (``.csv``, ``.xlsx``) or a calendar (``.ics``).
    forum
        The forum whose timetable it is.

    Returns
    -------
    ReadTimetable
        Meetings that the file does not have are left out.

    Raises
    ------
    BadData
        With all that is wrong in the file.
    """
    problems = Problems()
    found = _read(path, forum, problems)
    problems.raise_if_any()
    agendas = complete(forum, found.placements, found.segments)
    known = agendas.segments or not agendas.unjudged
    timetable = arranged(found.placements, agendas.segments if known else None, agendas.unjudged)
    return ReadTimetable(timetable, tuple(found.matches), (*found.not_judged, *agendas.said))


def _read(path: Path, forum: Forum, problems: Problems) -> _Found:
    suffix = path.suffix.lower()
    if suffix == ".xlsx":
        return _from_xlsx(path, forum, problems)
    if suffix not in _SUFFIXES:
        sentence = f"'{path.suffix}' is no form of a timetable. Maybe one of {', '.join(_SUFFIXES)}"
        problems.add(path.as_posix(), None, "", path.suffix, sentence)
        return _Found()
    file = Files(problems).text(path, path.name)
    if file is None:
        return _Found()
    readers = {".json": _from_json, ".csv": _from_csv, ".ics": _from_ics}
    return readers[suffix](file, forum, problems)


def _from_json(file: TextFile, forum: Forum, problems: Problems) -> _Found:
    node = read_json(file, problems)
    if node is None:
        return _Found()
    place = Place(file, node)
    if not isinstance(node.value, dict):
        place.problem(problems, (), node.plain(), "is no map of keys and values. Maybe begin with {")
        return _Found()
    carried = read_document(place, forum, problems)
    return _Found(carried.placements, carried.segments, [], carried.ignored)


def _from_csv(file: TextFile, forum: Forum, problems: Problems) -> _Found:
    from scheduler.reading.timetable_csv import read_csv_table  # noqa: PLC0415 - imports pandas

    return _from_table(read_csv_table(file, problems), forum, problems)


def _from_xlsx(path: Path, forum: Forum, problems: Problems) -> _Found:
    from scheduler.reading.timetable_xlsx import MOST_PACKED, read_workbook  # noqa: PLC0415

    content = Files(problems).content(path, path.name, MOST_PACKED)
    table = read_workbook(path.as_posix(), content, problems) if content is not None else None
    return _from_table(table, forum, problems)


def _from_table(table: Table | None, forum: Forum, problems: Problems) -> _Found:
    if table is None:
        return _Found()
    rows, ignored = read_table(table, forum, problems)
    placements, matches = place_rows(rows, problems)
    return _Found(placements, [], matches, ignored)


def _from_ics(file: TextFile, forum: Forum, problems: Problems) -> _Found:
    from scheduler.reading.timetable_ics import read_calendar  # noqa: PLC0415 - imports icalendar

    calendar = read_calendar(file, forum, problems)
    placements, matches = place_rows(calendar.rows, problems)
    matches += dict.fromkeys(calendar.matches)
    return _Found(placements, [], matches, calendar.not_judged)
