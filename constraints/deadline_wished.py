"""A milestone is done in time, preferably."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated

from pydantic import Field

from scheduler.domain.forum import Forum
from scheduler.domain.last_day import LastDay, length_words
from scheduler.domain.verdict import Charge, Open
from scheduler.options import DayName, MilestoneName, RuleOptions
from scheduler.rules import ForumPreference


class DeadlineWished(ForumPreference):
    """A milestone is done so many days before a day of the forum, or costs 1 for each day it is late.

    Why: what is agreed beforehand needs no room during the forum; but nothing forbids to agree later.
    """

    class Options(RuleOptions):
        """What ``deadline-wished`` speaks of."""

        milestone: MilestoneName
        day: DayName
        days_before: Annotated[int, Field(ge=0)] = 0

    options: Options

    OPTIONS = {"milestone": "text-agreed", "day": "day-1", "days-before": 1}
    KEPT = (
        {"milestones": [{"milestone": "text-agreed", "done": "2030-01-06"}]},
        {"milestones": [{"milestone": "text-agreed"}]},
    )
    CHARGED = (
        (
            {"milestones": [{"milestone": "text-agreed", "done": "2030-01-08"}]},
            "text-agreed is done on 2030-01-08; it is wished by 2030-01-06",
            2,
        ),
    )

    def charges(self, forum: Forum) -> Iterator[Charge]:
        done, last = forum.done(self.options.milestone), self._last_day(forum)
        if done is not None and done > last:
            found = f"{self.options.milestone} is done on {done.isoformat()}"
            yield self.charge(self.options.milestone, f"{found}; {self._words(last)}", (done - last).days)

    def opens(self, forum: Forum) -> Iterator[Open]:
        if forum.done(self.options.milestone) is None:
            found = f"nobody has said when {self.options.milestone} is done"
            yield self.open_point(self.options.milestone, f"{found}; {self._words(self._last_day(forum))}")

    def last_days(self, forum: Forum) -> Iterator[LastDay]:
        options = self.options
        yield LastDay(
            milestone=options.milestone,
            clause=self.clause,
            on=self._last_day(forum),
            day=options.day,
            counted=length_words(options.days_before, "days before", options.day),
        )

    def _last_day(self, forum: Forum) -> date:
        return forum.clock.date_of(self.options.day) - timedelta(days=self.options.days_before)

    def _words(self, last: date) -> str:
        return f"it is wished by {last.isoformat()}"
