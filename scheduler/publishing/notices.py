"""``notices/``: for each party that is touched by a change, what was, what is, what is cancelled, and why.

Nothing is ever sent: the files are for those who write to the parties.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from scheduler.domain.concerned import Concerned
from scheduler.domain.difference import Difference, MeetingDifference, difference
from scheduler.domain.event_history import releases_of
from scheduler.domain.forum import Forum
from scheduler.domain.given_state import state_of_release, state_of_timetable
from scheduler.domain.programme import Programme
from scheduler.domain.release import Release
from scheduler.publishing.notice_calendar import NoticeCalendars
from scheduler.publishing.notice_text import Notice, notice_text
from scheduler.publishing.others_affairs import OthersAffairs
from scheduler.publishing.plain_words import named


@dataclass(frozen=True)
class _Step:
    """The step from the last published release, with the forum as it was then and as it is now.

    ``speaking`` has the parties on the list of speakers by meeting.
    """

    release: Release
    found: Difference
    then: Forum
    now: Forum
    speaking: Mapping[str, frozenset[str]]

    @property
    def concerned(self) -> Concerned:
        return Concerned(self.found.before, self.found.now, self.then, self.now, self.speaking)


@dataclass
class _Told:
    """What one party is told: the meetings, and those that it has left and joined while they are held."""

    meetings: list[MeetingDifference] = field(default_factory=list)
    left: set[str] = field(default_factory=set)
    joined: set[str] = field(default_factory=set)
    roles: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def add(self, party: str, one: MeetingDifference, concerned: Concerned) -> None:
        """Tell of a meeting; one that the party has left or joined is gone or new for it."""
        if party in concerned.left(one):
            self.left.add(one.meeting)
            shown = one.replace(kinds=("cancelled",), now=None, segments=())
        elif party in concerned.joined(one):
            self.joined.add(one.meeting)
            shown = one.replace(kinds=("added",), before=None, segments=())
        else:
            shown = one
        self.meetings.append(_with_duties_of(party, shown))
        roles = (role for own, role in concerned.duties(one) if own == party)
        self.roles[one.meeting] = tuple(dict.fromkeys(roles))


def _with_duties_of(party: str, one: MeetingDifference) -> MeetingDifference:
    """Leave out who else gets or loses a duty: that is the affair of others."""
    relieved, appointed = (
        tuple(duty for duty in duties if duty.party == party) for duties in (one.relieved, one.appointed)
    )
    return one.replace(relieved=relieved, appointed=appointed)


def publish(programme: Programme) -> dict[str, bytes]:
    """Write a notice for each party that is touched by the step from the last published release.

    A party is touched when a meeting that it attends, or in which it has a duty or speaks, is moved, added or
    cancelled; when one in which it has a duty gets another title or agenda; when it gets or loses a
    duty; and when it attends a meeting no longer, or for the first time, also because it has left or
    joined the forum.

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
    found = _step(programme)
    if found is None:
        return {}
    step, told = found
    calendars, affairs, files = NoticeCalendars(programme), OthersAffairs(programme), dict[str, bytes]()
    for party, own in told.items():
        notice = _notice(step, party, own)
        files[f"notices/{party}.txt"] = notice_text(programme, notice, affairs).encode()
        files[f"notices/{party}.ics"] = calendars.of(notice)
    return files


def _step(programme: Programme) -> tuple[_Step, dict[str, _Told]] | None:
    """Compare with the last published release that is not the programme itself, to the last word."""
    for release in reversed(releases_of(programme.forum)):
        if release.status == "published" and release.meetings:
            step = _step_from(programme, release)
            told = _told(step)
            if step.found.meetings or told or release.number != programme.release:
                return step, told
    return None


def _step_from(programme: Programme, release: Release) -> _Step:
    now, then = programme.forum, programme.earlier.get(release.number)
    found = difference(state_of_release(release, now, then), state_of_timetable(now, programme.timetable))
    return _Step(release, found, then or now, now, _speaking(programme))


def _speaking(programme: Programme) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for one in programme.estimates:
        found.setdefault(one.meeting, set()).add(one.party)
    return {meeting: frozenset(parties) for meeting, parties in found.items()}


def _told(step: _Step) -> dict[str, _Told]:
    """Return what each party that is touched is to be told."""
    concerned, found = step.concerned, dict[str, _Told]()
    for one in _meetings(step.found):
        touched = concerned.touched(one) if one.kinds else set[str]()
        for party in sorted(touched | concerned.left(one) | concerned.joined(one)):
            found.setdefault(party, _Told()).add(party, one, concerned)
    return {party: found[party] for party in sorted(found)}


def _meetings(found: Difference) -> list[MeetingDifference]:
    """Return all meetings in the order of time, also those that are as they were."""
    differing = {one.meeting: one for one in found.meetings}
    older, newer = found.before.by_id, found.now.by_id
    for name in older.keys() & newer.keys() - differing.keys():
        differing[name] = MeetingDifference(meeting=name, kinds=(), before=older[name], now=newer[name])
    return sorted(differing.values(), key=lambda one: (one.shown.start, one.meeting))


def _notice(step: _Step, party: str, told: _Told) -> Notice:
    forum = step.now if party in step.now.party_by_id else step.then
    return Notice(
        name=named(forum.party_name(party), party),
        party=party,
        release=step.release,
        found=step.found,
        meetings=tuple(told.meetings),
        roles=told.roles,
        left=frozenset(told.left),
        joined=frozenset(told.joined),
    )
