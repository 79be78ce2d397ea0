"""What a release's file has to fulfil beside its form."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from scheduler.domain.forum import Forum
from scheduler.reading.entries import Entry
from scheduler.reading.problems import Problems

if TYPE_CHECKING:
    from scheduler.reading.releases import ReleaseFile


def check_release(entry: Entry[ReleaseFile], path: Path, forum: Forum, problems: Problems) -> None:
    """Check one release by itself.

    Parameters
    ----------
    entry
        The release.
    path
        Its file.
    forum
        The forum whose release it has to be.
    problems
        Takes what is wrong.
    """
    _check_number(entry, path, problems)
    if entry.value.forum != forum.forum:
        sentence = f"'{entry.value.forum}' is not this forum. Maybe {forum.forum}"
        entry.place.problem(problems, ("forum",), entry.value.forum, sentence)
    _check_zone(entry, forum, problems)
    _check_uids(entry, problems)
    _check_meetings(entry, problems)
    _check_segments(entry, problems)


def _check_number(entry: Entry[ReleaseFile], path: Path, problems: Problems) -> None:
    number = entry.value.number
    if path.name != f"release-{number}.json":
        other = path.with_name(f"release-{number}.json")
        likely = f"number {path.stem.removeprefix('release-')}" if other.exists() else other.name
        sentence = f"{number} is not the number in the name of the file. Maybe {likely}"
        entry.place.problem(problems, ("number",), number, sentence)


def _check_zone(entry: Entry[ReleaseFile], forum: Forum, problems: Problems) -> None:
    try:
        ZoneInfo(entry.value.timezone)
    except (KeyError, OSError, ValueError):
        zone = entry.value.timezone
        sentence = f"'{zone}' is no IANA time zone name. Maybe {forum.clock.timezone}"
        entry.place.problem(problems, ("timezone",), zone, sentence)


def _check_uids(entry: Entry[ReleaseFile], problems: Problems) -> None:
    owner = dict[str, str]()
    for meeting, uid in entry.value.uids.items():
        if owner.setdefault(uid, meeting) != meeting:
            sentence = f"'{uid}' is the id of {owner[uid]} already. Maybe delete this line"
            entry.place.problem(problems, ("uids", meeting), uid, sentence)


def _check_meetings(entry: Entry[ReleaseFile], problems: Problems) -> None:
    seen = set[str]()
    for number, one in enumerate(entry.value.meetings):
        if one.id in seen:
            sentence = f"'{one.id}' is placed here again. Maybe delete one of them"
            entry.place.problem(problems, ("meetings", number, "id"), one.id, sentence)
        seen.add(one.id)
        if one.end <= one.start:
            sentence = f"'{one.id}' ends before it begins. Maybe the times are exchanged"
            entry.place.problem(problems, ("meetings", number, "end"), one.end, sentence)


def _check_segments(entry: Entry[ReleaseFile], problems: Problems) -> None:
    known = {one.id for one in entry.value.meetings}
    seen = set[tuple[str, str]]()
    for number, one in enumerate(entry.value.segments):
        if one.meeting not in known:
            sentence = f"there is no meeting '{one.meeting}' in this release"
            entry.place.problem(problems, ("segments", number, "meeting"), one.meeting, sentence)
        if (one.id, one.meeting) in seen:
            sentence = f"'{one.id}' stands here again for one meeting. Maybe delete one of them"
            entry.place.problem(problems, ("segments", number, "id"), one.id, sentence)
        seen.add((one.id, one.meeting))


def check_succession(releases: Sequence[tuple[Entry[ReleaseFile], str]], problems: Problems) -> None:
    """Check that no release was changed or lost after the next one was made.

    Parameters
    ----------
    releases
        By number, each with the digest of what it says.
    problems
        Takes what is wrong.
    """
    before: tuple[int, str] | None = None
    for entry, digest in releases:
        value = entry.value
        if value.follows and (before is None or before[0] != value.number - 1):
            sentence = f"release {value.number - 1}, which comes before it, is not there"
            entry.place.problem(problems, ("follows",), value.follows, sentence)
        elif value.follows and before and before[1] != value.follows:
            sentence = (
                f"release {before[0]} is not what it was when this one was made. A release never changes: "
                f"Maybe put the earlier release-{before[0]}.json back"
            )
            entry.place.problem(problems, ("follows",), value.follows, sentence)
        before = value.number, digest
