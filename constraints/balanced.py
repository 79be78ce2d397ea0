"""The holders of a role are not all from one group, or of one gender."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from scheduler.domain.forum import Forum
from scheduler.domain.session import Duty, Session
from scheduler.domain.value import Identifier
from scheduler.domain.verdict import Charge, Open
from scheduler.options import RuleOptions, SessionSelector
from scheduler.rules import ForumPreference


def _chaired(*parties: str | None) -> dict[str, Any]:
    """Show a round table with these co-chairs; ``None`` is one not yet appointed."""
    duties = [{"role": "co-chair", "party": party} for party in parties]
    return {"sessions": {"round-table-1": {"duties": duties}}}


class Balanced(ForumPreference):
    """The holders of a role in a session differ in their group, or in their gender.

    Why: geographical and gender balance is looked for wherever several lead together. A session whose
    holders are all alike costs 1; while what is not known may still balance them, it is open.
    """

    class Options(RuleOptions):
        """What ``balanced`` speaks of; ``group`` is the party's, ``gender`` that of the person entered."""

        sessions: SessionSelector
        role: Identifier
        by: Literal["group", "gender"]

    options: Options

    OPTIONS = {"sessions": {"kind": "round-table"}, "role": "co-chair", "by": "group"}
    FORUM = {
        "parties": [
            {"party": "egypt", "name": "Egypt", "kind": "member-state", "group": "African Group"},
            {"party": "morocco", "name": "Morocco", "kind": "member-state", "group": "African Group"},
            {"party": "ecuador", "name": "Ecuador", "kind": "member-state", "group": "GRULAC"},
        ]
    }
    KEPT = (_chaired("egypt", "ecuador"), _chaired("egypt", None), _chaired("egypt"))
    CHARGED = (
        (
            _chaired("egypt", "morocco"),
            "each co-chair of round-table-1 (Egypt, Morocco) is of one group: African Group",
            1,
        ),
    )

    def charges(self, forum: Forum) -> Iterator[Charge]:
        for session in self.options.sessions.of(forum):
            duties = self._duties(session)
            kinds = {self._value(forum, duty) for duty in duties}
            if len(duties) > 1 and len(kinds) == 1 and "" not in kinds:
                names = ", ".join(forum.party_name(duty.party or "") for duty in duties)
                who = f"each {self.options.role} of {session.title} ({names})"
                yield self.charge(session.session, f"{who} is of one {self.options.by}: {kinds.pop()}", 1)

    def opens(self, forum: Forum) -> Iterator[Open]:
        role, by = self.options.role, self.options.by
        for session in self.options.sessions.of(forum):
            duties = self._duties(session)
            values = [self._value(forum, duty) for duty in duties]
            if len(set(values) - {""}) < 2 and ("" in values or not duties):
                unknown = [duty.party for duty in duties if not self._value(forum, duty)] or [None]
                names = ", ".join(forum.party_name(one) if one else "not appointed yet" for one in unknown)
                yield self.open_point(
                    session.session, f"the {by} of each {role} of {session.title} is not known: {names}"
                )

    def _duties(self, session: Session) -> list[Duty]:
        return [duty for duty in session.duties if duty.role == self.options.role]

    def _value(self, forum: Forum, duty: Duty) -> str:
        """Return a holder's group or gender; empty while it is not known."""
        if self.options.by == "gender":
            return duty.gender or ""
        party = forum.party_by_id.get(duty.party or "")
        return party.group if party else ""
