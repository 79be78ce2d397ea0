"""``schedule.json``, as frab, c3voc's tools and pretalx write it."""

import re
from collections.abc import Iterator

from scheduler.domain.foreign_programme import ForeignProgramme
from scheduler.reading.importing.foreign_file import ForeignFile
from scheduler.reading.importing.frab import Frab, FrabDay, FrabEvent, read_frab
from scheduler.reading.importing.json_words import maps_in, words_of
from scheduler.reading.importing.wordings import plain
from scheduler.reading.importing.words import Words
from scheduler.reading.json_nodes import read_json
from scheduler.reading.problems import Problems
from scheduler.reading.yaml_nodes import Node

_CONFERENCE = re.compile(rb'"conference"\s*:\s*\{')
_DAY_WORDS = {"day_start": "start", "day_end": "end"}


def looks_like(content: bytes) -> bool:
    """Tell whether a file is JSON with a conference in it.

    Parameters
    ----------
    content
        Its bytes.

    Returns
    -------
    bool
        By its first sign and that word.
    """
    return content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and bool(_CONFERENCE.search(content))


def read(file: ForeignFile, problems: Problems) -> ForeignProgramme | None:
    """Read a schedule.

    Parameters
    ----------
    file
        The file.
    problems
        Takes what is wrong with it.

    Returns
    -------
    ForeignProgramme or None
        ``None`` after a problem.
    """
    text = file.text(problems)
    root = read_json(text, problems) if text else None
    if root is None:
        return None
    schedule = root.get("schedule") or root
    conference = schedule.get("conference")
    if conference is None or not maps_in(conference.get("days")):
        sentence = "has no days of a conference. Maybe export schedule.json"
        problems.add(file.name, root.line, "days", "", sentence)
        return None
    return read_frab(file, _frab(file.name, conference), problems)


def _frab(name: str, conference: Node) -> Frab:
    days = [_day(name, day) for day in maps_in(conference.get("days"))]
    rooms = [words_of(name, room) for room in maps_in(conference.get("rooms"))]
    return Frab(words_of(name, conference), rooms, days)


def _day(name: str, day: Node) -> FrabDay:
    """Return a day; its hours are called otherwise than in XML."""
    words = words_of(name, day)
    texts = {_DAY_WORDS.get(key, key): text for key, text in words.texts.items()}
    return FrabDay(Words(name, day.line, texts), list(_events(name, day)))


def _events(name: str, day: Node) -> Iterator[FrabEvent]:
    rooms = day.get("rooms")
    for room, events in rooms.value.items() if rooms and isinstance(rooms.value, dict) else ():
        for event in maps_in(events):
            people = [words_of(name, one) for one in maps_in(event.get("persons"))]
            yield FrabEvent(words_of(name, event), plain(room), people)
