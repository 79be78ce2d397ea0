"""What counting finds: something that no timetable can have."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from scheduler.counting.places import Places
from scheduler.domain.clause import Clause

Lacking = Literal["window", "room", "rooms", "party"]
"""What there is too little of: a window for one meeting, a room for it, rooms for several, a party's time."""


@dataclass(frozen=True)
class Shortage:
    """Something that makes a forum impossible, found by counting.

    ``subjects`` are the ids of the meetings concerned, and of the party where its time is ``lacking``.
    ``given`` are those of the clauses that are physical, or the official hours; none of ``clauses`` and
    ``given`` can be left out of the count. ``sentence`` says it in a planner's words.
    """

    lacking: Lacking
    subjects: tuple[str, ...]
    clauses: tuple[Clause, ...]
    given: tuple[Clause, ...]
    sentence: str


def shortage(
    lacking: Lacking, subjects: Iterable[str], places: Places, sentence: str, *always: int | None
) -> Shortage:
    """Make a shortage of what was counted.

    Parameters
    ----------
    lacking
        What there is too little of.
    subjects
        Ids of meetings and parties.
    places
        By the clauses that count.
    sentence
        With names and times.
    *always
        Numbers of the clauses that forbid two meetings at once, as far as there are any.

    Returns
    -------
    Shortage
        Its clauses in the order of the rules.
    """
    numbers = sorted({*places.numbers, *(number for number in always if number is not None)})
    clauses = [places.board.clauses[number] for number in numbers]
    return Shortage(
        lacking=lacking,
        subjects=tuple(subjects),
        clauses=tuple(clause for clause in clauses if not _is_given(clause)),
        given=tuple(clause for clause in clauses if _is_given(clause)),
        sentence=sentence,
    )


def _is_given(clause: Clause) -> bool:
    return clause.tier == "physical" or clause.rule == "official-hours"
