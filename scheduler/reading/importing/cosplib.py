"""Workbooks of CoSPLib: conferences with submissions, tracks, sessions and rooms, and what they wish.

The form is that of CoSPLib 1.0.2 (Kheiri, Pylyavskyy and Jacko; doi 10.1016/j.ejor.2024.04.001). A submission
becomes a session of the forum, and a session of the workbook a period of a day.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from scheduler.domain.foreign_programme import ForeignProgramme
from scheduler.domain.maybe import maybe
from scheduler.domain.party import Party
from scheduler.domain.room import Room
from scheduler.domain.session import Participant, Session
from scheduler.domain.track import Track
from scheduler.reading.importing.cosplib_objective import Names, levels, objective
from scheduler.reading.importing.cosplib_periods import Laid, lay, read_slots
from scheduler.reading.importing.cosplib_sheets import NAMES, Row, Workbook
from scheduler.reading.importing.foreign_file import ForeignFile
from scheduler.reading.importing.identifiers import Identifiers
from scheduler.reading.importing.wordings import TITLE, shortened
from scheduler.reading.importing.workbooks import is_package, read_sheets, sheet_names
from scheduler.reading.problems import Problems

_TRACK, _SLOTS, _ORDER, _ZONE, _PRESENTERS, _ATTENDEES = 1, 2, 3, 4, 5, 6
_CHAIRS = 1
_MOST_SLOTS = 100
_SHEET = "tracks_sessions|penalty"

_DERIVED = (
    "Each session of the workbook is a period of its day. A slot has one length, {minutes} minutes: that of "
    "the session with least time for each of its slots. Submissions last as many slots as they need, and a "
    "period so many slots as it has; so what fits in the workbook fits here.",
    "A submission is held in one go: one that is divided, which the workbook would price at a million, is "
    "not made.",
    "Presenters and attendees take part without having to be there: what it costs to want them in two rooms "
    "at once is what the workbook says.",
)


def looks_like(content: bytes) -> bool:
    """Tell whether a file is a workbook with the sheets of CoSPLib.

    Parameters
    ----------
    content
        Its bytes.

    Returns
    -------
    bool
        By the names of its sheets.
    """
    return is_package(content) and _SHEET in sheet_names(content)


def read(file: ForeignFile, problems: Problems) -> ForeignProgramme | None:
    """Read a workbook.

    Parameters
    ----------
    file
        The file.
    problems
        Takes what is wrong with it.

    Returns
    -------
    ForeignProgramme or None
        Without placements, since a workbook has no timetable; ``None`` after a problem.
    """
    known = len(problems)
    sheets = read_sheets(file, problems)
    lacking = [name for name in NAMES if name not in (sheets or NAMES)]
    for name in lacking:
        problems.add(file.name, None, "", "", f"has no sheet '{name}'.{maybe(name, list(sheets or ()))}")
    if sheets is None or lacking:
        return None
    found = _Conference(Workbook(file, sheets, problems)).programme()
    return found if len(problems) == known else None


class _Conference:
    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._ids = {
            sort: Identifiers(sort, book.file.ids) for sort in ("room", "track", "person", "session")
        }
        self._people: dict[str, str] = {}

    def programme(self) -> ForeignProgramme | None:
        """Read all sheets; ``None`` where there is nothing to hold, or nowhere to hold it."""
        book = self._book
        slots = read_slots(book, dict(book.file.ids))
        rooms, tracks = book.names("rooms"), book.names("tracks")
        book.names("sessions")
        references = book.names("submissions")
        for name, there in zip(("sessions", "rooms", "submissions"), (slots, rooms, references), strict=True):
            if not there:
                book.problems.add(book.file.name, None, "", "", f"sheet {name}: is empty. Maybe add a row")
        if not slots or not rooms or not references:
            return None
        return self._programme(lay(slots), rooms, tracks)

    def _programme(self, laid: Laid, rooms: list[str], tracks: list[str]) -> ForeignProgramme:
        track_ids = {name: self._ids["track"].give(name, name) for name in tracks}
        room_ids = {name: self._ids["room"].give(name, name) for name in rooms}
        sessions = {
            row.text(0): self._session(row, track_ids, laid) for row in self._book.rows("submissions")
        }
        names = Names(
            tracks=track_ids,
            periods=laid.names,
            rooms=room_ids,
            sessions={reference: one.session for reference, one in sessions.items()},
            slot=laid.minutes,
        )
        listed = tuple(self._track(row, track_ids) for row in self._book.rows("tracks"))
        clauses = [*_REQUIRED, *objective(self._book, names)]
        return ForeignProgramme(
            title=self._book.file.title,
            timezone=self._zone(),
            days=laid.days,
            periods=laid.periods,
            rooms=tuple(Room(room=room_ids[name], name=shortened(name, TITLE)) for name in rooms),
            tracks=listed,
            people=tuple(
                Party(party=party, name=shortened(name, TITLE), kind="person")
                for name, party in self._people.items()
            ),
            sessions=tuple(sessions.values()),
            clauses=tuple(clauses),
            levels=levels(clauses),
            derived=tuple(_derived(laid)),
            ids={key: name for one in self._ids.values() for key, name in sorted(one.given.items())},
        )

    def _zone(self) -> str:
        """Return the zone of the conference; the workbook says its offset."""
        if self._book.file.timezone:
            return self._book.file.timezone
        for line, cells in self._book.sheets["parameters"]:
            row = Row(self._book, "parameters", line, (), cells)
            if row.text(0).casefold().startswith("local time zone"):
                return self._offset(row, 1) or "UTC"
        return "UTC"

    def _offset(self, row: Row, column: int) -> str | None:
        """Read an offset such as GMT+2 as a zone, whose name has the other sign."""
        text = row.text(column)
        sign, hours = text[3:4], text[4:]
        if not text:
            return None
        if text[:3].upper() in ("GMT", "UTC") and (sign, hours) in _OFFSETS:
            return f"Etc/GMT{_OFFSETS[sign, hours]}"
        row.problem(column, f"'{text}' is no offset in whole hours. Maybe GMT+2")
        return None

    def _session(self, row: Row, tracks: Mapping[str, str], laid: Laid) -> Session:
        slots = row.number(_SLOTS, 1)
        if slots > _MOST_SLOTS:
            row.problem(_SLOTS, f"{slots} slots are more than {_MOST_SLOTS}. Maybe 1")
        self._book.known(row, _TRACK, list(tracks))
        number = row.number(_ORDER)
        return Session(
            session=self._ids["session"].give(row.text(0), row.text(0)),
            kind="submission",
            title=shortened(row.text(0), TITLE),
            track=tracks.get(row.text(_TRACK)),
            number=number or None,
            minutes=min(slots, _MOST_SLOTS) * laid.minutes,
            participants=tuple(self._participants(row)),
        )

    def _participants(self, row: Row) -> Iterator[Participant]:
        zone = self._offset(row, _ZONE)
        presenters = list(self._named(row, _PRESENTERS))
        if not presenters and zone is not None:
            presenters = [self._person(f"Presenter of {row.text(0)}")]
        for party in presenters:
            yield Participant(party=party, role="presenter", timezone=zone)
        for party in self._named(row, _ATTENDEES):
            yield Participant(party=party, role="attendee")

    def _named(self, row: Row, column: int) -> Iterator[str]:
        """Yield the people in a cell, each once."""
        parts = (" ".join(part.split()) for part in row.text(column).split(","))
        yield from dict.fromkeys(self._person(name) for name in parts if name)

    def _person(self, name: str) -> str:
        return self._people.setdefault(name, self._ids["person"].give(name, name))

    def _track(self, row: Row, tracks: Mapping[str, str]) -> Track:
        chairs = tuple(self._named(row, _CHAIRS))
        return Track(track=tracks[row.text(0)], title=shortened(row.text(0), TITLE), chairs=chairs)


_OFFSETS = {("+" if hours >= 0 else "-", str(abs(hours))): f"{-hours:+d}" for hours in range(-12, 15)}
_OFFSETS |= {("-", "0"): "+0", ("", ""): "+0"}

_MARKS: dict[str, Any] = {"source": "the form of the imported workbook", "certainty": "assumption"}

_REQUIRED: tuple[dict[str, Any], ...] = (
    {
        "clause": "cosplib/periods",
        "tier": "practice",
        "says": "Submissions are held in the sessions of the workbook.",
        "rule": "official-hours",
        **_MARKS,
    },
    {
        "clause": "cosplib/one-track-in-room",
        "tier": "practice",
        "says": "In a session of the workbook a room holds one track.",
        "rule": "one-track-in-room",
        **_MARKS,
    },
)


def _derived(laid: Laid) -> Iterator[str]:
    for sentence in _DERIVED:
        yield sentence.format(minutes=laid.minutes)
    if laid.moved:
        names = ", ".join(laid.moved)
        yield (
            "Sessions that the workbook has before the end of the one above them are held at their hours "
            f"on the next free day: {names}."
        )
