"""What is known of a timetable's proof and release, in honest words."""

from typing import Literal

from scheduler.domain.programme import Programme, Status
from scheduler.publishing.plain_words import one_line

_SENTENCES: dict[Status, str] = {
    "optimal": "proven: nothing better exists",
    "feasible": "a valid timetable; time ran out before the proof; it may differ from run to run",
    "impossible": "proven impossible: no timetable keeps all clauses",
    "unknown": "no timetable was found in the time given, and none was proven impossible",
    "invalid": "the solver refused the model; this timetable is not to be used",
}

_BY_PLANNER = "it was stopped before the proof; it may differ from run to run"
_REPRODUCIBLE = "time ran out before the proof; with --reproducible it is the same on every run"

_BADGES: dict[Status, str] = {
    "optimal": "Proven best",
    "feasible": "Valid, not proven best",
    "impossible": "Proven impossible",
    "unknown": "No timetable found",
    "invalid": "Model refused",
}

_REMARKS: dict[Status, str] = {
    "optimal": "",
    "feasible": "time ran out before the proof; it may differ from run to run",
    "impossible": "no timetable keeps all clauses",
    "unknown": "none was proven impossible",
    "invalid": "this timetable is not to be used",
}

Standing = Literal["proven", "unproven", "broken"]
"""How far a timetable can be relied on."""


def standing(programme: Programme) -> Standing:
    """Tell how far a timetable can be relied on.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    str
        ``broken`` where a clause is broken or there is no answer, else whether there is a proof.
    """
    if programme.verdict.breaches or programme.status not in ("optimal", "feasible"):
        return "broken"
    return "proven" if programme.status == "optimal" else "unproven"


def status_badge(programme: Programme) -> str:
    """Say the status in a few words.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    str
        Such as ``Proven best``.
    """
    broken = _broken(programme)
    return f"Breaks {broken}" if broken else _BADGES[programme.status]


def status_remark(programme: Programme) -> str:
    """Say what stands beside the status in a few words.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    str
        What ``status_badge`` does not say already; empty where that says it all.
    """
    if _broken(programme):
        return "listed under Breaches"
    return _stopped(programme) or _REMARKS[programme.status]


def status_sentence(programme: Programme) -> str:
    """Say the status in one sentence.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    str
        Without a full stop; a timetable that breaks a clause is never called valid.
    """
    broken, stopped = _broken(programme), _stopped(programme)
    if broken:
        return f"not valid: it breaks {broken}, listed under Breaches"
    return f"a valid timetable; {stopped}" if stopped else _SENTENCES[programme.status]


def _stopped(programme: Programme) -> str:
    """Say what ended the run before the proof; empty where it was the usual time limit, or nothing."""
    if programme.stopped is None:
        return ""
    if programme.stopped.by == "planner":
        return _BY_PLANNER
    return _REPRODUCIBLE if programme.stopped.reproducible else ""


def _broken(programme: Programme) -> str:
    """Count the clauses that are broken; empty when none is."""
    clauses = {(breach.mandate, breach.clause) for breach in programme.verdict.breaches}
    return f"{len(clauses)} clause{'s' if len(clauses) > 1 else ''}" if clauses else ""


def release_words(programme: Programme) -> str:
    """Say whether a timetable has been given out.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    str
        Such as ``Release 1, published``.
    """
    release = programme.forum.release
    if programme.release is None:
        return "Not released" + (f"; the last release is {release.number}" if release else "")
    status = f", {release.status}" if release and release.number == programme.release else ""
    return f"Release {programme.release}{status}"


def start_words(programme: Programme) -> str:
    """Say what a timetable was solved from.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    str
        Whether the last release was in the solver's hand.
    """
    release = programme.forum.release
    if release is None:
        return "from nothing, as there is no release yet"
    if programme.from_scratch:
        return f"from nothing, with release {release.number} left aside"
    return f"with release {release.number} in hand"


def note_of(programme: Programme) -> str:
    """Return what was noted when a timetable was released.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    str
        On one line; empty where there is no note, or the timetable is no release.
    """
    release = programme.forum.release
    return one_line(release.note) if release and release.number == programme.release else ""
