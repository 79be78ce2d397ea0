"""Made-up conferences of any size, the same for the same seed.

A timetable is planted first and all that the conference asks for is drawn so that it keeps it: there is
always an answer. Wishes do not look at it, and so not all of them can come true.
"""

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from random import Random

GROUP = 7
"""Sessions of one clash group: the same people want to be in all of them."""
FEATURES = ("stage", "booths", "studio")
_SEATS = (30, 40, 50, 60, 80, 100, 120, 150, 200, 300, 400, 600)


@dataclass(frozen=True)
class Size:
    """How much of everything a conference has.

    ``hard`` pairs of sessions are never held at once, ``soft`` ones had better not be; a third of the
    sessions has times that it prefers. With ``parties`` every session has a chair and two speakers among
    them. What is ``released`` is the planted timetable; so many ``changes`` have come since.
    """

    sessions: int = 500
    rooms: int = 40
    slots: int = 60
    hard: int = 1_500
    soft: int = 2_000
    parties: int = 0
    changes: int = 0
    released: bool = False


@dataclass(frozen=True)
class Synthetic:
    """A conference of a size, drawn with a seed."""

    size: Size
    seed: int

    @property
    def name(self) -> str:
        """Its identifier."""
        return f"synthetic-{self.size.sessions}-{self.size.rooms}-{self.seed}"

    def numbers(self, what: str) -> Random:
        """Return random numbers of their own for each part, so that one part more changes no other."""
        return Random(f"{self.seed} {what}")

    @cached_property
    def seats(self) -> list[int]:
        """Seats of each room."""
        return [_SEATS[room * len(_SEATS) // self.size.rooms] for room in range(self.size.rooms)]

    @cached_property
    def features(self) -> list[list[str]]:
        """What each room offers."""
        draw = self.numbers("features")
        return [[one for one in FEATURES if draw.random() < 0.4] for _ in range(self.size.rooms)]

    @cached_property
    def planted(self) -> list[tuple[int, int]]:
        """Slot and room of each session in the planted timetable."""
        places = [(slot, room) for slot in range(self.size.slots) for room in range(self.size.rooms)]
        return self.numbers("planted").sample(places, self.size.sessions)

    @cached_property
    def groups(self) -> list[list[int]]:
        """Clash groups: hardly two sessions of one are planted in the same slot."""
        order = list(range(self.size.sessions))
        self.numbers("groups").shuffle(order)
        found: list[list[int]] = [[] for _ in range(-(-self.size.sessions // GROUP))]
        for session in order:
            fitting = (group for group in found if len(group) < GROUP and self._fits(session, group))
            next(fitting, found[-1]).append(session)
        return found

    def _fits(self, session: int, group: list[int]) -> bool:
        slot = self.planted[session][0]
        return all(self.planted[other][0] != slot for other in group)

    @cached_property
    def hard(self) -> list[tuple[int, int]]:
        """Pairs that are never held at once: those of the clash groups, and others until there are enough."""
        within = (pair for group in self.groups for pair in combinations(sorted(group), 2))
        pairs = [(one, other) for one, other in within if self._fits(one, [other])][: self.size.hard]
        known, draw = set(pairs), self.numbers("hard")
        while len(pairs) < self.size.hard:
            pair = self._pair(draw)
            if pair not in known and self._fits(pair[0], [pair[1]]):
                known.add(pair)
                pairs.append(pair)
        return sorted(pairs)

    @cached_property
    def soft(self) -> list[tuple[int, int]]:
        """Pairs that had better not be held at once."""
        known, draw = set(self.hard), self.numbers("soft")
        pairs: list[tuple[int, int]] = []
        while len(pairs) < self.size.soft:
            pair = self._pair(draw)
            if pair not in known:
                known.add(pair)
                pairs.append(pair)
        return sorted(pairs)

    def _pair(self, draw: Random) -> tuple[int, int]:
        one, other = sorted(draw.sample(range(self.size.sessions), 2))
        return one, other

    @cached_property
    def preferred(self) -> list[tuple[list[int], list[int]]]:
        """Sessions, a third of them all, with the slots that they prefer: too few for a clash group."""
        draw = self.numbers("preferred")
        wishes = []
        for group in self.groups:
            first = draw.randrange(self.size.slots - 2)
            some = [session for session in sorted(group) if session % 3 == 0]
            if some:
                wishes.append((some, [first, first + 1]))
        return wishes

    @cached_property
    def duties(self) -> list[list[int]]:
        """The parties that are needed in each session, in no two at once in the planted timetable."""
        draw = self.numbers("duties")
        busy: list[set[int]] = [set() for _ in range(self.size.parties)]
        found: list[list[int]] = []
        for slot, _ in self.planted:
            needed: list[int] = []
            while len(needed) < min(3, self.size.parties):
                party = draw.randrange(self.size.parties)
                if slot not in busy[party]:
                    busy[party].add(slot)
                    needed.append(party)
            found.append(needed)
        return found

    @cached_property
    def changed(self) -> dict[str, list[tuple[int, int]]]:
        """What is otherwise since the release: rooms that are closed, and sessions that cannot be then."""
        draw = self.numbers("changed")
        some = draw.sample(range(self.size.sessions), self.size.changes)
        third = self.size.changes // 3
        return {
            "closed": sorted(self.planted[one] for one in some[:third]),
            "away": sorted((one, self.planted[one][0]) for one in some[third:]),
        }
