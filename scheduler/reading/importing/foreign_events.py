"""What the readers of all formats find: events with rooms, times and people, before anything is derived."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta


@dataclass(frozen=True)
class ForeignPerson:
    """Somebody who is named for an event; ``key`` is by what the file knows the person."""

    key: str
    name: str


@dataclass(frozen=True)
class ForeignRoom:
    """A room that the file names; ``key`` is by what the file knows it."""

    key: str
    name: str
    seats: int | None = None


@dataclass(frozen=True)
class ForeignEvent:
    """An event of the file, which becomes a session of one meeting.

    ``key`` is by what the file knows it, ``wished`` a text of which its id may be made, ``uid`` an id that is
    the same for ever everywhere. ``room`` is the name of its room. ``start`` is a wall-clock time in the
    zone of the programme; ``None`` where the file does not say it.
    """

    key: str
    wished: str
    title: str
    line: int
    minutes: int
    uid: str = ""
    kind: str = ""
    track: str = ""
    room: str = ""
    start: datetime | None = None
    people: tuple[ForeignPerson, ...] = ()
    seats: int | None = None
    description: str = ""
    url: str = ""

    @property
    def end(self) -> datetime | None:
        """When it ends, as a wall-clock time."""
        return self.start + timedelta(minutes=self.minutes) if self.start else None

    @property
    def on_one_day(self) -> bool:
        """Whether it is over before midnight of the day on which it begins."""
        return bool(self.start and self.end and self.end.date() == self.start.date())


@dataclass
class ForeignEvents:
    """All that a file says.

    ``hours`` are the days that it lists, with the hours of each where it says them; ``noted`` what is not
    taken over of it, and why.
    """

    title: str
    timezone: str
    events: list[ForeignEvent] = field(default_factory=list)
    rooms: list[ForeignRoom] = field(default_factory=list)
    hours: dict[date, tuple[time, time] | None] = field(default_factory=dict)
    noted: list[str] = field(default_factory=list)
