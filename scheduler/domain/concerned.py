"""Whom it concerns that one programme is otherwise than another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from scheduler.domain.difference import MOVES, MeetingDifference
from scheduler.domain.forum import Forum
from scheduler.domain.given_state import GivenState
from scheduler.domain.release import GivenMeeting

_STRONG = MOVES | {"added", "cancelled"}
"""Kinds of differences that touch whoever attends; the others touch those who have a duty."""


@dataclass(frozen=True)
class Concerned:
    """Two programmes and the forums whose they are, ``None`` where that is not known.

    ``speaking`` has the parties on the list of speakers by meeting: they are there, whatever they attend.
    Releases have no list, so that it counts for both programmes.
    """

    before: GivenState
    now: GivenState
    then: Forum | None
    forum: Forum | None
    speaking: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def touched(self, one: MeetingDifference) -> set[str]:
        """Find the parties that are touched by what is otherwise with a meeting.

        Parameters
        ----------
        one
            A meeting that differs.

        Returns
        -------
        set of str
            Those that attend it, then or now, when it is moved, added or cancelled; else those that have
            a duty in it, when its title or agenda differs; and those that get or lose a duty.
        """
        if _STRONG.intersection(one.kinds):
            return self._before(one) | self._now(one)
        own = {duty.party for duty in (*one.relieved, *one.appointed)}
        return own if one.kinds == ("duty",) else own | {party for party, _ in self.duties(one)}

    def left(self, one: MeetingDifference) -> set[str]:
        """Find the parties that attended a meeting, and do not although it is held.

        Parameters
        ----------
        one
            A meeting, which may be as it was.

        Returns
        -------
        set of str
            Also those that are no longer among the forum's parties.
        """
        return self._before(one) - self._now(one) if one.before and one.now else set()

    def joined(self, one: MeetingDifference) -> set[str]:
        """Find the parties that attend a meeting, and did not although it was held.

        Parameters
        ----------
        one
            A meeting, which may be as it was.

        Returns
        -------
        set of str
            Also those that are new among the forum's parties.
        """
        return self._now(one) - self._before(one) if one.before and one.now else set()

    def duties(self, one: MeetingDifference) -> Iterator[tuple[str, str]]:
        """Tell who has a duty in a meeting; then, where it is held no more.

        Parameters
        ----------
        one
            A meeting that differs.

        Yields
        ------
        tuple of str
            A party and its role.
        """
        for state in (self.now, self.before):
            if state.duties is not None and one.meeting in state.duties:
                yield from ((duty.party, duty.role) for duty in state.duties[one.meeting])
                return

    def _before(self, one: MeetingDifference) -> set[str]:
        own = self.speaking.get(one.meeting, frozenset())
        return _attending(one.before, self.then, self.forum) | own if one.before else set()

    def _now(self, one: MeetingDifference) -> set[str]:
        own = self.speaking.get(one.meeting, frozenset())
        return _attending(one.now, self.forum, self.then) | own if one.now else set()


def _attending(meeting: GivenMeeting, own: Forum | None, other: Forum | None) -> set[str]:
    """Return who attends a meeting; everybody when nobody knows its session."""
    known = [forum for forum in (own, other) if forum]
    for forum in known:
        if meeting.session in forum.session_by_id:
            return {*forum.attendance(forum.session_by_id[meeting.session])}
    return {*known[0].party_by_id} if known else set()
