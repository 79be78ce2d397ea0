"""The segments of a session stand in a given order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, Self

from pydantic import model_validator

from scheduler.domain.forum import Forum
from scheduler.domain.session import Session
from scheduler.domain.value import Identifier
from scheduler.domain.verdict import Breach, Open
from scheduler.options import RuleOptions, SessionSelector
from scheduler.rules import ForumRule


def _divided(*names: str) -> dict[str, Any]:
    """Show a plenary with these segments."""
    return {"sessions": {"plenary": {"segments": [{"segment": one, "title": one.title()} for one in names]}}}


class SegmentOrder(ForumRule):
    """The agenda of a session has the segments named, each once and in that order.

    Why: what is opened is closed, and what is reported is reported before it is discussed. While a
    session has no agenda at all, it is open.
    """

    class Options(RuleOptions):
        """What ``segment-order`` speaks of; ``first`` and ``last`` name how an agenda begins and ends."""

        sessions: SessionSelector
        order: tuple[Identifier, ...] = ()
        first: Identifier | None = None
        last: Identifier | None = None

        @model_validator(mode="after")
        def _some(self) -> Self:
            if not (self.order or self.first or self.last):
                raise ValueError("say which order. Maybe order: [opening, debate, closing]")
            return self

    options: Options

    OPTIONS = {
        "sessions": {"kind": "plenary"},
        "order": ["opening", "report", "debate", "closing"],
        "first": "opening",
        "last": "closing",
    }
    KEPT = (_divided("opening", "report", "debate", "closing"), _divided())
    BROKEN = (
        (_divided("opening", "report", "closing"), "plenary has no debate"),
        (
            _divided("opening", "report", "debate", "debate", "closing"),
            "plenary has debate 2 times; it has it once",
        ),
        (
            _divided("opening", "debate", "report", "closing"),
            "the segments of plenary stand as Opening, Debate, Report, Closing; "
            "their order is Opening, Report, Debate, Closing",
        ),
        (
            _divided("prelude", "opening", "report", "debate", "closing"),
            "plenary begins with Prelude, not with opening",
        ),
        (
            _divided("opening", "report", "debate", "closing", "coda"),
            "plenary ends with Coda, not with closing",
        ),
    )

    def breaches(self, forum: Forum) -> Iterator[Breach]:
        for session in self.options.sessions.of(forum):
            if session.segments:
                for sentence in (*self._order_faults(session), *self._edge_faults(session)):
                    yield self.breach(session.session, sentence)

    def opens(self, forum: Forum) -> Iterator[Open]:
        for session in self.options.sessions.of(forum):
            if not session.segments:
                yield self.open_point(session.session, f"the agenda of {session.title} is not decided")

    def _order_faults(self, session: Session) -> Iterator[str]:
        wanted = self.options.order
        held = [one.segment for one in session.segments if one.segment in wanted]
        times = Counter(held)
        yield from (f"{session.title} has no {name}" for name in wanted if not times[name])
        for name in wanted:
            if times[name] > 1:
                yield f"{session.title} has {name} {times[name]} times; it has it once"
        once = list(dict.fromkeys(held))
        order = [name for name in wanted if name in once]
        if once != order:
            stands = f"the segments of {session.title} stand as {_titles(session, once)}"
            yield f"{stands}; their order is {_titles(session, order)}"

    def _edge_faults(self, session: Session) -> Iterator[str]:
        first, last = self.options.first, self.options.last
        begins, ends = session.segments[0], session.segments[-1]
        if first not in (None, begins.segment):
            yield f"{session.title} begins with {begins.title}, not with {first}"
        if last not in (None, ends.segment):
            yield f"{session.title} ends with {ends.title}, not with {last}"


def _titles(session: Session, names: list[str]) -> str:
    titles = {one.segment: one.title for one in session.segments}
    return ", ".join(titles[name] for name in names)
