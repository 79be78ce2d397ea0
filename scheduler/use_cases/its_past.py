"""A programme with what has been given out before: the forums of then, what has changed, and why it moves."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from scheduler.domain.forum import Forum
from scheduler.domain.programme import Programme
from scheduler.domain.release import Release
from scheduler.reading.facts import read_earlier, read_facts
from scheduler.rules import active_rules
from scheduler.solving import Limits
from scheduler.use_cases.causes import Causes, causes
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
    forum = programme.forum
    wanted = {one.number: one for one in _shown(programme)}
    found = ((number, read_earlier(folder, forum, one)) for number, one in sorted(wanted.items()))
    earlier = {number: then for number, then in found if then is not None}
    traced = _traced(folder, programme, limits, tell, made)
    because = {**_told_before(programme), **traced.because}
    return programme.replace(earlier=earlier, changed=traced.changed, because=because)


def _told_before(programme: Programme) -> dict[str, str]:
    """Collect why meetings moved in the releases since the last published one that is not this."""
    forum = programme.forum
    base = max((one.number for one in _published(forum) if one.number != programme.release), default=0)
    later = (one for one in forum.history if one.number > base)
    return {meeting: why for release in later for meeting, why in release.because.items()}


def _shown(programme: Programme) -> Iterator[Release]:
    """Yield the releases of which something is shown that is gone, or otherwise now."""
    held = programme.timetable.by_meeting
    last = {meeting: release for release in programme.forum.history for meeting in _ids(release)}
    yield from (release for meeting, release in last.items() if meeting not in held)
    published = _published(programme.forum)
    yield from published[-1:]
    yield from [one for one in published if one.number != programme.release][-1:]


def _ids(release: Release) -> Iterator[str]:
    return (one.meeting for one in release.timetable.placements)


def _published(forum: Forum) -> list[Release]:
    return [one for one in forum.history if one.status == "published"]


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
