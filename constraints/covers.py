"""Every objective is covered."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.forum import Forum
from scheduler.domain.verdict import Breach, Open
from scheduler.options import RuleOptions, SessionSelector
from scheduler.rules import ForumRule


class Covers(ForumRule):
    """Each objective from the first to the last is discussed in some session of a selection.

    Why: what no session takes up is not reviewed at all, and nobody misses it in a timetable.
    """

    class Options(RuleOptions):
        """What ``covers`` speaks of: objectives ``first`` to ``last``."""

        sessions: SessionSelector
        first: int = 1
        last: int

    options: Options

    OPTIONS = {"sessions": {"kind": "round-table"}, "first": 1, "last": 4}
    KEPT = ({"sessions": {"round-table-1": {"objectives": [1, 4]}, "round-table-2": {"objectives": [2, 3]}}},)
    BROKEN = (
        (
            {"sessions": {"round-table-1": {"objectives": [1, 3]}}},
            "no session of round-table takes up objective 2, 4",
        ),
        (
            {"sessions": {"round-table-1": {"objectives": [1, 2, 3, 4, 5]}}},
            "round-table-1 takes up objective 5; there are 1 to 4",
        ),
    )

    def breaches(self, forum: Forum) -> Iterator[Breach]:
        for session in self.options.sessions.of(forum):
            other = [one for one in session.objectives if not self.options.first <= one <= self.options.last]
            if other:
                names, (first, last) = ", ".join(map(str, other)), (self.options.first, self.options.last)
                found = f"{session.title} takes up objective {names}; there are {first} to {last}"
                yield self.breach(session.session, found)
        missing = self._missing(forum)
        if missing and not self._undecided(forum):
            words = self.options.sessions.words
            yield self.breach(words, f"no session of {words} takes up objective {missing}")

    def opens(self, forum: Forum) -> Iterator[Open]:
        missing, undecided = self._missing(forum), self._undecided(forum)
        if missing and undecided:
            titles = ", ".join(undecided)
            yield self.open_point(
                self.options.sessions.words,
                f"no session takes up objective {missing} yet; what {titles} takes up is not decided",
            )

    def _missing(self, forum: Forum) -> str:
        """List the objectives that no session has."""
        sessions = self.options.sessions.of(forum)
        covered = {objective for session in sessions for objective in session.objectives}
        wanted = range(self.options.first, self.options.last + 1)
        return ", ".join(str(objective) for objective in wanted if objective not in covered)

    def _undecided(self, forum: Forum) -> list[str]:
        """List the sessions whose objectives nobody has entered."""
        sessions = self.options.sessions.of(forum)
        return [session.title for session in sessions if not session.objectives]
