"""Sessions are interpreted."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.forum import Forum
from scheduler.domain.verdict import Breach
from scheduler.options import RuleOptions, SessionSelector
from scheduler.rules import ForumRule


class Interpreted(ForumRule):
    """Each session selected is entered with interpretation and asks for a room that has booths.

    Why: a speech in one official language is heard in the others. The teams and the booths are found by
    the rules on the timetable, once the session asks for them.
    """

    class Options(RuleOptions):
        """What ``interpreted`` speaks of."""

        sessions: SessionSelector

    options: Options

    OPTIONS = {"sessions": {"kind": "plenary"}}
    KEPT = ({"sessions": {"plenary": {"interpretation": True, "features": ["interpretation"]}}},)
    BROKEN = (
        (
            {"sessions": {"plenary": {"features": ["interpretation"]}}},
            "plenary is entered without interpretation",
        ),
        (
            {"sessions": {"plenary": {"interpretation": True}}},
            "plenary does not ask for a room with interpretation",
        ),
    )

    def breaches(self, forum: Forum) -> Iterator[Breach]:
        for session in self.options.sessions.of(forum):
            if not session.interpretation:
                yield self.breach(session.session, f"{session.title} is entered without interpretation")
            if "interpretation" not in session.features:
                yield self.breach(
                    session.session, f"{session.title} does not ask for a room with interpretation"
                )
