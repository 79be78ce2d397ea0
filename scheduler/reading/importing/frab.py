"""What ``schedule.xml`` and ``schedule.json`` have in common: days with rooms with events (frab, pretalx)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from scheduler.domain.foreign_programme import ForeignProgramme
from scheduler.reading.importing.foreign_events import (
    ForeignEvent,
    ForeignEvents,
    ForeignPerson,
    ForeignRoom,
)
from scheduler.reading.importing.foreign_file import ForeignFile
from scheduler.reading.importing.identifiers import identifier, uuid_of
from scheduler.reading.importing.programme import MOST_PROBLEMS, programme_of
from scheduler.reading.importing.states import is_off, left_out
from scheduler.reading.importing.times import date_of, minutes_of, number_of, time_of, wall_time, zone_of
from scheduler.reading.importing.words import Words
from scheduler.reading.problems import Problems
from scheduler.reading.sentences import MISSING

_LONGEST_SLUG = 1000


@dataclass(frozen=True)
class FrabEvent:
    """An event as the file has it, with the name of the room under which it stands."""

    words: Words
    room: str
    people: Sequence[Words] = ()


@dataclass(frozen=True)
class FrabDay:
    """A day as the file has it."""

    words: Words
    events: Sequence[FrabEvent] = ()


@dataclass(frozen=True)
class Frab:
    """A schedule as the file has it."""

    conference: Words
    rooms: Sequence[Words] = ()
    days: Sequence[FrabDay] = field(default_factory=list)


def read_frab(file: ForeignFile, frab: Frab, problems: Problems) -> ForeignProgramme | None:
    """Understand a schedule.

    Parameters
    ----------
    file
        The file.
    frab
        What it says.
    problems
        Takes what is wrong with it.

    Returns
    -------
    ForeignProgramme or None
        ``None`` after a problem.
    """
    known = len(problems)
    zone = zone_of(file, frab.conference, "time_zone_name", problems)
    if zone is None:
        return None
    reader = _Reader(frab, zone, problems)
    found = reader.events()
    return programme_of(file, found, problems) if len(problems) == known else None


class _Reader:
    """Reads the days of one schedule in its zone."""

    def __init__(self, frab: Frab, zone: ZoneInfo, problems: Problems) -> None:
        self._frab, self._zone, self._problems = frab, zone, problems
        change = frab.conference
        self._change = time_of(change, "day_change", problems) if change.says("day_change") else time(0)
        self._acronym = identifier(change.says("acronym"))

    def events(self) -> ForeignEvents:
        found = ForeignEvents(self._frab.conference.says("title"), self._zone.key)
        found.rooms = [self._room(words) for words in self._frab.rooms if words.says("name", "@name")]
        off: list[ForeignEvent] = []
        for day in self._frab.days:
            self._take_hours(day, found)
        for on, event in ((one, event) for one in self._frab.days for event in one.events):
            read = self._event(on, event)
            if read:
                (off if is_off(event.words) else found.events).append(read)
            if len(self._problems) > MOST_PROBLEMS:
                break
        found.noted += left_out(off)
        return found

    def _room(self, words: Words) -> ForeignRoom:
        name = words.says("name", "@name")
        return ForeignRoom(
            words.says("guid", "@guid") or name, name, number_of(words, "capacity", self._problems)
        )

    def _take_hours(self, day: FrabDay, found: ForeignEvents) -> None:
        """Take the hours of a day where they are not the whole of it, nor reach over midnight."""
        on = date_of(day.words, "date", self._problems)
        if on is None:
            return
        found.hours.setdefault(on, None)
        if day.words.says("start") and day.words.says("end"):
            edges = [
                wall_time(day.words, key, self._zone, self._problems, fits=True) for key in ("start", "end")
            ]
            start, end = edges
            if start and end and start.date() == end.date() == on and (end - start) < timedelta(hours=23):
                found.hours[on] = (start.time(), end.time()) if start < end else None

    def _event(self, day: FrabDay, event: FrabEvent) -> ForeignEvent | None:
        words, known = event.words, len(self._problems)
        title, uid = words.says("title"), uuid_of(words.says("guid", "@guid"))
        if not title:
            words.problem(self._problems, "title", f"{MISSING}. Maybe give the event a title")
        minutes = minutes_of(words, "duration", self._problems)
        start = self._start(day, words)
        if minutes is None or len(self._problems) > known:
            return None
        return ForeignEvent(
            key=uid or words.says("guid", "@guid", "code", "@code", "id", "@id", "slug") or title,
            wished=self._wished(words),
            title=title,
            line=words.line,
            minutes=minutes,
            uid=uid,
            kind=words.says("type"),
            track=words.says("track"),
            room=event.room,
            start=start,
            people=tuple(_people(event.people)),
            description=words.says("abstract", "description"),
            url=words.says("url"),
        )

    def _start(self, day: FrabDay, words: Words) -> datetime | None:
        """Return when an event begins: by its own date, else by that of its day; nothing without a time."""
        if len(words.says("date")) > len("2026-05-17"):
            start = wall_time(words, "date", self._zone, self._problems, fits=True)
            if start and words.says("start"):
                self._check_same(words, start)
            return start
        if not words.says("start"):
            return None
        at = time_of(words, "start", self._problems)
        own = words.says("date")
        on = date_of(words if own else day.words, "date", self._problems)
        if at is None or on is None or self._change is None:
            return None
        after = not own and at < self._change
        return datetime.combine(on + timedelta(days=after), at)

    def _check_same(self, words: Words, start: datetime) -> None:
        """Refuse an event that says two times."""
        at = time_of(words, "start", self._problems)
        if at is not None and at != start.time():
            sentence = f"{at:%H:%M} is not the time of its date, which is {start:%H:%M}. Maybe one is old"
            words.problem(self._problems, "start", sentence)

    def _wished(self, words: Words) -> str:
        """Return the slug without the conference's acronym and the event's number, with which slugs begin.

        Slugs that are divided by ``_-_`` hold room and time too, which change.
        """
        if "_-_" in words.says("slug"):
            return words.says("title")
        slug = identifier(words.says("slug"), _LONGEST_SLUG).removeprefix(f"{self._acronym}-")
        number, _, rest = slug.partition("-")
        numbered = number.isdigit() and words.says("id", "@id").zfill(len(number)).endswith(number)
        return (rest if numbered else slug) or words.says("title")


def _people(people: Sequence[Words]) -> list[ForeignPerson]:
    """Return who is named, without those who have no name."""
    found = []
    for one in people:
        name = one.says("public_name", "full_public_name", "name", "@text")
        if name:
            key = one.says("guid", "@guid", "code", "@code", "id", "@id", "person_id") or name
            found.append(ForeignPerson(key, name))
    return found
