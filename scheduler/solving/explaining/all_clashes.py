"""All smallest sets of clauses and facts that cannot stand together, those with the fewest members first."""

from collections.abc import Callable, Sequence

from scheduler.domain.forum import Forum
from scheduler.rules import Rule
from scheduler.solving.explaining.clashes import Clash, Clashes, verified
from scheduler.solving.explaining.questions import Questions
from scheduler.solving.explaining.seeds import Seeds, lifted_by
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
    seeds, found = Seeds(questions.members), list[Clash]()
    while len(found) < most:
        seed = seeds.next()
        if seed is None:
            return Clashes(not found, tuple(found))
        possible = questions.possible(seed)
        tell(f"looking for clash {len(found) + 1}: question {questions.asked}")
        if possible is None:
            return Clashes(False if found else None, tuple(found), complete=False)
        if possible:
            seeds.hit(lifted_by(questions, questions.members, seed))
        else:
            found.append(verified(questions, seed))
            seeds.block(seed)
    return Clashes(False, tuple(found), complete=seeds.next() is None)
