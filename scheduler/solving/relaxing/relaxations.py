"""A relaxation: a change of a forum's data that leaves more room for a programme, with its price."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import attrgetter

from scheduler.domain.costs import COSTS, RelaxationSort
from scheduler.domain.edits import Edit, edited
from scheduler.domain.forum import Forum
from scheduler.rules import ForumRule, Rule, active_rules


@dataclass(frozen=True)
class Relaxation:
    """What a planner could change so that a programme may become possible.

    ``of`` are the ids that it is about. It is ``widening`` when no timetable that was possible becomes
    impossible by it, whatever else is relaxed. ``behind`` is the name of the relaxation beside which alone
    it is offered, such as that of another room with all that this room has. The ``last`` resort is only
    looked at where nothing else helps.
    """

    sort: RelaxationSort
    of: tuple[str, ...]
    price: int
    edits: tuple[Edit, ...] = field(compare=False)
    sentence: str = field(compare=False)
    widening: bool = field(default=True, compare=False)
    behind: str = field(default="", compare=False)
    last: bool = field(default=False, compare=False)

    @property
    def name(self) -> str:
        """What it is called, such as ``open-room ecosoc-chamber``."""
        return " ".join((self.sort, *self.of))

    @property
    def aside(self) -> bool:
        """Whether a clause of tier practice is set aside."""
        return self.sort == "set-aside"


def price_of(forum: Forum, sort: RelaxationSort) -> int:
    """Tell what a relaxation costs a forum.

    Parameters
    ----------
    forum
        The forum, whose own costs count before the usual ones.
    sort
        Of the relaxation.

    Returns
    -------
    int
        From 0 to 1000.
    """
    return forum.costs.get(sort, COSTS[sort])


def relaxed(forum: Forum, relaxations: Iterable[Relaxation]) -> tuple[Forum, tuple[Rule, ...]]:
    """Relax some things at once.

    Parameters
    ----------
    forum
        The forum.
    relaxations
        In any order.

    Returns
    -------
    tuple of Forum and tuple of Rule
        The changed forum, and the rules of the clauses that it follows.
    """
    ordered = sorted(relaxations, key=attrgetter("name"))
    changed = edited(forum, (edit for one in ordered for edit in one.edits))
    return changed, active_rules(changed)


def broken_by_data(forum: Forum, rules: Iterable[Rule]) -> set[tuple[str, str]]:
    """Find what a forum's data breaks by itself, whatever the timetable.

    Parameters
    ----------
    forum
        The forum.
    rules
        Those of the clauses it follows.

    Returns
    -------
    set of tuple
        Names of clauses, each with what breaks it.
    """
    judges = (rule for rule in rules if isinstance(rule, ForumRule))
    return {(breach.clause, breach.subject) for rule in judges for breach in rule.breaches(forum)}


def broken_practices(forum: Forum, rules: Iterable[Rule]) -> dict[str, list[str]]:
    """Find the clauses of practice that a forum's data breaks by itself.

    Parameters
    ----------
    forum
        The forum; what is spared in it may go on being broken.
    rules
        Those of the clauses it follows.

    Returns
    -------
    dict of str to list of str
        Clauses, each with a sentence for every breach.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for rule in rules:
        clause = rule.clause
        if isinstance(rule, ForumRule) and clause.tier == "practice" and clause.clause not in forum.spared:
            for breach in rule.breaches(forum):
                found[clause.clause].append(breach.sentence)
    return dict(found)
