"""Some timetables that are as good as the best, and as different from each other as possible.

What is proven depends on how many there are. Where they are few, all are listed, and those that are handed
out are picked from the list exactly: no others, the best one among them, are farther apart. Where they are
many, one is found after the other, each of them proven to be as different as possible from those before.
With a distance of one meeting this ends only when no other timetable exists at all. With a larger one it may
end although others could have been chosen of which there are more; that is decided on the list of all, as
long as it is not too long, and else it is said to be open.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal

from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Timetable
from scheduler.rules import Rule
from scheduler.solving.alternatives.alike import Alike, alike
from scheduler.solving.alternatives.bounded import Bounded, Contradicted, Unfinished, distance, spots_of
from scheduler.solving.alternatives.copies import Copies
from scheduler.solving.alternatives.differing import Differing
from scheduler.solving.alternatives.enumerating import every
from scheduler.solving.alternatives.picking import pick
from scheduler.solving.run import SMALL
from scheduler.solving.solve import Limits

Proof = Literal["farthest", "one-by-one", "all", "no-more", "none-further", "unfinished"]
"""What is proven: no others are farther apart; each is as far as possible from those before; these are all
there are; there are not so many that are far enough apart; none can be added to these; nothing, as the time
ran out."""

FEW = 100
"""Timetables of which those that are handed out are picked exactly: a second at most to list them."""
MANY = 500
"""Timetables up to which it is decided whether more could be far enough apart."""
FEW_WITH_COPIES = 30
MANY_WITH_COPIES = 60
"""The same where there are copies, as every distance has to be solved for."""


@dataclass(frozen=True)
class Wanted:
    """How many timetables are wanted, the best one among them, and how many meetings of any two differ."""

    count: int = 5
    distance: int = 1


@dataclass(frozen=True)
class Found:
    """Timetables, the best one first, and what is proven of them.

    ``known`` is how many there are in all, ``None`` where they were not counted; ``alike`` is what of the
    forum is alike.
    """

    timetables: tuple[Timetable, ...]
    proof: Proof
    known: int | None = None
    alike: Alike = field(default_factory=Alike)


def different(  # noqa: PLR0913, PLR0917 - a forum, what is wanted of it, and the means
    forum: Forum,
    rules: Sequence[Rule],
    best: Timetable,
    most: Sequence[int],
    wanted: Wanted,
    limits: Limits = Limits(),
    tell: Callable[[str], None] = lambda _: None,
) -> Found:
    """Find timetables that are good enough and as different as possible.

    Parameters
    ----------
    forum
        The forum as it was solved.
    rules
        Those of the clauses it follows.
    best
        Its canonical timetable, which is the first of those that are found.
    most
        What each level may cost at most, the charges on the forum's own data included.
    wanted
        How many, and how far apart.
    limits
        Workers, and the time that is left.
    tell
        Takes sentences on the progress.

    Returns
    -------
    Found
        No two of them are copies of each other.

    Raises
    ------
    Contradicted
        The solver contradicts itself.
    """
    return _Search(forum, rules, best, most, wanted, limits, tell).found()


class _Search:
    """What the steps of one search share."""

    def __init__(  # noqa: PLR0913, PLR0917 - as ``different``
        self,
        forum: Forum,
        rules: Sequence[Rule],
        best: Timetable,
        most: Sequence[int],
        wanted: Wanted,
        limits: Limits,
        tell: Callable[[str], None],
    ) -> None:
        self._forum, self._rules, self._most = forum, rules, most
        self._wanted, self._limits, self._tell = wanted, limits, tell
        self._alike = alike(forum, rules)
        self._copies = Copies(forum, self._alike)
        self._chosen = [best]

    def found(self) -> Found:
        """Pick from all where they are few, else find one after the other."""
        try:
            return self._picked(FEW_WITH_COPIES if self._copies else FEW) or self._one_by_one()
        except Unfinished:
            return self._as_found("unfinished")

    def _one_by_one(self) -> Found:
        differing = Differing(self._bounded(), self._copies)
        differing.choose(self._chosen[0])
        while len(self._chosen) < self._wanted.count:
            self._tell(f"programme {len(self._chosen) + 1} of {self._wanted.count}")
            more = differing.next(self._wanted.distance)
            if more is None:
                return self._too_few()
            self._chosen.append(more)
            differing.choose(more)
        return self._as_found("one-by-one")

    def _too_few(self) -> Found:
        """Decide whether more could have been chosen."""
        if self._wanted.distance == 1:
            return self._as_found("all", len(self._chosen))
        if len(self._chosen) == 1:
            return self._as_found("no-more")
        try:
            picked = self._picked(MANY_WITH_COPIES if self._copies else MANY)
        except Unfinished:
            picked = None
        return picked or self._as_found("none-further")

    def _bounded(self) -> Bounded:
        return Bounded(self._forum, self._rules, self._most, self._limits)

    def _picked(self, limit: int) -> Found | None:
        """Pick from all, unless they are too many, or the forum is too large for listing them quickly."""
        bounded = self._bounded()
        if len(bounded.board.model.proto.variables) > SMALL:
            return None
        self._tell("listing all programmes that are as good")
        found = [*islice(every(bounded, self._copies), limit + 1)]
        if len(found) > limit:
            return None
        self._tell(f"choosing from {len(found)} programmes")
        return self._chosen_from(found)

    def _chosen_from(self, found: list[Timetable]) -> Found:
        best = spots_of(self._chosen[0])
        first = next((place for place, one in enumerate(found) if spots_of(one) == best), None)
        if first is None:
            raise Contradicted
        places = pick(
            self._distances(found), first, self._wanted.count, self._wanted.distance, self._limits.deadline
        )
        self._chosen = [self._chosen[0], *(found[place] for place in places[1:])]
        if len(places) == self._wanted.count:
            return self._as_found("farthest", len(found))
        return self._as_found("all" if len(places) == len(found) else "no-more", len(found))

    def _as_found(self, proof: Proof, known: int | None = None) -> Found:
        try:
            near = [*self._near_the_first()]
        except Unfinished:
            near = self._chosen
        return Found(tuple(near), proof, known, self._alike)

    def _near_the_first(self) -> Iterator[Timetable]:
        """Yield for each timetable its copy that is nearest to the first: what differs then tells apart."""
        first, *others = self._chosen
        yield first
        if not self._copies:
            yield from others
            return
        bounded = self._bounded()
        for one in others:
            near = self._copies.nearest(spots_of(one), spots_of(first), self._limits.deadline)
            if near is None:
                raise Unfinished
            yield bounded.at(near)

    def _distances(self, found: list[Timetable]) -> list[list[int]]:
        """Count for any two how many meetings differ, to the nearest copy."""
        spots = [spots_of(one) for one in found]
        apart = [[0] * len(found) for _ in found]
        for place, one in enumerate(spots):
            for other in range(place):
                near = (
                    self._copies.nearest(spots[other], one, self._limits.deadline)
                    if self._copies
                    else spots[other]
                )
                if near is None:
                    raise Unfinished
                apart[place][other] = apart[other][place] = distance(one, near)
        return apart
