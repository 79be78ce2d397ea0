"""Schedule a forum: solve, judge, and hand out what the judge agrees with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from scheduler.counting import Shortage, counted
from scheduler.domain.forum import Forum
from scheduler.domain.programme import Programme, Status
from scheduler.domain.verdict import Breach, Verdict
from scheduler.judging import judge, judge_data, paid
from scheduler.publishing import FORMATS, publish
from scheduler.reading import Reading, read_forum
from scheduler.reading.facts import read_facts
from scheduler.reading.side_events import SideEventsReading, read_side_events
from scheduler.rules import Rule, TimetableRule
from scheduler.solving import Limits, Solution, solve
from scheduler.use_cases.binding import bound_together, without_release
from scheduler.use_cases.data_breaches import stopping
from scheduler.use_cases.freezing import frozen
from scheduler.use_cases.going_on import Earlier, ended, starting_point
from scheduler.use_cases.its_past import Making, with_its_past
from scheduler.use_cases.made_how import FROM_SCRATCH
from scheduler.use_cases.milestones import last_days
from scheduler.use_cases.side_events import with_side_events
from scheduler.use_cases.sparing import Spared, spared
from scheduler.use_cases.speakers_estimates import with_estimates
from scheduler.use_cases.writing import write

if TYPE_CHECKING:
    from scheduler.use_cases.explain import ExplainAnswer


@dataclass(frozen=True)
class ScheduleAnswer:
    """What scheduling came to.

    ``breaches`` are those of the forum's own data, found before solving; when one of them stops
    the work, ``status`` is ``None``. ``faults`` say where solver and judge disagree: then nothing
    was written, and hemicycle itself is wrong. ``contradictions`` say which pins make the forum
    impossible, and which clauses they contradict; where it is not the pins, ``explanation`` says what is.
    ``went_on_from`` is the unproven timetable from which the run went on.
    """

    forum: Forum
    status: Status | None
    programme: Programme | None = None
    breaches: tuple[Breach, ...] = ()
    files: tuple[Path, ...] = ()
    faults: tuple[str, ...] = ()
    contradictions: tuple[str, ...] = ()
    explanation: "ExplainAnswer | None" = None
    went_on_from: Path | None = None


def schedule(  # noqa: PLR0913 - one keyword for each option of the command
    folder: Path,
    output: Path | None = None,
    formats: tuple[str, ...] = tuple(FORMATS),
    limits: Limits = Limits(),
    *,
    from_scratch: bool = False,
    freeze: Sequence[str] = (),
    on_breaches: Callable[[tuple[Breach, ...]], None] = lambda _: None,
    on_shortages: Callable[[tuple[Shortage, ...]], None] = lambda _: None,
    on_earlier: Callable[[Earlier], None] = lambda _: None,
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
        Workers, and the time for all of it.
    from_scratch
        Pass over the last release, and compare with it; pass over an unproven timetable in the output too.
    freeze
        What stays where the last release has it, such as ``session:round-table-1``.
    on_breaches
        Told at once what the forum's own data breaks.
    on_shortages
        Told before solving what counting alone proves to be impossible.
    on_earlier
        Told before solving of an unproven timetable of an earlier run.
    tell
        Told how far the work has come.

    Returns
    -------
    ScheduleAnswer
        With a programme when a timetable was found and the judge agrees with it.

    Raises
    ------
    CannotFreeze
        What is to stay is not known, or was not given out.
    BadData
        The forum's folder cannot be read.
    OSError
        The output cannot be written.
    """
    reading = frozen(read_forum(folder), freeze)
    asked = read_side_events(folder, reading)
    forum, rules = without_release(reading) if from_scratch else (reading.forum, reading.rules)
    past = spared(forum, rules, lambda one: read_facts(folder, one))
    breaches = past.split(Verdict(breaches=judge_data(forum, rules))).breaches
    if breaches:
        on_breaches(breaches)
    if stopping(rules, breaches):
        return ScheduleAnswer(reading.forum, None, breaches=breaches)
    shortages = counted(past.sparing(forum), rules)
    if shortages:
        on_shortages(shortages)
    where = output or Path("outputs") / forum.forum
    anew = from_scratch or limits.reproducible
    begin = None if anew else _begin(reading, asked, where, freeze, on_earlier)
    found = solved_and_judged(forum, rules, past, limits, tell, begin)
    solution, faults = found.solution, found.faults
    if solution.timetable is None or faults:
        without = ScheduleAnswer(reading.forum, solution.status, breaches=breaches, faults=faults)
        impossible = solution.status == "impossible"
        return _with_reasons(without, found.forum, rules, limits, tell) if impossible else without
    programme = bound_together(reading, forum, rules, found, solution.timetable, limits)
    programme = programme.replace(stopped=ended(solution, limits, freeze, found.forum.spared))
    made = Making(FROM_SCRATCH, reading.forum) if from_scratch else Making()
    programme = with_its_past(folder, programme, limits, tell, made)
    programme = programme.replace(last_days=last_days(forum, rules))
    beside = with_side_events(programme, asked, limits, tell)
    if beside.faults:
        return ScheduleAnswer(reading.forum, solution.status, breaches=breaches, faults=beside.faults)
    programme, faults = with_estimates(folder, beside.programme, rules, limits)
    if faults:
        return ScheduleAnswer(reading.forum, solution.status, breaches=breaches, faults=faults)
    tell("writing")
    files = write(where, publish(programme, formats), formats)
    went_on_from = begin.file if begin and solution.went_on else None
    return ScheduleAnswer(
        reading.forum, solution.status, programme, breaches, files, went_on_from=went_on_from
    )


def _begin(
    reading: Reading,
    asked: SideEventsReading | None,
    where: Path,
    freeze: Sequence[str],
    on_earlier: Callable[[Earlier], None],
) -> Earlier | None:
    """Look where an earlier run stopped; side events count among the data that may have changed."""
    inputs = reading.inputs | (asked.inputs if asked else {})
    found = starting_point(reading.forum, inputs, where, freeze)
    if found:
        on_earlier(found)
    return found


def _with_reasons(
    answer: ScheduleAnswer,
    forum: Forum,
    rules: tuple[Rule, ...],
    limits: Limits,
    tell: Callable[[str], None],
) -> ScheduleAnswer:
    """Say why nothing is possible: because of pins, or else because of clauses and facts."""
    from scheduler.solving.contradiction import contradictions  # noqa: PLC0415 - few runs need it
    from scheduler.use_cases.explain import explained  # noqa: PLC0415

    pins = tuple(one.sentence for one in contradictions(forum, rules, limits))
    if pins:
        return replace(answer, contradictions=pins)
    return replace(answer, explanation=explained(forum, rules, None, limits, tell=tell))


@dataclass(frozen=True)
class Judged:
    """A forum as it was solved, what came of it, what the judge says, and where the two disagree."""

    forum: Forum
    solution: Solution
    verdict: Verdict
    past: Spared
    faults: tuple[str, ...] = ()


def solved_and_judged(  # noqa: PLR0913, PLR0917 - a forum, its past, and how it is solved
    forum: Forum,
    rules: tuple[Rule, ...],
    past: Spared,
    limits: Limits = Limits(),
    tell: Callable[[str], None] = lambda _: None,
    earlier: Earlier | None = None,
) -> Judged:
    """Solve and judge; what was given out against practice may stay, as long as nothing else follows it.

    Parameters
    ----------
    forum
        With its last release, if it is to be kept to.
    rules
        Those of its clauses.
    past
        What the release breaks and may go on breaking.
    limits
        Workers, and the time that is left for all solves together.
    tell
        Takes sentences on the progress.
    earlier
        Where an earlier run stopped.

    Returns
    -------
    Judged
        Without a verdict where there is no timetable.
    """
    begin = forum.release.timetable if forum.release else None
    sparing = past.sparing(forum)
    stop = earlier.stop_of(sparing) if earlier else None
    solution = solve(sparing, rules, limits, begin, tell, stop)
    if solution.timetable is None:
        return Judged(sparing, solution, Verdict(), past)
    verdict = judge(forum, rules, solution.timetable)
    faults = disagreements(forum, rules, solution, verdict, past)
    if faults and past.breaches:
        return solved_and_judged(forum, rules, Spared(lapses=past.lapses), limits, tell, earlier)
    return Judged(sparing, solution, verdict, past, faults)


def disagreements(
    forum: Forum, rules: tuple[Rule, ...], solution: Solution, verdict: Verdict, past: Spared
) -> tuple[str, ...]:
    """Compare what the solver promised with what the judge found.

    Parameters
    ----------
    forum
        The forum.
    rules
        Those of its clauses.
    solution
        What was found, with a timetable.
    verdict
        The judge's, of that timetable.
    past
        What may go on being broken.

    Returns
    -------
    tuple of str
        Sentences; none where the two agree.
    """
    posted = {rule.clause.clause for rule in rules if isinstance(rule, TimetableRule)}
    faults = [
        f"the solver kept {breach.clause}, the judge did not: {breach.sentence}"
        for breach in verdict.breaches
        if breach.clause in posted and breach not in past.breaches
    ]
    for level, charged in zip(solution.levels, paid(forum, verdict), strict=True):
        exact = solution.status == "optimal"
        if charged > level.value or (exact and charged != level.value):
            faults.append(f"level {level.level} costs {level.value} by the solver and {charged} by the judge")
    return tuple(faults)
