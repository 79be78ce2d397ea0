"""A timetable from a calendar, our own or one that was made elsewhere."""

from dataclasses import dataclass, field
from datetime import datetime

from scheduler.domain.forum import Forum
from scheduler.domain.maybe import maybe
from scheduler.domain.permanent_ids import permanent_id
from scheduler.domain.room import Room
from scheduler.reading.calendar_events import Event, Moment, read_events
from scheduler.reading.files import TextFile
from scheduler.reading.instants import minute_of
from scheduler.reading.names import meeting_names, room_names
from scheduler.reading.placing import Row, in_order, only
from scheduler.reading.problems import Problems, shown
from scheduler.reading.sentences import MISSING


@dataclass
class Calendar:
    """Rows of a calendar, and sentences on rooms that were matched and events that were not."""

    rows: list[Row] = field(default_factory=list)
    matches: list[str] = field(default_factory=list)
    not_judged: list[str] = field(default_factory=list)


def read_calendar(file: TextFile, forum: Forum, problems: Problems) -> Calendar:
    """Find the meetings of a forum among the events of a calendar.

    Parameters
    ----------
    file
        The file.
    forum
        The forum whose timetable it is.
    problems
        Takes what is wrong with events that are meetings.

    Returns
    -------
    Calendar
        Events that are cancelled, last all day or mean no meeting are named, not judged.
    """
    reader = _Reader(forum, problems)
    for event in read_events(file, forum.clock.zone, problems):
        reader.take(event)
    return reader.calendar


class _Reader:
    def __init__(self, forum: Forum, problems: Problems) -> None:
        self._forum, self._problems = forum, problems
        self._meetings, self._rooms = meeting_names(forum), room_names(forum)
        self._uids = {permanent_id(forum, meeting.id): meeting for meeting in forum.meetings}
        self.calendar = Calendar()

    def take(self, event: Event) -> None:
        """Take one event."""
        why = _passed_over(event)
        if why:
            self._pass(event, why)
            return
        known = self._uids.get(event.text("UID"))
        words = event.text("SUMMARY")
        found = self._meetings.find(words)
        if known is None and not found.things:
            self._pass(event, "no meeting has such a title")
            return
        target = known or only(found, event.place, "SUMMARY", "meeting", self._problems)
        room, times = self._room(event), self._times(event)
        if target is not None and room is not None and times is not None:
            words = known.id if known else words
            self.calendar.rows.append(Row(event.place, "SUMMARY", words, target, room.room, *times))

    def _pass(self, event: Event, why: str) -> None:
        name = shown(event.text("SUMMARY")) or f"the event in line {event.place.node.line}"
        self.calendar.not_judged.append(f'"{name}" is not judged: {why}')

    def _room(self, event: Event) -> Room | None:
        words = event.text("LOCATION")
        if not words:
            event.problem(self._problems, "LOCATION", f"{MISSING}. Maybe add the name of the room")
            return None
        found = self._rooms.find(words)
        if not found.things:
            sentence = (
                f"there is no room '{words}'.{maybe(words, [room.name for room in self._forum.venue.rooms])}"
            )
            event.place.problem(self._problems, ("LOCATION",), words, sentence)
        room = only(found, event.place, "LOCATION", "room", self._problems)
        if room is not None and not found.exact:
            self.calendar.matches.append(f'"{words}" was taken for {room.room} ({room.name})')
        return room

    def _times(self, event: Event) -> tuple[int, int] | None:
        if event.repeats:
            sentence = f"the event is repeated ({event.repeats}). Maybe enter each meeting by itself"
            event.problem(self._problems, event.repeats, sentence)
            return None
        start, end = self._minute(event, "DTSTART", event.start), self._minute(event, "DTEND", event.end)
        if start is None or end is None:
            return None
        return in_order(event.place, "DTEND", (start, end), self._forum, self._problems)

    def _minute(self, event: Event, key: str, moment: Moment) -> int | None:
        try:
            if not isinstance(moment, datetime):
                raise ValueError(
                    moment if isinstance(moment, str) else f"{moment} is no time, but a whole day"
                )
            return minute_of(moment, self._forum.clock)
        except ValueError as error:
            event.problem(self._problems, key, str(error))
            return None


def _passed_over(event: Event) -> str:
    """Say why an event is no meeting that is held; nothing when it may be one."""
    if event.text("STATUS").upper() == "CANCELLED":
        return "it is cancelled"
    return "" if isinstance(event.start, datetime | str) else "it lasts all day"
