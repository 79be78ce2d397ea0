"""What becomes of a programme when something is lost, as values that outputs are made from."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from scheduler.domain.difference import MOVES, Difference, difference
from scheduler.domain.given_state import state_of_release, state_of_timetable
from scheduler.domain.programme import Programme

LossSort = Literal["room", "officer", "away", "teams"]
"""A room or an officer in one period, an officer at all times, interpretation teams."""

Outcome = Literal["already", "unmoved", "moved", "impossible", "undecided"]
"""What a loss comes to; ``already`` is what is so without any loss."""


@dataclass(frozen=True)
class Loss:
    """Something that is lost: ``of`` is a room or a party, ``fewer`` how many teams there are fewer."""

    sort: LossSort
    of: str = ""
    day: str = ""
    period: str = ""
    fewer: int = 0

    @property
    def id(self) -> str:
        """A name for files: no part of it has a dot, so that no two losses share one."""
        number = f"{self.fewer}-fewer" if self.fewer else ""
        parts = (self.sort, self.of, self.day, self.period, number)
        return ".".join(part for part in parts if part)

    @property
    def when(self) -> str:
        """The half-day in a planner's words; empty where it is lost at all times."""
        return f"{self.day} {self.period}".strip()


@dataclass(frozen=True)
class Reason:
    """A clause or a fact of a clash; a fact cites no paragraph."""

    name: str
    paragraph: str
    sentence: str


@dataclass(frozen=True)
class Effect:
    """What a loss comes to.

    ``programme`` is the best one left; ``None`` where that is the one without any loss, in which nothing
    moves. Where none is left, ``reasons`` cannot stand
    together, and ``verified`` tells whether that was confirmed both ways.
    """

    loss: Loss
    outcome: Outcome
    programme: Programme | None = None
    reasons: tuple[Reason, ...] = ()
    verified: bool = True

    @property
    def matters(self) -> bool:
        """Whether somebody has to act on it, or does not know yet."""
        return self.outcome in ("moved", "impossible", "undecided")

    @property
    def proven(self) -> bool:
        """Whether nothing better exists: fewer moves, or any programme at all."""
        if self.programme is None:
            return self.outcome != "undecided"
        return all(level.proven for level in self.programme.levels)

    @cached_property
    def difference(self) -> Difference | None:
        """What is otherwise than in the programme that stands; ``None`` where nothing is known to be."""
        return difference_of(self.programme) if self.programme else None

    @property
    def moves(self) -> int | None:
        """How many meetings move; ``None`` where there is no programme."""
        if self.difference is not None:
            return len(self.difference.meetings)
        return 0 if self.outcome in ("already", "unmoved") else None


def difference_of(programme: Programme) -> Difference:
    """Compare a programme with the last release.

    Parameters
    ----------
    programme
        Of a forum that has one.

    Returns
    -------
    Difference
        Only meetings that move, or whose segments are shifted.
    """
    release, forum = programme.forum.release, programme.forum
    assert release is not None  # a programme that stands has been given out, or is taken for given out
    before, now = state_of_release(release, forum), state_of_timetable(forum, programme.timetable)
    found = difference(before, now)
    moved = (one for one in found.meetings if {*MOVES, "segment"}.intersection(one.kinds))
    return found.replace(meetings=tuple(moved))


@dataclass(frozen=True)
class Fragility:
    """A programme that stands, and what each loss comes to.

    ``standing`` is the programme without any loss, its forum with the release from which moves are counted;
    ``released`` tells whether that was given out or is only taken for it.
    """

    standing: Programme
    released: bool
    effects: tuple[Effect, ...]

    @cached_property
    def by_loss(self) -> dict[Loss, Effect]:
        """Effects by what is lost."""
        return {effect.loss: effect for effect in self.effects}

    @property
    def mattering(self) -> tuple[Effect, ...]:
        """Effects on which somebody has to act."""
        return tuple(effect for effect in self.effects if effect.matters)

    @cached_property
    def moving_anyway(self) -> int:
        """How many meetings move without any loss, because the forum's data is not as it was."""
        return len(difference_of(self.standing).meetings)
