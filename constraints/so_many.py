"""A forum has so many sessions, or meetings, of a kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from scheduler.domain.forum import Forum
from scheduler.domain.verdict import Breach
from scheduler.options import RuleOptions, SessionSelector
from scheduler.rules import ForumRule

Number = Annotated[int, Field(ge=0)]


class SoMany(ForumRule):
    """The sessions selected, or their meetings, are as many as the clause says.

    Why: a mandate counts the elements of a programme, and a missing one shows in no timetable.
    """

    class Options(RuleOptions):
        """What ``so-many`` speaks of; ``count`` says what is counted."""

        sessions: SessionSelector
        count: Literal["sessions", "meetings"] = "sessions"
        exactly: Number | None = None
        at_least: Number | None = None
        at_most: Number | None = None

        @model_validator(mode="after")
        def _one_of_them(self) -> Self:
            bounded = self.at_least is not None or self.at_most is not None
            if (self.exactly is not None) == bounded:
                raise ValueError("say exactly, or at-least and at-most, but not both. Maybe exactly: 4")
            return self

    options: Options

    OPTIONS = {"sessions": {"kind": "round-table"}, "exactly": 2}
    KEPT = ({"sessions": {"round-table-1": {}, "round-table-2": {}}},)
    BROKEN = (
        (
            {"sessions": {"round-table-1": {}}},
            "sessions of round-table: 1 (round-table-1); exactly 2 needed",
        ),
        (
            {"sessions": {"round-table-1": {}, "round-table-2": {}, "round-table-3": {}}},
            "sessions of round-table: 3 (round-table-1, round-table-2, round-table-3); exactly 2 needed",
        ),
    )

    def breaches(self, forum: Forum) -> Iterator[Breach]:
        selection, count = self.options.sessions, self.options.count
        counted = selection.meetings(forum) if count == "meetings" else selection.of(forum)
        names = ", ".join(one.title for one in counted) or "none"
        for wanted in self._missed(len(counted)):
            found = f"{count} of {selection.words}: {len(counted)} ({names})"
            yield self.breach(selection.words, f"{found}; {wanted} needed")

    def _missed(self, number: int) -> Iterator[str]:
        """Yield the bounds that a number does not keep, in words."""
        options = self.options
        if options.exactly is not None and number != options.exactly:
            yield f"exactly {options.exactly}"
        if options.at_least is not None and number < options.at_least:
            yield f"at least {options.at_least}"
        if options.at_most is not None and number > options.at_most:
            yield f"at most {options.at_most}"
