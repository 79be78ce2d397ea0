"""The forums of earlier releases, as far as a programme still shows something of them."""

from collections.abc import Iterator
from pathlib import Path

from scheduler.domain.forum import Forum
from scheduler.domain.programme import Programme
from scheduler.domain.release import Release
from scheduler.reading.facts import read_earlier


def with_earlier(folder: Path, programme: Programme) -> Programme:
    """Look up the forums of earlier releases.

    Parameters
    ----------
    folder
        The forum's folder.
    programme
        What is to be handed out.

    Returns
    -------
    Programme
        With the forums of the releases of which something is shown that is gone, or otherwise now.

    Raises
    ------
    BadData
        What a release was solved from is not there any more, or was changed.
    """
    wanted = {one.number: one for one in _shown(programme)}
    found = ((number, read_earlier(folder, programme.forum, one)) for number, one in sorted(wanted.items()))
    return programme.replace(earlier={number: then for number, then in found if then is not None})


def _shown(programme: Programme) -> Iterator[Release]:
    """Yield the releases of which something is shown that is gone, or otherwise now."""
    held = programme.timetable.by_meeting
    last = {meeting: release for release in programme.forum.history for meeting in _ids(release)}
    yield from (release for meeting, release in last.items() if meeting not in held)
    public = published(programme.forum)
    yield from public[-1:]
    yield from [one for one in public if one.number != programme.release][-1:]


def _ids(release: Release) -> Iterator[str]:
    return (one.meeting for one in release.timetable.placements)


def published(forum: Forum) -> list[Release]:
    """List the published releases of a forum.

    Parameters
    ----------
    forum
        The forum.

    Returns
    -------
    list of Release
        By number.
    """
    return [one for one in forum.history if one.status == "published"]
