"""The cheapest ways out: sets of relaxations, each with a timetable, and the proof that none is cheaper.

Every relaxation that is ``widening`` leaves what was possible possible. So when a set is impossible, it is
made as large as it can be and stay so, and every way out then needs one of the widening relaxations that
are left, or another choice among those that are not widening. The cheapest set that has something of each
such conflict is asked about next: either it is a way out, and none is cheaper, or it teaches one more
conflict (Chandrasekaran, Karp, Moreno-Centeno and Vempala, Algorithms for Implicit Hitting Set Problems,
2011).
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Timetable
from scheduler.rules import Rule
from scheduler.solving.relaxing.choices import Choices
from scheduler.solving.relaxing.relaxations import Relaxation, broken_practices, relaxed
from scheduler.solving.run import Settings
from scheduler.solving.solve import Limits
from scheduler.solving.subsets import Answer, any_timetable
from scheduler.solving.tick import tick_of

Some = tuple[Relaxation, ...]
"""Relaxations that are made together."""

Accept = Callable[[Some, Timetable], bool]
"""Looks at a set and a first timetable for it, and tells whether it is to be shown."""


@dataclass(frozen=True)
class Way:
    """A set of relaxations that makes a programme possible, and whether it is proven that none is cheaper."""

    relaxations: Some
    timetable: Timetable
    cheapest: bool = True


@dataclass(frozen=True)
class Ways:
    """What was found, the cheapest first; ``complete`` when time was enough for as many as were asked for."""

    found: tuple[Way, ...]
    complete: bool


def ways(  # noqa: PLR0913, PLR0917 - what is asked, of what, and how far to go
    forum: Forum,
    offered: Sequence[Relaxation],
    most: int,
    accept: Accept,
    limits: Limits = Limits(),
    tell: Callable[[str], None] = lambda _: None,
) -> Ways:
    """Find the cheapest sets of relaxations with which there is a timetable.

    Parameters
    ----------
    forum
        An impossible forum.
    offered
        What could be relaxed, in the order that decides between equally cheap sets.
    most
        How many sets to find at most; none holds all of another.
    accept
        Asked about each set before it is taken; what holds all of one that is refused is passed over too.
    limits
        Workers, and the time that is left.
    tell
        Takes sentences on the progress.

    Returns
    -------
    Ways
        When time ran out, and there is time for it before, with one more that may not be the cheapest.
    """
    return _Search(forum, offered, limits, tell).ways(most, accept)


class _Search:
    """What the steps of one search share."""

    def __init__(
        self, forum: Forum, offered: Sequence[Relaxation], limits: Limits, tell: Callable[[str], None]
    ) -> None:
        self._forum, self._offered = forum, tuple(offered)
        self._limits, self._tell = limits, tell
        self._widening = [one for one in offered if one.widening]
        self._others = [one for one in offered if not one.widening]
        self._known: dict[frozenset[Relaxation], Answer] = {}
        self._walls: list[frozenset[Relaxation]] = []

    def ways(self, most: int, accept: Accept) -> Ways:
        """Take the cheapest set until there are enough, no more, or no time."""
        choices, found = Choices(self._offered), list[Way]()
        some_way = self._some_way() if self._limits.deadline.left() is not None else None
        while len(found) < most:
            some = choices.cheapest()
            if some is None:
                break
            answer = self._ask(some)
            if answer.possible is None:
                return Ways((*found, *self._unproven(some_way, found, accept)), complete=False)
            if answer.timetable is None:
                choices.ask_for(self._missing(some), some, self._others)
            else:
                choices.leave_out(some)
                if accept(some, answer.timetable):
                    found.append(Way(some, answer.timetable))
        return Ways(tuple(found), complete=True)

    def _ask(self, some: Collection[Relaxation]) -> Answer:
        key = frozenset(some)
        if key not in self._known:
            self._tell(f"looking for ways out: question {len(self._known) + 1}")
            forum, rules = relaxed(self._forum, key)
            self._known[key] = self._answer(forum, rules)
        return self._known[key]

    def _answer(self, forum: Forum, rules: Sequence[Rule]) -> Answer:
        """Look for a timetable, unless the forum's data breaks a practice whatever the timetable."""
        if broken_practices(forum, rules):
            return Answer(False)
        settings = Settings(self._limits.workers, self._limits.seed)
        return any_timetable(forum, rules, tick_of(forum, rules), settings, self._limits.deadline)

    def _impossible(self, some: Collection[Relaxation]) -> bool:
        return self._ask(some).possible is False

    def _missing(self, some: Some) -> list[Relaxation]:
        """Return the widening relaxations that are left when an impossible set is as large as it can be."""
        fixed = [one for one in some if not one.widening]
        inside = {one for one in some if one.widening}
        wall = next((one for one in self._walls if inside <= one and self._impossible({*one, *fixed})), None)
        if wall is None:
            wall = frozenset(self._largest([one for one in self._widening if one in inside], fixed))
            self._walls.append(wall)
        return [one for one in self._widening if one not in wall]

    def _largest(self, inside: list[Relaxation], fixed: list[Relaxation]) -> list[Relaxation]:
        """Add widening relaxations as long as there is no timetable, many at once where that goes."""
        kept, left = list(inside), [one for one in self._widening if one not in inside]
        count = max(1, sum(not one.aside for one in left))
        while left:
            if self._impossible([*kept, *left[:count], *fixed]):
                kept, left = kept + left[:count], left[count:]
                count = min(2 * count, max(1, len(left) // 2))
            elif count == 1:
                left = left[1:]
            else:
                count //= 2
        return kept

    def _some_way(self) -> Way | None:
        """Find a way out quickly, and leave out of it what is not needed, the dearest first."""
        facts = [one for one in self._widening if not one.aside]
        starts = [facts, self._widening, self._offered, *([*self._widening, one] for one in self._others)]
        some = next((list(start) for start in starts if self._ask(start).possible), None)
        if some is None:
            return None
        cheapest_first = sorted(self._offered, key=lambda one: (one.aside, one.price))
        for one in reversed(cheapest_first):
            fewer = [other for other in some if other is not one]
            if not any(other.behind == one.name for other in fewer) and self._ask(fewer).possible:
                some = fewer
        timetable = self._ask(some).timetable
        assert timetable is not None  # each step kept to what is possible
        return Way(tuple(some), timetable, cheapest=False)

    @staticmethod
    def _unproven(some_way: Way | None, found: Sequence[Way], accept: Accept) -> list[Way]:
        """Return the quick way out, where it is none of those that are proven and holds none of them."""
        if some_way is None or any({*one.relaxations} <= {*some_way.relaxations} for one in found):
            return []
        return [some_way] if accept(some_way.relaxations, some_way.timetable) else []
