"""A given party has a role in a session."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.forum import Forum
from scheduler.domain.session import Session
from scheduler.domain.value import Identifier
from scheduler.domain.verdict import Breach, Open
from scheduler.options import PartyName, RuleOptions, SessionSelector
from scheduler.rules import ForumRule


class Officiates(ForumRule):
    """A party named has its role in each session selected, or in each segment named of it.

    Why: some offices are not open to choice; and who has one has to be there, so nothing else may
    need the same person at that time. While nobody is entered, it is open.
    """

    class Options(RuleOptions):
        """What ``officiates`` speaks of; without ``segments`` the role may lie anywhere in a session."""

        sessions: SessionSelector
        role: Identifier
        party: PartyName
        segments: tuple[Identifier, ...] = ()

    options: Options

    OPTIONS = {
        "sessions": {"kind": "plenary"},
        "role": "chairs",
        "party": "president",
        "segments": ["opening"],
    }
    FORUM = {
        "parties": [
            {"party": "president", "name": "President", "kind": "officer"},
            {"party": "deputy", "name": "Deputy", "kind": "officer"},
        ]
    }
    KEPT = (
        {"sessions": {"plenary": {"duties": [{"role": "chairs", "party": "president"}]}}},
        {
            "sessions": {
                "plenary": {
                    "duties": [
                        {"role": "chairs", "party": "president", "segment": "opening"},
                        {"role": "chairs", "party": "deputy", "segment": "debate"},
                    ]
                }
            }
        },
        {"sessions": {"plenary": {}}},
    )
    BROKEN = (
        (
            {"sessions": {"plenary": {"duties": [{"role": "chairs", "party": "deputy"}]}}},
            "in opening of plenary the role chairs is with Deputy; it has to be with President",
        ),
    )

    def breaches(self, forum: Forum) -> Iterator[Breach]:
        wanted = forum.party_name(self.options.party)
        for session, place, parties in self._places(forum):
            if parties and self.options.party not in parties:
                names = ", ".join(forum.party_name(party) for party in parties)
                found = f"in {place} the role {self.options.role} is with {names}"
                yield self.breach(session.session, f"{found}; it has to be with {wanted}")

    def opens(self, forum: Forum) -> Iterator[Open]:
        wanted = forum.party_name(self.options.party)
        for session, place, parties in self._places(forum):
            if not parties:
                found = f"in {place} the role {self.options.role} is with nobody yet"
                yield self.open_point(session.session, f"{found}; it has to be with {wanted}")

    def _places(self, forum: Forum) -> Iterator[tuple[Session, str, list[str]]]:
        """Yield each session or segment where the role is needed, its name, and who has it."""
        for session in self.options.sessions.of(forum):
            titles = {one.segment: one.title for one in session.segments}
            held = [(duty.segment, duty.party) for duty in session.duties if duty.role == self.options.role]
            if not self.options.segments:
                yield session, session.title, [party for _, party in held if party]
            for name in self.options.segments:
                here = [party for segment, party in held if party and segment in (None, name)]
                yield session, f"{titles.get(name, name)} of {session.title}", here
