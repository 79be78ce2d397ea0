"""A programme with what has been given out before: the forums of then, what has changed, and why it moves."""

from collections.abc import Callable, Iterator
from pathlib import Path

from scheduler.domain.forum import Forum
from scheduler.domain.programme import Programme
from scheduler.domain.release import Release
from scheduler.reading.facts import read_earlier, read_facts
from scheduler.solving import Limits
from scheduler.use_cases.causes import Causes, causes


def with_its_past(
    folder: Path, programme: Programme, limits: Limits, tell: Callable[[str], None] = lambda _: None
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
    traced = _traced(folder, programme, limits, tell)
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
    before = [one for one in _published(programme.forum) if one.number != programme.release]
    yield from before[-1:]


def _ids(release: Release) -> Iterator[str]:
    return (one.meeting for one in release.timetable.placements)


def _published(forum: Forum) -> list[Release]:
    return [one for one in forum.history if one.status == "published"]


def _traced(folder: Path, programme: Programme, limits: Limits, tell: Callable[[str], None]) -> Causes:
    forum = programme.forum
    if forum.release is None or programme.from_scratch:
        return Causes()
    redated, come_or_gone = (
        dict(_redated(forum, forum.release)),
        dict(_come_or_gone(programme, forum.release)),
    )
    found = causes(forum, programme.timetable, read_facts(folder, forum.release), limits, tell)
    return Causes(found.changed, {**come_or_gone, **redated, **found.because})


def _come_or_gone(programme: Programme, release: Release) -> Iterator[tuple[str, str]]:
    """Yield for each meeting that is new, or is held no more, what has become of its session."""
    before, now = release.timetable.by_meeting, programme.timetable.by_meeting
    for given in release.meetings:
        if given.id not in now:
            yield given.id, f"{given.title or given.id} is no longer among the forum's sessions"
    for meeting in sorted(now.keys() - before.keys()):
        yield meeting, f"{programme.forum.meeting_name(meeting)} is new among the forum's sessions"


def _redated(forum: Forum, release: Release) -> Iterator[tuple[str, str]]:
    """Yield for each meeting whose day has another date what has become of the day."""
    places = release.timetable.by_meeting
    for given in release.meetings:
        now = forum.clock.instant(places[given.id].start)
        if now != given.start and given.id in forum.meeting_by_id:
            dates = f"{given.day or 'its day'} is on {now.date()}, no longer on {given.start.date()}"
            zone = f"times are now those of {forum.clock.timezone}"
            yield given.id, dates if now.date() != given.start.date() else zone
