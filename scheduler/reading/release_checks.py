"""What a release's file has to fulfil beside its form."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path as FilePath
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from scheduler.domain.forum import Forum
from scheduler.domain.maybe import maybe, natural
from scheduler.reading.entries import Entry
from scheduler.reading.problems import Problems
from scheduler.reading.sentences import Path

if TYPE_CHECKING:
    from scheduler.reading.releases import ReleaseFile

YEARS = range(1900, 2200)
"""Beyond them times cannot be put into every zone and every calendar."""


def check_release(entry: Entry[ReleaseFile], path: FilePath, forum: Forum, problems: Problems) -> None:
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
    _check_uids(entry, problems)
    if _has_years(entry, problems) and _has_zone(entry, forum, problems):
        _check_days(entry, problems)
    _check_meetings(entry, problems)
    _check_segments(entry, problems)


def _check_number(entry: Entry[ReleaseFile], path: FilePath, problems: Problems) -> None:
    number = entry.value.number
    if path.name != f"release-{number}.json":
        other = path.with_name(f"release-{number}.json")
        likely = f"number {path.stem.removeprefix('release-')}" if other.exists() else other.name
        sentence = f"{number} is not the number in the name of the file. Maybe {likely}"
        entry.place.problem(problems, ("number",), number, sentence)


def _has_zone(entry: Entry[ReleaseFile], forum: Forum, problems: Problems) -> bool:
    try:
        ZoneInfo(entry.value.timezone)
    except (KeyError, OSError, ValueError):
        zone = entry.value.timezone
        sentence = f"'{zone}' is no IANA time zone name. Maybe {forum.clock.timezone}"
        entry.place.problem(problems, ("timezone",), zone, sentence)
        return False
    return True


def _has_years(entry: Entry[ReleaseFile], problems: Problems) -> bool:
    """Refuse times so far away that no calendar holds them."""
    value = entry.value
    times: list[tuple[Path, datetime]] = [(("released",), value.released)]
    for number, one in enumerate(value.meetings):
        times += [(("meetings", number, "start"), one.start), (("meetings", number, "end"), one.end)]
    for number, part in enumerate(value.segments):
        times += [(("segments", number, "start"), part.start), (("segments", number, "end"), part.end)]
    wrong = [(path, at) for path, at in times if at.year not in YEARS]
    for path, at in wrong:
        sentence = f"{at.isoformat()} is not of our time. Maybe a year such as 2026"
        entry.place.problem(problems, path, at, sentence)
    return not wrong


def _check_days(entry: Entry[ReleaseFile], problems: Problems) -> None:
    """Check that each meeting is on the date of the day it names; a release without dates has none."""
    days, zone = entry.value.days, ZoneInfo(entry.value.timezone)
    for number, one in enumerate(entry.value.meetings if days else ()):
        on = one.start.astimezone(zone).date()
        path = ("meetings", number, "day")
        if one.day and one.day not in days:
            sentence = f"there is no day '{one.day}' in this release.{maybe(one.day, list(days))}"
            entry.place.problem(problems, path, one.day, sentence)
        elif one.day and days[one.day] != on:
            right = next((name for name, date in days.items() if date == on), "another start")
            sentence = f"{one.day} is {days[one.day]} here, and '{one.id}' is on {on}. Maybe {right}"
            entry.place.problem(problems, path, one.day, sentence)


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
            hint = maybe(one.meeting, sorted(known, key=natural))
            sentence = f"there is no meeting '{one.meeting}' in this release.{hint}"
            entry.place.problem(problems, ("segments", number, "meeting"), one.meeting, sentence)
        if one.end < one.start:
            sentence = f"'{one.id}' ends before it begins. Maybe the times are exchanged"
            entry.place.problem(problems, ("segments", number, "end"), one.end, sentence)
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
    last: ReleaseFile | None = None
    for entry, digest in releases:
        value = entry.value
        if last and value.released < last.released:
            sentence = f"release {last.number} was given out later, at {last.released.isoformat()}"
            entry.place.problem(problems, ("released",), value.released, f"{sentence}. Maybe a later time")
        last = value
        if value.follows and (before is None or before[0] != value.number - 1):
            lost = f"release {value.number - 1}, which comes before it, is not there"
            sentence = f"{lost}. Maybe put release-{value.number - 1}.json back"
            entry.place.problem(problems, ("follows",), value.follows, sentence)
        elif value.follows and before and before[1] != value.follows:
            sentence = (
                f"release {before[0]} is not what it was when this one was made. A release never changes. "
                f"Maybe put the earlier release-{before[0]}.json back"
            )
            entry.place.problem(problems, ("follows",), value.follows, sentence)
        before = value.number, digest
