"""A milestone is done in time."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, Self

from pydantic import Field, model_validator

from scheduler.domain.forum import Forum
from scheduler.domain.last_day import LastDay, holidays_between, length_words, weekend_between
from scheduler.domain.verdict import Breach, Open
from scheduler.options import DayName, MilestoneName, RuleOptions
from scheduler.rules import ForumRule

Number = Annotated[int, Field(ge=0)]


class Deadline(ForumRule):
    """A milestone is done so long before, or so many working days after, a day of the forum at the latest.

    Why: a document that comes late is not read. A month before is the same day of the earlier month, or
    its last; working days leave out weekends and the venue's holidays. Until it is done it is open. What was
    late stays late, whatever is scheduled, and so keeps no timetable from being made.
    """

    STOPS = False

    class Options(RuleOptions):
        """What ``deadline`` speaks of; exactly one of the four lengths is given."""

        milestone: MilestoneName
        day: DayName
        months_before: Number | None = None
        weeks_before: Number | None = None
        days_before: Number | None = None
        working_days_after: Number | None = None

        @model_validator(mode="after")
        def _one_length(self) -> Self:
            if len(self.given) != 1:
                raise ValueError(f"give one length, not {len(self.given)}. Maybe weeks-before: 6")
            return self

        @property
        def given(self) -> dict[str, int]:
            """The lengths given, by the words for them."""
            lengths = {
                "months before": self.months_before,
                "weeks before": self.weeks_before,
                "days before": self.days_before,
                "working days after": self.working_days_after,
            }
            return {words: number for words, number in lengths.items() if number is not None}

    options: Options

    OPTIONS = {"milestone": "notes", "day": "day-1", "weeks-before": 6}
    KEPT = (
        {"milestones": [{"milestone": "notes", "done": "2029-11-26"}]},
        {"milestones": [{"milestone": "notes"}]},
    )
    BROKEN = (
        (
            {"milestones": [{"milestone": "notes", "done": "2029-11-27"}]},
            "notes is done on 2029-11-27; the last day for it is 2029-11-26, 6 weeks before day-1",
        ),
    )

    def breaches(self, forum: Forum) -> Iterator[Breach]:
        done, last = forum.done(self.options.milestone), self._last_day(forum)
        if done is not None and done > last:
            found = f"{self.options.milestone} is done on {done.isoformat()}"
            yield self.breach(self.options.milestone, f"{found}; {self._words(last)}")

    def opens(self, forum: Forum) -> Iterator[Open]:
        if forum.done(self.options.milestone) is None:
            found = f"nobody has said when {self.options.milestone} is done"
            yield self.open_point(self.options.milestone, f"{found}; {self._words(self._last_day(forum))}")

    def last_days(self, forum: Forum) -> Iterator[LastDay]:
        options, last = self.options, self._last_day(forum)
        day = forum.clock.date_of(options.day)
        ((words, number),) = options.given.items()
        skips = options.working_days_after is not None
        yield LastDay(
            milestone=options.milestone,
            clause=self.clause,
            on=last,
            day=options.day,
            counted=length_words(number, words, options.day),
            left_out=holidays_between(forum.venue.holidays, day, last) if skips else (),
            weekends=skips and weekend_between(day, last),
        )

    def _words(self, last: date) -> str:
        ((words, number),) = self.options.given.items()
        return f"the last day for it is {last.isoformat()}, {number} {words} {self.options.day}"

    def _last_day(self, forum: Forum) -> date:
        options = self.options
        day = forum.clock.date_of(options.day)
        if options.months_before is not None:
            return _months_before(day, options.months_before)
        if options.working_days_after is not None:
            closed = {one.date for one in forum.venue.holidays if one.kind == "holiday"}
            return _working_days_after(day, options.working_days_after, closed)
        return day - timedelta(weeks=options.weeks_before or 0, days=options.days_before or 0)


def _months_before(day: date, months: int) -> date:
    """Return the same day of an earlier month, or that month's last day."""
    year, month = divmod(12 * day.year + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _working_days_after(day: date, number: int, closed: set[date]) -> date:
    """Count working days on from a day."""
    while number:
        day += timedelta(days=1)
        number -= day.weekday() < 5 and day not in closed
    return day
