"""A session has as many holders of a role as it needs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field

from scheduler.domain.forum import Forum
from scheduler.domain.session import Session
from scheduler.domain.value import Identifier
from scheduler.domain.verdict import Breach, Open
from scheduler.options import PartyKindName, RuleOptions, SessionSelector
from scheduler.rules import ForumRule


def _chaired(*parties: str | None) -> dict[str, Any]:
    """Show a round table with these co-chairs; ``None`` is one not yet appointed."""
    duties = [{"role": "co-chair", "party": party} for party in parties]
    return {"sessions": {"round-table-1": {"duties": duties}}}


class Officers(ForumRule):
    """Each session has between a least and a most number of holders of a role, of one kind of party.

    Why: who leads a session has to be appointed, and a mandate says how many and from among whom.
    While nobody is appointed, or an entry has no party yet, the number is open and not too small.
    """

    class Options(RuleOptions):
        """What ``officers`` speaks of."""

        sessions: SessionSelector
        role: Identifier
        least: Annotated[int, Field(ge=0)] = 0
        most: Annotated[int, Field(ge=0)] | None = None
        party_kind: PartyKindName | None = None

    options: Options

    OPTIONS = {
        "sessions": {"kind": "round-table"},
        "role": "co-chair",
        "least": 2,
        "most": 2,
        "party-kind": "member-state",
    }
    FORUM = {
        "parties": [
            {"party": "ecuador", "name": "Ecuador", "kind": "member-state"},
            {"party": "egypt", "name": "Egypt", "kind": "member-state"},
            {"party": "germany", "name": "Germany", "kind": "member-state"},
            {"party": "media", "name": "Media", "kind": "stakeholder"},
        ]
    }
    KEPT = (_chaired("egypt", "germany"), _chaired("egypt", None), _chaired())
    BROKEN = (
        (_chaired("egypt"), "round-table-1 has 1 as co-chair (Egypt); 2 needed"),
        (
            _chaired("egypt", "germany", "ecuador"),
            "round-table-1 has 3 as co-chair (Egypt, Germany, Ecuador); 2 at most",
        ),
        (_chaired("egypt", "media"), "Media is co-chair of round-table-1 and no member-state"),
    )

    def breaches(self, forum: Forum) -> Iterator[Breach]:
        for session in self.options.sessions.of(forum):
            for sentence in self._faults(forum, session):
                yield self.breach(session.session, sentence)

    def opens(self, forum: Forum) -> Iterator[Open]:
        role, least = self.options.role, self.options.least
        for session in self.options.sessions.of(forum):
            holders = self._holders(session)
            if len(holders) < least and self._undecided(session):
                names = f" beside {_names(forum, holders)}" if holders else ""
                yield self.open_point(
                    session.session, f"who is {role} of {session.title}{names} is not decided; {least} needed"
                )

    def _faults(self, forum: Forum, session: Session) -> Iterator[str]:
        options, holders = self.options, self._holders(session)
        found = f"{session.title} has {len(holders)} as {options.role} ({_names(forum, holders)})"
        if len(holders) < options.least and not self._undecided(session):
            yield f"{found}; {options.least} needed"
        if options.most is not None and len(holders) > options.most:
            yield f"{found}; {options.most} at most"
        for party in holders:
            known = forum.party_by_id.get(party)
            if options.party_kind and (known is None or known.kind != options.party_kind):
                name = forum.party_name(party)
                yield f"{name} is {options.role} of {session.title} and no {options.party_kind}"

    def _holders(self, session: Session) -> list[str]:
        """List the parties that hold the role, each once."""
        named = (duty.party for duty in session.duties if duty.role == self.options.role and duty.party)
        return list(dict.fromkeys(named))

    def _undecided(self, session: Session) -> bool:
        """Tell whether nobody is entered for the role, or an entry has no party yet."""
        parties = [duty.party for duty in session.duties if duty.role == self.options.role]
        return not parties or None in parties


def _names(forum: Forum, parties: list[str]) -> str:
    return ", ".join(forum.party_name(party) for party in parties)
