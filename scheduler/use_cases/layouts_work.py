"""What workers do for a sweep over layouts: tell which cells are the same problem, and solve a problem."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from scheduler.counting import counted
from scheduler.domain.criteria import measured
from scheduler.domain.forum import Forum
from scheduler.domain.programme import Status
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Verdict
from scheduler.judging import judge_data
from scheduler.publishing.layouts_values import PlacedMeeting
from scheduler.reading import BadData, Reading, read_forum
from scheduler.reading.before import Before
from scheduler.reading.changes import Change, NoSuchPart, changes_of
from scheduler.reading.facts import read_facts
from scheduler.solving import Limits
from scheduler.solving.solve import charged_by_data
from scheduler.use_cases.data_breaches import stopping
from scheduler.use_cases.layouts_source import Source, folder_of
from scheduler.use_cases.schedule import solved_and_judged
from scheduler.use_cases.sparing import spared

_UNSEEN: dict[str, Any] = {
    "clock": {"days"},
    "venue": {"holidays"},
    "as_of": True,
    "milestones": True,
}
"""Facts of a forum that only its own data is judged by, or that count in another form."""

_BEFORE = Before()
"""What this process has read."""


@dataclass(frozen=True)
class Batch:
    """Some cells, each by the changes that make it."""

    source: Source
    cells: tuple[tuple[Change, ...], ...]


@dataclass(frozen=True)
class Keyed:
    """What the dates of a cell come to, and which problem is left without them.

    ``key`` is the digest of all that the solver sees, ``possibility`` of what decides whether anything is
    possible. ``fixed`` is what the cell's own data costs at each level, whatever the timetable. ``stopped``
    are breaches that keep a timetable from being made, ``broken`` the others of the cell's own data;
    ``wrong`` says why the cell cannot be read at all.
    """

    key: str = ""
    possibility: str = ""
    fixed: tuple[int, ...] = ()
    stopped: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    wrong: str = ""


@dataclass(frozen=True)
class Puzzle:
    """A problem, by a cell that has it; ``seconds`` may be used for it."""

    source: Source
    changes: tuple[Change, ...]
    seconds: float | None = None


@dataclass(frozen=True)
class Answer:
    """What a problem came to, as ``scheduler.publishing.layouts_values`` has it."""

    status: Status
    levels: tuple[int, ...] = ()
    criteria: dict[str, int | None] | None = None
    meetings: tuple[PlacedMeeting, ...] = ()
    faults: tuple[str, ...] = ()

    @property
    def final(self) -> bool:
        """Whether more time would not change it; nothing is final while solver and judge disagree."""
        return self.status in {"optimal", "impossible"} and not self.faults


@dataclass(frozen=True)
class Reasons:
    """Why a problem is impossible, in sentences; ``verified`` as a clash is, or by counting alone."""

    sentences: tuple[str, ...] = ()
    verified: bool = False

    @property
    def final(self) -> bool:
        """Whether more time would not change it."""
        return self.verified


def keyed(batch: Batch) -> tuple[Keyed, ...]:
    """Tell for some cells which problem each of them is.

    Parameters
    ----------
    batch
        The cells.

    Returns
    -------
    tuple of Keyed
        In their order.
    """
    return tuple(_keyed(batch.source, changes) for changes in batch.cells)


def _read(source: Source, changes: tuple[Change, ...]) -> Reading:
    made = changes_of(changes, _BEFORE)
    reading = read_forum(folder_of(source), made)
    made.check_all_made()
    return reading


def _keyed(source: Source, changes: tuple[Change, ...]) -> Keyed:
    try:
        reading = _read(source, changes)
    except (BadData, NoSuchPart) as wrong:
        return Keyed(wrong=str(wrong).replace(folder_of(source).parent.as_posix() + "/", ""))
    forum, rules = reading.forum, reading.rules
    past = spared(forum, rules, lambda release: read_facts(folder_of(source), release))
    breaches = past.split(Verdict(breaches=judge_data(forum, rules))).breaches
    stopped = stopping(rules, breaches)
    return Keyed(
        problem_key(forum),
        problem_key(forum, kinds=("holiday",)),
        charged_by_data(forum, rules),
        tuple(one.sentence for one in stopped),
        tuple(f"{one.clause} is broken: {one.sentence}" for one in breaches if one not in stopped),
    )


def problem_key(forum: Forum, kinds: Sequence[str] = ("holiday", "avoid")) -> str:
    """Digest all that the solver sees of a forum.

    Parameters
    ----------
    forum
        The forum.
    kinds
        Of the holidays that count; days to avoid are only wishes.

    Returns
    -------
    str
        SHA-256. The same for weeks that differ in nothing but their dates: of a day count its weekday, what
        is kept on it, and its place on the axis of time. Where there is a release, dates count as well: they
        are facts that it was solved from, and what it breaks is spared while they stand.
    """
    without_dates = forum.model_dump_json(exclude=_UNSEEN if forum.release is None else None)
    return sha256(f"{without_dates}\n{[*_days(forum, kinds)]}".encode()).hexdigest()


def _days(forum: Forum, kinds: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    clock = forum.clock
    for day in clock.days:
        holidays = (one for one in forum.venue.holidays if one.date == day.date and one.kind in kinds)
        kept = [(one.kind, one.name) for one in holidays]
        minutes = [clock.midnight(day.name), clock.midnight_after(day.name)]
        for period in clock.periods_of(day.name):
            minutes += [clock.minute(day.name, period.start), clock.minute(day.name, period.end)]
        yield day.name, day.date.weekday(), kept, minutes


def solved(puzzle: Puzzle) -> Answer:
    """Solve a problem to its proof.

    Parameters
    ----------
    puzzle
        The problem.

    Returns
    -------
    Answer
        ``unknown`` when time ran out.
    """
    reading = _read(puzzle.source, puzzle.changes)
    forum, rules = reading.forum, reading.rules
    limits = Limits(puzzle.seconds, workers=1)
    folder = folder_of(puzzle.source)
    past = spared(forum, rules, lambda release: read_facts(folder, release))
    found = solved_and_judged(forum, rules, past, limits)
    status, timetable = found.solution.status, found.solution.timetable
    if timetable is None or found.faults:
        return Answer(status, faults=found.faults)
    fixed = charged_by_data(forum, rules)
    levels = tuple(one.value - more for one, more in zip(found.solution.levels, fixed, strict=True))
    return Answer(status, levels, measured(forum, timetable), tuple(placed_meetings(forum, timetable)))


def explained(puzzle: Puzzle) -> Reasons:
    """Say why a problem is impossible, as shortly as is soon found out.

    Parameters
    ----------
    puzzle
        A problem that was proven impossible.

    Returns
    -------
    Reasons
        The smallest of its independent clashes, or what counting finds.
    """
    from scheduler.use_cases.explain import explained as explaining  # noqa: PLC0415 - few problems need it

    reading = _read(puzzle.source, puzzle.changes)
    folder = folder_of(puzzle.source)
    past = spared(reading.forum, reading.rules, lambda release: read_facts(folder, release))
    forum = past.sparing(reading.forum)
    shortages = counted(forum, reading.rules)
    if shortages:
        return Reasons(tuple(one.sentence for one in shortages), verified=True)
    clashes = explaining(forum, reading.rules, None, Limits(puzzle.seconds, workers=1)).clashes
    smallest = min(clashes, key=lambda one: (not one.verified, len(one.members)), default=None)
    members = smallest.members if smallest else ()
    return Reasons(tuple(one.sentence for one in members), verified=bool(smallest and smallest.verified))


def placed_meetings(forum: Forum, timetable: Timetable) -> Iterator[PlacedMeeting]:
    """Put a timetable into words for a small grid.

    Parameters
    ----------
    forum
        The forum.
    timetable
        Its timetable.

    Yields
    ------
    PlacedMeeting
        In the order of time.
    """
    clock = forum.clock
    days = {day.date: day.name for day in clock.days}
    for place in timetable.placements:
        start, end = clock.instant(place.start), clock.instant(place.end)
        day = days.get(start.date(), start.date().isoformat())
        yield PlacedMeeting(
            place.meeting,
            forum.meeting_name(place.meeting),
            forum.room_by_id[place.room].name,
            day,
            f"{start:%H:%M}",
            f"{end:%H:%M}",
        )
