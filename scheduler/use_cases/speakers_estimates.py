"""Estimates of a list of speakers for the calendars of parties, where a forum has inscriptions."""

from pathlib import Path

from scheduler.domain.debate import listed_segments
from scheduler.domain.programme import Programme
from scheduler.reading.problems import BadData, Problems
from scheduler.reading.speakers import INSCRIPTIONS, has_inscriptions
from scheduler.rules import Rule
from scheduler.solving import Limits
from scheduler.solving.run import Deadline

_MOST_SECONDS = 60.0
_UNPROVEN = (
    "No list was proven to be the best within a minute. Maybe hemicycle speakers, which takes its time."
)
_WITHOUT = {"unknown": _UNPROVEN}


def with_estimates(
    folder: Path, programme: Programme, rules: tuple[Rule, ...], limits: Limits
) -> tuple[Programme, tuple[str, ...]]:
    """Plan the list of speakers of a programme, so that its parties learn when they are called.

    Parameters
    ----------
    folder
        The forum's folder.
    programme
        What is to be handed out.
    rules
        Those of the forum's clauses.
    limits
        The time that is left.

    Returns
    -------
    tuple of Programme and tuple of str
        As it was where the forum has no inscriptions, or no list is possible; and where solver and judge
        disagree.

    Raises
    ------
    BadData
        The inscriptions or the events of the list cannot be read.
    """
    if not has_inscriptions(folder):
        return programme, ()
    if not listed_segments(programme.forum):
        problems = Problems()
        sentence = "no segment has a list of speakers. Maybe add list-of-speakers to the general debate"
        problems.add((folder / INSCRIPTIONS).as_posix(), None, "", "", sentence)
        problems.raise_if_any()
    from scheduler.reading.speakers import read_speakers  # noqa: PLC0415 - few forums need it
    from scheduler.reading.speakers_clauses import read_speakers_clauses  # noqa: PLC0415
    from scheduler.use_cases.speakers import planned_list  # noqa: PLC0415
    from scheduler.use_cases.speakers_debate import debated_in  # noqa: PLC0415

    clauses = read_speakers_clauses(folder, programme.forum, rules)
    debated = debated_in(folder, programme.forum, clauses.rules, programme.timetable)
    known = read_speakers(folder, debated)
    try:
        plan, faults = planned_list(folder, debated, clauses.rules, known, deadline=_soon(limits))
    except BadData as undecided:  # what is not decided yet on the list keeps no programme from being made
        return programme.replace(no_list=undecided.problems[0].sentence), ()
    if plan.entries and plan.status != "optimal":
        return programme.replace(no_list=_UNPROVEN), faults
    why = " ".join(plan.impossible) or _WITHOUT.get(plan.status, "")
    return programme.replace(estimates=tuple(one.estimate for one in plan.entries), no_list=why), faults


def _soon(limits: Limits) -> Deadline:
    """Let no programme wait long for its list."""
    return limits.deadline.within(_MOST_SECONDS)
