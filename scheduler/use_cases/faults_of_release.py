"""What is wrong with a release itself, so that its meetings move although no fact has changed."""

from collections.abc import Sequence
from functools import cached_property

from scheduler.domain.facts import Change
from scheduler.domain.forum import Forum
from scheduler.domain.release import Release
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Breach
from scheduler.judging import judge
from scheduler.rules import TimetableRule, active_rules
from scheduler.use_cases.involved import involved


def decides_on(change: Change, session: str) -> bool:
    """Tell whether a changed fact decides which meetings a session has.

    Parameters
    ----------
    change
        A fact that is otherwise than it was.
    session
        Id of a session.

    Returns
    -------
    bool
        True for the session itself and for the number of its meetings.
    """
    return change.path[:2] == ("sessions", session) and change.path[2:] in {(), ("meetings",)}


class Faults:
    """Meetings that a release left out although the forum had them, and clauses that it breaks.

    Parameters
    ----------
    forum
        As it is now, with its release.
    timetable
        What is to follow the release.
    changed
        The facts that are otherwise than when the release was made.
    """

    def __init__(self, forum: Forum, timetable: Timetable, changed: Sequence[Change]) -> None:
        assert forum.release is not None  # it is the one that may be at fault
        self._forum, self._release, self._changed = forum, forum.release, changed
        self._timetable = timetable

    @property
    def _before(self) -> Timetable:
        places = self._release.timetable.placements
        held = tuple(one for one in places if one.meeting in self._forum.meeting_by_id)
        return self._release.timetable.replace(placements=held)

    @cached_property
    def _left_out(self) -> tuple[str, ...]:
        return left_out(self._forum, self._release, self._timetable, self._changed)

    @cached_property
    def _broken(self) -> tuple[Breach, ...]:
        found = judge(self._forum, active_rules(self._forum), self._before).breaches
        return tuple(
            one for one in found if one.clause not in self._forum.spared and one.subject not in self._left_out
        )

    def under(self, meeting: str) -> str:
        """Say what is wrong with the release, so that a meeting cannot stay.

        Parameters
        ----------
        meeting
            Its id.

        Returns
        -------
        str
            What was left out of its session, else the breach in which the meeting has a part, else
            what was left out of others, else any breach; empty where the release keeps all clauses.
        """
        session_of = {name: one.session for name, one in self._forum.meeting_by_id.items()}
        with_it = any(session_of[one] == session_of[meeting] for one in self._left_out)
        own = [] if with_it else [one for one in self._broken if meeting in self._meetings(one)]
        if self._left_out and not own:
            names = " and ".join(map(self._forum.meeting_name, self._left_out))
            are = "is" if len(self._left_out) == 1 else "are"
            return f"{names} {are} put in, which release {self._release.number} left out"
        for one in (own or self._broken)[:1]:
            return f'release {self._release.number} breaks {one.clause}: "{one.sentence}"'
        return ""

    def _meetings(self, breach: Breach) -> set[str]:
        rules = [one for one in active_rules(self._forum) if one.clause.clause == breach.clause]
        held = (
            involved(self._forum, one, self._before, breach)
            for one in rules
            if isinstance(one, TimetableRule)
        )
        return {breach.subject, *(meeting for found in held for meeting in found)}


def left_out(
    forum: Forum, release: Release, timetable: Timetable, changed: Sequence[Change]
) -> tuple[str, ...]:
    """Return meetings that a timetable holds and a release left out, although the forum had them then.

    Parameters
    ----------
    forum
        As it is now.
    release
        Its release.
    timetable
        What is to follow the release.
    changed
        The facts that are otherwise than when the release was made.

    Returns
    -------
    tuple of str
        Their ids, sorted.
    """
    missing = timetable.by_meeting.keys() - release.timetable.by_meeting.keys()
    session_of = {name: one.session for name, one in forum.meeting_by_id.items()}
    return tuple(
        one for one in sorted(missing) if not any(decides_on(change, session_of[one]) for change in changed)
    )
