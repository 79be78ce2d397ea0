"""What is otherwise in a new edition of a forum, and what of the old one was its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from scheduler.domain.forum import Forum

_FIRST = "day-1"
_PERSON = re.compile(r" \([^()]*\)$")


@dataclass(frozen=True)
class Edition:
    """A new edition of a forum: its name, and the date of its ``day-1`` (its first day without one)."""

    name: str
    first_day: date
    like: Forum

    @cached_property
    def days(self) -> dict[str, date]:
        """Dates of the days: their names and distances stay."""
        days = {day.name: day.date for day in self.like.clock.days}
        moved: timedelta = self.first_day - days.get(_FIRST, next(iter(days.values())))
        return {name: on + moved for name, on in days.items()}

    @cached_property
    def offices(self) -> frozenset[str]:
        """The parties that clauses name: whoever has the office, it is there in every edition."""
        known = self.like.party_by_id
        said = (word for clause in self.like.all_clauses for word in _words(clause.options))
        return frozenset(word for word in said if word in known)

    @cached_property
    def persons(self) -> frozenset[str]:
        """Officers whom no clause names: they were those of one edition."""
        officers = {one.party for one in self.like.parties if one.kind == "officer"}
        return frozenset(officers - self.offices)

    def office(self, name: str) -> str:
        """Name an office without the person who has it.

        Parameters
        ----------
        name
            Such as ``President of the General Assembly (Abdulla Shahid)``.

        Returns
        -------
        str
            As it was, where two offices would have one name.
        """
        short = _PERSON.sub("", name)
        same = [one for one in self.like.parties if _PERSON.sub("", one.name) == short]
        return short if len(same) == 1 else name


def _words(options: Any) -> Iterator[str]:
    """Yield all words in the options of a clause."""
    if isinstance(options, dict):
        options = list(options.values())
    if not isinstance(options, list):
        yield str(options)
        return
    for part in options:
        yield from _words(part)
