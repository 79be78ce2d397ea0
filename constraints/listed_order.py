"""Speakers stand in the order in which they are listed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from pydantic import Field

from scheduler.domain.forum import Forum
from scheduler.domain.value import Identifier
from scheduler.domain.verdict import Charge, Open
from scheduler.options import PartyName, RuleOptions, SessionSelector
from scheduler.rules import ForumPreference


def _speaking(*parties: str) -> dict[str, Any]:
    """Show a plenary whose opening segment has these speakers."""
    opening = {"segment": "opening", "title": "Opening", "speakers": list(parties)}
    return {"sessions": {"plenary": {"segments": [opening]}}}


class ListedOrder(ForumPreference):
    """Those who speak in a segment speak in the order of a list.

    Why: a list in a mandate is read as an order, even where it sets none. The price is 1 for each two
    who speak the other way round.
    """

    class Options(RuleOptions):
        """What ``listed-order`` speaks of."""

        sessions: SessionSelector
        segment: Identifier
        parties: tuple[PartyName, ...] = Field(min_length=2)

    options: Options

    OPTIONS = {
        "sessions": {"kind": "plenary"},
        "segment": "opening",
        "parties": ["president", "secretary-general", "media"],
    }
    FORUM = {
        "parties": [
            {"party": "president", "name": "President", "kind": "officer"},
            {"party": "secretary-general", "name": "Secretary-General", "kind": "officer"},
            {"party": "media", "name": "Media", "kind": "stakeholder"},
        ]
    }
    KEPT = (_speaking("president", "media"), _speaking())
    CHARGED = (
        (
            _speaking("president", "media", "secretary-general"),
            "in Opening of plenary Media speaks before Secretary-General; the list has them the other way",
            1,
        ),
    )

    def charges(self, forum: Forum) -> Iterator[Charge]:
        listed = self.options.parties
        for session in self.options.sessions.of(forum):
            for segment in session.segments:
                here = [one for one in segment.speakers if one in listed]
                pairs = combinations(here if segment.segment == self.options.segment else (), 2)
                for one, other in pairs:
                    if listed.index(one) > listed.index(other):
                        names = f"{forum.party_name(one)} speaks before {forum.party_name(other)}"
                        found = f"in {segment.title} of {session.title} {names}"
                        yield self.charge(session.session, f"{found}; the list has them the other way", 1)

    def opens(self, forum: Forum) -> Iterator[Open]:
        for session in self.options.sessions.of(forum):
            spoken = [one.speakers for one in session.segments if one.segment == self.options.segment]
            if not any(spoken):
                yield self.open_point(
                    session.session,
                    f"nobody has said who speaks in {self.options.segment} of {session.title}",
                )
