"""Smallest sets of clauses and facts that cannot stand together, each verified both ways."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from scheduler.domain.forum import Forum
from scheduler.rules import Rule
from scheduler.solving.explaining.members import Member, Sort
from scheduler.solving.explaining.questions import Questions
from scheduler.solving.explaining.seeds import FEW, MOST, READ_AT_ONCE, Seeds, fewest
from scheduler.solving.solve import Limits

_ORDER: tuple[Sort, ...] = (
    "pin",
    "closure",
    "absence",
    "duties",
    "rooms",
    "needs",
    "agenda",
    "length",
    "clause",
)
"""What a planner can put right comes first: without the first member of a clash, others are looked for."""


@dataclass(frozen=True)
class Clash:
    """Members that cannot stand together, given the physical clauses and the official hours.

    It is ``verified`` when a second configuration of the solver has confirmed that all of them together are
    impossible, and that without any one of them there is a timetable.
    """

    members: tuple[Member, ...]
    verified: bool


@dataclass(frozen=True)
class Clashes:
    """What was found: ``possible`` tells whether all members can stand together, ``None`` if not known.

    ``complete`` is true when there are no other clashes than these, for as many as were asked for: none
    without the first member of each of these, or none at all.
    """

    possible: bool | None
    found: tuple[Clash, ...] = ()
    complete: bool = True


def clashes(
    forum: Forum,
    rules: Sequence[Rule],
    limits: Limits = Limits(),
    tell: Callable[[str], None] = lambda _: None,
) -> Clashes:
    """Find out why a forum is impossible.

    Parameters
    ----------
    forum
        The forum.
    rules
        Those of the clauses it follows.
    limits
        Workers, and the time that is left.
    tell
        Takes sentences on the progress.

    Returns
    -------
    Clashes
        Independent ones, the first with the fewest members as far as that is soon found out, and no
        member of any could be left out: all but the first are still there without the easiest member of
        those before.
    """
    questions, found = Questions(forum, rules, limits), list[Clash]()
    rest = list(questions.members)
    while (possible := questions.possible(rest)) is False:
        tell(f"looking for clash {len(found) + 1}")
        members = smallest_of(questions, rest)
        if not found:
            most = FEW if len(members) <= READ_AT_ONCE else MOST
            members = fewest(questions, Seeds(rest), rest, members, most)
        clash = verified(questions, members)
        found.append(clash)
        if not clash.members:
            break
        rest.remove(easiest(clash.members))
    return Clashes(questions.possible(questions.members), tuple(found), complete=possible is not None)


def easiest(members: Sequence[Member]) -> Member:
    """Choose the member that a planner can put right most easily.

    Parameters
    ----------
    members
        At least one.

    Returns
    -------
    Member
        A pin before a closure, and a clause last.
    """
    return min(members, key=lambda one: _ORDER.index(one.sort))


def smallest_of(questions: Questions, members: Sequence[Member]) -> tuple[Member, ...]:
    """Leave out of impossible members all that are not needed.

    Many are left out at once, and fewer after each failure: most of the many are not needed, and questions
    about many members are the quickest to answer.

    Parameters
    ----------
    questions
        Of a forum.
    members
        Members that cannot stand together.

    Returns
    -------
    tuple of Member
        In their order. Where proofs are missing it may hold more than it has to.
    """
    kept, place, count = list(members), 0, max(1, len(members) // 4)
    while place < len(kept):
        fewer = kept[:place] + kept[place + count :]
        if questions.impossible(fewer):
            kept = fewer
        elif count == 1:
            place, count = place + 1, max(1, (len(kept) - place) // 4)
        else:
            count //= 2
    return tuple(kept)


def verified(questions: Questions, members: tuple[Member, ...]) -> Clash:
    """Let a second configuration of the solver confirm a clash.

    Parameters
    ----------
    questions
        Of a forum.
    members
        A smallest set that cannot stand together.

    Returns
    -------
    Clash
        Unverified where the second configuration says otherwise, or time ran out.
    """
    together = questions.possible(members, otherwise=True) is False
    return Clash(members, together and all(_without_each(questions, members)))


def _without_each(questions: Questions, members: tuple[Member, ...]) -> Iterator[bool | None]:
    for left_out in members:
        yield questions.possible([one for one in members if one is not left_out], otherwise=True)
