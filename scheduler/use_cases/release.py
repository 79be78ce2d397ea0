"""Freeze a timetable as the next release."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from scheduler.domain.facts import facts_of
from scheduler.domain.forum import Forum
from scheduler.domain.maybe import maybe
from scheduler.domain.programme import Programme
from scheduler.domain.release import Release, ReleaseStatus
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Breach
from scheduler.judging import judge
from scheduler.publishing.release_json import release_document
from scheduler.reading import BadData, Reading, read_forum
from scheduler.reading.facts import read_facts
from scheduler.reading.releases import digest_of
from scheduler.solving import Limits
from scheduler.use_cases.current_timetable import current_timetable
from scheduler.use_cases.its_past import Making, with_its_past
from scheduler.use_cases.made_how import RESTORED, made_how
from scheduler.use_cases.new_release import new_release
from scheduler.use_cases.release_gate import acknowledged, in_the_way
from scheduler.use_cases.release_store import digest_of_release, keep
from scheduler.use_cases.release_time import release_time
from scheduler.use_cases.schedule import ScheduleAnswer, schedule
from scheduler.use_cases.sparing import spared
from scheduler.use_cases.timetable_base import check_base


class NoSuchRelease(ValueError):
    """A release that is asked for is not there."""


class RoomGone(ValueError):
    """A release that is to be restored holds a meeting in a room that is not open any more."""


@dataclass(frozen=True)
class Order:
    """What a planner says of a release.

    ``at`` is when it is given out, ``None`` when that is the present moment; ``reasons`` say why a
    clause of practice may be broken, by its id.
    """

    status: ReleaseStatus
    note: str = ""
    at: datetime | None = None
    reasons: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ReleaseAnswer:
    """The release that was made, or what stood in its way.

    ``path`` is its file, ``None`` when breaches kept it from being published. ``scheduled`` is what
    scheduling came to with the release in hand: the outputs then bear its number and its date.
    ``unwritten`` says why there are no such outputs although the release is made, ``said`` are sentences
    on what could not be checked.
    """

    forum: Forum
    release: Release
    path: Path | None = None
    breaches: tuple[Breach, ...] = ()
    scheduled: ScheduleAnswer | None = None
    unwritten: str = ""
    said: tuple[str, ...] = ()


def release(  # noqa: PLR0913 - what the order is about, and how it is carried out
    folder: Path,
    order: Order,
    file: Path | None = None,
    output: Path | None = None,
    *,
    limits: Limits = Limits(),
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    on_made: Callable[[ReleaseAnswer], None] = lambda _: None,
) -> ReleaseAnswer:
    """Freeze the current timetable, or one from a file, as the next release.

    Parameters
    ----------
    folder
        The forum's folder.
    order
        Status, note, time and reasons.
    file
        A timetable that somebody made by hand or elsewhere; by default the last one scheduled.
    output
        The folder to which that was written; by default ``outputs/`` and the forum's id.
    limits
        Workers, and the time for all of it: half of it at most for causes, the rest for the outputs.
    now
        Tells the time; it is asked once.
    on_made
        Told at once when the release is made, before the outputs are.

    Returns
    -------
    ReleaseAnswer
        Without a path when breaches keep the timetable from being published.

    Raises
    ------
    BadData
        The forum or the timetable cannot be read, or was solved from other data or on an earlier release.
    NothingToAcknowledge, TooEarly, NotYet, NoLongerLast
        The order does not go with what is there.
    """
    reading = read_forum(folder)
    said = check_base(file, reading.forum) if file else ()
    outputs = output or Path("outputs") / reading.forum.forum
    timetable = current_timetable(reading, file, outputs)
    made = _freeze(folder, reading, timetable, order, now, limits, made_how(file, outputs))
    return _handed_out(folder, replace(made, said=said), output, limits, on_made)


def restore(  # noqa: PLR0913 - what the order is about, and how it is carried out
    folder: Path,
    number: int,
    order: Order,
    output: Path | None = None,
    *,
    limits: Limits = Limits(),
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    on_made: Callable[[ReleaseAnswer], None] = lambda _: None,
) -> ReleaseAnswer:
    """Make an older release the current one, by a new release.

    Parameters
    ----------
    folder
        The forum's folder.
    number
        Of the release whose timetable is wanted.
    order
        Status, note, time and reasons of the new release.
    output
        The folder of the outputs, which are made again; by default ``outputs/`` and the forum's id.
    limits
        Workers, and the time for all of it: half of it at most for causes, the rest for the outputs.
    now
        Tells the time; it is asked once.
    on_made
        Told at once when the release is made, before the outputs are.

    Returns
    -------
    ReleaseAnswer
        Without a path when breaches keep the timetable from being published.

    Raises
    ------
    NoSuchRelease
        With the numbers that there are.
    RoomGone
        With the rooms that have to be opened again first.
    BadData, NothingToAcknowledge, TooEarly, NotYet, NoLongerLast
        As from ``release``.
    """
    reading = read_forum(folder)
    forum = reading.forum
    found = next((one for one in forum.history if one.number == number), None)
    if found is None:
        known = [str(one.number) for one in forum.history]
        raise NoSuchRelease(f"there is no release {number} of {forum.forum}.{maybe(str(number), known)}")
    made = _freeze(folder, reading, _still_there(forum, found), order, now, limits, RESTORED)
    return _handed_out(folder, made, output, limits, on_made)


def _still_there(forum: Forum, release: Release) -> Timetable:
    """Return the timetable of a release without the meetings that the forum does not have any more."""
    timetable = release.timetable
    places = tuple(one for one in timetable.placements if one.meeting in forum.meeting_by_id)
    gone = sorted({one.room for one in places} - forum.room_by_id.keys())
    if gone:
        rooms = f"{', '.join(gone)}, not open to the forum any more"
        raise RoomGone(
            f"release {release.number} holds meetings in {rooms}. Maybe open it again in rooms.yaml"
        )
    return timetable.replace(placements=places)


def _handed_out(
    folder: Path,
    answer: ReleaseAnswer,
    output: Path | None,
    limits: Limits,
    on_made: Callable[[ReleaseAnswer], None],
) -> ReleaseAnswer:
    """Make the outputs again, so that calendars have the release's date and status."""
    if answer.path is None:
        return answer
    on_made(answer)
    try:
        scheduled = schedule(folder, output, limits=limits)
    except (BadData, OSError) as error:
        return replace(answer, unwritten=_why(error))
    late = "no timetable was found in the time given" if scheduled.status == "unknown" else ""
    return replace(answer, scheduled=scheduled, unwritten=late)


def _why(error: BadData | OSError) -> str:
    if isinstance(error, BadData):
        return str(error)
    where = error.filename2 or error.filename
    return f"{where}: {error.strerror}" if where else error.strerror or str(error)


def _freeze(  # noqa: PLR0913, PLR0917 - what the order is about, and how it is carried out
    folder: Path,
    reading: Reading,
    timetable: Timetable,
    order: Order,
    now: Callable[[], datetime],
    limits: Limits,
    how: str,
) -> ReleaseAnswer:
    forum = reading.forum
    breaches = judge(forum, reading.rules, timetable).breaches
    before = spared(forum, reading.rules, lambda one: read_facts(folder, one)).acknowledged
    answered = acknowledged(breaches, order.reasons, before, {one.clause for one in forum.all_clauses})
    made = new_release(reading, timetable, order.status, release_time(order.at, now(), forum), order.note)
    made = made.replace(acknowledged=answered)
    stopping = in_the_way(breaches, reading.rules, answered)
    if order.status == "published" and stopping:
        return ReleaseAnswer(forum, made, breaches=stopping)
    facts = facts_of(forum)
    follows = digest_of_release(folder, forum.release) if forum.release else ""
    because = _because(folder, forum, made, limits.half(), how)
    made = made.replace(facts=digest_of(facts), follows=follows, because=because)
    path = keep(folder, release_document(made, forum.forum, forum.clock.timezone), facts)
    return ReleaseAnswer(forum, made, path, breaches=stopping)


def _because(folder: Path, forum: Forum, made: Release, limits: Limits, how: str) -> dict[str, str]:
    """Find out why meetings move from the last release, to say it as long as there is something to say."""
    making = Making(f"{how}: {made.note}" if made.note else how)
    programme = Programme(forum=forum, timetable=made.timetable, status="feasible")
    try:
        return dict(with_its_past(folder, programme, limits, lambda _: None, making).because)
    except BadData:
        return {}  # what came before is damaged: that is said where it is shown, and stops no release
