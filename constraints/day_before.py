"""One day is just before another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from scheduler.domain.forum import Forum
from scheduler.domain.verdict import Breach
from scheduler.options import DayName, RuleOptions
from scheduler.rules import ForumRule


class DayBefore(ForumRule):
    """A day of the forum is the calendar day immediately before another.

    Why: what is said on the first is still fresh on the second, and who came stays.
    """

    class Options(RuleOptions):
        """What ``day-before`` speaks of."""

        day: DayName
        before: DayName

    options: Options

    OPTIONS = {"day": "hearing-day", "before": "day-1"}
    KEPT = ({"days": {"hearing-day": "2030-05-13", "day-1": "2030-05-14"}},)
    BROKEN = (
        (
            {"days": {"hearing-day": "2030-05-10", "day-1": "2030-05-13"}},
            "hearing-day is on 2030-05-10; the day before day-1 is 2030-05-12",
        ),
    )

    def breaches(self, forum: Forum) -> Iterator[Breach]:
        dates = {day.name: day.date for day in forum.clock.days}
        day, before = self.options.day, self.options.before
        wanted = dates[before] - timedelta(days=1)
        if dates[day] != wanted:
            found = f"{day} is on {dates[day].isoformat()}"
            yield self.breach(day, f"{found}; the day before {before} is {wanted.isoformat()}")
