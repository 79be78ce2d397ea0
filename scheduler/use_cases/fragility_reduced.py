"""A forum in which a loss stands alone: what else is closed, missing or pinned is passed over.

Where the loss makes even this forum impossible, neither the reason nor the proof depends on any of that, nor
on what has been released, and both stand as long as the rest does.
"""

from scheduler.domain.forum import Forum
from scheduler.domain.session import Session
from scheduler.meeting_options import PINS
from scheduler.publishing.fragility_values import Loss
from scheduler.rules import Rule, TimetableRule
from scheduler.solving.explaining.members import is_of_whole_days
from scheduler.use_cases.fragility_losses import without


def requirements(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """Choose the rules that every timetable has to keep, pins left out.

    Parameters
    ----------
    rules
        Those of a forum's clauses.

    Returns
    -------
    tuple of Rule
        Without preferences.
    """
    posted = (rule for rule in rules if isinstance(rule, TimetableRule))
    return tuple(rule for rule in posted if rule.clause.mandate != PINS)


def can_stand_alone(rules: tuple[Rule, ...]) -> bool:
    """Tell whether nothing that has to be kept speaks of releases.

    Parameters
    ----------
    rules
        Those of a forum's clauses.

    Returns
    -------
    bool
        False where a clause of its own holds something to the last release.
    """
    return not any(rule.OF_RELEASE for rule in requirements(rules))


def reduced(forum: Forum, loss: Loss) -> Forum:
    """Let a loss stand alone in a forum.

    Parameters
    ----------
    forum
        The forum without any loss.
    loss
        One of its losses.

    Returns
    -------
    Forum
        With the loss, with the rooms that are open on each day, and with the duties of whoever is lost; every
        timetable of the forum without the loss is one of this forum, as far as it does not need it.
    """
    return without(_alone(forum, loss.of), loss)


def bare(forum: Forum) -> Forum:
    """Take from a forum all that ``reduced`` passes over, whatever is lost.

    Parameters
    ----------
    forum
        The forum without any loss.

    Returns
    -------
    Forum
        Without duties, absences, clauses, levels and releases.
    """
    alone = _alone(forum, "")
    return alone.replace(clauses=(), mandates=(), levels=(), set_aside=())


def _alone(forum: Forum, party: str) -> Forum:
    return forum.replace(
        closures=tuple(one for one in forum.closures if is_of_whole_days(forum, one)),
        parties=tuple(one.replace(unavailable=()) for one in forum.parties),
        sessions=tuple(_session(one, party) for one in forum.sessions),
        release=None,
        history=(),
        spared=(),
    )


def _session(session: Session, party: str) -> Session:
    """Leave to a session only the duties and statements of one party, and the agenda that it has with all."""
    segments = (
        part.replace(only_with=None, speakers=tuple(name for name in part.speakers if name == party))
        for part in session.segments
    )
    duties = tuple(duty for duty in session.duties if duty.party == party)
    return session.replace(segments=tuple(segments), duties=duties)
