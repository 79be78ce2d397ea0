"""Why a meeting is new, gone, on another date, or called otherwise: what needs no solving to be known."""

from collections.abc import Iterable, Iterator, Sequence

from scheduler.domain.difference import difference
from scheduler.domain.fact_words import change_words
from scheduler.domain.facts import Change, Facts, changes, facts_of, forum_of
from scheduler.domain.forum import Forum
from scheduler.domain.given_state import state_of_release, state_of_timetable
from scheduler.domain.release import GivenMeeting, Release
from scheduler.domain.timetable import Timetable
from scheduler.use_cases.faults_of_release import decides_on, left_out

_FIELDS = {"title": ("title", "meeting-titles"), "segment": ("segments",), "duty": ("duties", "segments")}
"""Fields of a session that make a meeting differ in some way."""

_RETITLED = "its title was changed in the forum's data"


def other_reasons(
    forum: Forum, timetable: Timetable, then: Facts | None, otherwise: str = ""
) -> dict[str, str]:
    """Say why meetings differ from the last release beside their moves.

    Parameters
    ----------
    forum
        As it is now, with its release.
    timetable
        What is to follow the release.
    then
        What the release was solved from; ``None`` where it does not say.
    otherwise
        Why the timetable need not be the best one to stay with; empty where it is that one.

    Returns
    -------
    dict of str to str
        A part of a sentence behind "because", by the id of the meeting.
    """
    if forum.release is None:
        return {}
    changed = changes(then, facts_of(forum)) if then is not None else ()
    named = _named_otherwise(forum, timetable, then, changed)
    held = _come_or_gone(forum, timetable, None if then is None else changed, otherwise)
    return {**dict(named), **dict(held), **dict(_redated(forum, forum.release))}


def _come_or_gone(
    forum: Forum, timetable: Timetable, changed: Sequence[Change] | None, otherwise: str
) -> Iterator[tuple[str, str]]:
    """Yield for each meeting that is new, or is held no more, which fact has made it so."""
    assert forum.release is not None  # it is the one since which meetings come and go
    release, now = forum.release, timetable.by_meeting
    for given in release.meetings:
        if given.id not in now:
            gone = f"{given.title or given.id} is no longer among the forum's sessions"
            left = otherwise if given.id in forum.meeting_by_id else ""
            yield given.id, left or _decided(forum, _session(forum, given), changed or ()) or gone
    put_in = left_out(forum, release, timetable, changed) if changed is not None else ()
    for meeting in sorted(now.keys() - release.timetable.by_meeting.keys()):
        new = f"{forum.meeting_name(meeting)} is new among the forum's sessions"
        session = forum.meeting_by_id[meeting].session
        again = f"release {release.number} left it out" if meeting in put_in else ""
        yield meeting, again or _decided(forum, session, changed or ()) or new


def _session(forum: Forum, given: GivenMeeting) -> str:
    """Return the session of a meeting; releases of old do not say it of meetings that are gone."""
    known = forum.meeting_by_id.get(given.id)
    return given.session or (known.session if known else given.id)


def _decided(forum: Forum, session: str, changed: Iterable[Change]) -> str:
    return "; ".join(change_words(one, forum) for one in changed if decides_on(one, session))


def _redated(forum: Forum, release: Release) -> Iterator[tuple[str, str]]:
    """Yield for each meeting whose day has another date what has become of the day."""
    places = release.timetable.by_meeting
    for given in release.meetings:
        now = forum.clock.instant(places[given.id].start)
        if now != given.start and given.id in forum.meeting_by_id:
            dates = f"{given.day or 'its day'} is on {now.date()}, no longer on {given.start.date()}"
            zone = f"times are now those of {forum.clock.timezone}"
            yield given.id, dates if now.date() != given.start.date() else zone


def _named_otherwise(
    forum: Forum, timetable: Timetable, then: Facts | None, changed: Sequence[Change]
) -> Iterator[tuple[str, str]]:
    """Yield for each meeting with another title, agenda or duty the fact that has changed."""
    assert forum.release is not None  # it is the one that was named otherwise
    before = state_of_release(forum.release, forum, _forum_then(forum, then))
    for one in difference(before, state_of_timetable(forum, timetable)).meetings:
        fields = {field for kind in one.kinds for field in _FIELDS.get(kind, ())}
        own = [change for change in changed if change.path[:2] == ("sessions", one.shown.session)]
        words = [
            _RETITLED if change.path[2] in _FIELDS["title"] else change_words(change, forum)
            for change in own
            if len(change.path) > 2 and change.path[2] in fields
        ]
        if words:
            yield one.meeting, "; ".join(dict.fromkeys(words))


def _forum_then(forum: Forum, then: Facts | None) -> Forum | None:
    try:
        return forum_of(then, forum) if then is not None else None
    except (ValueError, KeyError):
        return None
