"""``schedule.xml``, as frab, c3voc's tools and pretalx write it."""

from collections.abc import Iterator

from scheduler.domain.foreign_programme import ForeignProgramme
from scheduler.reading.importing.foreign_file import ForeignFile
from scheduler.reading.importing.frab import Frab, FrabDay, FrabEvent, read_frab
from scheduler.reading.importing.wordings import plain
from scheduler.reading.importing.words import Words
from scheduler.reading.importing.xml_elements import Element, read_xml
from scheduler.reading.problems import Problems

_ROOT = "schedule"


def looks_like(content: bytes) -> bool:
    """Tell whether a file is XML, of whatever sort.

    Parameters
    ----------
    content
        Its bytes.

    Returns
    -------
    bool
        True where it begins with a tag.
    """
    return content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


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
    root = read_xml(text, problems) if text else None
    if root is None:
        return None
    if root.name != _ROOT:
        sentence = f"<{root.name}> is no schedule. Maybe export schedule.xml"
        problems.add(file.name, root.line, "", root.name, sentence)
        return None
    return read_frab(file, _frab(file.name, root), problems)


def _frab(name: str, root: Element) -> Frab:
    conferences = root.each("conference")
    conference = conferences[0].words(name) if conferences else Words(name, root.line, {})
    days = [_day(name, day) for day in root.each("day")]
    rooms = [room.words(name) for day in root.each("day") for room in day.each("room")]
    return Frab(conference, rooms, days)


def _day(name: str, day: Element) -> FrabDay:
    """Return a day, whose own words are attributes."""
    texts = {key: (text, day.line) for key, text in day.attributes.items()}
    return FrabDay(Words(name, day.line, texts), list(_events(name, day)))


def _events(name: str, day: Element) -> Iterator[FrabEvent]:
    for room in day.each("room"):
        for event in room.each("event"):
            people = [_person(name, one) for some in event.each("persons") for one in some.each("person")]
            yield FrabEvent(event.words(name), plain(room.attributes.get("name", "")), people)


def _person(name: str, person: Element) -> Words:
    own = {f"@{key}": (text, person.line) for key, text in person.attributes.items()}
    return Words(name, person.line, {**own, "@text": ("".join(person.text), person.line)})
