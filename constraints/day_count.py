"""A forum has so many days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from typing import Annotated, Self

from pydantic import Field, model_validator

from scheduler.domain.clock import Day
from scheduler.domain.forum import Forum
from scheduler.domain.verdict import Breach
from scheduler.options import RuleOptions
from scheduler.rules import ForumRule


class DayCount(ForumRule):
    """The numbered days, ``day-1`` and on, are so many, or follow one another without a gap.

    Why: how long a forum lasts is decided by its mandate; days with other names are not counted.
    """

    class Options(RuleOptions):
        """What ``day-count`` speaks of; ``consecutive`` asks for days that follow one another."""

        count: Annotated[int, Field(ge=1)] | None = None
        consecutive: bool = False

        @model_validator(mode="after")
        def _some(self) -> Self:
            if self.count is None and not self.consecutive:
                raise ValueError("say how many days, or that they are consecutive. Maybe count: 4")
            return self

    options: Options

    OPTIONS = {"count": 2, "consecutive": True}
    KEPT = ({"days": {"hearing-day": "2030-05-13", "day-1": "2030-05-14", "day-2": "2030-05-15"}},)
    BROKEN = (
        ({"days": {"day-1": "2030-05-14"}}, "the forum has 1 numbered day (day-1); it lasts 2"),
        (
            {"days": {"day-1": "2030-05-14", "day-2": "2030-05-16"}},
            "day-2 is on 2030-05-16; the day after day-1 is 2030-05-15",
        ),
    )

    def breaches(self, forum: Forum) -> Iterator[Breach]:
        days = _numbered(forum)
        if self.options.count not in (None, len(days)):
            names = ", ".join(day.name for day in days) or "none"
            what = "numbered day" if len(days) == 1 else "numbered days"
            yield self.breach(
                forum.forum, f"the forum has {len(days)} {what} ({names}); it lasts {self.options.count}"
            )
        for one, other in pairwise(days if self.options.consecutive else ()):
            after = one.date + timedelta(days=1)
            if other.date != after:
                yield self.breach(
                    other.name,
                    f"{other.name} is on {other.date.isoformat()}; "
                    f"the day after {one.name} is {after.isoformat()}",
                )


def _numbered(forum: Forum) -> list[Day]:
    """Return the numbered days in the order of their numbers."""
    numbered = [day for day in forum.clock.days if re.fullmatch(r"day-\d+", day.name)]
    return sorted(numbered, key=lambda day: int(day.name.removeprefix("day-")))
