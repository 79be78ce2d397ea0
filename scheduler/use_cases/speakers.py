"""Make the list of speakers of a forum: how many fit, who is called when, and what has happened since."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from scheduler.domain.list_of_speakers import Debate
from scheduler.domain.programme import Status
from scheduler.domain.speakers_plan import SpeakersPlan
from scheduler.publishing.speakers import LISTS, publish_speakers
from scheduler.reading import read_forum
from scheduler.reading.problems import Problems
from scheduler.reading.speakers import (
    EVENTS,
    INSCRIPTIONS,
    Debated,
    Speakers,
    has_inscriptions,
    read_speakers,
)
from scheduler.reading.speakers_clauses import read_speakers_clauses
from scheduler.rules import Rule
from scheduler.solving.run import NO_DEADLINE, Deadline
from scheduler.use_cases.speakers_debate import (
    compressed_limits,
    debate_of,
    debated_in,
    in_order,
    limits_of,
)
from scheduler.use_cases.speakers_happenings import Course, course
from scheduler.use_cases.speakers_listed import entries_of
from scheduler.use_cases.speakers_planning import Planned, Planning
from scheduler.use_cases.speakers_reasons import impossible
from scheduler.use_cases.speakers_room import figures_of, room_of
from scheduler.use_cases.speakers_timetable import timetable_for
from scheduler.use_cases.writing import write

Tell = Callable[[SpeakersPlan], None]
"""Takes a plan in which there is no list yet."""


@dataclass(frozen=True)
class SpeakersAnswer:
    """What making a list came to.

    ``plan`` has the list, if there is one; ``faults`` say where solver and judge disagree: then nothing was
    written. ``old`` are lists of an earlier run that still lie where none was written now.
    """

    plan: SpeakersPlan
    files: tuple[Path, ...] = ()
    faults: tuple[str, ...] = ()
    old: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Asked:
    """``limit`` in seconds is asked for in place of the forum's, ``compress`` its compression rule."""

    limit: int | None = None
    compress: bool = False


def speakers(
    folder: Path,
    output: Path | None = None,
    asked: Asked = Asked(),
    seconds: float | None = None,
    tell: Tell = lambda _: None,
) -> SpeakersAnswer:
    """Make the list of speakers of a forum, and write it.

    Parameters
    ----------
    folder
        The forum's folder; without ``inscriptions.csv`` it is only said how many fit.
    output
        Where to write; ``None`` for ``outputs/FORUM``.
    asked
        Another limit, or the compression rule.
    seconds
        The time for all of it; ``None`` for no limit.
    tell
        Told how many fit, before any list is made.

    Returns
    -------
    SpeakersAnswer
        With a list where there is one.

    Raises
    ------
    BadData
        The forum, its inscriptions or the events of its list cannot be read, or it has no debate.
    OSError
        The output cannot be written.
    """
    reading, deadline = read_forum(folder), Deadline(seconds)
    place = output or Path("outputs") / reading.forum.forum
    timetable = timetable_for(reading, folder, place, seconds)
    clauses = read_speakers_clauses(folder, reading.forum, reading.rules)
    debated = debated_in(folder, reading.forum, clauses.rules, timetable)
    _refuse_events_alone(folder)
    known = read_speakers(folder, debated) if has_inscriptions(folder) else None
    plan, faults = planned_list(folder, debated, clauses.rules, known, asked, deadline, tell)
    if faults or not plan.entries:
        old = (place / name for name in LISTS)
        return SpeakersAnswer(plan, (), faults, tuple(path for path in old if path.exists()))
    return SpeakersAnswer(plan, write(place, publish_speakers(plan)))


def _refuse_events_alone(folder: Path) -> None:
    """Refuse events of a list on which nobody is."""
    problems = Problems()
    if (folder / EVENTS).exists() and not has_inscriptions(folder):
        sentence = f"there is no {INSCRIPTIONS} beside it. Maybe enter who is inscribed"
        problems.add((folder / EVENTS).as_posix(), None, "", "", sentence)
    problems.raise_if_any()


def planned_list(  # noqa: PLR0913, PLR0917 - all that a list is made of
    folder: Path,
    debated: Debated,
    rules: Sequence[Rule],
    known: Speakers | None,
    asked: Asked = Asked(),
    deadline: Deadline = NO_DEADLINE,
    tell: Tell = lambda _: None,
) -> tuple[SpeakersPlan, tuple[str, ...]]:
    """Plan a list of speakers.

    Parameters
    ----------
    folder
        The forum's folder, named in errors.
    debated
        The debate.
    rules
        Those of the clauses on lists of speakers.
    known
        Inscriptions and events; ``None`` where there are none yet.
    asked
        Another limit, or the compression rule.
    deadline
        When to stop.
    tell
        Told how many fit, before any list is made.

    Returns
    -------
    tuple of SpeakersPlan and tuple of str
        The plan, and where solver and judge disagree.

    Raises
    ------
    BadData
        It is not decided how long a statement lasts, or no step of the compression lets all fit.
    """
    begins = debated.forum.clock.instant(debated.stretches[0].start // 60)
    way = course(known.inscriptions, known.events, begins) if known else Course((), (), ())
    accepted = [*way.first, *(late for one in way.happenings for late in one.inscriptions)]
    room = room_of(debated, in_order(debated, accepted) if known else None, asked.limit)
    plan = SpeakersPlan(
        forum=debated.forum,
        stretches=debated.stretches,
        rooms=room.rooms,
        wanted=room.wanted,
        inscribed=known is not None,
        longest=room.longest,
        figures=figures_of(debated, asked.limit),
        says={rule.clause.clause: rule.clause.says for rule in rules},
        not_listed=way.out,
    )
    if not accepted:
        return plan, ()
    step, limits = compressed_limits(debated, accepted) if asked.compress else ("", {})
    limits = limits or limits_of(debated, accepted, asked.limit)
    _require_limits(folder, limits, [one.party for one in accepted], failed=asked.compress and not step)
    tell(plan)
    debate = debate_of(debated, way.first, limits)
    if debate.needed > debate.room:
        return plan.replace(status="impossible", impossible=impossible(debated.forum, debate, rules)), ()
    planning = Planning(debated, rules, limits, deadline)
    begun = planning.begin(way.first)
    if not isinstance(begun, Planned):
        return _without_list(plan, debated, rules, debate, begun, deadline), ()
    for happening in way.happenings:
        planning.happen(begun, happening)
    entries = entries_of(debated, accepted, limits, begun, _told(known))
    return plan.replace(
        compression=step,
        figures=(*plan.figures, *(f"{one[0].upper()}{one[1:]}." for one in begun.remarks)),
        status=begun.status,
        levels=begun.levels,
        entries=entries,
        outcomes=tuple(begun.outcomes),
        not_listed=(*way.out, *begun.not_listed),
    ), tuple(begun.faults)


def _told(known: Speakers | None) -> int:
    """Count the minutes from the first to the last that is known of a list: each word of it is told later."""
    told = [one.inscribed for one in known.inscriptions] if known else []
    told += [one.at for one in known.events] if known else []
    return int((max(told) - min(told)).total_seconds()) // 60 if told else 0


def _require_limits(folder: Path, limits: dict[str, int], parties: list[str], *, failed: bool) -> None:
    """Refuse to make a list without limits."""
    problems = Problems()
    file = (folder / "sessions.yaml").as_posix()
    if failed:
        sentence = (
            "no step of the compression rule lets all statements fit. Maybe add a step that divides equally"
        )
        problems.add(file, None, "compression", "", sentence)
    elif len(limits) < len(parties):
        sentence = "nobody has said how long a statement lasts. Maybe limit-seconds: 180, or --limit 3:00"
        problems.add(file, None, "limit-seconds", "", sentence)
    problems.raise_if_any()


def _without_list(  # noqa: PLR0913, PLR0917 - all that a list would have been made of
    plan: SpeakersPlan,
    debated: Debated,
    rules: Sequence[Rule],
    debate: Debate,
    status: Status,
    deadline: Deadline,
) -> SpeakersPlan:
    """Say why there is no list."""
    if status != "impossible":
        return plan.replace(status=status)
    return plan.replace(status=status, impossible=impossible(debated.forum, debate, rules, deadline))
