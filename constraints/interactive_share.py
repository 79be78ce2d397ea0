"""Enough of a session is interactive."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field

from scheduler.domain.forum import Forum
from scheduler.domain.session import Session
from scheduler.domain.verdict import Charge, Open
from scheduler.options import RuleOptions, SessionSelector
from scheduler.rules import ForumPreference


def _opened(minutes: int, **debate: int) -> dict[str, Any]:
    """Show a round table of three hours with set pieces of so many minutes and a debate."""
    opening = {"segment": "opening", "title": "Opening", "minutes": minutes}
    talk = {"segment": "debate", "title": "Debate", "interactive": True, **debate}
    return {"sessions": {"round-table-1": {"segments": [opening, talk]}}}


class InteractiveShare(ForumPreference):
    """The agenda of a session leaves at least a share of its minutes to interactive segments.

    Why: set pieces grow until nobody answers anybody. Where an agenda is elastic the largest share that
    it allows counts; the price is the percentage points below what is wanted. Without one, it is open.
    """

    class Options(RuleOptions):
        """What ``interactive-share`` speaks of."""

        sessions: SessionSelector
        percent: Annotated[int, Field(ge=0, le=100)]

    options: Options

    OPTIONS = {"sessions": {"kind": "round-table"}, "percent": 50}
    KEPT = (_opened(90), {"sessions": {"round-table-1": {}}})
    CHARGED = (
        (_opened(120), "at most 33 percent of round-table-1 are interactive; 50 are wanted", 17),
        (_opened(30, longest=45), "at most 25 percent of round-table-1 are interactive; 50 are wanted", 25),
    )

    def charges(self, forum: Forum) -> Iterator[Charge]:
        wanted = self.options.percent
        for session in self.options.sessions.of(forum):
            share = _most_interactive(session)
            if session.segments and share < wanted:
                found = f"at most {share} percent of {session.title} are interactive"
                yield self.charge(session.session, f"{found}; {wanted} are wanted", wanted - share)

    def opens(self, forum: Forum) -> Iterator[Open]:
        for session in self.options.sessions.of(forum):
            if not session.segments:
                yield self.open_point(session.session, f"the agenda of {session.title} is not decided")


def _most_interactive(session: Session) -> int:
    """Return the largest interactive share that the agenda allows, in whole percent."""
    total = sum(session.lengths)
    rest = total - sum(one.least for one in session.segments if not one.interactive)
    most = sum(total if one.most is None else one.most for one in session.segments if one.interactive)
    return 100 * max(0, min(rest, most)) // total
