"""The facts from which a release was solved, kept beside it in ``releases/``."""

import json
from pathlib import Path

from scheduler.domain.facts import Facts, forum_of
from scheduler.domain.forum import Forum
from scheduler.domain.release import Release
from scheduler.reading.problems import Problems
from scheduler.reading.releases import digest_of, facts_name


def read_facts(folder: Path, release: Release) -> Facts | None:
    """Read what a release was solved from.

    Parameters
    ----------
    folder
        The forum's folder.
    release
        One of its releases.

    Returns
    -------
    dict or None
        ``None`` when the release does not say what it was solved from.

    Raises
    ------
    BadData
        The facts are not there any more, or have been changed.
    """
    if not release.facts:
        return None
    path, problems = folder / "releases" / facts_name(release.facts), Problems()
    try:
        facts = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        facts = None
    if digest_of(facts) != release.facts:
        fault = f"is not what release {release.number} was solved from"
        problems.add(path.as_posix(), None, "", "", f"{fault}. Maybe put the earlier file back")
        problems.raise_if_any()
    return dict(facts)


def read_earlier(folder: Path, forum: Forum, release: Release) -> Forum | None:
    """Read the forum as it was when a release was made.

    Parameters
    ----------
    folder
        The forum's folder.
    forum
        The forum as it is now.
    release
        One of its releases.

    Returns
    -------
    Forum or None
        ``None`` when the release does not say, or says it in a way that is not understood any more.

    Raises
    ------
    BadData
        The facts are not there any more, or have been changed.
    """
    facts = read_facts(folder, release)
    if facts is None:
        return None
    try:
        return forum_of(facts, forum)
    except (ValueError, KeyError):
        return None
