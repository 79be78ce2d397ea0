"""All smallest sets of clauses and facts that cannot stand together, those with the fewest members first.

A set is impossible exactly when it has a member of each set whose lifting makes the rest possible. So the
fewest members that hit all such sets found so far are asked about: either they are impossible, and nothing
smaller is, or they teach one more such set (Ignatiev, Previti, Liffiton and Marques-Silva, Smallest MUS
Extraction with Minimal Hitting Set Dualization, 2015).
"""

from collections.abc import Callable, Sequence

from ortools.sat.python import cp_model

from scheduler.domain.forum import Forum
from scheduler.rules import Rule
from scheduler.solving.explaining.clashes import Clash, Clashes, verified
from scheduler.solving.explaining.members import Member
from scheduler.solving.explaining.questions import Questions
from scheduler.solving.run import Deadline, Settings, run
from scheduler.solving.solve import Limits


def all_clashes(
    forum: Forum,
    rules: Sequence[Rule],
    most: int,
    limits: Limits = Limits(),
    tell: Callable[[str], None] = lambda _: None,
) -> Clashes:
    """Find different clashes, smallest first.

    Parameters
    ----------
    forum
        The forum.
    rules
        Those of the clauses it follows.
    most
        How many to find at most.
    limits
        Workers, and the time that is left.
    tell
        Takes sentences on the progress.

    Returns
    -------
    Clashes
        ``complete`` when there are no more than these.
    """
    questions = Questions(forum, rules, limits)
    seeds, found = _Seeds(questions.members), list[Clash]()
    while len(found) < most:
        seed = seeds.next()
        if seed is None:
            return Clashes(not found, tuple(found))
        possible = questions.possible(seed)
        tell(f"looking for clash {len(found) + 1}: question {questions.asked}")
        if possible is None:
            return Clashes(False if found else None, tuple(found), complete=False)
        if possible:
            seeds.hit(_lifted_by(questions, seed))
        else:
            found.append(verified(questions, seed))
            seeds.block(seed)
    return Clashes(False, tuple(found), complete=seeds.next() is None)


def _lifted_by(questions: Questions, seed: tuple[Member, ...]) -> list[Member]:
    """Add as many members as can stand together, and return those that cannot be added."""
    kept, left = list(seed), [one for one in questions.members if one not in seed]
    count, out = len(left), list[Member]()
    while left:
        some = left[:count]
        if questions.possible([*kept, *some]):
            kept, left = kept + some, left[count:]
        elif count == 1:
            out, left = out + some, left[1:]
        count = len(left) if questions.possible([*kept, *some]) else max(1, count // 2)
    return out


class _Seeds:
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
