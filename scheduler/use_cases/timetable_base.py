"""The release on which a timetable in a file was made, as far as that is written down."""

import json
import re
from pathlib import Path
from typing import Any

from scheduler.domain.forum import Forum
from scheduler.reading.problems import BadData, Problem

_RELEASE = re.compile(r"[^/]+/releases/release-([1-9][0-9]{0,5})\.json")


def check_base(file: Path, forum: Forum) -> tuple[str, ...]:
    """Refuse a timetable that was made before the last release.

    Parameters
    ----------
    file
        A timetable that somebody made by hand or elsewhere.
    forum
        The forum with its releases.

    Returns
    -------
    tuple of str
        One sentence where nobody knows on which release it was made; none where that is the last one,
        or nothing has been released yet.

    Raises
    ------
    BadData
        It was made on an earlier release.
    """
    last, base = forum.release, _base(file, forum)
    if last is None or base == last.number:
        return ()
    if base is None:
        return (
            f"nobody knows on which release {file.as_posix()} was made: what release {last.number} has "
            "changed may be undone by it",
        )
    made = f"was made on release {base}" if base else "was made before anything was released"
    sentence = f"{made}, and its base is no longer the last: release {last.number} is. Maybe schedule the "
    problem = Problem(file.as_posix(), None, "", "", f"{sentence}forum again and look at the difference")
    raise BadData((problem,))


def _base(file: Path, forum: Forum) -> int | None:
    """Look into the file itself, then at what lies beside it; 0 is a base before any release."""
    beside = file.parent / "timetable.json"
    sources = [_release(file, forum)] if file.suffix.lower() == ".json" else []
    sources += [_of_run(file.parent / "run.json", forum), _release(beside, forum)]
    return next((base for base in sources if base is not None), None)


def _release(path: Path, forum: Forum) -> int | None:
    """Return the number of the release that a ``timetable.json`` says it is."""
    number = _document(path, forum).get("release")
    return number if isinstance(number, int) else None


def _of_run(path: Path, forum: Forum) -> int | None:
    """Return the last release that a ``run.json`` names among its inputs."""
    inputs = _document(path, forum).get("inputs")
    if not isinstance(inputs, dict):
        return None
    found = [_RELEASE.fullmatch(name) for name in inputs]
    return max((int(one[1]) for one in found if one), default=0)


def _document(path: Path, forum: Forum) -> dict[str, Any]:
    """Read a file of this forum; empty where it is none."""
    try:
        document = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError):
        return {}
    return document if isinstance(document, dict) and document.get("forum") == forum.forum else {}
