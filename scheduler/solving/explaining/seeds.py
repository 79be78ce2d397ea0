"""The fewest members that cannot stand together, found by hitting sets.

A set is impossible exactly when it has a member of each set whose lifting makes the rest possible. So the
fewest members that hit all such sets found so far are asked about: either they are impossible, and nothing
smaller is, or they teach one more such set (Ignatiev, Previti, Liffiton and Marques-Silva, Smallest MUS
Extraction with Minimal Hitting Set Dualization, 2015).
"""

from collections.abc import Sequence

from ortools.sat.python import cp_model

from scheduler.solving.explaining.members import Member
from scheduler.solving.explaining.questions import Questions
from scheduler.solving.run import Deadline, Settings, run

FEW, MOST = 16, 48
"""Questions after which a set that cannot be made smaller will do: a small set, and a large one."""

READ_AT_ONCE = 5
"""Members of a set that is small enough."""


def fewest(
    questions: Questions, seeds: "Seeds", members: Sequence[Member], known: tuple[Member, ...], most: int
) -> tuple[Member, ...]:
    """Find the fewest members that cannot stand together.

    Parameters
    ----------
    questions
        Of a forum.
    seeds
        Of the same forum; they learn from what is asked.
    members
        Members that cannot stand together.
    known
        Some or all of them that cannot either, but can without any one of them.
    most
        How many questions to ask at most, about.

    Returns
    -------
    tuple of Member
        Those known when no fewer do, or to find that out takes too many questions, or too long.
    """
    begun = questions.asked
    while len(known) > 1 and questions.asked - begun < most:
        seed = seeds.next()
        possible = None if seed is None or len(seed) >= len(known) else questions.possible(seed)
        if seed is None or possible is None:
            return known
        if not possible:
            return seed
        seeds.hit(lifted_by(questions, members, seed))
    return known


def lifted_by(questions: Questions, members: Sequence[Member], seed: tuple[Member, ...]) -> list[Member]:
    """Add as many members as can stand together, and return those that cannot be added.

    Parameters
    ----------
    questions
        Of a forum.
    members
        Those that may be added.
    seed
        Members that can stand together.

    Returns
    -------
    list of Member
        A set of which each impossible set has a member.
    """
    kept, left = list(seed), [one for one in members if one not in seed]
    count, out = len(left), list[Member]()
    while left:
        some = left[:count]
        if questions.possible([*kept, *some]):
            kept, left = kept + some, left[count:]
        elif count == 1:
            out, left = out + some, left[1:]
        count = len(left) if questions.possible([*kept, *some]) else max(1, count // 2)
    return out


class Seeds:
    """Sets of members with a member of each of some sets, and that do not hold all of others."""

    def __init__(self, members: Sequence[Member]) -> None:
        self._members = members
        self._model = cp_model.CpModel()
        self._truths = {member: self._model.new_bool_var(member.name) for member in members}
        self._model.minimize(sum(self._truths.values()))

    def next(self) -> tuple[Member, ...] | None:
        """Return the fewest members; ``None`` when there are none left."""
        answer = run(self._model, Settings(workers=1), Deadline(None))
        if not answer.found:
            return None
        return tuple(member for member in self._members if answer.of(self._truths[member]))

    def hit(self, members: Sequence[Member]) -> None:
        """Ask for at least one of some members from now on."""
        self._model.add_bool_or([self._truths[member] for member in members])

    def block(self, members: Sequence[Member]) -> None:
        """Ask for not all of some members from now on."""
        self._model.add_bool_or([self._truths[member].negated() for member in members])
