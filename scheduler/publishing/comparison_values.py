"""Several programmes side by side, as values that outputs are made from."""

from dataclasses import dataclass
from typing import Literal

from scheduler.domain.clock import Period
from scheduler.domain.given_state import GivenState
from scheduler.domain.release import GivenMeeting

LETTERS = "ABCDEFGHIJKL"
"""What programmes are called in a comparison, in the order in which they were named."""

RowSort = Literal["breaches", "level", "criterion"]
"""What a row counts: broken clauses, what a level of the objective pays, or a criterion."""

Place = tuple[str, str, str, str]
"""Where a meeting is held: day, start and end on the wall clock, and room; what programmes share of it."""


@dataclass(frozen=True)
class Compared:
    """One of the programmes.

    ``name`` is what the planner wrote, ``what`` says it in words, and ``title`` is the forum's. ``forum`` is
    the forum's id, empty where nobody knows it. ``places`` are where its meetings are held, by meeting.
    ``periods`` are those of the forum's days. ``broken`` are sentences on clauses that it breaks, ``notes``
    are sentences on how it was understood and what of it is assumed.
    """

    letter: str
    name: str
    what: str
    title: str
    forum: str
    state: GivenState
    places: dict[str, Place]
    periods: tuple[Period, ...] = ()
    broken: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    placeholder: str = ""


@dataclass(frozen=True)
class Row:
    """What is counted of every programme, in the order of the programmes.

    A value is ``None`` where nothing is known of it, and also where the forum has no such level, as
    ``absent`` tells. ``says`` has the clauses of a level in their own words.
    """

    id: str
    sort: RowSort
    title: str
    unit: str
    better: Literal["less", "more"]
    values: tuple[int | None, ...]
    absent: tuple[bool, ...]
    says: tuple[str, ...] = ()

    @property
    def equal(self) -> bool:
        """Whether all programmes have the same value, and it is known."""
        return None not in self.values and len({*self.values}) == 1

    @property
    def best(self) -> tuple[bool, ...]:
        """Which programmes have the best value of those that are known; none where they do not differ."""
        known = [value for value in self.values if value is not None]
        if len({*known}) < 2:
            return (False,) * len(self.values)
        wanted = min(known) if self.better == "less" else max(known)
        return tuple(value == wanted for value in self.values)


@dataclass(frozen=True)
class Elsewhere:
    """A meeting that is not held at the same place in all programmes.

    ``held`` has it as each programme has it, ``None`` where it is not held. ``like`` is the number of the
    first programme that has it at the same place, or like which it is not held.
    """

    meeting: str
    title: str
    held: tuple[GivenMeeting | None, ...]
    like: tuple[int, ...]


@dataclass(frozen=True)
class Apart:
    """In what the forum of a programme differs from that of the first one, in sentences."""

    letter: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """From two to twelve programmes side by side.

    ``elsewhere`` are the meetings whose place differs, in the order of time; ``same`` counts the others.
    ``order`` are sentences on which programme pays less at the first level that tells two of them apart.
    """

    programmes: tuple[Compared, ...]
    rows: tuple[Row, ...]
    elsewhere: tuple[Elsewhere, ...]
    same: int
    apart: tuple[Apart, ...] = ()
    order: tuple[str, ...] = ()
