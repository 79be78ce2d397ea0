"""A segment takes the items it has to take."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Self

from pydantic import model_validator

from scheduler.domain.forum import Forum
from scheduler.domain.session import Session
from scheduler.domain.value import Identifier
from scheduler.domain.verdict import Breach, Open
from scheduler.options import RuleOptions, SessionSelector
from scheduler.rules import ForumRule


def _taking(*items: str) -> dict[str, Any]:
    """Show a plenary whose closing segment takes these items."""
    closing = {"segment": "closing", "title": "Closing", "items": list(items)}
    return {"sessions": {"plenary": {"segments": [closing]}}}


class AgendaItems(ForumRule):
    """A segment of a session has each of some items on its agenda.

    Why: a decision, a report or a summary that a mandate puts in a segment is taken there and nowhere
    else. While the session has no agenda at all, it is open.
    """

    class Options(RuleOptions):
        """What ``agenda-items`` speaks of.

        With ``item-for-each``, there is one item for each of those sessions, named by ``item``, a hyphen
        and the session.
        """

        sessions: SessionSelector
        segment: Identifier
        items: tuple[Identifier, ...] = ()
        item: Identifier | None = None
        item_for_each: SessionSelector | None = None

        @model_validator(mode="after")
        def _some(self) -> Self:
            if (self.item is None) != (self.item_for_each is None):
                raise ValueError("item and item-for-each go together. Maybe item: summary-of")
            if not self.items and self.item is None:
                raise ValueError("say which items. Maybe items: [adoption]")
            return self

    options: Options

    OPTIONS = {
        "sessions": {"kind": "plenary"},
        "segment": "closing",
        "items": ["adoption"],
        "item": "report-of",
        "item-for-each": {"kind": "plenary"},
    }
    KEPT = (_taking("report-of-plenary", "adoption"), {"sessions": {"plenary": {}}})
    BROKEN = (
        (_taking("report-of-plenary"), "Closing of plenary does not take adoption"),
        (_taking("adoption"), "Closing of plenary does not take report-of-plenary"),
        (
            {"sessions": {"plenary": {"segments": [{"segment": "opening", "title": "Opening"}]}}},
            "plenary has no closing, which takes adoption, report-of-plenary",
        ),
    )

    def breaches(self, forum: Forum) -> Iterator[Breach]:
        wanted = self._wanted(forum)
        for session in self.options.sessions.of(forum):
            if session.segments:
                for sentence in self._faults(session, wanted):
                    yield self.breach(session.session, sentence)

    def opens(self, forum: Forum) -> Iterator[Open]:
        for session in self.options.sessions.of(forum):
            if not session.segments:
                yield self.open_point(session.session, f"the agenda of {session.title} is not decided")

    def _wanted(self, forum: Forum) -> list[str]:
        """List the items in the order of the clause and of the forum's sessions."""
        options = self.options
        each = options.item_for_each.of(forum) if options.item_for_each else ()
        return [*options.items, *(f"{options.item}-{session.session}" for session in each)]

    def _faults(self, session: Session, wanted: list[str]) -> Iterator[str]:
        segment = next((one for one in session.segments if one.segment == self.options.segment), None)
        if segment is None:
            yield f"{session.title} has no {self.options.segment}, which takes {', '.join(wanted)}"
            return
        for item in wanted:
            if item not in segment.items:
                yield f"{segment.title} of {session.title} does not take {item}"
