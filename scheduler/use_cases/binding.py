"""The forum that a run schedules, and the programme into which its findings are bound together."""

from typing import TYPE_CHECKING

from scheduler.domain.forum import Forum, SetAside
from scheduler.domain.programme import LevelResult, Programme
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Verdict
from scheduler.judging import judge, paid
from scheduler.reading import Reading
from scheduler.rules import Rule, followed
from scheduler.solving import Limits, Solution
from scheduler.use_cases.going_on import VERSIONS
from scheduler.use_cases.is_release import is_release

if TYPE_CHECKING:
    from scheduler.use_cases.schedule import Judged


def without_release(reading: Reading) -> tuple[Forum, tuple[Rule, ...]]:
    """Take the last release away, and with it the wishes to keep to it.

    Parameters
    ----------
    reading
        The forum as it was read.

    Returns
    -------
    tuple
        The forum as if nothing had been given out, and the rules that it follows then.
    """
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


def bound_together(  # noqa: PLR0913, PLR0917 - it binds together what the steps before have found
    reading: Reading,
    forum: Forum,
    rules: tuple[Rule, ...],
    found: "Judged",
    timetable: Timetable,
    limits: Limits,
) -> Programme:
    """Bind together what the steps of scheduling have found.

    Parameters
    ----------
    reading
        The forum as it was read.
    forum, rules
        As it was solved, perhaps without its release.
    found
        What solver and judge say.
    timetable
        What is handed out.
    limits
        Of the solve.

    Returns
    -------
    Programme
        Before its past is looked up.
    """
    release = reading.forum.release
    proposed = Programme(
        forum=found.forum.replace(release=release),
        timetable=timetable,
        status=found.solution.status,
        levels=_levels(reading.forum, forum, rules, found.solution, found.verdict),
        verdict=found.past.split(found.verdict),
        acknowledged=found.past.standing(found.verdict),
        lapses=found.past.lapses,
        from_scratch=forum.release is not reading.forum.release,
        inputs=reading.inputs,
        versions=VERSIONS,
        seed=limits.seed,
    )
    return proposed.replace(release=release.number) if release and is_release(release, proposed) else proposed


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
