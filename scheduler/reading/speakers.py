"""``inscriptions.csv`` and ``speakers-events.csv``: who is on the list, and what happens to it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from scheduler.domain.debate import there_of
from scheduler.domain.forum import Forum
from scheduler.domain.inscription import Inscription, SpeakersEvent
from scheduler.domain.list_of_speakers import Stretch
from scheduler.domain.maybe import called, folded
from scheduler.domain.protocol import Protocol, level_of
from scheduler.domain.speakers_list import SpeakersList
from scheduler.domain.timetable import Timetable
from scheduler.domain.window import Window, WindowWords
from scheduler.reading.csv_rows import Columns, csv_rows
from scheduler.reading.desk import Desk
from scheduler.reading.entries import Entry, Known, Place, V, typed
from scheduler.reading.files import Files, TextFile
from scheduler.reading.instants import instant_of
from scheduler.reading.problems import Problems
from scheduler.reading.sentences import Path as Steps
from scheduler.reading.session_checks import parties_known
from scheduler.reading.speakers_event_checks import check_events
from scheduler.reading.yaml_nodes import Node

INSCRIPTIONS = "inscriptions.csv"
EVENTS = "speakers-events.csv"
_COLUMNS = ("party", "level", "inscribed", "on-behalf-of", "available", "unavailable", "language")
_EVENT_COLUMNS = ("at", "event", "party", "with", "available", "note")
_SEVERAL = ("available", "unavailable")
_OF_PARTIES = ("party", "with")
_YEAR = 366 * 1440
"""Minutes of the longest year."""


@dataclass(frozen=True)
class Speakers:
    """What the two files say, with SHA-256 digests of them by name."""

    inscriptions: tuple[Inscription, ...]
    events: tuple[SpeakersEvent, ...]
    inputs: dict[str, str]


@dataclass(frozen=True)
class Debated:
    """What inscriptions have to agree with: the forum's debate and the customs by which it is held."""

    forum: Forum
    timetable: Timetable
    stretches: tuple[Stretch, ...]
    figures: SpeakersList
    protocol: Protocol


def has_inscriptions(folder: Path) -> bool:
    """Tell whether a forum has a list of speakers.

    Parameters
    ----------
    folder
        The forum's folder.

    Returns
    -------
    bool
        True where the file is there, whatever it holds.
    """
    return (folder / INSCRIPTIONS).exists()


def read_speakers(folder: Path, debated: Debated) -> Speakers:
    """Read who is on the list of speakers, and what happens to it.

    Parameters
    ----------
    folder
        The forum's folder, with ``inscriptions.csv``; ``speakers-events.csv`` may be missing.
    debated
        The debate.

    Returns
    -------
    Speakers
        Inscriptions by party, events by time.

    Raises
    ------
    BadData
        With all that is wrong in the files, each by file and line.
    """
    problems = Problems()
    desk = Desk(folder, problems, Files(problems))
    desk.understand(WindowWords(debated.forum.clock))
    inscriptions = _inscriptions(desk, debated)
    events = _events(desk, debated, inscriptions) if (folder / EVENTS).exists() else []
    problems.raise_if_any()
    return Speakers(
        inscriptions=tuple(sorted((one.value for one in inscriptions), key=lambda one: one.party)),
        events=tuple(sorted((one.value for one in events), key=lambda one: one.at)),
        inputs=dict(sorted(desk.files.inputs.items())),
    )


def _inscriptions(desk: Desk, debated: Debated) -> list[Entry[Inscription]]:
    file = desk.table(INSCRIPTIONS)
    rows = _called(desk, debated, file, Columns(_COLUMNS, _COLUMNS[:3]))
    entries = _rows(desk, rows, Inscription, _moment("inscribed", debated))
    first: dict[str, Place] = {}
    for entry in entries:
        known = first.setdefault(entry.value.party, entry.place)
        if known is not entry.place:
            where = f"{known.file.name}:{known.node.line}"
            sentence = f"{entry.value.party} is inscribed twice, first in {where}. Maybe delete one row"
            entry.place.problem(desk.problems, ("party",), entry.value.party, sentence)
        _check(entry, debated, desk.problems)
    return entries


def _events(
    desk: Desk, debated: Debated, inscriptions: Sequence[Entry[Inscription]]
) -> list[Entry[SpeakersEvent]]:
    file = desk.table(EVENTS)
    columns = Columns(_EVENT_COLUMNS, _EVENT_COLUMNS[:2])
    entries = _rows(desk, _called(desk, debated, file, columns), SpeakersEvent, _moment("at", debated))
    parties = {one.party for one in debated.forum.parties}
    check_events(entries, parties, {one.value.party for one in inscriptions}, desk.problems)
    for entry in entries:
        _check_windows(entry.value.available, "available", entry.place, debated, desk.problems)
    return entries


Timed = Callable[[Place, dict[str, Node], Problems], bool]
"""Puts a point in time in the place of the words for it; false after a problem."""


def _called(
    desk: Desk, debated: Debated, file: TextFile | None, columns: Columns
) -> Iterator[tuple[Place, dict[str, Node]]]:
    """Yield the rows of a table, with the ids of parties in the place of their names."""
    known = parties_known(debated.forum.parties)
    ids = called(known.titles)
    if file is None:
        return
    for line, row in csv_rows(file, columns, desk.problems):
        nodes = _nodes(line, row)
        for name in _OF_PARTIES:
            if name in nodes and row[name] not in known.names:
                nodes[name] = Node(line, ids.get(folded(row[name]), row[name]))
        yield Place(file, Node(line, nodes), partial(_hint, known)), nodes


def _hint(parties: Known, _: Node, path: Steps, words: str) -> str:
    """Say which party is meant by what is no id."""
    return parties.hint(words) if path[0] in _OF_PARTIES else ""


def _rows(
    desk: Desk, rows: Iterable[tuple[Place, dict[str, Node]]], cls: type[V], timed: Timed
) -> list[Entry[V]]:
    """Type the rows of a table."""
    entries: list[Entry[V]] = []
    for place, nodes in rows:
        if timed(place, nodes, desk.problems):
            value = typed(cls, place, desk.problems, desk.words)
            if value is not None:
                entries.append(Entry(value, place))
    return entries


def _nodes(line: int, row: dict[str, str]) -> dict[str, Node]:
    """Return the cells that are not empty; those that hold several windows as lists."""
    nodes = {name: Node(line, cell) for name, cell in row.items() if cell}
    for name in _SEVERAL:
        if name in nodes:
            parts = [part.strip() for part in row[name].split(";")]
            nodes[name] = Node(line, [Node(line, part) for part in parts if part])
    for name in ("level", "event"):
        if name in nodes:
            nodes[name] = Node(line, level_of(row[name]))
    return nodes


def _moment(key: str, debated: Debated) -> Timed:
    def timed(place: Place, nodes: dict[str, Node], problems: Problems) -> bool:
        words = nodes[key].value if key in nodes else ""
        try:
            nodes[key] = Node(place.node.line, _in_time(instant_of(words, debated.forum.clock), debated))
        except ValueError as error:
            place.problem(problems, (key,), words, str(error))
            return False
        return True

    return timed


def _in_time(instant: datetime, debated: Debated) -> datetime:
    """Refuse a time after the debate, or so long before it that another year is meant."""
    clock, end = debated.forum.clock, debated.stretches[-1].end
    minute = clock.minute_at(instant)
    if 60 * minute >= end:
        said = f"lies after the debate, which ends at {clock.words(end // 60)}"
        raise ValueError(f"{said}. Maybe a date in {clock.days[0].date.year}")
    if minute < -_YEAR:
        first = clock.days[0].date
        raise ValueError(f"lies more than a year before the forum. Maybe a date near {first}")
    return instant


def _check(entry: Entry[Inscription], debated: Debated, problems: Problems) -> None:
    """Check an inscription against the forum's parties, the protocol and the debate."""
    one, place = entry.value, entry.place
    parties = debated.forum.party_by_id
    known = parties_known(debated.forum.parties).has(one.party, place, ("party",), problems)
    if known and not debated.figures.may_speak(parties[one.party]):
        kinds = ", ".join(debated.figures.open_to)
        sentence = (
            f"{one.party} is a {parties[one.party].kind}; the list is open to {kinds}. Maybe delete the row"
        )
        place.problem(problems, ("party",), one.party, sentence)
    if debated.protocol.levels:
        Known("level", set(debated.protocol.levels)).has(one.level, place, ("level",), problems)
    before = len(problems)
    for name in _SEVERAL:
        _check_windows(getattr(one, name), name, place, debated, problems)
    if known and len(problems) == before:
        _check_there(entry, debated, problems)


def _check_windows(
    windows: Sequence[Window], name: str, place: Place, debated: Debated, problems: Problems
) -> None:
    """Refuse windows in which the debate is not held."""
    for number, window in enumerate(windows):
        if not any(window.meets(one.start // 60, -(-one.end // 60)) for one in debated.stretches):
            held = "; ".join(_held(debated.forum, one) for one in debated.stretches)
            sentence = f"'{window.words}' lies outside the debate. Maybe a part of {held}"
            place.problem(problems, (name, number), window.words, sentence)


def _held(forum: Forum, stretch: Stretch) -> str:
    start, end = (
        forum.clock.words(second // 60).partition(" ")[0] for second in (stretch.start, stretch.end)
    )
    return f"{stretch.day} {start}-{end}"


def _check_there(entry: Entry[Inscription], debated: Debated, problems: Problems) -> None:
    """Refuse a speaker that can be at the debate at no time long enough for the shortest statement."""
    forum, stretches = debated.forum, debated.stretches
    there = there_of(forum, debated.timetable, stretches, entry.value)
    if not any(last - first >= debated.figures.shortest for first, last in there):
        sentence = (
            "its speaker can be there at no time of the debate, with the times here, those in parties.csv "
            "and its duties elsewhere. Maybe name a time in available"
        )
        entry.place.problem(problems, ("party",), entry.value.party, sentence)
