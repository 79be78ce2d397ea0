"""A forum is held in the years and months that are set for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from scheduler.domain.forum import Forum
from scheduler.domain.verdict import Breach
from scheduler.options import RuleOptions
from scheduler.rules import ForumRule

Month = Literal[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
MONTHS: tuple[str, ...] = Month.__args__  # type: ignore[attr-defined]


class EditionYear(ForumRule):
    """The numbered days of a forum lie in one of its years, and in the months set for it.

    Why: a recurring forum comes in its turn; delegations plan years ahead by it.
    """

    class Options(RuleOptions):
        """What ``edition-year`` speaks of: ``first-year`` and ``every`` so many years after it."""

        first_year: int
        every: Annotated[int, Field(ge=1)] = 1
        first_month: Month = "january"
        last_month: Month = "december"

    options: Options

    OPTIONS = {"first-year": 2022, "every": 4, "first-month": "january", "last-month": "june"}
    KEPT = ({"days": {"hearing-day": "2029-12-31", "day-1": "2030-01-01"}}, {"days": {"day-1": "2022-06-30"}})
    BROKEN = (
        (
            {"days": {"day-1": "2023-05-16"}},
            "day-1 is on 2023-05-16; the years are 2022 and every 4 years after it",
        ),
        (
            {"days": {"day-1": "2018-05-16"}},
            "day-1 is on 2018-05-16; the years are 2022 and every 4 years after it",
        ),
        (
            {"days": {"day-1": "2026-06-30", "day-2": "2026-07-01"}},
            "day-2 is on 2026-07-01; the months are january to june",
        ),
    )

    def breaches(self, forum: Forum) -> Iterator[Breach]:
        options = self.options
        for day in forum.clock.days:
            if re.fullmatch(r"day-\d+", day.name):
                found = f"{day.name} is on {day.date.isoformat()}"
                if not self._in_turn(day.date.year):
                    turn = f"{options.first_year} and every {options.every} years after it"
                    yield self.breach(day.name, f"{found}; the years are {turn}")
                if not self._in_season(day.date):
                    season = f"{options.first_month} to {options.last_month}"
                    yield self.breach(day.name, f"{found}; the months are {season}")

    def _in_turn(self, year: int) -> bool:
        after = year - self.options.first_year
        return after >= 0 and after % self.options.every == 0

    def _in_season(self, day: date) -> bool:
        first, last = MONTHS.index(self.options.first_month), MONTHS.index(self.options.last_month)
        return first <= day.month - 1 <= last
