"""A programme with what has been given out before: the forums of then, what has changed, and why it moves."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from scheduler.domain.forum import Forum
from scheduler.domain.programme import Programme
from scheduler.reading.facts import read_facts
from scheduler.rules import active_rules
from scheduler.solving import Limits
from scheduler.use_cases.causes import Causes, causes
from scheduler.use_cases.earlier_forums import published, with_earlier
from scheduler.use_cases.other_reasons import other_reasons
from scheduler.use_cases.sparing import spared


@dataclass(frozen=True)
class Making:
    """How a timetable was made that need not be the best one to stay with the last release.

    ``otherwise`` is the reason of what that one would not move; empty where the timetable is that one.
    ``whole`` is the forum with what keeps to the release, where it was solved without.
    """

    otherwise: str = ""
    whole: Forum | None = None


def with_its_past(
    folder: Path,
    programme: Programme,
    limits: Limits,
    tell: Callable[[str], None] = lambda _: None,
    made: Making = Making(),
) -> Programme:
    """Look up what a programme's outputs show of earlier releases.

    Parameters
    ----------
    folder
        The forum's folder.
    programme
        What is to be handed out.
    limits
        The time that is left for finding causes.
    tell
        Takes sentences on the progress.
    made
        How the timetable came about.

    Returns
    -------
    Programme
        The same where nothing was given out before, or nothing is otherwise now.

    Raises
    ------
    BadData
        What a release was solved from is not there any more, or was changed.
    """
    looked_up = with_earlier(folder, programme)
    traced = _traced(folder, programme, limits, tell, made)
    because = {**_told_before(programme), **traced.because}
    return looked_up.replace(changed=traced.changed, because=because)


def _told_before(programme: Programme) -> dict[str, str]:
    """Collect why meetings moved in the releases since the last published one that is not this."""
    forum = programme.forum
    base = max((one.number for one in published(forum) if one.number != programme.release), default=0)
    later = (one for one in forum.history if one.number > base)
    return {meeting: why for release in later for meeting, why in release.because.items()}


def _traced(
    folder: Path, programme: Programme, limits: Limits, tell: Callable[[str], None], made: Making
) -> Causes:
    forum = made.whole or programme.forum
    if forum.release is None:
        return Causes()
    then = read_facts(folder, forum.release)
    if made.otherwise:
        forum = spared(forum, active_rules(forum), lambda _: then).sparing(forum)
    found = causes(forum, programme.timetable, then, limits, tell, made.otherwise)
    others = other_reasons(forum, programme.timetable, then, made.otherwise)
    return Causes(found.changed, {**others, **found.because})
