"""``notices/``: for each party that is touched by a change, what was, what is, what is cancelled, and why.

Nothing is ever sent: the files are for those who write to the parties.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from scheduler.domain.difference import MOVES, Difference, MeetingDifference, difference
from scheduler.domain.event_history import releases_of
from scheduler.domain.forum import Forum
from scheduler.domain.given_state import GivenState, state_of_release, state_of_timetable
from scheduler.domain.programme import Programme
from scheduler.domain.release import GivenMeeting, Release
from scheduler.publishing.notice_calendar import NoticeCalendars
from scheduler.publishing.notice_text import Notice, notice_text
from scheduler.publishing.plain_words import named

_STRONG = MOVES | {"added", "cancelled"}
"""Kinds of differences that touch whoever attends; the others touch those who have a duty."""


@dataclass(frozen=True)
class _Step:
    """The step from the last published release, with the forum as it was then and as it is now."""

    release: Release
    found: Difference
    then: Forum
    now: Forum

    def sides(self, one: MeetingDifference) -> Iterator[tuple[GivenMeeting, GivenState, Forum]]:
        """Yield a meeting as it was and as it is, each with the programme and the forum it belongs to."""
        if one.before:
            yield one.before, self.found.before, self.then
        if one.now:
            yield one.now, self.found.now, self.now


def publish(programme: Programme) -> dict[str, bytes]:
    """Write a notice for each party that is touched by the step from the last published release.

    A party is touched when a meeting that it attends, or in which it has a duty, is moved, added or
    cancelled; when one in which it has a duty gets another title or agenda; and when it gets or loses a
    duty.

    Parameters
    ----------
    programme
        What is handed out. When it is the last published release itself, the step is the one from the
        published release before that.

    Returns
    -------
    dict of str to bytes
        A text and a calendar (RFC 5545) for each of them, by path; nothing while nothing is published.
    """
    step = _step(programme)
    touched = _touched(step) if step else {}
    if step is None or not touched:
        return {}
    calendars, files = NoticeCalendars(programme), dict[str, bytes]()
    for party, meetings in touched.items():
        notice = _notice(step, party, meetings)
        files[f"notices/{party}.txt"] = notice_text(programme, notice).encode()
        files[f"notices/{party}.ics"] = calendars.of(notice)
    return files


def _step(programme: Programme) -> _Step | None:
    """Compare with the last published release that is not the programme itself, to the last word."""
    for release in reversed(releases_of(programme.forum)):
        if release.status == "published" and release.meetings:
            step = _step_from(programme, release)
            if step.found.meetings or release.number != programme.release:
                return step
    return None


def _step_from(programme: Programme, release: Release) -> _Step:
    now, then = programme.forum, programme.earlier.get(release.number)
    found = difference(state_of_release(release, now, then), state_of_timetable(now, programme.timetable))
    return _Step(release, found, then or now, now)


def _touched(step: _Step) -> dict[str, tuple[MeetingDifference, ...]]:
    """Return the meetings by which each party is touched."""
    found: dict[str, list[MeetingDifference]] = {}
    for one in step.found.meetings:
        for party in sorted(_concerned(step, one)):
            found.setdefault(party, []).append(one)
    return {party: tuple(found[party]) for party in sorted(found)}


def _concerned(step: _Step, one: MeetingDifference) -> set[str]:
    if _STRONG.intersection(one.kinds):
        return _attending(step, one)
    own = {duty.party for duty in (*one.relieved, *one.appointed)}
    return own if one.kinds == ("duty",) else own | _officiating(step, one)


def _attending(step: _Step, one: MeetingDifference) -> set[str]:
    """Return who attends a meeting, then or now; everybody when nobody knows its session any more."""
    known = [
        (forum, forum.session_by_id[meeting.session])
        for meeting, _, forum in step.sides(one)
        if meeting.session in forum.session_by_id
    ]
    if not known:
        return set(step.now.party_by_id)
    return {party for forum, session in known for party in forum.attendance(session)}


def _officiating(step: _Step, one: MeetingDifference) -> set[str]:
    return {party for party, _ in _duties(step, one)}


def _duties(step: _Step, one: MeetingDifference) -> Iterator[tuple[str, str]]:
    """Yield the parties that have a duty in a meeting, each with its role; then where it is held no more."""
    state = step.found.now if one.now else step.found.before
    yield from ((duty.party, duty.role) for duty in (state.duties or {}).get(one.meeting, ()))


def _notice(step: _Step, party: str, meetings: tuple[MeetingDifference, ...]) -> Notice:
    forum = step.now if party in step.now.party_by_id else step.then
    roles = {
        one.meeting: tuple(dict.fromkeys(role for own, role in _duties(step, one) if own == party))
        for one in meetings
    }
    return Notice(named(forum.party_name(party), party), party, step.release, step.found, meetings, roles)
