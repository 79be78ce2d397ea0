"""``timetable.json`` and the files of releases, read without the forum whose they are.

A programme of another time may hold meetings, rooms and segments that the forum does not have any more;
it can be compared all the same.
"""

from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, ConfigDict, Field

from scheduler.domain.release import GivenMeeting, GivenSegment
from scheduler.domain.value import CalendarDate, Identifier, Value
from scheduler.reading.entries import Entry, Place, typed
from scheduler.reading.files import Files
from scheduler.reading.forum_file import Instant
from scheduler.reading.json_nodes import read_json
from scheduler.reading.problems import Problems

_LIST = BeforeValidator(lambda words: [] if words is None else words)
_MAP = BeforeValidator(lambda words: {} if words is None else words)
_TEXT = BeforeValidator(lambda words: "" if words is None else words)


class _Loose(Value):
    """A value that passes over keys which other tools have added."""

    model_config = ConfigDict(extra="ignore")


class _Meeting(GivenMeeting, _Loose):
    start: Instant
    end: Instant


class _Segment(GivenSegment, _Loose):
    start: Instant
    end: Instant


class GivenFile(_Loose):
    """What such a file says; ``release`` is empty for a timetable that was not released."""

    forum: Identifier
    timezone: str
    release: Annotated[str, _TEXT] = ""
    status: Annotated[str, _TEXT] = ""
    days: Annotated[dict[Identifier, CalendarDate], _MAP] = Field(default_factory=dict)
    meetings: tuple[_Meeting, ...]
    segments: Annotated[tuple[_Segment, ...], _LIST] = ()


def read_given(path: Path) -> GivenFile:
    """Read a programme as it was given out.

    Parameters
    ----------
    path
        ``timetable.json``, or the file of a release.

    Returns
    -------
    GivenFile
        As the file has it.

    Raises
    ------
    BadData
        With all that is wrong in the file.
    """
    problems = Problems()
    found = _read(path, problems)
    problems.raise_if_any()
    assert found is not None  # what could not be read is a problem
    return found


def _read(path: Path, problems: Problems) -> GivenFile | None:
    file = Files(problems).text(path, path.name)
    node = read_json(file, problems) if file else None
    if file is None or node is None:
        return None
    place = Place(file, node)
    if not isinstance(node.value, dict):
        place.problem(problems, (), node.plain(), "is no map of keys and values. Maybe begin with {")
        return None
    value = typed(GivenFile, place, problems)
    if value is not None:
        _check(Entry(value, place), problems)
    return value


def _check(entry: Entry[GivenFile], problems: Problems) -> None:
    file, place = entry.value, entry.place
    try:
        ZoneInfo(file.timezone)
    except (KeyError, OSError, ValueError):
        sentence = f"'{file.timezone}' is no IANA time zone name. Maybe America/New_York"
        place.problem(problems, ("timezone",), file.timezone, sentence)
    seen = set[str]()
    for number, one in enumerate(file.meetings):
        if one.id in seen:
            sentence = f"'{one.id}' is placed here again. Maybe delete one of them"
            place.problem(problems, ("meetings", number, "id"), one.id, sentence)
        if one.end <= one.start:
            sentence = f"'{one.id}' ends before it begins. Maybe the times are exchanged"
            place.problem(problems, ("meetings", number, "end"), one.end, sentence)
        seen.add(one.id)
    for number, part in enumerate(file.segments):
        if part.meeting not in seen:
            sentence = f"there is no meeting '{part.meeting}' in this file"
            place.problem(problems, ("segments", number, "meeting"), part.meeting, sentence)
