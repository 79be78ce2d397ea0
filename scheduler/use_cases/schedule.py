"""Schedule a forum: solve, judge, and hand out what the judge agrees with."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from scheduler.domain.forum import Forum, SetAside
from scheduler.domain.programme import LevelResult, Programme, Status
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Breach, Verdict
from scheduler.judging import judge, judge_data, paid
from scheduler.publishing import FORMATS, publish
from scheduler.reading import Reading, read_forum
from scheduler.rules import Rule, TimetableRule, followed
from scheduler.solving import SOLVER_VERSION, Limits, Solution, solve
from scheduler.use_cases.writing import write
from scheduler.version import VERSION


@dataclass(frozen=True)
class ScheduleAnswer:
    """What scheduling came to.

    ``breaches`` are those of the forum's own data, found before solving; when one of them stops
    the work, ``status`` is ``None``. ``faults`` say where solver and judge disagree: then nothing
    was written, and hemicycle itself is wrong.
    """

    forum: Forum
    status: Status | None
    programme: Programme | None = None
    breaches: tuple[Breach, ...] = ()
    files: tuple[Path, ...] = ()
    faults: tuple[str, ...] = ()


def schedule(  # noqa: PLR0913 - one keyword for each option of the command
    folder: Path,
    output: Path | None = None,
    formats: tuple[str, ...] = tuple(FORMATS),
    limits: Limits = Limits(),
    *,
    from_scratch: bool = False,
    on_breaches: Callable[[tuple[Breach, ...]], None] = lambda _: None,
    tell: Callable[[str], None] = lambda _: None,
) -> ScheduleAnswer:
    """Find the best timetable of a forum and write it in several formats.

    Parameters
    ----------
    folder
        The forum's folder.
    output
        Where to write; ``None`` for ``outputs/FORUM`` in the working folder.
    formats
        Names of formats.
    limits
        Time and workers.
    from_scratch
        Pass over the last release, and compare with it.
    on_breaches
        Told at once what the forum's own data breaks.
    tell
        Told how far the work has come.

    Returns
    -------
    ScheduleAnswer
        With a programme when a timetable was found and the judge agrees with it.

    Raises
    ------
    BadData
        The forum's folder cannot be read.
    OSError
        The output cannot be written.
    """
    reading = read_forum(folder)
    forum, rules = _from_scratch(reading) if from_scratch else (reading.forum, reading.rules)
    breaches = judge_data(forum, rules)
    if breaches:
        on_breaches(breaches)
    if _stopped(rules, breaches):
        return ScheduleAnswer(reading.forum, None, breaches=breaches)
    begin = forum.release.timetable if forum.release else None
    solution = solve(forum, rules, limits, begin, tell)
    if solution.timetable is None:
        return ScheduleAnswer(reading.forum, solution.status, breaches=breaches)
    verdict = judge(forum, rules, solution.timetable)
    faults = _faults(forum, rules, solution, verdict)
    if faults:
        return ScheduleAnswer(reading.forum, solution.status, breaches=breaches, faults=faults)
    programme = _programme(reading, forum, rules, solution, solution.timetable, verdict, limits)
    tell("writing")
    files = write(output or Path("outputs") / forum.forum, publish(programme, formats))
    return ScheduleAnswer(reading.forum, solution.status, programme, breaches, files)


def _from_scratch(reading: Reading) -> tuple[Forum, tuple[Rule, ...]]:
    """Take the last release away, and with it the wishes to keep to it."""
    forum = reading.forum
    of_release = [rule.clause.clause for rule in reading.rules if rule.OF_RELEASE]
    aside = [SetAside(clause=clause, because="the timetable is made from scratch") for clause in of_release]
    levels = (tuple(clause for clause in level if clause not in of_release) for level in forum.levels)
    changed = forum.replace(
        release=None,
        set_aside=(*forum.set_aside, *aside),
        levels=tuple(level for level in levels if level),
    )
    return changed, followed(changed, reading.rules)


def _stopped(rules: tuple[Rule, ...], breaches: tuple[Breach, ...]) -> bool:
    """Tell whether the forum's data breaks what is never relaxed and could still be put right."""
    stopping = {rule.clause.clause for rule in rules if getattr(rule, "STOPS", False)}
    return any(breach.clause in stopping and breach.tier in ("physical", "mandate") for breach in breaches)


def _faults(forum: Forum, rules: tuple[Rule, ...], solution: Solution, verdict: Verdict) -> tuple[str, ...]:
    """Compare what the solver promised with what the judge found."""
    posted = {rule.clause.clause for rule in rules if isinstance(rule, TimetableRule)}
    faults = [
        f"the solver kept {breach.clause}, the judge did not: {breach.sentence}"
        for breach in verdict.breaches
        if breach.clause in posted
    ]
    for level, charged in zip(solution.levels, paid(forum, verdict), strict=True):
        exact = solution.status == "optimal"
        if charged > level.value or (exact and charged != level.value):
            faults.append(f"level {level.level} costs {level.value} by the solver and {charged} by the judge")
    return tuple(faults)


def _programme(  # noqa: PLR0913, PLR0917 - it binds together what the steps before have found
    reading: Reading,
    forum: Forum,
    rules: tuple[Rule, ...],
    solution: Solution,
    timetable: Timetable,
    verdict: Verdict,
    limits: Limits,
) -> Programme:
    release = reading.forum.release
    same = release is not None and release.timetable == timetable
    return Programme(
        forum=forum.replace(release=release),
        timetable=timetable,
        status=solution.status,
        levels=_levels(reading.forum, forum, rules, solution, verdict),
        verdict=verdict,
        release=release.number if release and same else None,
        from_scratch=forum.release is not reading.forum.release,
        inputs=reading.inputs,
        versions={"hemicycle": VERSION, "ortools": SOLVER_VERSION},
        seed=limits.seed,
    )


def _levels(
    whole: Forum, forum: Forum, rules: tuple[Rule, ...], solution: Solution, verdict: Verdict
) -> tuple[LevelResult, ...]:
    """Put beside each level what the last release pays; a cut-off level says what is really paid."""
    now = paid(forum, verdict)
    before = paid(forum, judge(forum, rules, whole.release.timetable)) if whole.release else None
    return tuple(
        level.replace(value=now[index], released=before[index] if before else None)
        for index, level in enumerate(solution.levels)
    )
