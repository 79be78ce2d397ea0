"""What ``hemicycle releases`` says."""

from collections.abc import Iterator
from typing import Any

from scheduler.cli.findings import folded
from scheduler.domain.forum import Forum
from scheduler.domain.release import Release
from scheduler.publishing.plain_words import one_line


def lines(forum: Forum) -> Iterator[str]:
    """Say the releases to a planner, the last one last.

    Parameters
    ----------
    forum
        With its releases.

    Yields
    ------
    str
        Lines.
    """
    if not forum.history:
        hint = f"Maybe hemicycle release data/{forum.forum} --status draft"
        yield from folded(f"{one_line(forum.title)} has no release yet. {hint}", 0)
    for release in forum.history:
        yield from _release(forum, release)


def _release(forum: Forum, release: Release) -> Iterator[str]:
    at = release.released.astimezone(forum.clock.zone)
    yield f"Release {release.number}, {release.status}, {at:%Y-%m-%d %H:%M}, {len(release.meetings)} meetings"
    if release.note:
        yield from folded(one_line(release.note))
    for one in release.acknowledged:
        yield from folded(f"{one.clause} is broken: {one.sentence}; answered for: {one_line(one.because)}")


def document(forum: Forum) -> dict[str, Any]:
    """Put the releases into JSON.

    Parameters
    ----------
    forum
        With its releases.

    Returns
    -------
    dict
        What JSON can hold.
    """
    keys = {"number", "status", "released", "note", "acknowledged", "facts"}
    found = [one.model_dump(mode="json", by_alias=True, include=keys) for one in forum.history]
    return {"forum": forum.forum, "releases": found}
